// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/otherservers.h"
#include "support/sshdserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>

using namespace navette;
using namespace Qt::StringLiterals;
using Remote = std::shared_ptr<RemoteFileSystem>;

Q_DECLARE_METATYPE(ErrorKind)

/// The real session against OpenSSH's sshd on the loopback.
class TestSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lists();
    void listsFiveThousand();
    void movesBytes_data();
    void movesBytes();
    void movesManyTogether();
    void createsExclusively();
    void goesOnThroughNoLink();
    void renamesWithoutOverwriting();
    void makesAndRemovesDirectories();
    void refusesHostileNames();
    void fetchesNoDirectory();
    void doesNotOverwriteLocally();
    void saysWhatIsMissing();
    void cancelsUpload();
    void cancelsDownload();
    void leavesRoomOnASlowLine_data();
    void leavesRoomOnASlowLine();
    void losesTheServer();
    void survivesNewKeys();
    void findsADeadLink();
    void findsALostRequest();
    void staysWhenNothingIsAsked();
    void findsADeadLinkInTime();
    void endsWithItsLastPointer();
    void looksInManyDirectoriesAtOnce();
    void listsManyEntriesInParts();

private:
    [[nodiscard]] Remote connected(quint16 port = 0);
    [[nodiscard]] QString remote(const QString &name) const { return m_server.filesDirectory() + u'/' + name; }
    [[nodiscard]] QString local(const QString &name) const { return m_local->filePath(name); }
    [[nodiscard]] QStringList names(const QString &directory) const;

    SshdServer m_server;
    std::unique_ptr<QTemporaryDir> m_local;
};

namespace
{

} // namespace

void TestSession::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
}

void TestSession::init()
{
    m_local = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_server.filesDirectory()).removeRecursively());
    QVERIFY(QDir().mkpath(m_server.filesDirectory()));
}

Remote TestSession::connected(quint16 port)
{
    ConnectRequest request = m_server.request();
    if (port != 0)
        request.endpoint.port = port;
    auto remote = await(connectSftp(request));
    if (!remote)
        qWarning() << remote.error().message << remote.error().detail;
    return remote ? *remote : nullptr;
}

QStringList TestSession::names(const QString &directory) const
{
    return QDir(directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void TestSession::lists()
{
    QVERIFY(writeFile(remote(u"in/a.csv"_s), "x;y\n"));
    QVERIFY(writeFile(remote(u"in/\u00e9.csv"_s), ""));
    QVERIFY(QDir().mkpath(remote(u"in/sub"_s)));
    QVERIFY(QFile::link(u"/etc"_s, remote(u"in/link"_s)));
    const Remote server = connected();
    QVERIFY(server);
    auto listing = await(server->list(RemotePath("in")));
    QVERIFY(listing && listing->complete);
    std::sort(listing->entries.begin(), listing->entries.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    QCOMPARE(listing->entries.size(), 4u);
    QCOMPARE(listing->entries[0].name, "a.csv");
    QCOMPARE(listing->entries[0].size, 4);
    QCOMPARE(listing->entries[0].kind, RemoteKind::File);
    QVERIFY(qAbs(listing->entries[0].modifiedSecs - QDateTime::currentSecsSinceEpoch()) < 60);
    QCOMPARE(listing->entries[1].name, "link");
    QCOMPARE(listing->entries[1].kind, RemoteKind::Link);
    QCOMPARE(listing->entries[2].name, "sub");
    QCOMPARE(listing->entries[2].kind, RemoteKind::Directory);
    QCOMPARE(listing->entries[3].name, "\xc3\xa9.csv");
    QCOMPARE(await(server->list(RemotePath()))->entries.size(), 1u);
    QCOMPARE(await(server->stat(RemotePath("in/a.csv")))->size, 4);
    QCOMPARE(await(server->stat(RemotePath("in/link")))->kind, RemoteKind::Link);
    QCOMPARE(await(server->stat(RemotePath()))->kind, RemoteKind::Directory);
}

void TestSession::listsFiveThousand()
{
    QSet<QByteArray> expected;
    for (int i = 0; i < 5000; ++i) {
        const QString name = u"list-%1.csv"_s.arg(i);
        QVERIFY(writeFile(remote(u"ok/"_s + name), {}));
        expected += name.toUtf8();
    }
    const Remote server = connected();
    QVERIFY(server);
    const auto listing = await(server->list(RemotePath("ok")));
    QVERIFY(listing && listing->complete);
    QSet<QByteArray> got;
    for (const RemoteEntry &entry : listing->entries)
        got += entry.name;
    QCOMPARE(listing->entries.size(), 5000u);
    QCOMPARE(got, expected);
}

void TestSession::movesBytes_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("one packet") << 32768;
    QTest::newRow("one more") << 32769;
    QTest::newRow("5 MB") << 5'000'017;
}

void TestSession::movesBytes()
{
    QFETCH(const int, bytes);
    const QByteArray content = randomBytes(bytes);
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    QVERIFY(writeFile(local(u"a"_s), content));
    const Remote server = connected();
    QVERIFY(server);
    std::atomic<int> reports = 0;
    std::atomic<qint64> last = -1;
    const auto progress = [&](qint64 done, qint64) { ++reports, last = done; };
    const auto sent =
        await(server->upload(toLocalPath(local(u"a"_s)), RemotePath("up"), {.progress = progress, .hash = true}));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message + sent.error().detail));
    QCOMPARE(sent->bytes, bytes);
    QCOMPARE(sent->sha256, hash);
    QCOMPARE(last, bytes);
    QCOMPARE_LE(reports, 110);
    QVERIFY(readFile(remote(u"up"_s)) == content);
    const auto got =
        await(server->download(RemotePath("up"), toLocalPath(local(u"b"_s)), {.progress = progress, .hash = true}));
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QCOMPARE(got->bytes, bytes);
    QCOMPARE(got->sha256, hash);
    const auto there = await(server->sha256(RemotePath("up")));
    QVERIFY2(there, there ? "" : qPrintable(there.error().message));
    QCOMPARE(*there, hash);
    QVERIFY(readFile(local(u"b"_s)) == content);
    QCOMPARE(names(m_local->path()), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(QFileInfo(local(u"b"_s)).permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void TestSession::movesManyTogether()
{
    QList<QFuture<Result<TransferSummary>>> uploads, downloads;
    const Remote server = connected();
    QVERIFY(server);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(writeFile(local(u"u%1"_s.arg(i)), randomBytes(i * 997)));
        uploads += server->upload(toLocalPath(local(u"u%1"_s.arg(i))), RemotePath::fromText(u"f%1"_s.arg(i)));
    }
    for (const auto &upload : uploads)
        QVERIFY(await(upload));
    for (int i = 0; i < 200; ++i)
        downloads += server->download(RemotePath::fromText(u"f%1"_s.arg(i)), toLocalPath(local(u"d%1"_s.arg(i))));
    for (int i = 0; i < 200; ++i) {
        QVERIFY(await(downloads[i]));
        QVERIFY(readFile(local(u"d%1"_s.arg(i))) == randomBytes(i * 997));
    }
}

void TestSession::createsExclusively()
{
    QVERIFY(writeFile(local(u"a"_s), "new"));
    QVERIFY(writeFile(remote(u"there"_s), "old"));
    const Remote server = connected();
    QVERIFY(server);
    QCOMPARE(await(server->upload(toLocalPath(local(u"a"_s)), RemotePath("there"))).error().kind,
             ErrorKind::AlreadyExists);
    QCOMPARE(await(server->createEmpty(RemotePath("there"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(readFile(remote(u"there"_s)), "old");
    QVERIFY(await(server->createEmpty(RemotePath("marker.txt"))));
    QCOMPARE(readFile(remote(u"marker.txt"_s)), "");
}

// Somebody put a link where an earlier try left its file.
void TestSession::goesOnThroughNoLink()
{
    const QByteArray content = randomBytes(6'000'000);
    const QByteArray theirs = content.first(4'000'000);
    QVERIFY(writeFile(local(u"a"_s), content));
    QVERIFY(writeFile(remote(u"theirs"_s), theirs));
    QVERIFY(QFile::link(remote(u"theirs"_s), remote(u"left"_s)));
    const Remote server = connected();
    QVERIFY(server);
    const auto sent = await(server->upload(toLocalPath(local(u"a"_s)), RemotePath("left"),
                                           {.unfinished = Unfinished::KeepIfBroken}, UploadStart::GoOn));
    QCOMPARE(sent.error().kind, ErrorKind::NotFound);
    QVERIFY(readFile(remote(u"theirs"_s)) == theirs);
    QCOMPARE(names(m_server.filesDirectory()), QStringList{u"theirs"_s});
}

void TestSession::renamesWithoutOverwriting()
{
    QVERIFY(writeFile(remote(u"a"_s), "A"));
    QVERIFY(writeFile(remote(u"b"_s), "B"));
    const Remote server = connected();
    QVERIFY(server);
    QCOMPARE(await(server->rename(RemotePath("a"), RemotePath("b"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(readFile(remote(u"b"_s)), "B");
    QVERIFY(await(server->rename(RemotePath("a"), RemotePath("c"))));
    QCOMPARE(readFile(remote(u"c"_s)), "A");
    QCOMPARE(await(server->rename(RemotePath("a"), RemotePath("d"))).error().kind, ErrorKind::NotFound);
    QVERIFY(await(server->removeFile(RemotePath("c"))));
    QCOMPARE(await(server->removeFile(RemotePath("c"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(names(m_server.filesDirectory()), QStringList(u"b"_s));
}

void TestSession::makesAndRemovesDirectories()
{
    const Remote server = connected();
    QVERIFY(server);
    QVERIFY(await(server->makeDirectory(RemotePath("d"))));
    QCOMPARE(await(server->makeDirectory(RemotePath("d"))).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(writeFile(remote(u"d/a"_s), "A"));
    QVERIFY(!await(server->removeDirectory(RemotePath("d"))));
    QVERIFY(await(server->removeFile(RemotePath("d/a"))));
    QVERIFY(await(server->removeDirectory(RemotePath("d"))));
    QCOMPARE(names(m_server.filesDirectory()), QStringList());
}

void TestSession::refusesHostileNames()
{
    QVERIFY(writeFile(local(u"a"_s), "new"));
    const Remote server = connected();
    QVERIFY(server);
    for (const char *name : {"../x", "a/b", "..", "a\\b"}) {
        const RemotePath path = RemotePath().child(QByteArray(name));
        QCOMPARE(await(server->download(path, toLocalPath(local(u"x"_s)))).error().kind, ErrorKind::Unsafe);
        QCOMPARE(await(server->upload(toLocalPath(local(u"a"_s)), path)).error().kind, ErrorKind::Unsafe);
        QCOMPARE(await(server->rename(path, RemotePath("y"))).error().kind, ErrorKind::Unsafe);
        QCOMPARE(await(server->rename(RemotePath("y"), path)).error().kind, ErrorKind::Unsafe);
        QCOMPARE(await(server->list(path)).error().kind, ErrorKind::Unsafe);
        QCOMPARE(await(server->removeFile(path)).error().kind, ErrorKind::Unsafe);
    }
    QCOMPARE(await(server->list(RemotePath("../.."))).error().kind, ErrorKind::Unsafe);
}

void TestSession::fetchesNoDirectory()
{
    QVERIFY(QDir().mkpath(remote(u"d"_s)));
    const Remote server = connected();
    QVERIFY(server);
    QCOMPARE(await(server->download(RemotePath("d"), toLocalPath(local(u"x"_s)))).error().kind, ErrorKind::NotAFile);
    QCOMPARE(names(m_local->path()), QStringList());
}

void TestSession::doesNotOverwriteLocally()
{
    QVERIFY(writeFile(remote(u"a"_s), "A"));
    QVERIFY(writeFile(local(u"x"_s), "mine"));
    QVERIFY(writeFile(local(u"y.part"_s), "somebody's"));
    const Remote server = connected();
    QVERIFY(server);
    QCOMPARE(await(server->download(RemotePath("a"), toLocalPath(local(u"x"_s)))).error().kind,
             ErrorKind::AlreadyExists);
    QCOMPARE(readFile(local(u"x"_s)), "mine");
    QVERIFY(await(server->download(RemotePath("a"), toLocalPath(local(u"y"_s)))));
    QCOMPARE(readFile(local(u"y"_s)), "A");
    QCOMPARE(readFile(local(u"y.part"_s)), "somebody's");
    QCOMPARE(names(m_local->path()), QStringList({u"x"_s, u"y"_s, u"y.part"_s}));
}

void TestSession::saysWhatIsMissing()
{
    const Remote server = connected();
    QVERIFY(server);
    QCOMPARE(await(server->list(RemotePath("nowhere"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(server->stat(RemotePath("nowhere"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(server->download(RemotePath("nowhere"), toLocalPath(local(u"x"_s)))).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(await(server->upload(toLocalPath(local(u"none"_s)), RemotePath("x"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(server->upload(toLocalPath(m_local->path()), RemotePath("x"))).error().kind, ErrorKind::NotAFile);
    QVERIFY(writeFile(local(u"a"_s), "A"));
    QCOMPARE(await(server->upload(toLocalPath(local(u"a"_s)), RemotePath("no/x"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(names(m_server.filesDirectory()) + names(m_local->path()), QStringList(u"a"_s));
}

void TestSession::cancelsUpload()
{
    // Over a slow relay, so that the middle lasts.
    FaultProxy relay(m_server.port(), {.delayEachWay = std::chrono::milliseconds(20)});
    QVERIFY(writeFile(local(u"a"_s), randomBytes(50'000'000)));
    const Remote server = connected(relay.port());
    QVERIFY(server);
    std::atomic<bool> moving = false;
    auto upload = server->upload(toLocalPath(local(u"a"_s)), RemotePath("a"),
                                 {.progress = [&](qint64, qint64) { moving = true; }});
    QTRY_VERIFY(moving);
    QElapsedTimer timer;
    timer.start();
    upload.cancel();
    upload.waitForFinished();
    QCOMPARE_LT(timer.elapsed(), 1000);
    QTRY_COMPARE(names(m_server.filesDirectory()), QStringList());
    QVERIFY(await(server->list(RemotePath())));
}

void TestSession::leavesRoomOnASlowLine_data()
{
    QTest::addColumn<bool>("up");
    QTest::newRow("upload") << true;
    QTest::newRow("download") << false;
}

// What may be on its way at most would take the line ten seconds and more.
void TestSession::leavesRoomOnASlowLine()
{
    QFETCH(const bool, up);
    constexpr qint64 bytesPerSecond = 250'000;
    const QByteArray content = randomBytes(8'000'000);
    QVERIFY(writeFile(up ? local(u"a"_s) : remote(u"a"_s), content));
    FaultProxy relay(m_server.port(), {.bytesPerSecond = bytesPerSecond});
    const Remote server = connected(relay.port());
    QVERIFY(server);
    std::atomic<qint64> moved = 0;
    const TransferOptions options{.progress = [&](qint64 done, qint64) { moved = done; }};
    auto transfer = up ? server->upload(toLocalPath(local(u"a"_s)), RemotePath("b"), options)
                       : server->download(RemotePath("a"), toLocalPath(local(u"b"_s)), options);
    // The first burst went out before anything was known of the line.
    QTRY_COMPARE_GE_WITH_TIMEOUT(moved.load(), 2'500'000, 60'000);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(await(server->list(RemotePath())));
    QCOMPARE_LT(clock.elapsed(), 3'000);
    transfer.cancel();
}

void TestSession::cancelsDownload()
{
    FaultProxy relay(m_server.port(), {.delayEachWay = std::chrono::milliseconds(20)});
    QVERIFY(writeFile(remote(u"a"_s), randomBytes(50'000'000)));
    const Remote server = connected(relay.port());
    QVERIFY(server);
    std::atomic<bool> moving = false;
    auto download = server->download(RemotePath("a"), toLocalPath(local(u"a"_s)),
                                     {.progress = [&](qint64, qint64) { moving = true; }});
    QTRY_VERIFY(moving);
    QElapsedTimer timer;
    timer.start();
    download.cancel();
    download.waitForFinished();
    QCOMPARE_LT(timer.elapsed(), 1000);
    QTRY_COMPARE(names(m_local->path()), QStringList());
    QVERIFY(await(server->list(RemotePath())));
}

void TestSession::losesTheServer()
{
    FaultProxy relay(m_server.port(), {.delayEachWay = std::chrono::milliseconds(20)});
    QVERIFY(writeFile(remote(u"a"_s), randomBytes(50'000'000)));
    const Remote server = connected(relay.port());
    QVERIFY(server);
    std::atomic<bool> moving = false;
    auto download = server->download(RemotePath("a"), toLocalPath(local(u"a"_s)),
                                     {.progress = [&](qint64, qint64) { moving = true; }});
    auto upload = server->upload(toLocalPath(remote(u"a"_s)), RemotePath("b"));
    QTRY_VERIFY(moving);
    m_server.killConnections();
    QCOMPARE(await(download).error().kind, ErrorKind::Network);
    QCOMPARE(await(upload).error().kind, ErrorKind::Network);
    QCOMPARE(names(m_local->path()), QStringList());
    // What comes later fails at once, with the same reason.
    QCOMPARE(await(server->list(RemotePath())).error().kind, ErrorKind::Network);
    QVERIFY(connected());
}

void TestSession::survivesNewKeys()
{
    // The server asks for new keys every two megabytes, in the middle of everything.
    m_server.setExtraConfiguration(u"RekeyLimit 2M\n"_s);
    QVERIFY(m_server.start());
    const QByteArray content = randomBytes(30'000'000);
    QVERIFY(writeFile(local(u"a"_s), content));
    const Remote server = connected();
    QVERIFY(server);
    const auto sent = await(server->upload(toLocalPath(local(u"a"_s)), RemotePath("a")));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message + sent.error().detail));
    QVERIFY(readFile(remote(u"a"_s)) == content);
    const auto got = await(server->download(RemotePath("a"), toLocalPath(local(u"b"_s))));
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QVERIFY(readFile(local(u"b"_s)) == content);
    m_server.setExtraConfiguration({});
    QVERIFY(m_server.start());
}

void TestSession::findsADeadLink()
{
    FaultProxy relay(m_server.port());
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    request.answerTimeout = std::chrono::seconds(2);
    const auto server = await(connectSftp(request));
    QVERIFY(server);
    QVERIFY(await((*server)->list(RemotePath())));
    relay.setFaults({.stallAfterDown = 0});
    QElapsedTimer timer;
    timer.start();
    auto listing = (*server)->list(RemotePath());
    QVERIFY(writeFile(local(u"a"_s), randomBytes(10'000'000)));
    auto upload = (*server)->upload(toLocalPath(local(u"a"_s)), RemotePath("a"));
    QCOMPARE(await(listing).error().kind, ErrorKind::Timeout);
    QCOMPARE(await(upload).error().kind, ErrorKind::Timeout);
    QCOMPARE_GE(timer.elapsed(), 1900);
    QCOMPARE_LT(timer.elapsed(), 5000);
}

// A server may go on answering others, so that the link is alive.
void TestSession::findsALostRequest()
{
    if (!AsyncsshServer::isInstalled())
        QSKIP("This system has no asyncssh.");
    AsyncsshServer asyncssh({u"--loses"_s, u"lost.csv"_s});
    QVERIFY2(asyncssh.start(), qPrintable(asyncssh.errorText()));
    ConnectRequest request = asyncssh.request();
    request.answerTimeout = std::chrono::seconds(1);
    const auto server = await(connectSftp(request));
    QVERIFY(server);
    auto lost = (*server)->stat(RemotePath("lost.csv"));
    QElapsedTimer timer;
    timer.start();
    while (!lost.isFinished() && timer.elapsed() < 30'000) {
        (void)await((*server)->list(RemotePath()));
        QTest::qSleep(100);
    }
    const auto found = await(lost);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Timeout);
    QCOMPARE_GE(timer.elapsed(), 3'500);
}

void TestSession::staysWhenNothingIsAsked()
{
    FaultProxy relay(m_server.port());
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    request.answerTimeout = std::chrono::seconds(2);
    const auto server = await(connectSftp(request));
    QVERIFY(server);
    QTest::qSleep(5000); // the keep-alives are answered
    QVERIFY(await((*server)->list(RemotePath())));
    // And where they are not, the link is known to be dead before anybody asks.
    relay.setFaults({.stallAfterDown = 0});
    QTest::qSleep(4500);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(await((*server)->list(RemotePath())).error().kind, ErrorKind::Timeout);
    QCOMPARE_LT(timer.elapsed(), 500);
}

// Whoever asked has gone, and still the end is known when the time is up, not at some later look.
void TestSession::findsADeadLinkInTime()
{
    FaultProxy relay(m_server.port());
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    request.answerTimeout = std::chrono::seconds(6);
    const auto server = await(connectSftp(request));
    QVERIFY(server);
    relay.setFaults({.stallAfterDown = 0});
    QElapsedTimer timer;
    timer.start();
    auto look = (*server)->stat(RemotePath("a"));
    QTest::qSleep(800);
    look.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(relay.openConnections(), 0, 10'000);
    QCOMPARE_GE(timer.elapsed(), 5900);
    QCOMPARE_LT(timer.elapsed(), 6500);
}

void TestSession::endsWithItsLastPointer()
{
    FaultProxy relay(m_server.port(), {.delayEachWay = std::chrono::milliseconds(20)});
    QVERIFY(writeFile(local(u"a"_s), randomBytes(50'000'000)));
    Remote server = connected(relay.port());
    QVERIFY(server);
    std::atomic<bool> moving = false;
    auto upload = server->upload(toLocalPath(local(u"a"_s)), RemotePath("a"),
                                 {.progress = [&](qint64, qint64) { moving = true; }});
    QTRY_VERIFY(moving);
    QElapsedTimer timer;
    timer.start();
    server.reset();
    QCOMPARE_LT(timer.elapsed(), 4000);
    QVERIFY(upload.isFinished());
    QCOMPARE(await(upload).error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(names(m_server.filesDirectory()), QStringList());
}

void TestSession::looksInManyDirectoriesAtOnce()
{
    constexpr auto roundTrip = std::chrono::milliseconds(100);
    FaultProxy relay(m_server.port(), {.delayEachWay = roundTrip / 2});
    for (int i = 0; i < 40; ++i)
        QVERIFY(writeFile(remote(u"d%1/file-%1"_s.arg(i)), "x"));
    const Remote server = connected(relay.port());
    QVERIFY(server);
    QElapsedTimer timer;
    timer.start();
    QList<QFuture<Result<RemoteListing>>> listings;
    for (int i = 0; i < 40; ++i)
        listings += server->list(RemotePath::fromText(u"d%1"_s.arg(i)));
    for (int i = 0; i < 40; ++i) {
        const auto listing = await(listings[i]);
        QVERIFY(listing && listing->entries.size() == 1);
        QCOMPARE(listing->entries[0].name, u"file-%1"_s.arg(i).toUtf8());
    }
    const double roundTrips = double(timer.elapsed()) / double(roundTrip.count());
    qInfo("40 directories took %.1f round trips", roundTrips);
    QCOMPARE_LT(roundTrips, 4.0); // two are needed; one request at a time would take 120
}

void TestSession::listsManyEntriesInParts()
{
    constexpr int entries = 30'000;
    QDir(m_server.filesDirectory()).mkdir(u"many"_s);
    for (int i = 0; i < entries; ++i)
        QVERIFY(QFile(remote(u"many/file-%1"_s.arg(i))).open(QIODevice::WriteOnly));
    const Remote server = connected();
    QVERIFY(server);
    QMutex mutex;
    QSet<QByteArray> seen;
    std::vector<qint64> partsAt; // milliseconds
    QElapsedTimer timer;
    timer.start();
    const auto listing = await(server->list(RemotePath("many"), {.limit = 0, .onPart = [&](const RemotePart &part) {
                                                                     const QMutexLocker lock(&mutex);
                                                                     partsAt.push_back(timer.elapsed());
                                                                     for (const RemoteEntry &entry : *part)
                                                                         seen.insert(entry.name);
                                                                 }}));
    QVERIFY(listing);
    QVERIFY(listing->complete);
    QCOMPARE(seen.size(), entries);
    QVERIFY(partsAt.size() >= 5);
    qInfo("%d entries in %lld ms, the first part after %lld ms", entries, timer.elapsed(), partsAt.front());

    // Whoever has had enough is answered at once, and the connection goes on.
    auto stopped = server->list(RemotePath("many"), {.limit = 0, .onPart = [](const RemotePart &) {}});
    stopped.cancel();
    QTRY_VERIFY(stopped.isFinished());
    QVERIFY(await(server->stat(RemotePath("many"))));
    const auto limited = await(server->list(RemotePath("many"), {.limit = 1'000, .onPart = {}}));
    QVERIFY(limited && !limited->complete);
    QCOMPARE(limited->entries.size(), 1'000u);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
