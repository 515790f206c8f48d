// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/download.h"
#include "sftp/operations/upload.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;
using Request = ScriptedServer::Request;

namespace
{

constexpr qsizetype fileBytes = 6'000'000;

/// A server with at most one file, which breaks the connection when so many bytes of it were read or written.
struct FileServer {
    std::optional<QByteArray> content;
    quint32 modifiedSecs = 1'700'000'000;
    quint32 permissions = 0100644;
    bool readable = true;
    quint32 mostAtOnce = 1 << 20; ///< of a read
    qint64 breakAfter = -1;
    qint64 moved = 0;
    qint64 written = 0;

    void serve(ScriptedServer &server, const Request &request)
    {
        switch (request.type) {
        case PacketType::Open:
            if (content && (request.number & openflag::exclusive))
                return server.status(request.id, status::failure);
            if (!content && !(request.number & openflag::create))
                return server.status(request.id, status::noSuchFile);
            if ((request.number & openflag::read) && !readable)
                return server.status(request.id, status::permissionDenied);
            if (!content)
                content = QByteArray();
            return server.handle(request.id, "h");
        case PacketType::FStat:
        case PacketType::LStat:
            if (!content)
                return server.status(request.id, status::noSuchFile);
            return server.attributes(request.id, quint64(content->size()), permissions, modifiedSecs);
        case PacketType::Read: {
            const QByteArray bytes = content->mid(qsizetype(request.offset), std::min(request.number, mostAtOnce));
            if (breaks(bytes.size()))
                return server.raw("\xff\xff\xff\xff"); // no client goes on after such a length
            return bytes.isEmpty() ? server.status(request.id, status::endOfFile) : server.data(request.id, bytes);
        }
        case PacketType::Write:
            if (breaks(request.bytes.size()))
                return server.raw("\xff\xff\xff\xff");
            if (content->size() < qsizetype(request.offset))
                content->resize(qsizetype(request.offset), '\0');
            written += request.bytes.size();
            content->replace(qsizetype(request.offset), request.bytes.size(), request.bytes);
            return server.status(request.id, status::ok);
        case PacketType::Remove:
            content.reset();
            return server.status(request.id, status::ok);
        default:
            return server.status(request.id, status::ok);
        }
    }

private:
    bool breaks(qsizetype bytes)
    {
        moved += bytes;
        return breakAfter >= 0 && moved > breakAfter;
    }
};

} // namespace

/// Transfers that go on where an earlier one stopped, against a server without any socket.
class TestContinuing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void downloadGoesOn_data() { withAndWithoutHash(); }
    void downloadGoesOn();
    void goesOnThoughReadsAreShort();
    void downloadBeginsAnew_data();
    void downloadBeginsAnew();
    void downloadLeavesNothing_data();
    void downloadLeavesNothing();
    void wholePartOnlyNeedsItsName();
    void twoDownloadsAtOnce();
    void uploadGoesOn_data() { withAndWithoutHash(); }
    void uploadGoesOn();
    void uploadDropsLeftover_data();
    void uploadDropsLeftover();
    void uploadSendsOnceMoreWhatWasOnItsWay();
    void cancelledUpload_data();
    void cancelledUpload();
    void cancelKeepsWhatWasThere();

private:
    using Outcome = Result<TransferSummary>;

    template<typename Kind, typename From, typename To, typename... More>
    Outcome run(FileServer &files, const From &from, const To &to, Unfinished unfinished,
                std::function<void(Kind &, Client &)> meanwhile = {}, More... more)
    {
        files.moved = 0;
        ScriptedServer server;
        server.window = mostSentAhead;
        const auto operation =
            std::make_shared<Kind>(from, to, TransferOptions{.unfinished = unfinished, .hash = m_hash}, more...);
        server.answer = [&](const Request &request) {
            files.serve(server, request);
            if (meanwhile && files.moved > fileBytes / 2)
                std::exchange(meanwhile, {})(*operation, server.client);
        };
        auto future = operation->future();
        if (!server.serve(operation))
            return fail(ErrorKind::Timeout, u"It hangs."_s);
        return await(future);
    }
    Outcome fetch(FileServer &files, Unfinished unfinished = Unfinished::KeepIfBroken)
    {
        return run<Download>(files, wire("a"), local(u"a"_s), unfinished);
    }
    Outcome send(FileServer &files, Unfinished unfinished = Unfinished::KeepIfBroken)
    {
        const UploadStart start = files.content ? UploadStart::GoOn : UploadStart::New;
        return run<Upload>(files, local(u"source"_s), wire("in/.part"), unfinished, {}, start);
    }
    void writeSource(const QByteArray &content)
    {
        QFile file(local(u"source"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    QByteArray readAll(const QString &name)
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] LocalPath local(const QString &name) const { return toLocalPath(m_dir->filePath(name)); }
    [[nodiscard]] QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden); }

    static void withAndWithoutHash();
    [[nodiscard]] QByteArray wantedHash(const QByteArray &content) const
    {
        return m_hash ? QCryptographicHash::hash(content, QCryptographicHash::Sha256) : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    bool m_hash = true; ///< whether transfers are asked for it
};

void TestContinuing::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_hash = true;
}

void TestContinuing::withAndWithoutHash()
{
    QTest::addColumn<bool>("hash");
    QTest::newRow("with its hash") << true;
    QTest::newRow("without") << false;
}

void TestContinuing::downloadGoesOn()
{
    QFETCH(const bool, hash);
    m_hash = hash;
    FileServer files{.content = randomBytes(fileBytes), .breakAfter = 4'000'000};
    const Outcome broken = fetch(files);
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(u"goes on from there"_s), qPrintable(broken.error().message));
    QCOMPARE(names().size(), 1);
    QVERIFY(names()[0].endsWith(u".part"_s));

    files.breakAfter = -1;
    const Outcome got = fetch(files);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QCOMPARE_GT(got->continuedFrom, 3'000'000);
    QCOMPARE_LT(files.moved, 3'000'000); // the rest, and the tail that was compared
    QVERIFY(readAll(u"a"_s) == *files.content);
    QCOMPARE(got->sha256, wantedHash(*files.content));
    QCOMPARE(names(), QStringList{u"a"_s});
    QVERIFY(readAll(u"a"_s) == *files.content);
}

void TestContinuing::goesOnThoughReadsAreShort()
{
    const QByteArray content = randomBytes(fileBytes);
    FileServer source{.content = content, .mostAtOnce = 4096, .breakAfter = 4'000'000};
    QVERIFY(!fetch(source));
    source.breakAfter = -1;
    const Outcome got = fetch(source);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QCOMPARE_GT(got->continuedFrom, 2'000'000);
    QVERIFY(readAll(u"a"_s) == content);

    writeSource(content);
    FileServer target{.mostAtOnce = 4096, .breakAfter = 4'000'000};
    QVERIFY(!send(target));
    target.breakAfter = -1;
    const Outcome sent = send(target);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message + sent.error().detail));
    QCOMPARE_GT(sent->continuedFrom, 1'500'000);
    QVERIFY(*target.content == content);
}

void TestContinuing::downloadBeginsAnew_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("another file meanwhile") << u"content"_s;
    QTest::newRow("a later version of the same size") << u"time"_s;
    QTest::newRow("a shorter version") << u"shorter"_s;
    QTest::newRow("the part is longer than the file") << u"part too long"_s;
    QTest::newRow("the part's end is damaged") << u"part damaged"_s;
}

void TestContinuing::downloadBeginsAnew()
{
    QFETCH(const QString, change);
    FileServer files{.content = randomBytes(fileBytes), .breakAfter = 4'000'000};
    QVERIFY(!fetch(files));
    QFile part(m_dir->filePath(names().value(0)));
    QVERIFY(part.open(QIODevice::ReadWrite));
    if (change == u"content") {
        for (char &byte : *files.content)
            byte = char(~byte);
    }
    if (change == u"time")
        ++files.modifiedSecs;
    if (change == u"shorter")
        files.content->resize(3'000'000);
    if (change == u"part too long")
        QVERIFY(part.resize(fileBytes + 1));
    if (change == u"part damaged")
        QVERIFY(part.seek(part.size() - 1) && part.write("?") == 1);
    part.close();
    files.breakAfter = -1;
    const Outcome got = fetch(files);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QCOMPARE(got->continuedFrom, 0);
    QCOMPARE(got->sha256, wantedHash(*files.content));
    QVERIFY(readAll(u"a"_s) == *files.content);
    QCOMPARE(names(), QStringList{u"a"_s}); // the part of the older version went too
}

void TestContinuing::downloadLeavesNothing_data()
{
    QTest::addColumn<int>("unfinished");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<qint64>("breakAfter");
    QTest::addColumn<int>("left");
    QTest::newRow("not wanted") << int(Unfinished::Discard) << false << qint64(4'000'000) << 0;
    QTest::newRow("too little to keep") << int(Unfinished::KeepIfBroken) << false << qint64(200'000) << 0;
    QTest::newRow("cancelled") << int(Unfinished::KeepIfBroken) << true << qint64(-1) << 0;
    QTest::newRow("cancelled, to be kept") << int(Unfinished::Keep) << true << qint64(-1) << 1;
}

void TestContinuing::downloadLeavesNothing()
{
    QFETCH(const int, unfinished);
    QFETCH(const bool, cancelled);
    QFETCH(const qint64, breakAfter);
    QFETCH(const int, left);
    FileServer files{.content = randomBytes(fileBytes), .breakAfter = breakAfter};
    std::function<void(Download &, Client &)> cancel;
    if (cancelled)
        cancel = [](Download &operation, Client &client) { operation.cancel(client); };
    const Outcome got = run<Download>(files, wire("a"), local(u"a"_s), Unfinished(unfinished), cancel);
    QVERIFY(!got);
    QCOMPARE(names().size(), left);
}

void TestContinuing::wholePartOnlyNeedsItsName()
{
    FileServer files{.content = randomBytes(fileBytes), .breakAfter = 4'000'000};
    QVERIFY(!fetch(files));
    QFile part(m_dir->filePath(names().value(0)));
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write(*files.content) == fileBytes);
    part.close();
    files.breakAfter = -1;
    const Outcome got = fetch(files);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message + got.error().detail));
    QCOMPARE(got->continuedFrom, fileBytes);
    QCOMPARE(got->sha256, wantedHash(*files.content));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestContinuing::twoDownloadsAtOnce()
{
    FileServer files{.content = randomBytes(fileBytes)};
    Outcome second = fail(ErrorKind::Timeout, u"never begun"_s);
    FileServer sameFiles = files;
    const Outcome first = run<Download>(files, wire("a"), local(u"a"_s), Unfinished::KeepIfBroken,
                                        [&](Download &, Client &) { second = fetch(sameFiles); });
    // The second was whole first; the first does not overwrite it, and neither spoils the other.
    QVERIFY2(second, second ? "" : qPrintable(second.error().message));
    QCOMPARE(first.error().kind, ErrorKind::AlreadyExists);
    QVERIFY(readAll(u"a"_s) == *files.content);
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestContinuing::uploadGoesOn()
{
    QFETCH(const bool, hash);
    m_hash = hash;
    const QByteArray content = randomBytes(fileBytes);
    writeSource(content);
    FileServer files{.breakAfter = 4'000'000};
    QVERIFY(!send(files));
    QCOMPARE_GT(files.content->size(), 3'000'000);
    files.breakAfter = -1;
    const Outcome sent = send(files);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message + sent.error().detail));
    QCOMPARE_GT(sent->continuedFrom, 1'500'000);
    QCOMPARE_LT(files.moved, 4'500'000);
    QCOMPARE(sent->sha256, wantedHash(content));
    QVERIFY(*files.content == content);
}

void TestContinuing::uploadDropsLeftover_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("little is there") << u"little"_s;
    QTest::newRow("more is there than is to be sent") << u"longer"_s;
    QTest::newRow("something else is there") << u"other"_s;
    QTest::newRow("what is there cannot be read") << u"unreadable"_s;
    QTest::newRow("a link is there") << u"link"_s;
    QTest::newRow("a device is there") << u"device"_s;
    QTest::newRow("no kind is told") << u"unknown"_s;
}

void TestContinuing::uploadDropsLeftover()
{
    QFETCH(const QString, change);
    const QByteArray content = randomBytes(fileBytes);
    writeSource(content);
    FileServer files{.content = content.first(4'000'000)};
    if (change == u"little")
        files.content = QByteArray(10, 'x');
    if (change == u"longer")
        files.content = content + "x";
    if (change == u"other")
        files.content = QByteArray(4'000'000, 'x');
    if (change == u"link")
        files.permissions = 0120777;
    if (change == u"device")
        files.permissions = 0020666;
    if (change == u"unknown")
        files.permissions = 0;
    files.readable = change != u"unreadable";
    const Outcome sent = send(files);
    QCOMPARE(sent.error().kind, ErrorKind::NotFound);
    // Nothing else was made under its name: a rename of that may still be on its way.
    QVERIFY(!files.content);
    QCOMPARE(files.written, 0);
}

// A server may write what comes last first: then there is a hole before the end.
void TestContinuing::uploadSendsOnceMoreWhatWasOnItsWay()
{
    const QByteArray content = randomBytes(fileBytes);
    writeSource(content);
    FileServer files{.content = content.first(4'000'000)};
    files.content->replace(4'000'000 - mostSentAhead, 1'000'000, QByteArray(1'000'000, '\0'));
    const Outcome sent = send(files);
    QVERIFY(sent);
    QCOMPARE_GT(sent->continuedFrom, 0);
    QVERIFY(*files.content == content);
}

void TestContinuing::cancelledUpload_data()
{
    QTest::addColumn<int>("unfinished");
    QTest::addColumn<bool>("left");
    QTest::newRow("not wanted") << int(Unfinished::Discard) << false;
    QTest::newRow("if broken") << int(Unfinished::KeepIfBroken) << false;
    QTest::newRow("always") << int(Unfinished::Keep) << true;
}

void TestContinuing::cancelledUpload()
{
    QFETCH(const int, unfinished);
    QFETCH(const bool, left);
    writeSource(randomBytes(fileBytes));
    FileServer files;
    const Outcome sent = run<Upload>(files, local(u"source"_s), wire("in/.part"), Unfinished(unfinished),
                                     [](Upload &operation, Client &client) { operation.cancel(client); });
    QCOMPARE(sent.error().kind, ErrorKind::Cancelled);
    QCOMPARE(files.content.has_value(), left);
}

void TestContinuing::cancelKeepsWhatWasThere()
{
    const QByteArray content = randomBytes(fileBytes);
    writeSource(content);
    FileServer files{.content = content.first(4'000'000)};
    ScriptedServer server;
    const auto upload = std::make_shared<Upload>(local(u"source"_s), wire("in/.part"),
                                                 TransferOptions{.unfinished = Unfinished::Keep}, UploadStart::GoOn);
    server.answer = [&](const Request &request) {
        files.serve(server, request);
        if (request.type == PacketType::FStat)
            upload->cancel(server.client);
    };
    QVERIFY(server.serve(upload));
    QCOMPARE(await(upload->future()).error().kind, ErrorKind::Cancelled);
    QVERIFY(files.content.has_value());
}

QTEST_GUILESS_MAIN(TestContinuing)
#include "tst_continuing.moc"
