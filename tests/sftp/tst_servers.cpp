// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation with every server that this system has.
#include "pipeline/deposit.h"
#include "pipeline/pipelinesamples.h"
#include "sftp/testedserver.h"
#include "sftp/wholeupload.h"
#include "support/faultproxy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray inDirectory = "contacts/optoutEMAIL/in";
const QByteArray okDirectory = "contacts/optoutEMAIL/ok";

template<typename T>
QString reason(const Result<T> &result)
{
    return result ? u"it succeeded"_s : result.error().message + u' ' + result.error().detail;
}

} // namespace

class TestServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_remote.reset(); }
    void lists();
    void tells();
    void movesBytes_data();
    void movesBytes();
    void sendsWhole();
    void refusalsNameWhatThePersonKnows();
    void goesOnWithADownload();
    void goesOnWithAnUpload();
    void renames();
    void makesDirectories();
    void createsExclusively();
    void removes();
    void answersManyTogether();
    void deposits();
    void countsConnections();

private:
    [[nodiscard]] QString there(const QString &name) const
    {
        return u"%1/%2/%3"_s.arg(m_server->root(), QString::fromUtf8(inDirectory), name);
    }
    [[nodiscard]] QString here(const QString &name) const { return m_local->filePath(name); }
    [[nodiscard]] QStringList namesThere() const { return namesIn(there({})); }
    [[nodiscard]] static RemotePath in(const QByteArray &name) { return RemotePath(inDirectory).child(name); }
    /// Names of ours, of which the person knows nothing.
    [[nodiscard]] static bool namesTemporary(const Error &error) { return error.message.contains(u".navette-"_s); }
    /// Of an operation that writes, where the account may not.
    [[nodiscard]] bool mayWrite() const { return m_server->traits().writes; }
    [[nodiscard]] Result<TransferSummary> send(quint16 port, const UploadClaims &claims);

    std::map<QString, std::pair<std::unique_ptr<TestedServer>, QString>> m_servers;
    TestedServer *m_server = nullptr;
    std::unique_ptr<QTemporaryDir> m_local;
    std::shared_ptr<RemoteFileSystem> m_remote;
};

void TestServers::initTestCase_data()
{
    QTest::addColumn<QString>("server");
    for (const QString &name : TestedServer::names())
        QTest::newRow(qPrintable(name)) << name;
}

void TestServers::init()
{
    QFETCH_GLOBAL(const QString, server);
    auto &[tested, missing] = m_servers[server];
    if (!tested) {
        tested = std::make_unique<TestedServer>(server);
        missing = tested->start();
    }
    if (!missing.isEmpty())
        QSKIP(qPrintable(missing));
    m_server = tested.get();
    m_local = std::make_unique<QTemporaryDir>();
    for (const QByteArray &directory : {inDirectory, okDirectory}) {
        const QString path = m_server->root() + u'/' + QString::fromUtf8(directory);
        QVERIFY(QDir(path).removeRecursively() && QDir().mkpath(path));
    }
    const auto connected = connectPatiently(m_server->request());
    QVERIFY2(connected, qPrintable(reason(connected)));
    m_remote = *connected;
}

void TestServers::lists()
{
    QSet<QByteArray> expected;
    for (int i = 0; i < 250; ++i) {
        const QString name = u"list-%1-\u00e9.csv"_s.arg(i);
        QVERIFY(writeFile(m_server->root() + u'/' + QString::fromUtf8(okDirectory) + u'/' + name, QByteArray(i, 'x')));
        expected += name.toUtf8();
    }
    const auto listing = await(m_remote->list(RemotePath(okDirectory)));
    QVERIFY2(listing && listing->complete, qPrintable(reason(listing)));
    QSet<QByteArray> got;
    for (const RemoteEntry &entry : listing->entries) {
        got += entry.name;
        QCOMPARE(entry.kind, RemoteKind::File);
        QCOMPARE(entry.size, entry.name.split('-')[1].toInt());
        QVERIFY(qAbs(entry.modifiedSecs - QDateTime::currentSecsSinceEpoch()) < 3600);
    }
    QCOMPARE(listing->entries.size(), 250u);
    QCOMPARE(got, expected);

    const auto empty = await(m_remote->list(RemotePath(inDirectory)));
    if (m_server->traits().listsIn)
        QVERIFY2(empty && empty->complete && empty->entries.empty(), qPrintable(reason(empty)));
    else
        QCOMPARE(empty.error().kind, ErrorKind::NotWritable);
    const auto nowhere = await(m_remote->list(RemotePath("contacts/nowhere")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::NotFound);
}

void TestServers::tells()
{
    QVERIFY(writeFile(there(u"a.csv"_s), "1234"));
    const auto file = await(m_remote->stat(in("a.csv")));
    QVERIFY2(file, qPrintable(reason(file)));
    QCOMPARE(file->size, 4);
    QCOMPARE(file->kind, RemoteKind::File);
    QCOMPARE(file->name, QByteArray("a.csv"));
    QCOMPARE(await(m_remote->stat(RemotePath(inDirectory)))->kind, RemoteKind::Directory);
    QCOMPARE(await(m_remote->stat(RemotePath()))->kind, RemoteKind::Directory);
    QCOMPARE(await(m_remote->stat(in("b.csv"))).error().kind, ErrorKind::NotFound);
}

void TestServers::movesBytes_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("5 MB") << 5'000'017;
}

void TestServers::movesBytes()
{
    QFETCH(const int, bytes);
    const QByteArray content = randomBytes(bytes);
    QVERIFY(writeFile(here(u"a"_s), content));
    const auto sent = await(m_remote->upload(toLocalPath(here(u"a"_s)), in("up"), {.hash = true}));
    if (mayWrite()) {
        QVERIFY2(sent, qPrintable(reason(sent)));
        QCOMPARE(sent->bytes, bytes);
        QVERIFY(readFile(there(u"up"_s)) == content);
    } else {
        QCOMPARE(sent.error().kind, ErrorKind::NotWritable);
        QCOMPARE(namesThere(), QStringList());
    }
    QVERIFY(writeFile(there(u"down"_s), content));
    const auto got = await(m_remote->download(in("down"), toLocalPath(here(u"b"_s)), {.hash = true}));
    QVERIFY2(got, qPrintable(reason(got)));
    QCOMPARE(got->bytes, bytes);
    QCOMPARE(got->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(readFile(here(u"b"_s)) == content);
    QCOMPARE(namesIn(m_local->path()), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(await(m_remote->download(in("none"), toLocalPath(here(u"c"_s)))).error().kind, ErrorKind::NotFound);
    QVERIFY(!await(m_remote->download(RemotePath(inDirectory), toLocalPath(here(u"c"_s)))));
    QCOMPARE(namesIn(m_local->path()), QStringList({u"a"_s, u"b"_s}));
}

void TestServers::sendsWhole()
{
    const QByteArray content = randomBytes(300'000);
    QVERIFY(writeFile(here(u"a"_s), content));
    const LocalPath source = toLocalPath(here(u"a"_s));
    const auto sent = uploadWhole(*m_remote, source, in("a.csv"));
    if (mayWrite() && m_server->traits().renames) {
        QVERIFY2(sent, qPrintable(reason(sent)));
        QVERIFY(readFile(there(u"a.csv"_s)) == content);
        QCOMPARE(namesThere(), QStringList{u"a.csv"_s});
    } else {
        QCOMPARE(sent.error().kind, ErrorKind::NotWritable);
        QVERIFY2(!namesTemporary(sent.error()), qPrintable(reason(sent)));
        QCOMPARE(namesThere(), QStringList());
    }
    // Under a name that is taken: nothing is overwritten, nothing is left.
    QVERIFY(writeFile(there(u"taken.csv"_s), "theirs"));
    const QStringList before = namesThere();
    const auto refused = uploadWhole(*m_remote, source, in("taken.csv"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, mayWrite() ? ErrorKind::AlreadyExists : ErrorKind::NotWritable);
    QVERIFY2(!namesTemporary(refused.error()), qPrintable(reason(refused)));
    QCOMPARE(readFile(there(u"taken.csv"_s)), QByteArray("theirs"));
    QCOMPARE(namesThere(), before);
}

void TestServers::refusalsNameWhatThePersonKnows()
{
    QVERIFY(writeFile(here(u"a"_s), "1234"));
    const auto nowhere = uploadWhole(*m_remote, toLocalPath(here(u"a"_s)), RemotePath("contacts/nowhere/a.csv"));
    QVERIFY(!nowhere);
    QVERIFY2(!namesTemporary(nowhere.error()), qPrintable(reason(nowhere)));
    if (nowhere.error().kind == ErrorKind::NotFound)
        QVERIFY2(nowhere.error().message.contains(u"folder “contacts/nowhere”"_s), qPrintable(reason(nowhere)));
    const auto journal = Journal::open(toLocalPath(here(u"journal.sqlite"_s)));
    QVERIFY(journal);
    DepositOrder order;
    order.flow = samples::flow(u"digitaleo/optoutEMAIL"_s);
    order.file = toLocalPath(here(u"a"_s));
    order.remoteName = u"vip.csv"_s;
    QVERIFY(QDir(there({})).removeRecursively());
    const auto record = deposit(*m_remote, samples::digitaleo(), order, **journal);
    QVERIFY(!record);
    QVERIFY2(!namesTemporary(record.error()), qPrintable(reason(record)));
    QCOMPARE((*journal)->deposits()->front().message, record.error().message);
}

void TestServers::goesOnWithADownload()
{
    m_remote.reset();
    const QByteArray content = randomBytes(8'000'000);
    QVERIFY(writeFile(there(u"big"_s), content));
    ConnectRequest request = m_server->request();
    FaultProxy relay(request.endpoint.port, {.cutAfterDown = 5'000'000});
    request.endpoint.port = relay.port();
    const auto fetch = [&] {
        auto remote = connectPatiently(request);
        return remote ? await((*remote)->download(in("big"), toLocalPath(here(u"big"_s)),
                                                  {.unfinished = Unfinished::KeepIfBroken, .hash = true}))
                      : Result<TransferSummary>(tl::make_unexpected(remote.error()));
    };
    const auto broken = fetch();
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Network);
    QVERIFY(!QFile::exists(here(u"big"_s)));
    relay.setFaults({});
    const auto got = fetch();
    QVERIFY2(got, qPrintable(reason(got)));
    QCOMPARE_GT(got->continuedFrom, 1'000'000);
    QCOMPARE(got->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(readFile(here(u"big"_s)) == content);
    QCOMPARE(namesIn(m_local->path()), QStringList{u"big"_s});
}

Result<TransferSummary> TestServers::send(quint16 port, const UploadClaims &claims)
{
    ConnectRequest request = m_server->request();
    request.endpoint.port = port;
    auto remote = connectPatiently(request);
    if (!remote)
        return tl::make_unexpected(remote.error());
    return uploadWhole(**remote, toLocalPath(here(u"big"_s)), in("big.csv"),
                       {.unfinished = Unfinished::KeepIfBroken, .hash = true}, {}, claims);
}

void TestServers::goesOnWithAnUpload()
{
    if (!mayWrite() || !m_server->traits().renames)
        QSKIP("No upload reaches its end there.");
    m_remote.reset();
    const QByteArray content = randomBytes(8'000'000);
    QVERIFY(writeFile(here(u"big"_s), content));
    const UploadClaims claims{toLocalPath(here(u"claims"_s)), "server"};
    FaultProxy relay(m_server->request().endpoint.port, {.cutAfterUp = 6'000'000});
    const auto broken = send(relay.port(), claims);
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Network);
    QVERIFY(!QFile::exists(there(u"big.csv"_s)));
    relay.setFaults({});
    const auto sent = send(relay.port(), claims);
    QVERIFY2(sent, qPrintable(reason(sent)));
    if (m_server->traits().resumesUploads)
        QCOMPARE_GT(sent->continuedFrom, 1'000'000);
    QCOMPARE(sent->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(readFile(there(u"big.csv"_s)) == content);
    QCOMPARE(namesThere(), QStringList{u"big.csv"_s});
}

void TestServers::renames()
{
    QVERIFY(writeFile(there(u"a"_s), "A"));
    QVERIFY(writeFile(there(u"b"_s), "B"));
    const auto taken = await(m_remote->rename(in("a"), in("b")));
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(readFile(there(u"a"_s)), QByteArray("A"));
    QCOMPARE(readFile(there(u"b"_s)), QByteArray("B"));
    const auto renamed = await(m_remote->rename(in("a"), in("c")));
    if (!mayWrite() || !m_server->traits().renames) {
        QCOMPARE(renamed.error().kind, ErrorKind::NotWritable);
        QCOMPARE(namesThere(), QStringList({u"a"_s, u"b"_s}));
        return;
    }
    QVERIFY2(renamed, qPrintable(reason(renamed)));
    QCOMPARE(readFile(there(u"c"_s)), QByteArray("A"));
    QCOMPARE(namesThere(), QStringList({u"b"_s, u"c"_s}));
    QCOMPARE(await(m_remote->rename(in("a"), in("d"))).error().kind, ErrorKind::NotFound);
}

void TestServers::makesDirectories()
{
    const auto made = await(m_remote->makeDirectory(in("d")));
    if (!mayWrite()) {
        QCOMPARE(made.error().kind, ErrorKind::NotWritable);
        return;
    }
    QVERIFY2(made, qPrintable(reason(made)));
    QCOMPARE(await(m_remote->makeDirectory(in("d"))).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(writeFile(there(u"d/a"_s), "A"));
    QVERIFY(!await(m_remote->removeDirectory(in("d"))));
    QCOMPARE(readFile(there(u"d/a"_s)), QByteArray("A"));
    QVERIFY(await(m_remote->removeFile(RemotePath(inDirectory + "/d/a"))));
    const auto removed = await(m_remote->removeDirectory(in("d")));
    QVERIFY2(removed, qPrintable(reason(removed)));
    QCOMPARE(namesThere(), QStringList());
}

void TestServers::createsExclusively()
{
    QVERIFY(writeFile(there(u"old"_s), "old"));
    QVERIFY(writeFile(here(u"new"_s), "new"));
    const auto made = await(m_remote->createEmpty(in("marker")));
    if (mayWrite()) {
        QVERIFY2(made, qPrintable(reason(made)));
        QCOMPARE(readFile(there(u"marker"_s)), QByteArray());
    } else {
        QCOMPARE(made.error().kind, ErrorKind::NotWritable);
    }
    QCOMPARE(await(m_remote->createEmpty(in("old"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(await(m_remote->upload(toLocalPath(here(u"new"_s)), in("old"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(readFile(there(u"old"_s)), QByteArray("old"));
}

void TestServers::removes()
{
    QVERIFY(writeFile(there(u"a"_s), "A"));
    const auto removed = await(m_remote->removeFile(in("a")));
    if (mayWrite()) {
        QVERIFY2(removed, qPrintable(reason(removed)));
        QCOMPARE(namesThere(), QStringList());
        QCOMPARE(await(m_remote->removeFile(in("a"))).error().kind, ErrorKind::NotFound);
    } else {
        QCOMPARE(removed.error().kind, ErrorKind::NotWritable);
        QCOMPARE(namesThere(), QStringList{u"a"_s});
    }
}

// More than some servers keep open at once.
void TestServers::answersManyTogether()
{
    QList<QFuture<Result<TransferSummary>>> downloads;
    QList<QFuture<Result<RemoteEntry>>> looks;
    for (int i = 0; i < 100; ++i)
        QVERIFY(writeFile(there(u"f%1"_s.arg(i)), randomBytes(i * 997)));
    for (int i = 0; i < 100; ++i) {
        downloads += m_remote->download(in("f" + QByteArray::number(i)), toLocalPath(here(u"d%1"_s.arg(i))));
        looks += m_remote->stat(in("f" + QByteArray::number(i)));
    }
    for (int i = 0; i < 100; ++i) {
        const auto got = await(downloads[i]);
        QVERIFY2(got, qPrintable(reason(got)));
        QVERIFY(readFile(here(u"d%1"_s.arg(i))) == randomBytes(i * 997));
        QCOMPARE(await(looks[i])->size, i * 997);
    }
}

void TestServers::deposits()
{
    const QByteArray content = "Email\n" + QByteArray("jean@example.org\n").repeated(5000);
    QVERIFY(writeFile(here(u"source.csv"_s), content));
    const auto journal = Journal::open(toLocalPath(here(u"journal.sqlite"_s)));
    QVERIFY(journal);
    DepositOrder order;
    order.flow = samples::flow(u"digitaleo/optoutEMAIL"_s);
    order.file = toLocalPath(here(u"source.csv"_s));
    order.sourceName = u"source.csv"_s;
    order.remoteName = u"vip.csv"_s;
    const auto record = deposit(*m_remote, samples::digitaleo(), order, **journal);
    if (mayWrite() && m_server->traits().renames) {
        QVERIFY2(record, qPrintable(reason(record)));
        QCOMPARE(record->state, DepositState::Waiting);
        QVERIFY(readFile(there(u"vip.csv"_s)) == content);
        QCOMPARE(namesThere(), QStringList{u"vip.csv"_s});
        const auto again = deposit(*m_remote, samples::digitaleo(), order, **journal);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
    } else {
        QVERIFY(!record);
        QCOMPARE(record.error().kind, ErrorKind::NotWritable);
        QVERIFY2(!namesTemporary(record.error()), qPrintable(reason(record)));
        QCOMPARE(namesThere(), QStringList());
        QCOMPARE((*journal)->deposits()->front().state, DepositState::Failed);
    }
}

void TestServers::countsConnections()
{
    const auto second = await(connectSftp(m_server->request()));
    if (m_server->traits().connections > 1) {
        QVERIFY2(second, qPrintable(reason(second)));
        QVERIFY(await((*second)->list(RemotePath(okDirectory))));
    } else {
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Network);
        QVERIFY2(second.error().message.contains(u"connections"_s), qPrintable(reason(second)));
    }
    // And the first one is none the worse for it.
    QVERIFY(await(m_remote->list(RemotePath(okDirectory))));
}

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
