// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sshdserver.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#ifndef Q_OS_WIN
#include <csignal>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

QString findSshd()
{
    // sshd insists on being started by its absolute path; /usr/sbin is in few users' PATH.
    const QString found = QStandardPaths::findExecutable(u"sshd"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

bool runQuietly(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

bool makeKey(const QString &path, const QString &passphrase = {})
{
    QFile::remove(path);
    QFile::remove(path + u".pub"_s);
    return runQuietly(u"ssh-keygen"_s,
                      {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-C"_s, u"test"_s, u"-f"_s, path});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

#ifdef Q_OS_LINUX
// The processes that these made, and those that they made.
QList<qint64> descendants(qint64 ancestor)
{
    QList<qint64> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        // "PID (name) S PPID …"; the name may hold anything, so look behind its last parenthesis.
        const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(entry));
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == ancestor)
            found << entry.toLongLong() << descendants(entry.toLongLong());
    }
    return found;
}
#endif

} // namespace

SshdServer::~SshdServer()
{
    stop();
}

bool SshdServer::isInstalled()
{
    return !findSshd().isEmpty();
}

QString SshdServer::path(const QString &name) const
{
    return m_dir.filePath(name);
}

QString SshdServer::filesDirectory() const
{
    return path(u"files"_s);
}

QString SshdServer::keyFile() const
{
    return path(u"userkey"_s);
}

QString SshdServer::otherKeyFile() const
{
    return path(u"otherkey"_s);
}

QString SshdServer::protectedKeyFile() const
{
    return path(u"protectedkey"_s);
}

LocalPath SshdServer::knownHostsFile() const
{
    return toLocalPath(path(u"client/known_hosts"_s));
}

bool SshdServer::makeNewHostKey()
{
    return makeKey(path(u"hostkey"_s));
}

bool SshdServer::allow(const QByteArray &publicKey) const
{
    QFile file(path(u"authorized_keys"_s));
    return file.open(QIODevice::Append) && file.write(publicKey) == publicKey.size();
}

bool SshdServer::prepare()
{
    if (QFile::exists(path(u"hostkey"_s)))
        return true;
    return QDir().mkpath(filesDirectory()) && makeNewHostKey() && makeKey(keyFile()) && makeKey(otherKeyFile()) &&
           makeKey(protectedKeyFile(), u"open sesame"_s) &&
           writeFile(path(u"authorized_keys"_s),
                     contentOf(keyFile() + u".pub"_s) + contentOf(protectedKeyFile() + u".pub"_s));
}

bool SshdServer::writeConfiguration()
{
    const QString text = u"ListenAddress 127.0.0.1\n"
                         "Port %1\n"
                         "HostKey %2\n"
                         "AuthorizedKeysFile %3\n"
                         "PidFile none\n"
                         "StrictModes no\n"
                         "UsePAM no\n"
                         "PasswordAuthentication no\n"
                         "PermitRootLogin yes\n"
                         "MaxStartups 100:30:200\n"
                         "LogLevel ERROR\n"
                         "Subsystem sftp internal-sftp\n"_s.arg(m_port)
                             .arg(path(u"hostkey"_s), path(u"authorized_keys"_s));
    return writeFile(path(u"sshd_config"_s), (text + m_extra).toUtf8());
}

bool SshdServer::waitUntilReady()
{
    for (int i = 0; i < 100 && m_process.state() != QProcess::NotRunning; ++i) {
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

bool SshdServer::start()
{
    stop();
    if (!m_dir.isValid() || !prepare()) {
        m_errorText = u"keys cannot be made"_s;
        return false;
    }
    if (m_port == 0) {
        QTcpServer finder;
        if (!finder.listen(QHostAddress::LocalHost))
            return false;
        m_port = finder.serverPort();
    }
#ifndef Q_OS_WIN
    // As root, sshd wants its empty directory for privilege separation.
    if (::geteuid() == 0)
        QDir().mkpath(u"/run/sshd"_s);
#endif
    if (!writeConfiguration())
        return false;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{u"-f"_s, path(u"sshd_config"_s)};
    // Since 9.8 an address that failed to sign in is turned away for a while, and tests fail on purpose.
    const QStringList noPenalties{u"-o"_s, u"PerSourcePenalties=no"_s};
    static const bool knowsPenalties = runQuietly(findSshd(), QStringList{u"-t"_s} + arguments + noPenalties);
    if (knowsPenalties)
        arguments += noPenalties;
    m_process.start(findSshd(), QStringList{u"-D"_s, u"-e"_s} + arguments);
    return m_process.waitForStarted() && waitUntilReady();
}

void SshdServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    killConnections();
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void SshdServer::killConnections() const
{
#ifdef Q_OS_LINUX
    if (m_process.state() == QProcess::NotRunning)
        return; // its number would be 0, and every process a descendant of that
    for (const qint64 process : descendants(m_process.processId()))
        ::kill(pid_t(process), SIGKILL);
#endif
}

Endpoint SshdServer::endpoint() const
{
    return {.host = u"127.0.0.1"_s,
            .port = m_port,
            .user = qEnvironmentVariable("USER", u"root"_s),
            .auth = AuthMethod::Key,
            .keyFile = toLocalPath(keyFile()),
            .hostKeyFingerprint = {},
            .proxy = {},
            .root = filesDirectory()};
}

QString SshdServer::fingerprint() const
{
    QProcess process;
    process.start(u"ssh-keygen"_s, {u"-l"_s, u"-f"_s, path(u"hostkey.pub"_s)});
    process.waitForFinished();
    return QString::fromLocal8Bit(process.readAllStandardOutput()).section(u' ', 1, 1);
}

ConnectRequest SshdServer::request() const
{
    ConnectRequest request;
    request.endpoint = endpoint();
    request.knownHostsFile = knownHostsFile();
    request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::TrustAndKeep; };
    return request;
}

} // namespace navette
