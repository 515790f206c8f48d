// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/download.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;
using Request = ScriptedServer::Request;

/// Downloads from a server that lies, without any socket.
class TestDownload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void fetchesInAnyOrder();
    void fetchesShortReads();
    void fetchesWithoutSizes();
    void refusesLies_data();
    void refusesLies();
    void asksLittleForSmallFiles();
    void savesOnlyWhatIsWanted_data();
    void savesOnlyWhatIsWanted();
    void boundsWhatComesEarly();

private:
    [[nodiscard]] LocalPath local(const QString &name) const { return toLocalPath(m_dir->filePath(name)); }
    [[nodiscard]] QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDownload::fetchesInAnyOrder()
{
    const QByteArray content = randomBytes(3'000'001);
    ScriptedServer server;
    std::vector<Request> held;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Read)
            held.push_back(request);
        else
            server.serveFile(request, content);
    };
    size_t mostHeld = 0;
    server.whenIdle = [&] {
        mostHeld = std::max(mostHeld, held.size());
        for (auto it = held.rbegin(); it != held.rend(); ++it) // the last first
            server.serveFile(*it, content);
        held.clear();
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE_GT(mostHeld, 10u);
    const auto got = await(future);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QVERIFY(readFile(m_dir->filePath(u"a"_s)) == content);
}

void TestDownload::fetchesShortReads()
{
    const QByteArray content = randomBytes(100'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) { server.serveFile(request, content, 777); };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QCOMPARE(got->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QVERIFY(readFile(m_dir->filePath(u"a"_s)) == content);
}

void TestDownload::fetchesWithoutSizes()
{
    const QByteArray content = randomBytes(100'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat)
            return server.status(request.id, status::unsupported);
        server.serveFile(request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future)->bytes, 100'000);
}

void TestDownload::refusesLies_data()
{
    QTest::addColumn<QString>("lie");
    for (const char *lie : {"size too big", "size too small", "size 2^63", "size 2^62", "empty read", "read too long",
                            "grows", "shrinks", "read refused", "connection error"})
        QTest::newRow(lie) << QString::fromLatin1(lie);
}

void TestDownload::refusesLies()
{
    QFETCH(const QString, lie);
    const QByteArray content = randomBytes(200'000);
    ScriptedServer server;
    int stats = 0;
    int reads = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat) {
            const bool first = stats++ == 0;
            const quint64 size = lie == u"size too big"        ? 300'000
                                 : lie == u"size too small"    ? 100'000
                                 : lie == u"size 2^63"         ? 1ull << 63
                                 : lie == u"size 2^62"         ? 1ull << 62
                                 : lie == u"grows" && !first   ? 200'001
                                 : lie == u"shrinks" && !first ? 199'999
                                                               : 200'000;
            // A size too small shows only when the file is looked at again.
            return server.attributes(request.id, lie == u"size too small" && !first ? 200'000 : size);
        }
        if (request.type == PacketType::Read && ++reads == 3) {
            if (lie == u"empty read")
                return server.data(request.id, {});
            if (lie == u"read too long")
                return server.data(request.id, QByteArray(int(request.number) + 1, 'x'));
            if (lie == u"read refused")
                return server.status(request.id, status::permissionDenied);
            if (lie == u"connection error")
                return server.raw("\xff\xff\xff\xff");
        }
        server.serveFile(request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QVERIFY(!got);
    QVERIFY(!got.error().message.isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestDownload::asksLittleForSmallFiles()
{
    const QByteArray content = randomBytes(100);
    ScriptedServer server;
    server.answer = [&](const Request &request) { server.serveFile(request, content); };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(server.count(PacketType::Read), 1);
    QCOMPARE(server.seen.size(), 5u); // open, stat, read, stat, close: three trips
}

void TestDownload::savesOnlyWhatIsWanted_data()
{
    QTest::addColumn<bool>("same");
    QTest::newRow("the content that was told") << true;
    QTest::newRow("other content of the same size") << false;
}

void TestDownload::savesOnlyWhatIsWanted()
{
    QFETCH(const bool, same);
    const QByteArray content = randomBytes(300'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) { server.serveFile(request, content); };
    const QByteArray told = same ? content : QByteArray(content).replace(200'000, 1, "~");
    const auto operation = std::make_shared<Download>(
        wire("a"), local(u"a"_s),
        TransferOptions{.wantedSha256 = QCryptographicHash::hash(told, QCryptographicHash::Sha256)});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QCOMPARE(got.has_value(), same);
    QCOMPARE(files(), same ? QStringList{u"a"_s} : QStringList());
    if (!same)
        QCOMPARE(got.error().kind, ErrorKind::Protocol);
}

void TestDownload::boundsWhatComesEarly()
{
    // The first read is never answered; the others are, at once.
    const QByteArray content = randomBytes(200'000);
    ScriptedServer server;
    server.window = 256 * 1024;
    quint64 furthest = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 1ull << 40);
        if (request.type == PacketType::Read) {
            furthest = std::max(furthest, request.offset);
            if (request.offset > 0)
                server.data(request.id, QByteArray(int(request.number), 'x'));
            return;
        }
        server.serveFile(request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    QVERIFY(!server.serve(operation));
    QCOMPARE_LE(furthest, quint64(server.window));
    operation->abandon({ErrorKind::Timeout, {}, {}});
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
