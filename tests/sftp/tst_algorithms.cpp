// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/nocommonalgorithm.h"
#include "sftp/transport/algorithms.h"
#include "support/sshdserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;

namespace
{

/// Greets a client and keeps the first packet that it sends, which is its KEXINIT (RFC 4253, 7.1). Works while the
/// event loop does.
class Recorder
{
public:
    Recorder()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            socket->write("SSH-2.0-Recorder\r\n");
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] {
                m_received += socket->readAll();
                const qsizetype packet = packetStart();
                if (packet > 0 && m_received.size() >= packet + 4 + number(packet))
                    socket->abort();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// The name lists of the packet, in their order.
    [[nodiscard]] QList<QByteArrayList> lists() const
    {
        constexpr qsizetype head = 4 + 1 + 1 + 16; // length, padding's length, type, cookie
        constexpr char kexInit = 20;
        QList<QByteArrayList> lists;
        const qsizetype packet = packetStart();
        if (packet == 0 || m_received.at(packet + 5) != kexInit)
            return lists;
        for (qsizetype at = packet + head; lists.size() < 10; at += 4 + number(at))
            lists += m_received.mid(at + 4, number(at)).split(',');
        return lists;
    }

private:
    // Behind the client's greeting; 0 before enough of it came.
    [[nodiscard]] qsizetype packetStart() const
    {
        const qsizetype end = m_received.indexOf("\r\n");
        return end >= 0 && m_received.size() > end + 2 + 5 ? end + 2 : 0;
    }
    [[nodiscard]] quint32 number(qsizetype at) const { return qFromBigEndian<quint32>(m_received.constData() + at); }

    QTcpServer m_server;
    QByteArray m_received;
};

struct Outcome {
    std::optional<Error> error;
    Remedy remedy = Remedy::None;
    QString said; ///< of the host key step
};

Outcome connectTo(const SshdServer &server, bool allowOld)
{
    Outcome outcome;
    ConnectRequest request = server.request();
    request.endpoint.oldAlgorithms = allowOld;
    request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::TrustOnce; };
    request.onStep = [&](const StepReport &step) {
        if (step.step == ConnectStep::HostKey) {
            outcome.said = step.message;
            outcome.remedy = step.remedy;
        }
    };
    if (const auto remote = await(connectSftp(std::move(request))); !remote)
        outcome.error = remote.error();
    return outcome;
}

} // namespace

/// Which algorithms we offer, and what is said where that leaves nothing in common.
class TestAlgorithms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void offersOnlySafeOnes();
    void offersOldOnesLast();
    void ordersHostKeys();
    void readsLibsshsSentence_data();
    void readsLibsshsSentence();
    void meetsOldServers_data();
    void meetsOldServers();
    void meetsANewerServer();
    void takesTheSafeOnesWherePossible();

private:
    QTemporaryDir m_dir;
    SshdServer m_server;
};

void TestAlgorithms::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QProcess keygen;
    keygen.start(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"rsa"_s, u"-N"_s, {}, u"-f"_s, m_dir.filePath(u"rsa"_s)});
    QVERIFY(keygen.waitForFinished() && keygen.exitCode() == 0);
}

// What really goes out, whatever libssh makes of our wishes.
void TestAlgorithms::offersOnlySafeOnes()
{
    Recorder recorder;
    ConnectRequest request = m_server.request();
    request.endpoint.port = recorder.port();
    QVERIFY(!await(connectSftp(std::move(request))));
    const QList<QByteArrayList> lists = recorder.lists();
    QCOMPARE(lists.size(), 10);
    QVERIFY(lists[0].contains("kex-strict-c-v00@openssh.com"));
    QVERIFY(lists[0].contains("curve25519-sha256"));
    for (qsizetype i = 0; i < 6; ++i) {
        QVERIFY(!lists[i].isEmpty());
        for (const QByteArray &name : lists[i]) {
            for (const char *unsafe : {"sha1", "cbc", "chacha20", "md5", "arcfour", "3des", "ssh-dss", "cert"})
                QVERIFY2(!name.contains(unsafe), name.constData());
            QVERIFY2(name != "none" && name != "ssh-rsa", name.constData());
        }
    }
    QCOMPARE(lists[6], QByteArrayList{"none"}); // compression
    QCOMPARE(lists[7], QByteArrayList{"none"});
}

void TestAlgorithms::offersOldOnesLast()
{
    Recorder recorder;
    ConnectRequest request = m_server.request();
    request.endpoint.port = recorder.port();
    request.endpoint.oldAlgorithms = true;
    QVERIFY(!await(connectSftp(std::move(request))));
    const QList<QByteArrayList> lists = recorder.lists();
    QCOMPARE(lists.size(), 10);
    QVERIFY(lists[0].contains("kex-strict-c-v00@openssh.com"));
    const auto isOld = [](const QByteArray &name) {
        return name.contains("sha1") || name.contains("cbc") || name == "ssh-rsa";
    };
    for (qsizetype i = 0; i < 6; ++i) {
        bool seen = false;
        for (const QByteArray &name : lists[i]) {
            if (name.startsWith("ext-info") || name.startsWith("kex-strict"))
                continue;
            QVERIFY2(!seen || isOld(name), name.constData());
            seen = seen || isOld(name);
            for (const char *never : {"md5", "arcfour", "3des", "ssh-dss", "none", "chacha20"})
                QVERIFY2(!name.contains(never), name.constData());
        }
        QVERIFY(seen);
    }
    // Terrapin works on CBC with these.
    for (const QByteArray &name : lists[4] + lists[5])
        QVERIFY2(!name.contains("etm"), name.constData());
}

void TestAlgorithms::ordersHostKeys()
{
    const QByteArray usual = algorithmsFor(false, {}).hostKeys;
    QVERIFY(usual.startsWith("ssh-ed25519,"));
    QCOMPARE(algorithmsFor(false, {.first = {"ssh-dss", "unknown"}, .without = {}}).hostKeys, usual);
    QVERIFY(algorithmsFor(false, {.first = {"ssh-rsa"}, .without = {}})
                .hostKeys.startsWith("rsa-sha2-512,rsa-sha2-256,ssh-ed25519,"));
    QVERIFY(!algorithmsFor(true, {.first = {}, .without = {"ssh-rsa"}}).hostKeys.contains("rsa"));
    QCOMPARE(algorithmsFor(false, {.first = {"ssh-rsa"}, .without = {}}).hostKeys.split(',').size(),
             usual.split(',').size());
}

void TestAlgorithms::readsLibsshsSentence_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("use"); ///< -1: it is about something else
    QTest::addColumn<QStringList>("offered");
    QTest::addColumn<bool>("isOld");
    const auto about = [](const char *method, const QString &server) {
        return u"kex error : no match for method %1: server [%2], client [aes128-ctr]"_s.arg(QLatin1String(method),
                                                                                             server);
    };
    const auto use = [](NoCommonAlgorithm::Use which) { return int(which); };
    using enum NoCommonAlgorithm::Use;
    QTest::newRow("key exchange") << about("kex algos", u"diffie-hellman-group1-sha1,kex-strict-s-v00@openssh.com"_s)
                                  << use(KeyExchange) << QStringList{u"diffie-hellman-group1-sha1"_s} << true;
    QTest::newRow("host key") << about("server host key algo", u"ssh-rsa,ssh-dss"_s) << use(HostKey)
                              << QStringList{u"ssh-rsa"_s, u"ssh-dss"_s} << true;
    QTest::newRow("cipher") << about("encryption client->server", u"3des-cbc"_s) << use(Cipher)
                            << QStringList{u"3des-cbc"_s} << false;
    QTest::newRow("MAC") << about("mac algo server->client", u"hmac-sha1"_s) << use(Mac) << QStringList{u"hmac-sha1"_s}
                         << true;
    QTest::newRow("compression") << about("compression algo client->server", u"zlib"_s) << use(Other)
                                 << QStringList{u"zlib"_s} << false;
    QTest::newRow("newer than we") << about("kex algos", u"mlkem768x25519-sha256"_s) << use(KeyExchange)
                                   << QStringList{u"mlkem768x25519-sha256"_s} << false;
    QTest::newRow("nothing offered") << about("kex algos", {}) << use(KeyExchange) << QStringList() << false;
    QTest::newRow("hostile") << about("kex algos", u"a\x1b[31m"_s) << use(KeyExchange) << QStringList{u"a\\x1b[31m"_s}
                             << false;
    QTest::newRow("cut off") << u"no match for method kex algos: server [diffie-hellman-group14-sha1,dif"_s
                             << use(KeyExchange) << QStringList{u"diffie-hellman-group14-sha1"_s, u"dif"_s} << true;
    QTest::newRow("another one") << u"Socket error: disconnected"_s << -1 << QStringList() << false;
    QTest::newRow("nothing") << QString() << -1 << QStringList() << false;
}

void TestAlgorithms::readsLibsshsSentence()
{
    QFETCH(const QString, sentence);
    QFETCH(const int, use);
    QFETCH(const QStringList, offered);
    QFETCH(const bool, isOld);
    const auto none = noCommonAlgorithm(sentence);
    QCOMPARE(none ? int(none->use) : -1, use);
    if (!none)
        return;
    QCOMPARE(none->offered, offered);
    QCOMPARE(none->isOld, isOld);
    QVERIFY(
        noCommonAlgorithm(u"no match for method kex algos: server ["_s + QString(100'000, u','))->offered.isEmpty());
}

void TestAlgorithms::meetsOldServers_data()
{
    QTest::addColumn<QString>("configuration");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("wanted"); ///< one of what to ask for
    QTest::addColumn<bool>("isShown");   ///< libssh tells that it is in use
    QTest::newRow("key exchange") << u"KexAlgorithms diffie-hellman-group14-sha1\n"_s
                                  << u"diffie-hellman-group14-sha1"_s << u"curve25519-sha256"_s << true;
    QTest::newRow("oldest key exchange") << u"KexAlgorithms diffie-hellman-group1-sha1\n"_s
                                         << u"diffie-hellman-group1-sha1"_s << u"diffie-hellman-group14-sha256"_s
                                         << true;
    QTest::newRow("host key") << u"HostKeyAlgorithms ssh-rsa\n"_s << u"ssh-rsa"_s << u"ssh-ed25519"_s << false;
    QTest::newRow("cipher") << u"Ciphers aes256-cbc\n"_s << u"aes256-cbc"_s << u"aes128-ctr"_s << true;
    QTest::newRow("MAC") << u"Ciphers aes128-ctr\nMACs hmac-sha1\n"_s << u"hmac-sha1"_s << u"hmac-sha2-256"_s << true;
    QTest::newRow("all") << u"KexAlgorithms diffie-hellman-group1-sha1\nHostKeyAlgorithms ssh-rsa\n"
                            "Ciphers aes128-cbc\nMACs hmac-sha1\n"_s
                         << u"diffie-hellman-group1-sha1"_s << u"curve25519-sha256"_s << true;
}

void TestAlgorithms::meetsOldServers()
{
    QFETCH(const QString, configuration);
    QFETCH(const QString, offered);
    QFETCH(const QString, wanted);
    QFETCH(const bool, isShown);
    m_server.setExtraConfiguration(u"HostKey %1\n"_s.arg(m_dir.filePath(u"rsa"_s)) + configuration);
    if (!m_server.start())
        QSKIP("This sshd does not know it any more.");
    const Outcome refused = connectTo(m_server, false);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->kind, ErrorKind::Unsupported);
    QVERIFY2(refused.error->message.contains(offered) && refused.error->message.contains(wanted) &&
                 refused.error->message.contains(u"no longer safe"_s),
             qPrintable(refused.error->message));
    QCOMPARE(refused.remedy, Remedy::AllowOldAlgorithms);
    const Outcome allowed = connectTo(m_server, true);
    QVERIFY2(!allowed.error, qPrintable(allowed.error.value_or(Error{}).message));
    QCOMPARE(allowed.said.contains(offered), isShown);
}

void TestAlgorithms::meetsANewerServer()
{
    m_server.setExtraConfiguration(u"Ciphers chacha20-poly1305@openssh.com\n"_s);
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    const Outcome outcome = connectTo(m_server, false);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::Unsupported);
    QVERIFY2(outcome.error->message.contains(u"chacha20-poly1305@openssh.com"_s) &&
                 !outcome.error->message.contains(u"no longer safe"_s),
             qPrintable(outcome.error->message));
    QCOMPARE(outcome.remedy, Remedy::None);
}

void TestAlgorithms::takesTheSafeOnesWherePossible()
{
    m_server.setExtraConfiguration(u"KexAlgorithms +diffie-hellman-group1-sha1\nCiphers +aes128-cbc\n"_s);
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    const Outcome outcome = connectTo(m_server, true);
    QVERIFY2(!outcome.error, qPrintable(outcome.error.value_or(Error{}).message));
    QVERIFY2(!outcome.said.contains(u"Old encryption"_s), qPrintable(outcome.said));
}

QTEST_GUILESS_MAIN(TestAlgorithms)
#include "tst_algorithms.moc"
