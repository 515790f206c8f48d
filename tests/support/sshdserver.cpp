// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sshdserver.h"

#include <QDir>
#include <QStandardPaths>

#ifndef Q_OS_WIN
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

} // namespace

bool SshdServer::isInstalled()
{
    return !findSshd().isEmpty();
}

QString SshdServer::hostKeyFile() const
{
    return path(u"hostkey"_s);
}

QString SshdServer::otherKeyFile() const
{
    return path(u"otherkey"_s);
}

QString SshdServer::protectedKeyFile() const
{
    return path(u"protectedkey"_s);
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
    return LoopbackServer::prepare() && makeKey(otherKeyFile()) && makeKey(protectedKeyFile(), u"open sesame"_s) &&
           writeFile(path(u"authorized_keys"_s),
                     contentOf(keyFile() + u".pub"_s) + contentOf(protectedKeyFile() + u".pub"_s));
}

LoopbackServer::Command SshdServer::configured()
{
#ifndef Q_OS_WIN
    // As root, sshd wants its empty directory for privilege separation.
    if (::geteuid() == 0)
        QDir().mkpath(u"/run/sshd"_s);
#endif
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
                         "Subsystem sftp internal-sftp\n"_s.arg(port())
                             .arg(path(u"hostkey"_s), path(u"authorized_keys"_s));
    if (!writeFile(path(u"sshd_config"_s), (text + m_extra).toUtf8()))
        return {};
    QStringList arguments{u"-f"_s, path(u"sshd_config"_s)};
    // Since 9.8 an address that failed to sign in is turned away for a while, and tests fail on purpose.
    const QStringList noPenalties{u"-o"_s, u"PerSourcePenalties=no"_s};
    static const bool knowsPenalties = runQuietly(findSshd(), QStringList{u"-t"_s} + arguments + noPenalties);
    if (knowsPenalties)
        arguments += noPenalties;
    return {findSshd(), QStringList{u"-D"_s, u"-e"_s} + arguments};
}

Endpoint SshdServer::endpoint() const
{
    Endpoint endpoint = LoopbackServer::endpoint();
    endpoint.user = qEnvironmentVariable("USER", u"root"_s);
    return endpoint;
}

QString SshdServer::fingerprint() const
{
    QProcess process;
    process.start(u"ssh-keygen"_s, {u"-l"_s, u"-f"_s, path(u"hostkey.pub"_s)});
    process.waitForFinished();
    return QString::fromLocal8Bit(process.readAllStandardOutput()).section(u' ', 1, 1);
}

} // namespace navette
