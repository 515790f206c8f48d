// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The practice platform seen by our own client and pipeline.
#include "flows/flowcatalog.h"
#include "pipeline/board.h"
#include "pipeline/deposit.h"
#include "pipeline/importmode.h"
#include "practice/practiceplatform.h"
#include "sftp/connection.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace navette;

class TestClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup();
    void connectsWithItsAccountFile();
    void wrongPasswordAndKeyAreTold();
    void transfersAreWhole();
    void manyRequestsInFlight();
    void rightsAreErrors();
    void setsTheMode();
    void depositMovesToItsEnd_data();
    void depositMovesToItsEnd();
    void accengagePairIsPickedUp();
    void boardShowsThePast();

private:
    void start(PracticeOptions options);
    [[nodiscard]] ConnectRequest request() const;
    void connectClient();
    [[nodiscard]] LocalPath write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QStringList names(const char *directory) const;
    [[nodiscard]] std::vector<Flow> flows() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PracticePlatform> m_platform;
    std::shared_ptr<RemoteFileSystem> m_remote;
    std::shared_ptr<Journal> m_journal;
};

void TestClient::cleanup()
{
    m_remote.reset();
    m_journal.reset();
    m_platform.reset();
    m_dir.reset();
}

void TestClient::start(PracticeOptions options)
{
    options.root = toLocalPath(m_dir->filePath(u"root"_s));
    auto platform = PracticePlatform::start(options);
    QVERIFY2(platform, platform ? "" : qPrintable(platform.error().message + platform.error().detail));
    m_platform = std::move(*platform);
    auto journal = Journal::open(toLocalPath(m_dir->filePath(u"journal.sqlite"_s)));
    QVERIFY2(journal, journal ? "" : qPrintable(journal.error().message));
    m_journal = *journal;
}

ConnectRequest TestClient::request() const
{
    ConnectRequest request;
    request.endpoint = m_platform->account().endpoint;
    request.secrets = m_platform->secrets();
    request.knownHostsFile = toLocalPath(m_dir->filePath(u"known_hosts"_s));
    return request;
}

void TestClient::connectClient()
{
    auto connected = await(connectSftp(request()));
    QVERIFY2(connected, connected ? "" : qPrintable(connected.error().message + connected.error().detail));
    m_remote = *connected;
}

LocalPath TestClient::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return toLocalPath(file.fileName());
}

QStringList TestClient::names(const char *directory) const
{
    QStringList result;
    for (const auto &entry : std::filesystem::directory_iterator(m_platform->tree() / directory))
        result.append(fileName(entry.path()));
    result.sort();
    return result;
}

std::vector<Flow> TestClient::flows() const
{
    std::vector<Flow> result;
    const Result<FlowCatalog> catalog = FlowCatalog::load();
    for (const Flow *flow : catalog->ofPlatform(m_platform->account().platform)) {
        if (flow->direction == FlowDirection::ToPlatform)
            result.push_back(*flow);
    }
    return result;
}

void TestClient::connectsWithItsAccountFile()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    const Result<Account> account = Account::load(m_platform->accountFile());
    QVERIFY2(account, account ? "" : qPrintable(account.error().message));
    ConnectRequest fromFile = request();
    fromFile.endpoint = account->endpoint;
    std::vector<StepReport> steps;
    fromFile.onStep = [&steps](const StepReport &step) { steps.push_back(step); };
    const auto connected = await(connectSftp(fromFile));
    QVERIFY2(connected, connected ? "" : qPrintable(connected.error().message));
    QVERIFY(steps.size() >= 4);
    const auto listing = await((*connected)->list(RemotePath()));
    QVERIFY(listing && listing->complete);
    QCOMPARE(listing->entries.size(), 2u);
}

void TestClient::wrongPasswordAndKeyAreTold()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    ConnectRequest wrong = request();
    wrong.secrets.password = u"wrong"_s;
    const auto refused = await(connectSftp(wrong));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::SignIn);
    ConnectRequest otherKey = request();
    otherKey.endpoint.hostKeyFingerprint = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
    const auto unsafe = await(connectSftp(otherKey));
    QVERIFY(!unsafe);
    QCOMPARE(unsafe.error().kind, ErrorKind::Unsafe);
}

void TestClient::transfersAreWhole()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    connectClient();
    QByteArray bytes;
    for (int i = 0; i < 700'000; ++i)
        bytes += QByteArray::number(i * 31) + ';';
    const LocalPath source = write(u"big"_s, bytes);
    const RemotePath target(QByteArray("contacts/import/in/.big"));
    const auto sent = await(m_remote->upload(source, target, {.hash = true}));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message + sent.error().detail));
    QCOMPARE(sent->bytes, bytes.size());
    const LocalPath back = toLocalPath(m_dir->filePath(u"back"_s));
    const auto fetched = await(m_remote->download(target, back, {.hash = true}));
    QVERIFY2(fetched, fetched ? "" : qPrintable(fetched.error().message));
    QCOMPARE(fetched->sha256, sent->sha256);
    const auto again = await(m_remote->upload(source, target));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
}

void TestClient::manyRequestsInFlight()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    connectClient();
    std::vector<QFuture<Result<void>>> made;
    for (int i = 0; i < 400; ++i)
        made.push_back(m_remote->createEmpty(RemotePath("contacts/import/in/.n" + QByteArray::number(i))));
    for (auto &one : made)
        QVERIFY(await(one));
    std::vector<QFuture<Result<RemoteListing>>> listings;
    for (int i = 0; i < 60; ++i)
        listings.push_back(m_remote->list(RemotePath(QByteArray("contacts/import/in"))));
    for (auto &one : listings) {
        const auto listing = await(one);
        QVERIFY(listing && listing->complete);
        QCOMPARE(listing->entries.size(), 400u);
    }
}

void TestClient::rightsAreErrors()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    connectClient();
    const LocalPath source = write(u"a.csv"_s, "Email\n");
    const auto upload = await(m_remote->upload(source, RemotePath(QByteArray("contacts/import/ok/a.csv"))));
    QVERIFY(!upload);
    QCOMPARE(upload.error().kind, ErrorKind::NotWritable);
    const auto missing = await(m_remote->stat(RemotePath(QByteArray("contacts/import/in/none"))));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(await(m_remote->createEmpty(RemotePath(QByteArray("contacts/import/in/.a")))));
    QVERIFY(await(m_remote->createEmpty(RemotePath(QByteArray("contacts/import/in/.b")))));
    const auto rename = await(m_remote->rename(RemotePath(QByteArray("contacts/import/in/.a")),
                                               RemotePath(QByteArray("contacts/import/in/.b"))));
    QVERIFY(!rename);
    QCOMPARE(rename.error().kind, ErrorKind::AlreadyExists);
}

void TestClient::setsTheMode()
{
    start({.tick = std::chrono::hours(1), .sampleHistory = false});
    connectClient();
    const auto before = readImportMode(*m_remote);
    QVERIFY2(before, before ? "" : qPrintable(before.error().message));
    QVERIFY(before->markers.empty());
    for (const ImportMode mode : {ImportMode::SyncList, ImportMode::AddToList, ImportMode::NewList}) {
        const auto set = setImportMode(*m_remote, mode);
        QVERIFY2(set, set ? "" : qPrintable(set.error().message));
        QCOMPARE(set->effective(), std::optional(mode));
        QCOMPARE(names("contacts/import").filter(u"."_s), QStringList{QString::fromLatin1(markerName(mode))});
    }
}

void TestClient::depositMovesToItsEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("good") << QByteArray("Nom;Email\nJ;j@example.org\n") << true;
    QTest::newRow("bad") << QByteArray("Nom,Email\nJ,j@example.org\n") << false;
}

void TestClient::depositMovesToItsEnd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, accepted);
    start({.tick = std::chrono::milliseconds(150), .sampleHistory = false});
    connectClient();
    DepositOrder order;
    order.flow = *FlowCatalog::load()->find(u"digitaleo/import"_s);
    order.file = write(u"list.csv"_s, bytes);
    order.sourceName = order.remoteName = u"list.csv"_s;
    order.mode = ImportMode::AddToList;
    const Account account = m_platform->account();
    const auto record = deposit(*m_remote, account, order, *m_journal);
    QVERIFY2(record, record ? "" : qPrintable(record.error().message + record.error().detail));
    std::optional<DepositRecord> ended;
    QElapsedTimer clock;
    clock.start();
    while (!ended && clock.elapsed() < 20'000) {
        QTest::qWait(50);
        const auto snapshot = takeSnapshot(*m_remote, account, flows(), m_journal.get());
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));
        QVERIFY2(snapshot->complete, qPrintable(snapshot->problems.join(u' ')));
        const auto moved = followDeposits(account, *snapshot, *m_journal);
        QVERIFY(moved);
        for (const DepositRecord &one : *moved) {
            if (isFinal(one.state))
                ended = one;
        }
    }
    QVERIFY2(ended, "the deposit never came to an end");
    QCOMPARE(ended->id, record->id);
    QCOMPARE(ended->state, accepted ? DepositState::Accepted : DepositState::Refused);
    QCOMPARE(names(accepted ? "contacts/import/ok" : "contacts/import/ko"), QStringList{ended->platformName});
    QVERIFY(names("contacts/import/in").isEmpty());
}

void TestClient::accengagePairIsPickedUp()
{
    start({.platform = Platform::Accengage, .tick = std::chrono::milliseconds(150), .sampleHistory = false});
    connectClient();
    DepositOrder order;
    order.flow = *FlowCatalog::load()->find(u"accengage/staticlist"_s);
    order.file = write(u"list.csv"_s, "\"device_id\"\n\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"\n");
    order.sourceName = u"list.csv"_s;
    order.remoteName = u"staticlist_list_6_20261121120000.csv"_s;
    const auto record = deposit(*m_remote, m_platform->account(), order, *m_journal);
    QVERIFY2(record, record ? "" : qPrintable(record.error().message + record.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(names("").filter(u"staticlist"_s).isEmpty(), 10'000);
}

void TestClient::boardShowsThePast()
{
    start({.tick = std::chrono::hours(1)});
    connectClient();
    const auto snapshot = takeSnapshot(*m_remote, m_platform->account(), flows(), m_journal.get());
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));
    QVERIFY(snapshot->complete);
    QVERIFY(snapshot->mode && snapshot->mode->effective() == ImportMode::AddToList);
    QVERIFY(snapshot->count(u"digitaleo/import"_s, BoardColumn::Accepted) > 8);
    QCOMPARE(snapshot->count(u"digitaleo/import"_s, BoardColumn::Refused), 2);
    QCOMPARE(snapshot->count(u"digitaleo/optoutSMS"_s, BoardColumn::Refused), 2);
    const std::vector<const Card *> accepted = snapshot->of(u"digitaleo/import"_s, BoardColumn::Accepted);
    for (const Card *card : accepted) {
        QVERIFY(card->depositedAt <= card->changedAt);
        QVERIFY(card->changedAt <= QDateTime::currentDateTimeUtc().addSecs(2));
    }
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
