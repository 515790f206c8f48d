// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/otherservers.h"

#include <QFileInfo>
#include <QStandardPaths>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

QString findProftpd()
{
    return QStandardPaths::findExecutable(u"proftpd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
}

QString proftpdModules()
{
    for (const QString &folder : {u"/usr/lib/proftpd"_s, u"/usr/local/libexec"_s}) {
        if (QFileInfo::exists(folder + u"/mod_sftp.so"_s))
            return folder;
    }
    return {};
}

// The system's own, which has the distribution's packages, before another one that stands first in PATH.
QString findPython()
{
    const QString own = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
    return own.isEmpty() ? QStandardPaths::findExecutable(u"python3"_s) : own;
}

} // namespace

bool ProftpdServer::isInstalled()
{
    return !findProftpd().isEmpty() && !proftpdModules().isEmpty();
}

bool ProftpdServer::prepare()
{
    // mod_sftp reads host keys in PEM, and users' keys as RFC 4716 writes them.
    if (!LoopbackServer::prepare() || !makeKey(path(u"hostkey"_s), {}, {u"-t"_s, u"ecdsa"_s, u"-m"_s, u"PEM"_s}))
        return false;
    QProcess convert;
    convert.start(u"ssh-keygen"_s, {u"-e"_s, u"-f"_s, keyFile() + u".pub"_s});
    return convert.waitForFinished() && convert.exitCode() == 0 &&
           writeFile(path(u"authorized_keys"_s), convert.readAllStandardOutput());
}

LoopbackServer::Command ProftpdServer::configured()
{
#ifdef Q_OS_WIN
    return {};
#else
    QString text = u"ModulePath %1\n"
                   "LoadModule mod_sftp.c\n"
                   "ServerType standalone\n"
                   "DefaultAddress 127.0.0.1\n"
                   "SocketBindTight on\n"
                   "UseIPv6 off\n"
                   "UseReverseDNS off\n"
                   "Port %2\n"
                   "PidFile %3/proftpd.pid\n"
                   "ScoreboardFile %3/scoreboard\n"
                   "ControlsEngine off\n"
                   "DelayEngine off\n"
                   "WtmpLog off\n"
                   "TransferLog none\n"
                   "SystemLog %3/proftpd.log\n"
                   "AuthUserFile %3/passwd\n"
                   "AuthOrder mod_auth_file.c\n"
                   "RequireValidShell off\n"
                   "UseFtpUsers off\n"
                   "SFTPEngine on\n"
                   "SFTPLog none\n"
                   "SFTPHostKey %3/hostkey\n"
                   "SFTPAuthMethods publickey\n"
                   "SFTPAuthorizedUserKeys file:%3/authorized_keys\n"_s.arg(proftpdModules())
                       .arg(port())
                       .arg(path({}));
    // Whoever runs the tests, the server is neither less nor more, so that both may remove each other's files.
    const QFileInfo files(filesDirectory());
    text += ::geteuid() == 0 ? u"RootLogin on\n"_s : u"User %1\nGroup %2\n"_s.arg(files.owner(), files.group());
    const QString user = u"navette:*:%1:%2::%3:/bin/sh\n"_s.arg(::geteuid()).arg(::getegid()).arg(filesDirectory());
    const QString userFile = path(u"passwd"_s);
    if (!writeFile(path(u"proftpd.conf"_s), (text + m_extra).toUtf8()) || !writeFile(userFile, user.toUtf8()) ||
        !QFile::setPermissions(userFile, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    return {findProftpd(), {u"--nodaemon"_s, u"--quiet"_s, u"--config"_s, path(u"proftpd.conf"_s)}};
#endif
}

bool AsyncsshServer::isInstalled()
{
    static const bool installed = !findPython().isEmpty() && runQuietly(findPython(), {u"-c"_s, u"import asyncssh"_s});
    return installed;
}

LoopbackServer::Command AsyncsshServer::configured()
{
    return {findPython(), QStringList{u"-B"_s, u"-W"_s, u"ignore"_s,
                                      QStringLiteral(NAVETTE_SOURCE_DIR) + u"/tests/support/asyncsshserver.py"_s,
                                      path({}), QString::number(port())} +
                              m_switches};
}

bool AsyncsshServer::killConnections()
{
    kill();
    return start();
}

} // namespace navette
