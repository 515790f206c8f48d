// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/contenthash.h"
#include "sftp/operations/download.h"
#include "sftp/operations/listing.h"
#include "sftp/operations/simple.h"
#include "sftp/operations/upload.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;
using Request = ScriptedServer::Request;

/// Operations against a server that lies, without any socket.
class TestOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fetchesInAnyOrder();
    void fetchesShortReads();
    void fetchesWithoutSizes();
    void refusesLies_data();
    void refusesLies();
    void asksLittleForSmallFiles();
    void savesOnlyWhatIsWanted_data();
    void savesOnlyWhatIsWanted();
    void hashesContent_data();
    void hashesContent();
    void hashesNoMovingTarget();
    void boundsWhatComesEarly();
    void uploadsWithinTheWindow();
    void sendsNoFurtherThanWhatIsContinued();
    void uploadFails_data();
    void uploadFails();
    void uploadIsAnsweredOutOfTurn();
    void uploadIsTakenAtOnce();
    void uploadSizeIsAskedTwice();
    void neverRemovesWhatItDidNotMake();
    void listsEverything();
    void stopsListing_data();
    void stopsListing();
    void listsInParts();
    void listsWithoutLimit();
    void waitsForWhoTakesTheParts();
    void listingFails();
    void doesNotOverwriteByRename();
    void renamesAtOnceWhereTheNameWasFree();
    void tellsWhenAllIsSent();
    void cancelBeforeTheOpenIsAnswered();

private:
    [[nodiscard]] LocalPath local(const QString &name) const { return toLocalPath(m_dir->filePath(name)); }
    [[nodiscard]] LocalPath file(qsizetype bytes) const;
    [[nodiscard]] QStringList files() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace
{

QByteArray pattern(qsizetype bytes)
{
    QByteArray result(bytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes; ++i)
        result[i] = char(i * 31 + i / 251);
    return result;
}

WirePath wire(const QByteArray &path)
{
    return {RemotePath(path), path};
}

// Answers like an honest server with one file, and reads at most `most` bytes at once.
void serveFile(ScriptedServer &server, const Request &request, const QByteArray &content, qsizetype most = 1 << 20)
{
    if (request.type == PacketType::Open)
        server.handle(request.id, "h");
    else if (request.type == PacketType::FStat)
        server.attributes(request.id, quint64(content.size()));
    else if (request.type == PacketType::Read && request.offset >= quint64(content.size()))
        server.status(request.id, status::endOfFile);
    else if (request.type == PacketType::Read)
        server.data(request.id, content.mid(qsizetype(request.offset), std::min<qsizetype>(request.number, most)));
    else
        server.status(request.id, status::ok);
}

// A directory without end: every answer has names that were never given before.
auto endlessDirectory(ScriptedServer &server)
{
    return [&server, next = 0](const Request &request) mutable {
        if (request.type == PacketType::OpenDir)
            return server.handle(request.id, "d");
        if (request.type != PacketType::ReadDir)
            return server.status(request.id, status::ok);
        QList<QByteArray> names;
        for (int i = 0; i < 100; ++i)
            names += QByteArray::number(next++);
        server.names(request.id, names);
    };
}

} // namespace

void TestOperations::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

LocalPath TestOperations::file(qsizetype bytes) const
{
    QFile made(local(u"source"_s));
    if (!made.open(QIODevice::WriteOnly) || made.write(pattern(bytes)) != bytes)
        qFatal("no file");
    return local(u"source"_s);
}

void TestOperations::fetchesInAnyOrder()
{
    const QByteArray content = pattern(3'000'001);
    ScriptedServer server;
    std::vector<Request> held;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Read)
            held.push_back(request);
        else
            serveFile(server, request, content);
    };
    size_t mostHeld = 0;
    server.whenIdle = [&] {
        mostHeld = std::max(mostHeld, held.size());
        for (auto it = held.rbegin(); it != held.rend(); ++it) // the last first
            serveFile(server, *it, content);
        held.clear();
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE_GT(mostHeld, 10u);
    const auto got = await(future);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QFile saved(local(u"a"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly) && saved.readAll() == content);
}

void TestOperations::fetchesShortReads()
{
    const QByteArray content = pattern(100'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) { serveFile(server, request, content, 777); };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QCOMPARE(got->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QFile saved(local(u"a"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly) && saved.readAll() == content);
}

void TestOperations::fetchesWithoutSizes()
{
    const QByteArray content = pattern(100'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat)
            return server.status(request.id, status::unsupported);
        serveFile(server, request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future)->bytes, 100'000);
}

void TestOperations::refusesLies_data()
{
    QTest::addColumn<QString>("lie");
    for (const char *lie : {"size too big", "size too small", "size 2^63", "size 2^62", "empty read", "read too long",
                            "grows", "shrinks", "read refused", "connection error"})
        QTest::newRow(lie) << QString::fromLatin1(lie);
}

void TestOperations::refusesLies()
{
    QFETCH(const QString, lie);
    const QByteArray content = pattern(200'000);
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
        serveFile(server, request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QVERIFY(!got);
    QVERIFY(!got.error().message.isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestOperations::asksLittleForSmallFiles()
{
    const QByteArray content = pattern(100);
    ScriptedServer server;
    server.answer = [&](const Request &request) { serveFile(server, request, content); };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(server.count(PacketType::Read), 1);
    QCOMPARE(server.seen.size(), 5u); // open, stat, read, stat, close: three trips
}

void TestOperations::savesOnlyWhatIsWanted_data()
{
    QTest::addColumn<bool>("same");
    QTest::newRow("the content that was told") << true;
    QTest::newRow("other content of the same size") << false;
}

void TestOperations::savesOnlyWhatIsWanted()
{
    QFETCH(const bool, same);
    const QByteArray content = pattern(300'000);
    ScriptedServer server;
    server.answer = [&](const Request &request) { serveFile(server, request, content); };
    const QByteArray told = same ? content : QByteArray(content).replace(200'000, 1, "~");
    const auto operation = std::make_shared<Download>(
        wire("a"), local(u"a"_s),
        TransferOptions{.wantedSha256 = QCryptographicHash::hash(told, QCryptographicHash::Sha256)});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto got = await(future);
    QCOMPARE(got.has_value(), same);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), same ? QStringList{u"a"_s} : QStringList());
    if (!same)
        QCOMPARE(got.error().kind, ErrorKind::Protocol);
}

void TestOperations::hashesContent_data()
{
    QTest::addColumn<QByteArrayList>("extensions");
    QTest::addColumn<QByteArray>("answer"); // to check-file; empty: a refusal
    QTest::addColumn<bool>("reads");
    const QByteArray hash = QCryptographicHash::hash(pattern(300'000), QCryptographicHash::Sha256);
    const auto field = [](const QByteArray &text) { return QByteArray("\0\0\0", 3) + char(text.size()) + text; };
    QTest::newRow("no extension") << QByteArrayList() << QByteArray() << true;
    QTest::newRow("as in the draft") << QByteArrayList{"check-file"} << field("check-file") + field("sha256") + hash
                                     << false;
    QTest::newRow("without the name") << QByteArrayList{"check-file"} << field("sha256") + hash << false;
    QTest::newRow("another algorithm") << QByteArrayList{"check-file"} << field("md5") + hash.first(16) << true;
    QTest::newRow("cut short") << QByteArrayList{"check-file"} << field("sha256") + hash.first(31) << true;
    QTest::newRow("refused") << QByteArrayList{"check-file"} << QByteArray() << true;
}

void TestOperations::hashesContent()
{
    QFETCH(const QByteArrayList, extensions);
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, reads);
    const QByteArray content = pattern(300'000);
    ScriptedServer server(extensions);
    server.answer = [&](const Request &request) {
        if (request.type != PacketType::Extended)
            return serveFile(server, request, content, 20'000);
        if (answer.isEmpty())
            return server.status(request.id, status::failure);
        server.extended(request.id, answer);
    };
    const auto operation = std::make_shared<ContentHash>(wire("a"), TransferProgress());
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto hash = await(future);
    QVERIFY2(hash, hash ? "" : qPrintable(hash.error().message));
    QCOMPARE(*hash, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QCOMPARE(server.count(PacketType::Read) > 0, reads);
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::hashesNoMovingTarget()
{
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 400'000);
        serveFile(server, request, pattern(300'000));
    };
    const auto operation = std::make_shared<ContentHash>(wire("a"), TransferProgress());
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future).error().kind, ErrorKind::Protocol);
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::boundsWhatComesEarly()
{
    // The first read is never answered; the others are, at once.
    const QByteArray content = pattern(200'000);
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
        serveFile(server, request, content);
    };
    const auto operation = std::make_shared<Download>(wire("a"), local(u"a"_s), TransferOptions{.hash = true});
    QVERIFY(!server.serve(operation));
    QCOMPARE_LE(furthest, quint64(server.window));
    operation->abandon({ErrorKind::Timeout, {}, {}});
    QCOMPARE(files(), QStringList());
}

void TestOperations::uploadsWithinTheWindow()
{
    ScriptedServer server;
    server.window = 200'000;
    QByteArray stored;
    quint64 unanswered = 0;
    quint64 most = 0;
    std::vector<Request> held;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open) {
            QCOMPARE(request.number, openflag::write | openflag::create | openflag::exclusive);
            return server.handle(request.id, "h");
        }
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, quint64(stored.size()));
        if (request.type == PacketType::Write) {
            QCOMPARE(request.offset, quint64(stored.size()));
            stored += request.bytes;
            unanswered += quint64(request.bytes.size());
            most = std::max(most, unanswered);
            held.push_back(request);
            if (held.size() < 5 && stored.size() < 1'000'003)
                return;
            for (const Request &write : held)
                server.status(write.id, status::ok);
            held.clear();
            unanswered = 0;
            return;
        }
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Upload>(file(1'000'003), wire("a"), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto sent = await(future);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QVERIFY(stored == pattern(1'000'003));
    QCOMPARE_LE(most, quint64(server.window) + 32 * 1024);
    QCOMPARE_GE(most, 100'000u);
    QCOMPARE(server.count(PacketType::Remove), 0);
}

// What is behind the first write that is not answered is sent again after a broken connection; so it is bounded.
void TestOperations::sendsNoFurtherThanWhatIsContinued()
{
    ScriptedServer server;
    quint64 furthest = 0;
    std::optional<quint32> first;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return server.handle(request.id, "h");
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 4'000'000);
        if (request.type == PacketType::Write && request.offset == 0) {
            first = request.id;
            return;
        }
        if (request.type == PacketType::Write && first)
            furthest = std::max(furthest, request.offset + quint64(request.bytes.size()));
        server.status(request.id, status::ok);
    };
    server.whenIdle = [&] {
        if (first)
            server.status(*std::exchange(first, {}), status::ok);
    };
    const auto operation = std::make_shared<Upload>(file(4'000'000), wire("a"), TransferOptions());
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QVERIFY(furthest > 0);
    QCOMPARE_LE(furthest, quint64(server.window));
}

void TestOperations::uploadFails_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("kind");
    QTest::newRow("disk full") << u"disk full"_s << int(ErrorKind::NoSpace);
    QTest::newRow("write refused") << u"write refused"_s << int(ErrorKind::NotWritable);
    QTest::newRow("last write refused, behind which it is closed")
        << u"last write refused"_s << int(ErrorKind::NotWritable);
    QTest::newRow("close fails") << u"close fails"_s << int(ErrorKind::NotWritable);
    QTest::newRow("size differs") << u"size differs"_s << int(ErrorKind::Protocol);
    QTest::newRow("source grows") << u"source grows"_s << int(ErrorKind::NotReadable);
    QTest::newRow("source shrinks") << u"source shrinks"_s << int(ErrorKind::NotReadable);
}

void TestOperations::uploadFails()
{
    QFETCH(const QString, fault);
    QFETCH(const int, kind);
    const LocalPath source = file(500'000);
    ScriptedServer server;
    server.window = 64 * 1024;
    int writes = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return server.handle(request.id, "h");
        if (request.type == PacketType::FStat || request.type == PacketType::LStat)
            return server.attributes(request.id, fault == u"size differs" ? 499'999 : 500'000);
        if (request.type == PacketType::Write && ++writes == 5) {
            if (fault == u"disk full")
                return server.status(request.id, status::failure, "No space left on device");
            if (fault == u"write refused")
                return server.status(request.id, status::permissionDenied);
            if (fault == u"source grows") {
                QFile grown(source);
                QVERIFY(grown.open(QIODevice::Append) && grown.write("x") == 1);
            }
            if (fault == u"source shrinks")
                QVERIFY(QFile(source).resize(200'000));
        }
        if (request.type == PacketType::Write && writes == 16 && fault == u"last write refused")
            return server.status(request.id, status::permissionDenied);
        if (request.type == PacketType::Close && fault == u"close fails")
            return server.status(request.id, status::failure);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Upload>(source, wire("in/a"), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto sent = await(future);
    QVERIFY(!sent);
    QCOMPARE(int(sent.error().kind), kind);
    QCOMPARE(server.count(PacketType::Remove), 1);
    QCOMPARE(server.seen.back().text, "in/a");
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::uploadIsAnsweredOutOfTurn()
{
    // The close is on its way behind the last write, and may be answered before it.
    ScriptedServer server;
    std::vector<Request> writes;
    bool over = false;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return server.handle(request.id, "h");
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 100'000);
        if (request.type == PacketType::Write)
            return writes.push_back(request);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Upload>(file(100'000), wire("a"), TransferOptions{.hash = true});
    auto future = operation->future();
    server.whenIdle = [&] {
        over = over || future.isFinished();
        for (const Request &write : std::exchange(writes, {}))
            server.status(write.id, status::ok);
    };
    QVERIFY(server.serve(operation));
    QVERIFY(!over);
    QCOMPARE(server.count(PacketType::Close), 1);
    QVERIFY(await(future));
}

void TestOperations::uploadIsTakenAtOnce()
{
    // The platform takes the file as soon as it is closed.
    ScriptedServer server;
    bool closed = false;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return server.handle(request.id, "h");
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 10);
        closed = closed || request.type == PacketType::Close;
        server.status(request.id, closed && request.type != PacketType::Close ? status::noSuchFile : status::ok);
    };
    const auto operation = std::make_shared<Upload>(file(10), wire("a"), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(server.count(PacketType::LStat), 0);
    // The same where the size of an open file is not told.
    ScriptedServer silent;
    silent.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return silent.handle(request.id, "h");
        if (request.type == PacketType::FStat)
            return silent.status(request.id, status::unsupported);
        silent.status(request.id, request.type == PacketType::LStat ? status::noSuchFile : status::ok);
    };
    const auto second = std::make_shared<Upload>(file(10), wire("a"), TransferOptions{.hash = true});
    auto secondFuture = second->future();
    QVERIFY(silent.serve(second));
    QVERIFY(await(secondFuture));
    QCOMPARE(silent.count(PacketType::Remove), 0);
}

void TestOperations::uploadSizeIsAskedTwice()
{
    // A server that writes late knows the whole size after the close only.
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open)
            return server.handle(request.id, "h");
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 0);
        if (request.type == PacketType::LStat)
            return server.attributes(request.id, 10);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Upload>(file(10), wire("a"), TransferOptions{.hash = true});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
}

void TestOperations::neverRemovesWhatItDidNotMake()
{
    for (const quint32 code : {status::failure, status::fileAlreadyExists, status::permissionDenied}) {
        ScriptedServer server;
        server.answer = [&](const Request &request) {
            if (request.type == PacketType::Open)
                return server.status(request.id, code);
            server.attributes(request.id, 10);
        };
        const auto operation = std::make_shared<Upload>(file(10), wire("a"), TransferOptions{.hash = true});
        auto future = operation->future();
        QVERIFY(server.serve(operation));
        QCOMPARE(await(future).error().kind, ErrorKind::AlreadyExists); // whatever a server calls it
        QCOMPARE(server.count(PacketType::Remove), 0);
    }
}

void TestOperations::listsEverything()
{
    ScriptedServer server;
    int answers = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::OpenDir)
            return server.handle(request.id, "d");
        if (request.type == PacketType::ReadDir && ++answers == 1)
            return server.names(request.id, {".", "..", "a", "../x", "a/b", "", "a\x1b[2J", "a"});
        if (request.type == PacketType::ReadDir)
            return server.status(request.id, status::endOfFile);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Listing>(wire("in"));
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto listing = await(future);
    QVERIFY(listing && listing->complete);
    QList<QByteArray> names;
    for (const RemoteEntry &entry : listing->entries)
        names += entry.name;
    QCOMPARE(names, QList<QByteArray>({"a", "../x", "a/b", "", "a\x1b[2J", "a"}));
    QVERIFY(!RemotePath("in").child(names[1]).isSafe());
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::stopsListing_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<int>("most");
    QTest::newRow("without end") << QList<QByteArray>(1000, "name") << 200'000;
    QTest::newRow("long names") << QList<QByteArray>(25, QByteArray(4000, 'n')) << 16'777;
    QTest::newRow("empty answers") << QList<QByteArray>() << 0;
    QTest::newRow("nothing but itself") << QList<QByteArray>{".", ".."} << 0;
}

void TestOperations::stopsListing()
{
    QFETCH(const QList<QByteArray>, names);
    QFETCH(const int, most);
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::OpenDir)
            return server.handle(request.id, "d");
        if (request.type == PacketType::ReadDir)
            return server.names(request.id, names);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Listing>(wire("in"));
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto listing = await(future);
    QVERIFY(listing);
    QVERIFY(!listing->complete);
    QCOMPARE(listing->entries.size(), size_t(most));
}

void TestOperations::listsInParts()
{
    ScriptedServer server;
    server.answer = endlessDirectory(server);
    int parts = 0;
    std::vector<RemoteEntry> got;
    const auto operation =
        std::make_shared<Listing>(wire("in"), ListOptions{.limit = 20'050, .onPart = [&](const RemotePart &part) {
                                                              ++parts;
                                                              got.insert(got.end(), part->begin(), part->end());
                                                          }});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    const auto listing = await(future);
    QVERIFY(listing);
    QVERIFY(!listing->complete);
    QVERIFY(listing->entries.empty());
    QVERIFY(parts >= 4);
    QCOMPARE(got.size(), 20'050u);
    for (size_t i = 0; i < got.size(); ++i)
        QCOMPARE(got[i].name, QByteArray::number(qulonglong(i)));
}

// It goes on past every limit until somebody has had enough, and what it holds itself does not grow.
void TestOperations::listsWithoutLimit()
{
    ScriptedServer server;
    server.answer = endlessDirectory(server);
    size_t got = 0;
    size_t largest = 0;
    std::shared_ptr<Listing> operation;
    operation = std::make_shared<Listing>(wire("in"), ListOptions{.limit = 0, .onPart = [&](const RemotePart &part) {
                                                                      got += part->size();
                                                                      largest = std::max(largest, part->size());
                                                                      if (got > 2 * ListOptions::usualLimit)
                                                                          operation->cancel(server.client);
                                                                  }});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
    QVERIFY(got > 2 * ListOptions::usualLimit);
    QVERIFY(largest < 10'000);
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::waitsForWhoTakesTheParts()
{
    ScriptedServer server;
    server.answer = endlessDirectory(server);
    std::vector<RemotePart> held;
    size_t got = 0;
    size_t mostHeld = 0;
    server.whenIdle = [&] { // nothing is asked any more: the parts are taken
        size_t entries = 0;
        for (const RemotePart &part : held)
            entries += part->size();
        mostHeld = std::max(mostHeld, entries);
        held.clear();
    };
    const auto operation =
        std::make_shared<Listing>(wire("in"), ListOptions{.limit = 300'000, .onPart = [&](const RemotePart &part) {
                                                              got += part->size();
                                                              held.push_back(part);
                                                          }});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(got, 300'000u);
    QVERIFY2(mostHeld > 0 && mostHeld < 60'000, qPrintable(QString::number(mostHeld)));
}

void TestOperations::listingFails()
{
    ScriptedServer server;
    int answers = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::OpenDir)
            return server.handle(request.id, "d");
        if (request.type == PacketType::ReadDir && ++answers > 1)
            return server.status(request.id, status::permissionDenied);
        if (request.type == PacketType::ReadDir)
            return server.names(request.id, {"a"});
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<Listing>(wire("in"));
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future).error().kind, ErrorKind::NotWritable);
    QCOMPARE(server.count(PacketType::Close), 1);
}

void TestOperations::doesNotOverwriteByRename()
{
    // A server that would overwrite is never asked to.
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::LStat)
            return server.attributes(request.id, 1);
        server.status(request.id, status::ok);
    };
    const auto operation = std::make_shared<RenameOperation>(wire("a"), wire("b"), TargetLook::First);
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(server.count(PacketType::Rename), 0);
}

void TestOperations::renamesAtOnceWhereTheNameWasFree()
{
    ScriptedServer server;
    server.answer = [&](const Request &request) { server.status(request.id, status::ok); };
    const auto operation = std::make_shared<RenameOperation>(wire("a"), wire("b"), TargetLook::WasFree);
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(server.count(PacketType::LStat), 0);
}

void TestOperations::tellsWhenAllIsSent()
{
    ScriptedServer server;
    int written = 0;
    int writtenWhenTold = -1;
    server.answer = [&](const Request &request) {
        switch (request.type) {
        case PacketType::Open:
            return server.handle(request.id, "h");
        case PacketType::FStat:
            return server.attributes(request.id, 100'000);
        default:
            written += request.type == PacketType::Write ? 1 : 0;
            return server.status(request.id, status::ok);
        }
    };
    const auto operation = std::make_shared<Upload>(file(100'000), wire("a"),
                                                    TransferOptions{.onAllSent = [&] { writtenWhenTold = written; }});
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(written, 4);
    QCOMPARE(writtenWhenTold, 0); // before any of it was answered
}

void TestOperations::cancelBeforeTheOpenIsAnswered()
{
    ScriptedServer server;
    const auto operation = std::make_shared<Upload>(file(10), wire("a"), TransferOptions{.hash = true});
    auto future = operation->future();
    future.cancel();
    QVERIFY(operation->isCancelRequested());
    quint32 openId = 0;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::Open) {
            openId = request.id;
            operation->cancel(server.client);
            return server.handle(request.id, "h");
        }
        server.status(request.id, status::ok);
    };
    QVERIFY(server.serve(operation));
    QCOMPARE(server.count(PacketType::Write), 0);
    QCOMPARE(server.count(PacketType::Close), 1);
    QCOMPARE(server.count(PacketType::Remove), 1);
    QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
