// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/errors.h"
#include "sftp/protocol/client.h"
#include "sftp/protocol/encoder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;

/// SFTP 3 as bytes.
class TestProtocol final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRequests();
    void cutsPackets_data();
    void cutsPackets();
    void refusesLengths_data();
    void refusesLengths();
    void readsReplies();
    void refusesReplies_data();
    void refusesReplies();
    void insistsOnVersionThree_data();
    void insistsOnVersionThree();
    void matchesAnswers();
    void refusesForeignAnswers_data();
    void refusesForeignAnswers();
    void clampsLimits_data();
    void clampsLimits();
    void survivesNoise();
    void mapsStatus_data();
    void mapsStatus();
};

namespace
{

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

QByteArray packet(PacketType type, const std::function<void(PacketWriter &)> &fill)
{
    QByteArray bytes;
    {
        PacketWriter writer(bytes, type);
        fill(writer);
    }
    return bytes;
}

QByteArray versionPacket(quint32 version = 3)
{
    return packet(PacketType::Version, [version](PacketWriter &w) {
        w.u32(version).string("posix-rename@openssh.com").string("1").string("limits@openssh.com").string("1");
    });
}

// A client that has been welcomed, with nothing left to send.
std::unique_ptr<Client> readyClient()
{
    auto client = std::make_unique<Client>();
    client->sayHello();
    if (!client->receive(versionPacket()))
        return nullptr;
    client->consumeOutput(client->output().size());
    return client;
}

} // namespace

void TestProtocol::writesRequests()
{
    Client client;
    client.sayHello();
    QCOMPARE(client.output().toByteArray(), hex("00000005 01 00000003"));
    client.consumeOutput(9);
    QVERIFY(client.output().isEmpty());
    client.open("a", openflag::write | openflag::create | openflag::exclusive, {});
    QCOMPARE(client.output().toByteArray(), hex("00000012 03 00000001 00000001 61 0000002a 00000000"));
    client.consumeOutput(10);
    QCOMPARE(client.output().size(), 12);
    client.consumeOutput(12);
    client.write("h", 0x100000002, "xyz", {});
    QCOMPARE(client.output().toByteArray(), hex("00000019 06 00000002 00000001 68 0000000100000002 00000003 78797a"));
    QCOMPARE(client.requestsInFlight(), 2);
}

void TestProtocol::cutsPackets_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 4, 5, 7, 64, 100'000})
        QTest::addRow("pieces of %d", piece) << piece;
}

void TestProtocol::cutsPackets()
{
    QFETCH(const int, piece);
    const auto client = readyClient();
    QVERIFY(client);
    QByteArray stream;
    QByteArray expected;
    QByteArray got;
    for (quint32 id = 1; id <= 50; ++id) {
        client->read("h", id, 1000, [&got](const Reply &reply) { got += reply.bytes.toByteArray() + ';'; });
        const QByteArray bytes(id * 13 % 97, char('a' + id % 26));
        PacketWriter(stream, PacketType::Data, id).string(bytes);
        expected += bytes + ';';
    }
    for (qsizetype at = 0; at < stream.size(); at += piece)
        QVERIFY(client->receive(QByteArrayView(stream).sliced(at, std::min<qsizetype>(piece, stream.size() - at))));
    QCOMPARE(got, expected);
    QCOMPARE(client->requestsInFlight(), 0);
}

void TestProtocol::refusesLengths_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("zero") << hex("00000000");
    QTest::newRow("only a type") << hex("00000001 65");
    QTest::newRow("no whole id") << hex("00000004 65");
    QTest::newRow("just too long") << hex("00040401");
    QTest::newRow("2 GiB") << hex("7fffffff");
    QTest::newRow("4 GiB") << hex("ffffffff");
}

void TestProtocol::refusesLengths()
{
    QFETCH(const QByteArray, start);
    const auto client = readyClient();
    QVERIFY(client);
    const auto result = client->receive(start);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
}

void TestProtocol::readsReplies()
{
    const QByteArray statusBytes = hex("65 00000007 00000002 00000002 6e6f 00000000");
    const auto status = decodeReply(statusBytes);
    QVERIFY(status && status->id == 7 && status->isStatus(status::noSuchFile));
    QCOMPARE(status->text.toByteArray(), "no");
    QVERIFY(decodeReply(hex("65 00000007 00000000"))); // old servers
    const auto attributes =
        decodeReply(hex("69 00000001 8000000f 0000000100000000 00000001 00000002 000041ed 00000005 00000006 "
                        "00000001 00000001 61 00000001 62"));
    QVERIFY(attributes);
    QCOMPARE(attributes->attributes.sizeBytes(), 1ll << 32);
    QVERIFY(attributes->attributes.isDirectory());
    QCOMPARE(*attributes->attributes.modifiedSecs, 6u);
    const auto names =
        decodeReply(hex("68 00000001 00000002 00000001 61 00000000 00000000 00000002 2e2e 00000000 00000000"));
    QVERIFY(names && names->names.size() == 2);
    QCOMPARE(names->names[1].name, "..");
    Attributes huge;
    huge.size = 1ull << 63;
    QCOMPARE(huge.sizeBytes(), -1);
    QCOMPARE(toEntry("a", "drwxr-xr-x", {}).kind, RemoteKind::Directory);
    QCOMPARE(toEntry("a", "lrwxr-xr-x", {}).kind, RemoteKind::Link);
    QCOMPARE(toEntry("a", "", {}).kind, RemoteKind::File);
}

void TestProtocol::refusesReplies_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("status without code") << hex("65 00000001");
    QTest::newRow("status, message cut") << hex("65 00000001 00000002 00000005 6e6f");
    QTest::newRow("status, junk behind") << hex("65 00000001 00000002 00000000 00000000 00");
    QTest::newRow("handle cut") << hex("66 00000001 00000004 616263");
    QTest::newRow("handle too long") << hex("66 00000001 00000101") + QByteArray(257, 'h');
    QTest::newRow("handle, junk behind") << hex("66 00000001 00000001 61 00");
    QTest::newRow("data longer than its packet") << hex("67 00000001 ffffffff 61");
    QTest::newRow("data, junk behind") << hex("67 00000001 00000001 61 62");
    QTest::newRow("names, count too high") << hex("68 00000001 00000002 00000001 61 00000000 00000000");
    QTest::newRow("names, count of 4 billion") << hex("68 00000001 ffffffff 00000001 61 00000000 00000000");
    QTest::newRow("names, count too low") << hex("68 00000001 00000000 00000001 61 00000000 00000000");
    QTest::newRow("name longer than the packet") << hex("68 00000001 00000001 7fffffff 61 00000000 00000000");
    QTest::newRow("attributes, unknown flag") << hex("69 00000001 00000010 00000000");
    QTest::newRow("attributes cut") << hex("69 00000001 00000001 00000000");
    QTest::newRow("attributes, endless pairs") << hex("69 00000001 80000000 ffffffff");
    QTest::newRow("attributes, pair cut") << hex("69 00000001 80000000 00000001 00000001 61 00000009 62");
    QTest::newRow("a request") << hex("03 00000001 00000001 61 00000000 00000000");
    QTest::newRow("unknown type") << hex("ff 00000001");
    QTest::newRow("type 0") << hex("00 00000001");
}

void TestProtocol::refusesReplies()
{
    QFETCH(const QByteArray, packet);
    const auto reply = decodeReply(packet);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Protocol);
    QVERIFY(!reply.error().message.isEmpty());
}

void TestProtocol::insistsOnVersionThree_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("3") << versionPacket(3) << true;
    QTest::newRow("2") << versionPacket(2) << false;
    QTest::newRow("6") << versionPacket(6) << false;
    QTest::newRow("status first") << hex("00000009 65 00000001 00000000") << false;
    QTest::newRow("extension cut") << hex("0000000d 02 00000003 00000009 61626364") << false;
}

void TestProtocol::insistsOnVersionThree()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, accepted);
    Client client;
    client.sayHello();
    QCOMPARE(client.receive(answer).has_value(), accepted);
    QCOMPARE(client.isReady(), accepted);
    QCOMPARE(client.hasExtension("limits@openssh.com"), accepted);
}

void TestProtocol::matchesAnswers()
{
    const auto client = readyClient();
    QVERIFY(client);
    QStringList got;
    const auto note = [&](const QString &who) {
        return [&got, who](const Reply &reply) { got += who + u' ' + QString::number(int(reply.type)); };
    };
    client->linkStat("a", note(u"a"_s));                                                  // 1
    client->linkStat("b", note(u"b"_s));                                                  // 2
    client->readDirectory("h", [&](const Reply &) { client->close("h", note(u"c"_s)); }); // 3, then 4
    QByteArray replies;
    PacketWriter(replies, PacketType::Status, 2).u32(2).string("").string("");
    PacketWriter(replies, PacketType::Status, 3).u32(1).string("").string("");
    PacketWriter(replies, PacketType::Attributes, 1).u32(0);
    PacketWriter(replies, PacketType::Status, 4).u32(0).string("").string("");
    QVERIFY(client->receive(replies));
    QCOMPARE(got, QStringList({u"b 101"_s, u"a 105"_s, u"c 101"_s}));
}

void TestProtocol::refusesForeignAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("unknown id") << hex("00000009 65 00000063 00000000");
    QTest::newRow("wrong type") << hex("0000000a 66 00000001 00000001 61");
    QTest::newRow("success without attributes") << hex("00000009 65 00000001 00000000");
    QTest::newRow("answered twice") << hex("00000009 69 00000001 00000000 00000009 69 00000001 00000000");
    QTest::newRow("version again") << hex("00000005 02 00000003");
}

void TestProtocol::refusesForeignAnswers()
{
    QFETCH(const QByteArray, answer);
    const auto client = readyClient();
    QVERIFY(client);
    client->linkStat("a", {});
    const auto result = client->receive(answer);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
}

void TestProtocol::clampsLimits_data()
{
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<quint32>("read");
    QTest::addColumn<quint32>("write");
    QTest::newRow("none") << quint64(0) << 32768u << 32768u;
    QTest::newRow("one byte") << quint64(1) << 4096u << 4096u;
    QTest::newRow("small") << quint64(10'000) << 10'000u << 10'000u;
    QTest::newRow("OpenSSH") << quint64(261'120) << 32768u << 65536u;
    QTest::newRow("2^64 - 1") << ~quint64(0) << 32768u << 65536u;
}

void TestProtocol::clampsLimits()
{
    QFETCH(const quint64, limit);
    QFETCH(const quint32, read);
    QFETCH(const quint32, write);
    const auto client = readyClient();
    QVERIFY(client);
    client->askLimits();
    QByteArray reply;
    PacketWriter(reply, PacketType::ExtendedReply, 1).u64(limit).u64(limit).u64(limit).u64(limit);
    QVERIFY(client->receive(reply));
    QCOMPARE(client->readBytes(), read);
    QCOMPARE(client->writeBytes(), write);
}

void TestProtocol::survivesNoise()
{
    QByteArray good;
    PacketWriter(good, PacketType::Name, 1)
        .u32(2)
        .string("a")
        .string("-rw")
        .u32(5)
        .u64(3)
        .u32(0100644)
        .string("b")
        .string("d")
        .u32(0);
    PacketWriter(good, PacketType::Attributes, 2)
        .u32(0x8000000f)
        .u64(3)
        .u32(1)
        .u32(2)
        .u32(3)
        .u32(4)
        .u32(5)
        .u32(1)
        .string("x")
        .string("y");
    PacketWriter(good, PacketType::Data, 3).string(QByteArray(100, 'x'));
    PacketWriter(good, PacketType::Status, 4).u32(4).string("failure").string("en");
    QRandomGenerator random(7);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        const auto client = readyClient();
        client->readDirectory("h", {});
        client->linkStat("p", {});
        client->read("h", 0, 100, {});
        client->close("h", {});
        QByteArray bytes = good;
        for (quint32 i = 0; i <= random.bounded(4u); ++i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype piece = std::min<qsizetype>(1 + random.bounded(60), bytes.size() - at);
            if (!client->receive(bytes.mid(at, piece))) {
                ++refused;
                break;
            }
            at += piece;
        }
    }
    QCOMPARE_GT(refused, 5000);
}

void TestProtocol::mapsStatus_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::newRow("no such file") << 2u << QByteArray() << int(ErrorKind::NotFound);
    QTest::newRow("permission") << 3u << QByteArray() << int(ErrorKind::NotWritable);
    QTest::newRow("failure") << 4u << QByteArray("Failure") << int(ErrorKind::NotWritable);
    QTest::newRow("failure, disk full") << 4u << QByteArray("No space left on device") << int(ErrorKind::NoSpace);
    QTest::newRow("failure, quota") << 4u << QByteArray("Disk quota exceeded") << int(ErrorKind::NoSpace);
    QTest::newRow("failure, exists") << 4u << QByteArray("File exists") << int(ErrorKind::AlreadyExists);
    QTest::newRow("unsupported") << 8u << QByteArray() << int(ErrorKind::Unsupported);
    QTest::newRow("exists") << 11u << QByteArray() << int(ErrorKind::AlreadyExists);
    QTest::newRow("no space") << 14u << QByteArray() << int(ErrorKind::NoSpace);
    QTest::newRow("connection lost") << 7u << QByteArray() << int(ErrorKind::Network);
    QTest::newRow("nobody's code") << 4711u << QByteArray() << int(ErrorKind::NotWritable);
}

void TestProtocol::mapsStatus()
{
    QFETCH(const quint32, code);
    QFETCH(const QByteArray, text);
    QFETCH(const int, kind);
    const Error error = errorFromStatus(code, RemotePath("in/a\x1b"), text);
    QCOMPARE(int(error.kind), kind);
    QVERIFY(error.message.contains(u"\\x1b"_s));
    QVERIFY(!error.message.contains(QChar(0x1b)));
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
