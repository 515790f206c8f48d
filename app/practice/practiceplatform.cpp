// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceplatform.h"

#include "practice/identity.h"
#include "practice/robot.h"
#include "practice/samplefiles.h"
#include "practice/sshserver.h"
#include "practice/textfiles.h"

#include <QCoreApplication>
#include <QLockFile>

#include <atomic>
#include <condition_variable>
#include <thread>

using namespace Qt::StringLiterals;

namespace navette
{

using namespace practice;

namespace
{

/// What the account's set-up on this platform says.
FlowSettings settingsOf(Platform platform)
{
    FlowSettings settings;
    switch (platform) {
    case Platform::Digitaleo:
        settings.deduplication = Deduplication::Triplet;
        settings.fieldLabels = {{u"Champ 1"_s, u"Points fidélité"_s}, {u"Champ 2"_s, u"Magasin préféré"_s}};
        break;
    case Platform::Accengage:
        settings.encoding = csv::Encoding::Utf8;
        settings.appId = u"6"_s;
        settings.customData = {
            {.name = u"firstname"_s, .label = u"First name"_s, .type = CustomField::Type::Text, .size = 50},
            {.name = u"loyalty_points"_s, .label = u"Loyalty points"_s, .type = CustomField::Type::Integer, .size = {}},
            {.name = u"last_store"_s, .label = u"Last store"_s, .type = CustomField::Type::Text, .size = 80},
        };
        break;
    }
    return settings;
}

/// Makes the past once; `begun` stands when it is whole.
Result<void> makePast(const PlatformTree &tree, const LocalPath &state, const PracticeOptions &options)
{
    std::error_code error;
    const LocalPath begun = state / "begun";
    if (std::filesystem::exists(begun, error))
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Result<void> made;
    switch (options.platform) {
    case Platform::Digitaleo:
        if (options.sampleHistory)
            made = makeDigitaleoPast(tree, now);
        break;
    case Platform::Accengage:
        made = options.sampleHistory
                   ? makeAccengagePast(tree, now)
                   // Then the exports begin with the next night's.
                   : writeWhole(state / "exported-until", now.date().toString(Qt::ISODate).toLatin1());
        break;
    }
    return made ? writeWhole(begun, now.toString(Qt::ISODate).toLatin1()) : made;
}

/// The port of the last time, so that the account file and the known host key stay true from start to start.
Result<std::unique_ptr<SshServer>> startServer(const Identity &identity, PlatformTree &tree, quint16 port,
                                               const LocalPath &portFile)
{
    if (port == 0) {
        const quint16 last = readWhole(portFile).trimmed().toUShort();
        if (last != 0) {
            if (auto server = SshServer::start(identity, tree, last))
                return server;
        }
    }
    auto server = SshServer::start(identity, tree, port);
    if (server) {
        if (const auto kept = writeWhole(portFile, QByteArray::number((*server)->port())); !kept)
            return tl::make_unexpected(kept.error());
    }
    return server;
}

} // namespace

struct PracticePlatform::Data {
    explicit Data(const PracticeOptions &wanted) : options(wanted), tree(wanted.root / "tree", wanted.platform) {}
    ~Data()
    {
        server.reset();
        {
            const std::lock_guard lock(robotMutex);
            stopping = true;
        }
        robotWakes.notify_all();
        if (robotThread.joinable())
            robotThread.join();
    }

    void runRobot()
    {
        std::unique_lock lock(robotMutex);
        while (!stopping) {
            robot->tick(QDateTime::currentDateTimeUtc());
            robotWakes.wait_for(lock, options.tick, [this] { return stopping; });
        }
    }

    PracticeOptions options;
    std::unique_ptr<QLockFile> rootLock; ///< two robots in one tree would take the same file twice
    PlatformTree tree;
    Identity identity;
    Account account;
    std::unique_ptr<Robot> robot;
    std::unique_ptr<SshServer> server;
    std::mutex robotMutex;
    std::condition_variable robotWakes;
    bool stopping = false;
    std::thread robotThread;
};

PracticePlatform::PracticePlatform(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
PracticePlatform::~PracticePlatform() = default;

Result<std::unique_ptr<PracticePlatform>> PracticePlatform::start(const PracticeOptions &options)
{
    auto data = std::make_unique<Data>(options);
    const LocalPath state = options.root / "state";
    const LocalPath history = options.root / "history";
    const LocalPath samplesFolder = options.root / "samples";
    for (const LocalPath &folder : {options.root, state, history, samplesFolder}) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) {
            return fail(ErrorKind::NotWritable,
                        QCoreApplication::translate("Practice", "The practice folder %1 can’t be written to.")
                            .arg(displayText(options.root)),
                        QString::fromStdString(error.message()));
        }
    }
    data->rootLock = std::make_unique<QLockFile>(displayText(state / "lock"));
    data->rootLock->setStaleLockTime(0); // only the end of the process that holds it frees it
    if (!data->rootLock->tryLock(0)) {
        return fail(ErrorKind::AlreadyExists,
                    QCoreApplication::translate("Practice",
                                                "The practice platform in %1 is running already, perhaps in "
                                                "another window.")
                        .arg(displayText(options.root)));
    }
    Result<FlowCatalog> flows = FlowCatalog::load();
    if (!flows)
        return tl::make_unexpected(flows.error());
    Result<Identity> identity = Identity::loadOrMake(options.root);
    if (!identity)
        return tl::make_unexpected(identity.error());
    data->identity = std::move(*identity);
    for (const auto &step :
         {data->tree.make(), makePast(data->tree, state, options), writeSamples(options.platform, samplesFolder)}) {
        if (!step)
            return tl::make_unexpected(step.error());
    }

    auto server = startServer(data->identity, data->tree, options.port, state / "port");
    if (!server)
        return tl::make_unexpected(server.error());
    data->server = std::move(*server);

    Account &account = data->account;
    account.id = u"practice-"_s + key(options.platform);
    account.name = QCoreApplication::translate("Practice", "Practice (%1)").arg(label(options.platform));
    account.platform = options.platform;
    account.endpoint.host = u"127.0.0.1"_s;
    account.endpoint.port = data->server->port();
    account.endpoint.user = QString::fromLatin1(data->identity.user);
    account.endpoint.hostKeyFingerprint = data->identity.fingerprint;
    account.settings = settingsOf(options.platform);
    account.practice = true;
    if (const auto written = writeWhole(options.root / "account.json", account.toJson()); !written)
        return tl::make_unexpected(written.error());

    RobotPlace place{data->tree, state, history, std::move(*flows), account.settings};
    data->robot = options.platform == Platform::Digitaleo ? makeDigitaleoRobot(std::move(place))
                                                          : makeAccengageRobot(std::move(place));
    data->robotThread = std::thread([data = data.get()] { data->runRobot(); });
    return std::unique_ptr<PracticePlatform>(new PracticePlatform(std::move(data)));
}

Account PracticePlatform::account() const
{
    return m_data->account;
}

Secrets PracticePlatform::secrets() const
{
    return {.password = QString::fromLatin1(m_data->identity.password), .keyPassphrase = {}};
}

LocalPath PracticePlatform::accountFile() const
{
    return m_data->options.root / "account.json";
}
LocalPath PracticePlatform::tree() const
{
    return m_data->tree.root();
}
LocalPath PracticePlatform::samplesFolder() const
{
    return m_data->options.root / "samples";
}

} // namespace navette
