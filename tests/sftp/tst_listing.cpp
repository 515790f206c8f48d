// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/listing.h"

#include <QTest>

using namespace navette;
using namespace navette::sftp;
using Request = ScriptedServer::Request;

namespace
{

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

/// Listings of a server that lies, without any socket.
class TestListing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEverything();
    void stopsListing_data();
    void stopsListing();
    void listsInParts();
    void listsWithoutLimit();
    void waitsForWhoTakesTheParts();
    void listingFails();
};

void TestListing::listsEverything()
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

void TestListing::stopsListing_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<int>("most");
    QTest::newRow("without end") << QList<QByteArray>(1000, "name") << 200'000;
    QTest::newRow("long names") << QList<QByteArray>(25, QByteArray(4000, 'n')) << 16'777;
    QTest::newRow("empty answers") << QList<QByteArray>() << 0;
    QTest::newRow("nothing but itself") << QList<QByteArray>{".", ".."} << 0;
}

void TestListing::stopsListing()
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

void TestListing::listsInParts()
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
void TestListing::listsWithoutLimit()
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

void TestListing::waitsForWhoTakesTheParts()
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

void TestListing::listingFails()
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

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
