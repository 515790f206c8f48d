// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/simple.h"
#include "sftp/operations/upload.h"
#include "support/files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;
using Request = ScriptedServer::Request;

/// Uploads to a server that lies, without any socket, and the renaming that ends them.
class TestUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void uploadsWithinTheWindow();
    void sendsNoFurtherThanWhatIsContinued();
    void uploadFails_data();
    void uploadFails();
    void uploadIsAnsweredOutOfTurn();
    void uploadIsTakenAtOnce();
    void uploadSizeIsAskedTwice();
    void neverRemovesWhatItDidNotMake();
    void tellsWhenAllIsSent();
    void cancelBeforeTheOpenIsAnswered();
    void doesNotOverwriteByRename();
    void renamesAtOnceWhereTheNameWasFree();

private:
    /// The source, made anew.
    [[nodiscard]] LocalPath file(qsizetype bytes) const;
    std::unique_ptr<QTemporaryDir> m_dir;
};

LocalPath TestUpload::file(qsizetype bytes) const
{
    const QString path = m_dir->filePath(u"source"_s);
    if (!writeFile(path, randomBytes(bytes)))
        qFatal("no file");
    return toLocalPath(path);
}

void TestUpload::uploadsWithinTheWindow()
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
    QVERIFY(stored == randomBytes(1'000'003));
    QCOMPARE_LE(most, quint64(server.window) + 32 * 1024);
    QCOMPARE_GE(most, 100'000u);
    QCOMPARE(server.count(PacketType::Remove), 0);
}

// What is behind the first write that is not answered is sent again after a broken connection; so it is bounded.
void TestUpload::sendsNoFurtherThanWhatIsContinued()
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

void TestUpload::uploadFails_data()
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

void TestUpload::uploadFails()
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

void TestUpload::uploadIsAnsweredOutOfTurn()
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

void TestUpload::uploadIsTakenAtOnce()
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

void TestUpload::uploadSizeIsAskedTwice()
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

void TestUpload::neverRemovesWhatItDidNotMake()
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

void TestUpload::tellsWhenAllIsSent()
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

void TestUpload::cancelBeforeTheOpenIsAnswered()
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

void TestUpload::doesNotOverwriteByRename()
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

void TestUpload::renamesAtOnceWhereTheNameWasFree()
{
    ScriptedServer server;
    server.answer = [&](const Request &request) { server.status(request.id, status::ok); };
    const auto operation = std::make_shared<RenameOperation>(wire("a"), wire("b"), TargetLook::WasFree);
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QVERIFY(await(future));
    QCOMPARE(server.count(PacketType::LStat), 0);
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
