// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "sftp/operations/contenthash.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using Request = ScriptedServer::Request;

/// Hashes of a file on the server: what it says itself, and what is read where it does not.
class TestContentHash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesContent_data();
    void hashesContent();
    void hashesNoMovingTarget();
};

void TestContentHash::hashesContent_data()
{
    QTest::addColumn<QByteArrayList>("extensions");
    QTest::addColumn<QByteArray>("answer"); // to check-file; empty: a refusal
    QTest::addColumn<bool>("reads");
    const QByteArray hash = QCryptographicHash::hash(randomBytes(300'000), QCryptographicHash::Sha256);
    const auto field = [](const QByteArray &text) { return QByteArray("\0\0\0", 3) + char(text.size()) + text; };
    QTest::newRow("no extension") << QByteArrayList() << QByteArray() << true;
    QTest::newRow("as in the draft") << QByteArrayList{"check-file"} << field("check-file") + field("sha256") + hash
                                     << false;
    QTest::newRow("without the name") << QByteArrayList{"check-file"} << field("sha256") + hash << false;
    QTest::newRow("another algorithm") << QByteArrayList{"check-file"} << field("md5") + hash.first(16) << true;
    QTest::newRow("cut short") << QByteArrayList{"check-file"} << field("sha256") + hash.first(31) << true;
    QTest::newRow("refused") << QByteArrayList{"check-file"} << QByteArray() << true;
}

void TestContentHash::hashesContent()
{
    QFETCH(const QByteArrayList, extensions);
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, reads);
    const QByteArray content = randomBytes(300'000);
    ScriptedServer server(extensions);
    server.answer = [&](const Request &request) {
        if (request.type != PacketType::Extended)
            return server.serveFile(request, content, 20'000);
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

void TestContentHash::hashesNoMovingTarget()
{
    ScriptedServer server;
    server.answer = [&](const Request &request) {
        if (request.type == PacketType::FStat)
            return server.attributes(request.id, 400'000);
        server.serveFile(request, randomBytes(300'000));
    };
    const auto operation = std::make_shared<ContentHash>(wire("a"), TransferProgress());
    auto future = operation->future();
    QVERIFY(server.serve(operation));
    QCOMPARE(await(future).error().kind, ErrorKind::Protocol);
    QCOMPARE(server.count(PacketType::Close), 1);
}

QTEST_GUILESS_MAIN(TestContentHash)
#include "tst_contenthash.moc"
