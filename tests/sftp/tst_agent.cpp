// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/protocol/fieldreader.h"
#include "support/cancelling.h"
#include "support/files.h"
#include "support/sshdserver.h"
#include "support/stepserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QTest>
#include <QtEndian>

using namespace navette;
using namespace Qt::StringLiterals;

/// Signing in with the keys of a key agent, whatever that agent is.
class TestAgent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void findsTheRightKeyAmongMany();
    void goesOnAfterTheAgentsKey_data();
    void goesOnAfterTheAgentsKey();
    void showsTheFirstFewOnly();
    void passesOverForeignKeys();
    void readsTheChosenKeyAnywhere_data();
    void readsTheChosenKeyAnywhere();
    void saysThatNoneIsRunning_data();
    void saysThatNoneIsRunning();
    void saysThatItHasNoKey();
    void saysThatItRefuses();
    void neverAnswers_data();
    void neverAnswers();
    void isLeftAtOnce_data();
    void isLeftAtOnce();
    void lies_data();
    void lies();

private:
    SshdServer m_server;
    QByteArray m_right; ///< public key, as SSH sends it
    QList<QByteArray> m_many;
    QTemporaryDir m_dir;
    QStringList m_manyFiles;
    QByteArray m_before;
};

namespace
{

QByteArray publicKeyOf(const QString &keyFile)
{
    return QByteArray::fromBase64(readFile(keyFile + u".pub"_s).split(' ').value(1));
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray sshString(const QByteArray &text)
{
    return number(quint32(text.size())) + text;
}

QByteArray listOf(const QList<QByteArray> &keys)
{
    QByteArray list = "\x0c" + number(quint32(keys.size()));
    for (const QByteArray &key : keys)
        list += sshString(key) + sshString("a comment");
    return list;
}

/// What an agent answers to a request for its list, and to one for a signature, with the length in front.
struct Manner {
    std::optional<QByteArray> list; ///< without one it says nothing
    std::optional<QByteArray> signature;
    bool hangsUp = false;
};

// Says nothing at all, or no more once it has told that it holds this key.
Manner silentAfter(const std::optional<QByteArray> &key)
{
    return {.list = key ? std::optional(sshString(listOf({*key}))) : std::nullopt, .signature = {}};
}

/// A key agent that has no keys, but says so or not.
class FakeAgent final : public QObject
{
public:
    explicit FakeAgent(Manner manner) : m_manner(std::move(manner))
    {
        static int count = 0;
        m_server.listen(m_dir.filePath(u"agent%1"_s.arg(++count)));
        qputenv("SSH_AUTH_SOCK", m_server.fullServerName().toLocal8Bit());
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket *client = m_server.nextPendingConnection())
                connect(client, &QLocalSocket::readyRead, this, [this, client] { talk(client); });
        });
    }
    ~FakeAgent() override { qunsetenv("SSH_AUTH_SOCK"); }

    [[nodiscard]] int listsAsked() const { return m_listsAsked; }
    [[nodiscard]] int signaturesAsked() const { return m_signaturesAsked; }

private:
    void talk(QLocalSocket *client)
    {
        if (client->bytesAvailable() < 5)
            return;
        const bool asksForList = client->readAll().at(4) == 11;
        (asksForList ? m_listsAsked : m_signaturesAsked) += 1;
        const auto &answer = asksForList ? m_manner.list : m_manner.signature;
        if (answer)
            client->write(*answer);
        if (m_manner.hangsUp)
            client->disconnectFromServer();
    }

    Manner m_manner;
    QTemporaryDir m_dir;
    QLocalServer m_server;
    int m_listsAsked = 0;
    int m_signaturesAsked = 0;
};

/// OpenSSH's own.
class RealAgent final
{
public:
    RealAgent()
    {
        const QString socket = m_dir.filePath(u"agent"_s);
        m_process.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
        (void)m_process.waitForStarted();
        for (int i = 0; i < 100 && !listens(socket); ++i) // its file is there a moment before
            QTest::qWait(50);
        qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    }
    ~RealAgent()
    {
        qunsetenv("SSH_AUTH_SOCK");
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] static bool listens(const QString &socket)
    {
        QLocalSocket client;
        client.connectToServer(socket);
        return client.waitForConnected(100);
    }
    [[nodiscard]] static bool add(const QString &keyFile)
    {
        return QProcess::execute(u"ssh-add"_s, {u"-q"_s, keyFile}) == 0;
    }

private:
    QTemporaryDir m_dir;
    QProcess m_process;
};

QString sentenceOf(const ConnectRequest &request)
{
    const auto remote = await(connectSftp(request));
    return remote ? QString() : remote.error().message;
}

ConnectRequest byAgent(const SshdServer &server)
{
    ConnectRequest request = server.request();
    request.endpoint.auth = AuthMethod::Agent;
    request.endpoint.keyFile.clear();
    return request;
}

#define VERIFY_SAYS(request, words)                                                                                    \
    do {                                                                                                               \
        const QString sentence = sentenceOf(request);                                                                  \
        QVERIFY2(sentence.contains(words), qPrintable(sentence));                                                      \
    } while (false)

} // namespace

void TestAgent::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    m_before = qgetenv("SSH_AUTH_SOCK");
    m_server.setExtraConfiguration(u"MaxAuthTries 3\n"_s);
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    m_right = publicKeyOf(m_server.keyFile());
    QVERIFY(!m_right.isEmpty());
    for (int i = 0; i < 20; ++i) {
        const QString file = m_dir.filePath(u"key%1"_s.arg(i));
        QCOMPARE(
            QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, file}), 0);
        m_manyFiles += file;
        m_many += publicKeyOf(file);
    }
}

void TestAgent::init()
{
    qunsetenv("SSH_AUTH_SOCK");
}

void TestAgent::cleanupTestCase()
{
    if (!m_before.isEmpty())
        qputenv("SSH_AUTH_SOCK", m_before);
}

void TestAgent::findsTheRightKeyAmongMany()
{
    RealAgent agent;
    for (const QString &file : std::as_const(m_manyFiles))
        QVERIFY(RealAgent::add(file));
    QVERIFY(RealAgent::add(m_server.keyFile()));
    ConnectRequest request = byAgent(m_server);
    // The server hangs up before the twenty-first key's turn.
    VERIFY_SAYS(request, u"accepts none of the key agent's keys"_s);
    request.endpoint.keyFile = toLocalPath(m_server.keyFile());
    QCOMPARE(sentenceOf(request), QString());
    request.endpoint.keyFile = toLocalPath(m_server.otherKeyFile());
    VERIFY_SAYS(request, u"does not have the key"_s);
}

void TestAgent::goesOnAfterTheAgentsKey_data()
{
    QTest::addColumn<StepServer::Step>("second");
    QTest::addColumn<QByteArrayList>("tried");
    QTest::newRow("password") << StepServer::Step::Password << QByteArrayList{"publickey", "password"};
    QTest::newRow("another key") << StepServer::Step::Key << QByteArrayList{"publickey"};
}

void TestAgent::goesOnAfterTheAgentsKey()
{
    QFETCH(const StepServer::Step, second);
    QFETCH(const QByteArrayList, tried);
    const RealAgent agent;
    QVERIFY(RealAgent::add(m_server.keyFile()));
    StepServer server({StepServer::Step::Key, second}, "open sesame");
    ConnectRequest request = byAgent(m_server);
    request.endpoint.port = server.port();
    request.endpoint.keyFile = toLocalPath(m_server.keyFile() + u".pub"_s);
    request.secrets.password = u"open sesame"_s;
    const QString sentence = sentenceOf(request);
    QVERIFY2(!sentence.contains(u"private key"), qPrintable(sentence));
    QCOMPARE(server.attempts(), tried);
}

void TestAgent::showsTheFirstFewOnly()
{
    FakeAgent agent({.list = sshString(listOf(m_many))});
    StepServer server({StepServer::Step::Password}, "open sesame");
    ConnectRequest request = byAgent(m_server);
    request.endpoint.port = server.port();
    QVERIFY(!sentenceOf(request).isEmpty());
    QCOMPARE(server.attempts(), QByteArrayList(5, "publickey"));
    QCOMPARE(agent.listsAsked(), 1);
    QCOMPARE(agent.signaturesAsked(), 0);
}

void TestAgent::passesOverForeignKeys()
{
    const QList<QByteArray> foreign{sshString("ssh-ed25519-cert-v01@openssh.com") + "cert",
                                    sshString("ssh-dss"),
                                    "x",
                                    QByteArray(),
                                    sshString("ssh-ed25519") + sshString("short"),
                                    sshString("ssh-future") + sshString(QByteArray(32, 'x'))};
    FakeAgent agent({.list = sshString(listOf(foreign + QList{m_right})), .signature = sshString("\x05")});
    VERIFY_SAYS(byAgent(m_server), u"did not allow its key"_s);
    QCOMPARE(agent.signaturesAsked(), 1);
}

void TestAgent::readsTheChosenKeyAnywhere_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("private key with .pub") << u"key0"_s << true;
    QTest::newRow("public key") << u"key0.pub"_s << true;
    QTest::newRow("PuTTY") << u"putty.ppk"_s << true;
    QTest::newRow("without .pub") << u"alone"_s << false;
    QTest::newRow("nowhere") << u"nowhere"_s << false;
}

void TestAgent::readsTheChosenKeyAnywhere()
{
    QFETCH(const QString, named);
    QFETCH(const bool, isFound);
    QFile::copy(m_manyFiles[1], m_dir.filePath(u"alone"_s));
    QFile::copy(QStringLiteral(NAVETTE_SOURCE_DIR "/tests/sftp/keys/ecdsa-256-3-protected.ppk"),
                m_dir.filePath(u"putty.ppk"_s));
    const QByteArray ofPutty = QByteArray::fromBase64(
        readFile(QStringLiteral(NAVETTE_SOURCE_DIR "/tests/sftp/keys/ecdsa-256.pub")).split(' ').value(1));
    FakeAgent agent({.list = sshString(listOf(m_many + QList{ofPutty}))});
    StepServer server({StepServer::Step::Password}, "open sesame");
    ConnectRequest request = byAgent(m_server);
    request.endpoint.port = server.port();
    request.endpoint.keyFile = toLocalPath(m_dir.filePath(named));
    const QString sentence = sentenceOf(request);
    QCOMPARE(server.attempts(), QByteArrayList(isFound ? 1 : 0, "publickey"));
    QCOMPARE(sentence.contains(u"public half of the key"_s), !isFound);
}

void TestAgent::saysThatNoneIsRunning_data()
{
    QTest::addColumn<QByteArray>("socket");
    QTest::newRow("unset") << QByteArray();
    QTest::newRow("nowhere") << QByteArray("/nowhere/agent");
    QTest::newRow("a file") << QByteArray(__FILE__);
    QTest::newRow("too long") << "/" + QByteArray(5000, 'x');
}

void TestAgent::saysThatNoneIsRunning()
{
    QFETCH(const QByteArray, socket);
    if (!socket.isEmpty())
        qputenv("SSH_AUTH_SOCK", socket);
    VERIFY_SAYS(byAgent(m_server), u"No key agent is running"_s);
}

void TestAgent::saysThatItHasNoKey()
{
    const RealAgent agent;
    VERIFY_SAYS(byAgent(m_server), u"has no key for this account"_s);
    FakeAgent locked({.list = sshString("\x05")});
    VERIFY_SAYS(byAgent(m_server), u"has no key for this account"_s);
}

void TestAgent::saysThatItRefuses()
{
    FakeAgent agent({.list = sshString(listOf({m_right})), .signature = sshString("\x05")});
    VERIFY_SAYS(byAgent(m_server), u"did not allow its key"_s);
}

void TestAgent::neverAnswers_data()
{
    QTest::addColumn<bool>("lists");
    QTest::newRow("no list") << false;
    QTest::newRow("no signature") << true;
}

void TestAgent::neverAnswers()
{
    QFETCH(const bool, lists);
    FakeAgent agent(silentAfter(lists ? std::optional(m_right) : std::nullopt));
    ConnectRequest request = byAgent(m_server);
    request.stepTimeout = std::chrono::seconds(2);
    QElapsedTimer timer;
    timer.start();
    VERIFY_SAYS(request, u"did not answer in time"_s);
    QCOMPARE_GE(timer.elapsed(), lists ? 4000 : 1500);
    QCOMPARE_LT(timer.elapsed(), 30'000);
}

void TestAgent::isLeftAtOnce_data()
{
    neverAnswers_data();
}

void TestAgent::isLeftAtOnce()
{
    QFETCH(const bool, lists);
    FakeAgent agent(silentAfter(lists ? std::optional(m_right) : std::nullopt));
    ConnectRequest request = byAgent(m_server);
    request.stepTimeout = std::chrono::minutes(10);
    auto connecting = connectSftp(request);
    QTRY_COMPARE_WITH_TIMEOUT(lists ? agent.signaturesAsked() : agent.listsAsked(), 1, 20'000);
    QTest::qWait(100);
    QCOMPARE_LT(msToCancel(connecting), mostToCancelMs);
}

void TestAgent::lies_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("hangsUp");
    const QByteArray honest = sshString(listOf({m_right}));
    const auto row = [](const char *name, const QByteArray &list, const QByteArray &signature = {},
                        bool hangsUp = false) { QTest::newRow(name) << list << signature << hangsUp; };
    row("a list of 4 GiB", number(0xffffffff) + "\x0c");
    row("a list of nothing", number(0));
    row("hangs up", {}, {}, true);
    row("hangs up in the middle", number(1000) + "\x0c", {}, true);
    row("more keys than it says", sshString("\x0c" + number(0) + sshString(m_right) + sshString("")));
    row("fewer keys than it says", sshString("\x0c" + number(0xffffffff) + sshString(m_right) + sshString("")));
    row("a key of 4 GiB", sshString("\x0c" + number(1) + number(0xffffffff) + m_right));
    row("two answers", honest + honest);
    row("another type", sshString("\x0e" + sshString("x")));
    row("a signature of 4 GiB", honest, number(0xffffffff) + "\x0e");
    row("a signature longer than its message", honest, sshString("\x0e" + number(1000) + "x"));
    row("a signature and more", honest, sshString("\x0e" + sshString("x") + "y"));
    row("a list for a signature", honest, honest);
}

void TestAgent::lies()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArray, signature);
    QFETCH(const bool, hangsUp);
    FakeAgent agent({.list = list, .signature = signature, .hangsUp = hangsUp});
    ConnectRequest request = byAgent(m_server);
    VERIFY_SAYS(request, u"makes no sense"_s);
    QCOMPARE(agent.signaturesAsked(), signature.isEmpty() ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestAgent)
#include "tst_agent.moc"
