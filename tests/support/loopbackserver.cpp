// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopbackserver.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

#ifdef Q_OS_LINUX
// The processes that these made, and those that they made.
QList<qint64> descendants(qint64 ancestor)
{
    QList<qint64> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile file(u"/proc/%1/stat"_s.arg(entry));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // "PID (name) S PPID …"; the name may hold anything, so look behind its last parenthesis.
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == ancestor)
            found << entry.toLongLong() << descendants(entry.toLongLong());
    }
    return found;
}
#endif

} // namespace

LoopbackServer::~LoopbackServer()
{
    stop();
}

bool LoopbackServer::runQuietly(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

bool LoopbackServer::makeKey(const QString &path, const QString &passphrase, const QStringList &kind)
{
    QFile::remove(path);
    QFile::remove(path + u".pub"_s);
    return runQuietly(u"ssh-keygen"_s,
                      QStringList{u"-q"_s, u"-N"_s, passphrase, u"-C"_s, u"test"_s, u"-f"_s, path} + kind);
}

QByteArray LoopbackServer::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool LoopbackServer::writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString LoopbackServer::path(const QString &name) const
{
    return m_dir.filePath(name);
}

QString LoopbackServer::filesDirectory() const
{
    return path(u"files"_s);
}

QString LoopbackServer::keyFile() const
{
    return path(u"userkey"_s);
}

LocalPath LoopbackServer::knownHostsFile() const
{
    return toLocalPath(path(u"client/known_hosts"_s));
}

bool LoopbackServer::prepare()
{
    return QDir().mkpath(filesDirectory()) && makeKey(path(u"hostkey"_s)) && makeKey(keyFile()) &&
           writeFile(path(u"authorized_keys"_s), contentOf(keyFile() + u".pub"_s));
}

bool LoopbackServer::waitUntilReady()
{
    for (int i = 0; i < 200 && m_process.state() != QProcess::NotRunning; ++i) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        if (socket.waitForConnected(1000) && socket.waitForReadyRead(5000))
            return true;
        QThread::msleep(50);
        m_process.waitForFinished(1);
    }
    m_errorText = QString::fromLocal8Bit(m_process.readAll());
    return false;
}

bool LoopbackServer::start()
{
    stop();
    if (!m_dir.isValid() || (!QFile::exists(path(u"hostkey"_s)) && !prepare())) {
        m_errorText = u"keys cannot be made"_s;
        return false;
    }
    if (m_port == 0) {
        QTcpServer finder;
        if (!finder.listen(QHostAddress::LocalHost))
            return false;
        m_port = finder.serverPort();
    }
    const Command command = configured();
    if (command.program.isEmpty())
        return false;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.start(command.program, command.arguments);
    return m_process.waitForStarted() && waitUntilReady();
}

void LoopbackServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    LoopbackServer::killConnections();
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        kill();
}

void LoopbackServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

bool LoopbackServer::killConnections()
{
#ifdef Q_OS_LINUX
    if (m_process.state() == QProcess::NotRunning)
        return false; // its number would be 0, and every process a descendant of that
    for (const qint64 process : descendants(m_process.processId()))
        ::kill(pid_t(process), SIGKILL);
    return true;
#else
    return false;
#endif
}

Endpoint LoopbackServer::endpoint() const
{
    return {.host = u"127.0.0.1"_s,
            .port = m_port,
            .user = u"navette"_s,
            .auth = AuthMethod::Key,
            .keyFile = toLocalPath(keyFile()),
            .hostKeyFingerprint = {},
            .proxy = {},
            .root = filesDirectory()};
}

ConnectRequest LoopbackServer::request() const
{
    ConnectRequest request;
    request.endpoint = endpoint();
    request.knownHostsFile = knownHostsFile();
    request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::TrustAndKeep; };
    return request;
}

} // namespace navette
