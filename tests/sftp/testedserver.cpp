// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/testedserver.h"

#include "practice/practiceplatform.h"
#include "support/otherservers.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QThread>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

struct Kind {
    QString name;
    ServerTraits traits;
    std::function<QString()> missing; ///< empty, or why it cannot run here
    std::function<std::unique_ptr<LoopbackServer>()> make;
};

QString missingSshd()
{
    return SshdServer::isInstalled() ? QString() : u"This system has no sshd."_s;
}

// OpenSSH wants every directory on the way there to be root's alone.
QString missingChroot()
{
#ifdef Q_OS_LINUX
    if (::geteuid() == 0)
        return missingSshd();
#endif
    return u"Only root can put OpenSSH's server into another root."_s;
}

Kind sshd(const QString &name, const ServerTraits &traits, const QString &lines)
{
    return {name, traits, missingSshd, [lines] {
                auto server = std::make_unique<SshdServer>();
                server->setExtraConfiguration(lines);
                return server;
            }};
}

Kind sshdChroot(const QString &name)
{
    return {name, {.isChroot = true}, missingChroot, [] {
                auto server = std::make_unique<SshdServer>(u"/run/navette-sshd-XXXXXX"_s);
                server->setExtraConfiguration(
                    u"ChrootDirectory %1\nForceCommand internal-sftp\n"_s.arg(server->filesDirectory()));
                return server;
            }};
}

Kind proftpd(const QString &name, const ServerTraits &traits, const QString &lines)
{
    return {name, traits,
            [] { return ProftpdServer::isInstalled() ? QString() : u"This system has no ProFTPD with mod_sftp."_s; },
            [lines] { return std::make_unique<ProftpdServer>(lines); }};
}

Kind asyncssh(const QString &name, const ServerTraits &traits, const QStringList &switches)
{
    return {name, traits, [] { return AsyncsshServer::isInstalled() ? QString() : u"This system has no asyncssh."_s; },
            [switches] { return std::make_unique<AsyncsshServer>(switches); }};
}

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        sshd(u"sshd"_s, {}, {}),
        sshd(u"sshd read-only"_s, {.writes = false}, u"ForceCommand internal-sftp -R\n"_s),
        sshdChroot(u"sshd chroot"_s),
        {u"practice"_s, {}, [] { return QString(); }, {}},
        // As it comes, it lets nobody open a file for writing that is there already.
        proftpd(u"ProFTPD"_s, {.resumesUploads = false}, {}),
        proftpd(u"ProFTPD overwriting"_s, {}, u"AllowOverwrite on\nAllowStoreRestart on\n"_s),
        proftpd(u"ProFTPD one connection"_s, {.resumesUploads = false, .connections = 1}, u"MaxClients 1\n"_s),
        asyncssh(u"asyncssh"_s, {}, {}),
        asyncssh(u"asyncssh small packets"_s, {}, {u"--no-limits"_s, u"--small-packets"_s, u"4096"_s}),
        asyncssh(u"asyncssh rename refused"_s, {.renames = false}, {u"--rename-refuses"_s}),
        asyncssh(u"asyncssh read-only"_s, {.writes = false}, {u"--read-only"_s}),
        asyncssh(u"asyncssh chroot"_s, {.isChroot = true}, {u"--chroot"_s}),
        asyncssh(u"asyncssh in not listable"_s, {.listsIn = false}, {u"--no-list"_s, u"in"_s}),
        asyncssh(u"asyncssh one connection"_s, {.connections = 1}, {u"--max-connections"_s, u"1"_s}),
    };
    return all;
}

const Kind &kindOf(const QString &name)
{
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&name](const Kind &kind) { return kind.name == name; });
    if (found == kinds().end())
        qFatal("no such server: %s", qPrintable(name));
    return *found;
}

} // namespace

QStringList TestedServer::names()
{
    QStringList names;
    for (const Kind &kind : kinds())
        names += kind.name;
    return names;
}

TestedServer::TestedServer(const QString &name) : m_name(name), m_traits(kindOf(name).traits) {}

TestedServer::~TestedServer() = default;

QString TestedServer::start()
{
    const Kind &kind = kindOf(m_name);
    if (const QString missing = kind.missing(); !missing.isEmpty())
        return missing;
    if (!kind.make)
        return startPractice();
    m_server = kind.make();
    for (const char *action : {"import", "optoutEMAIL", "optoutSMS", "optoutVOICE", "optoutVOICEMAIL", "optinEMAIL",
                               "optinSMS", "optinVOICE", "optinVOICEMAIL", "delete"}) {
        for (const char *step : {"in", "on", "ok", "ko"}) {
            if (!QDir().mkpath(u"%1/contacts/%2/%3"_s.arg(root(), QLatin1String(action), QLatin1String(step))))
                qFatal("%s cannot be made", qPrintable(root()));
        }
    }
    if (!m_server->start())
        qFatal("%s does not come up: %s", qPrintable(m_name), qPrintable(m_server->errorText()));
    return {};
}

QString TestedServer::startPractice()
{
    auto platform = PracticePlatform::start({.root = toLocalPath(m_dir.filePath(u"practice"_s)),
                                             .tick = std::chrono::hours(1), // the robot rests
                                             .sampleHistory = false});
    if (!platform)
        qFatal("The practice platform does not come up: %s", qPrintable(platform.error().message));
    m_platform = std::move(*platform);
    return {};
}

ConnectRequest TestedServer::request() const
{
    if (m_platform) {
        ConnectRequest request;
        request.endpoint = m_platform->account().endpoint;
        request.secrets = m_platform->secrets();
        request.knownHostsFile = toLocalPath(m_dir.filePath(u"known_hosts"_s));
        return request;
    }
    ConnectRequest request = m_server->request();
    if (m_traits.isChroot)
        request.endpoint.root = u"/"_s;
    return request;
}

QString TestedServer::root() const
{
    return m_platform ? displayText(m_platform->tree()) : m_server->filesDirectory();
}

bool TestedServer::killConnections()
{
    return m_server && m_server->killConnections();
}

Result<std::shared_ptr<RemoteFileSystem>> connectPatiently(const ConnectRequest &request)
{
    QElapsedTimer timer;
    timer.start();
    while (true) {
        auto remote = await(connectSftp(request));
        if (remote || remote.error().kind != ErrorKind::Network || timer.elapsed() > 20'000)
            return remote;
        QThread::msleep(100);
    }
}

QStringList namesIn(const QString &directory)
{
    return QDir(directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace navette
