// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cancelling.h"
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/memoryscan.h"
#include "support/miniproxy.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTest>

#include <mutex>

using namespace navette;
using namespace Qt::StringLiterals;
using Remote = std::shared_ptr<RemoteFileSystem>;

/// The way in, step by step, and everything that may stand in it.
class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void walksTheSteps();
    void asksOnceAndKeeps();
    void trustsOnce();
    void refusesUnknownKey();
    void refusesChangedKey();
    void obeysThePin();
    void refusesUnreadableKnownHosts();
    void signsInByKey_data();
    void signsInByKey();
    void signsInByAgent();
    void missesTheRoot();
    void refusedPort();
    void unknownName();
    void refusesOddNames();
    void meetsOtherServers_data();
    void meetsOtherServers();
    void timesOutAndCancels();
    void waitsForNoDrip();
    void warnsOfAKeyForEverybody();
    void stallsAnywhere_data();
    void stallsAnywhere();
    void breaksAnywhere();
    void noticesAFlippedByte_data();
    void noticesAFlippedByte();
    void goesThroughProxies_data();
    void goesThroughProxies();
    void staysQuietAboutSecrets();
    void forgetsSecrets();

private:
    SshdServer m_server;
};

namespace
{

std::optional<ErrorKind> outcome(const ConnectRequest &request)
{
    const auto remote = await(connectSftp(request));
    return remote ? std::nullopt : std::optional(remote.error().kind);
}

} // namespace

void TestConnection::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
}

void TestConnection::init()
{
    QDir(QFileInfo(m_server.knownHostsFile()).path()).removeRecursively();
}

void TestConnection::walksTheSteps()
{
    ConnectRequest request = m_server.request();
    std::vector<StepReport> steps;
    request.onStep = [&](const StepReport &step) { steps.push_back(step); };
    QVERIFY(!outcome(request));
    const std::vector<ConnectStep> expected{ConnectStep::NameLookup, ConnectStep::Port, ConnectStep::HostKey,
                                            ConnectStep::SignIn, ConnectStep::Tree};
    QCOMPARE(steps.size(), expected.size());
    for (size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].step, expected[i]);
        QVERIFY(steps[i].succeeded);
        QVERIFY(!steps[i].message.isEmpty());
    }
    QVERIFY(steps[2].message.contains(m_server.fingerprint()));
}

void TestConnection::asksOnceAndKeeps()
{
    ConnectRequest request = m_server.request();
    QList<HostKeyQuestion> questions;
    request.askHostKey = [&](const HostKeyQuestion &question) {
        questions += question;
        return HostKeyAnswer::TrustAndKeep;
    };
    QVERIFY(!outcome(request));
    QVERIFY(!outcome(request));
    QCOMPARE(questions.size(), 1);
    QCOMPARE(questions[0].fingerprint, m_server.fingerprint());
    QCOMPARE(questions[0].keyType, u"ssh-ed25519"_s);
    QCOMPARE(questions[0].port, m_server.port());
}

void TestConnection::trustsOnce()
{
    ConnectRequest request = m_server.request();
    int asked = 0;
    request.askHostKey = [&](const HostKeyQuestion &) { return ++asked, HostKeyAnswer::TrustOnce; };
    QVERIFY(!outcome(request));
    QVERIFY(!outcome(request));
    QCOMPARE(asked, 2);
    QVERIFY(!QFile::exists(QFileInfo(m_server.knownHostsFile()).filePath()));
}

void TestConnection::refusesUnknownKey()
{
    ConnectRequest request = m_server.request();
    request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::Refuse; };
    QCOMPARE(outcome(request), ErrorKind::Unsafe);
    request.askHostKey = {};
    QCOMPARE(outcome(request), ErrorKind::Unsafe);
}

void TestConnection::refusesChangedKey()
{
    ConnectRequest request = m_server.request();
    QVERIFY(!outcome(request));
    const QString before = m_server.fingerprint();
    QVERIFY(m_server.makeNewHostKey() && m_server.start());
    bool asked = false;
    std::vector<ConnectStep> steps;
    request.askHostKey = [&](const HostKeyQuestion &) { return asked = true, HostKeyAnswer::TrustAndKeep; };
    request.onStep = [&](const StepReport &step) { steps.push_back(step.step); };
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::Unsafe);
    QVERIFY(remote.error().message.contains(before));
    QVERIFY(remote.error().message.contains(m_server.fingerprint()));
    QVERIFY(!asked);
    QCOMPARE(steps.back(), ConnectStep::HostKey); // nothing was tried after it
}

void TestConnection::obeysThePin()
{
    ConnectRequest request = m_server.request();
    request.askHostKey = {};
    request.endpoint.hostKeyFingerprint = m_server.fingerprint();
    QVERIFY(!outcome(request));
    request.endpoint.hostKeyFingerprint += u'=';
    QVERIFY(!outcome(request));
    request.endpoint.hostKeyFingerprint = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
    QCOMPARE(outcome(request), ErrorKind::Unsafe);
    // A pin outweighs what is kept.
    request.endpoint.hostKeyFingerprint.clear();
    request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::TrustAndKeep; };
    QVERIFY(!outcome(request));
    request.endpoint.hostKeyFingerprint = u"SHA256:"_s;
    QCOMPARE(outcome(request), ErrorKind::Unsafe);
}

void TestConnection::refusesUnreadableKnownHosts()
{
    // A directory in the file's place cannot be read by anyone, root included.
    const QString path = QFileInfo(m_server.knownHostsFile()).filePath();
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(outcome(m_server.request()), ErrorKind::Unsafe);
}

void TestConnection::signsInByKey_data()
{
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("expected"); ///< "" or a piece of the sentence
    QTest::newRow("right") << u"right"_s << QString() << QString();
    QTest::newRow("right, needless passphrase") << u"right"_s << u"x"_s << QString();
    QTest::newRow("other") << u"other"_s << QString() << u"does not accept the key"_s;
    QTest::newRow("protected") << u"protected"_s << u"open sesame"_s << QString();
    QTest::newRow("passphrase missing") << u"protected"_s << QString() << u"passphrase is missing"_s;
    QTest::newRow("passphrase wrong") << u"protected"_s << u"open barley"_s << u"does not open"_s;
    QTest::newRow("none") << u"nowhere"_s << QString() << u"not on this computer"_s;
    QTest::newRow("no key") << u"garbage"_s << QString() << u"does not hold a private key"_s;
}

void TestConnection::signsInByKey()
{
    QFETCH(const QString, keyFile);
    QFETCH(const QString, passphrase);
    QFETCH(const QString, expected);
    const QString garbage = m_server.filesDirectory() + u"/garbage"_s;
    QVERIFY(writeFile(garbage, "hello\n"));
    const QHash<QString, QString> files{{u"right"_s, m_server.keyFile()},
                                        {u"other"_s, m_server.otherKeyFile()},
                                        {u"protected"_s, m_server.protectedKeyFile()},
                                        {u"garbage"_s, garbage}};
    ConnectRequest request = m_server.request();
    request.endpoint.keyFile = toLocalPath(files.value(keyFile, m_server.filesDirectory() + u"/nowhere"_s));
    request.secrets.keyPassphrase = passphrase;
    const auto remote = await(connectSftp(request));
    QCOMPARE(remote.has_value(), expected.isEmpty());
    if (!remote) {
        QVERIFY2(remote.error().message.contains(expected), qPrintable(remote.error().message));
        QVERIFY(!passphrase.isEmpty() ? !remote.error().detail.contains(passphrase) : true);
    }
}

void TestConnection::signsInByAgent()
{
    ConnectRequest request = m_server.request();
    request.endpoint.auth = AuthMethod::Agent;
    request.endpoint.keyFile.clear();
    const QByteArray before = qgetenv("SSH_AUTH_SOCK");
    qunsetenv("SSH_AUTH_SOCK");
    QCOMPARE(outcome(request), ErrorKind::SignIn);
    QTemporaryDir dir;
    const QString socket = dir.filePath(u"agent"_s);
    QProcess agent;
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
    QVERIFY(agent.waitForStarted());
    QTRY_VERIFY(QFile::exists(socket));
    qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    QCOMPARE(outcome(request), ErrorKind::SignIn); // it has no keys yet
    QCOMPARE(QProcess::execute(u"ssh-add"_s, {u"-q"_s, m_server.otherKeyFile()}), 0);
    QCOMPARE(outcome(request), ErrorKind::SignIn);
    QCOMPARE(QProcess::execute(u"ssh-add"_s, {u"-q"_s, m_server.keyFile()}), 0);
    QVERIFY(!outcome(request));
    agent.terminate();
    agent.waitForFinished();
    before.isEmpty() ? qunsetenv("SSH_AUTH_SOCK") : qputenv("SSH_AUTH_SOCK", before);
}

void TestConnection::missesTheRoot()
{
    ConnectRequest request = m_server.request();
    request.endpoint.root += u"/nowhere"_s;
    QCOMPARE(outcome(request), ErrorKind::NotFound);
    QVERIFY(writeFile(m_server.filesDirectory() + u"/file"_s, "x"));
    request.endpoint.root = m_server.filesDirectory() + u"/file"_s;
    QCOMPARE(outcome(request), ErrorKind::NotFound);
    request.endpoint.root.clear();
    QVERIFY(!outcome(request));
    request.endpoint.root = u"/"_s;
    const auto remote = await(connectSftp(request));
    QVERIFY(remote);
    QCOMPARE(await((*remote)->stat(RemotePath("etc")))->kind, RemoteKind::Directory);
}

void TestConnection::refusedPort()
{
    QTcpServer finder;
    QVERIFY(finder.listen(QHostAddress::LocalHost));
    ConnectRequest request = m_server.request();
    request.endpoint.port = finder.serverPort();
    finder.close();
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::Network);
    QVERIFY(remote.error().message.contains(u"allow list"));
}

void TestConnection::unknownName()
{
    ConnectRequest request = m_server.request();
    request.endpoint.host = u"nowhere.invalid"_s;
    request.stepTimeout = std::chrono::seconds(5);
    const auto kind = outcome(request);
    // Without any name server the question itself is not answered.
    QVERIFY(kind == ErrorKind::Network || kind == ErrorKind::Timeout);
}

void TestConnection::refusesOddNames()
{
    const QList<std::pair<QString, QString>> odd{
        {u"127.0.0.1"_s, u"-oProxyCommand=x"_s}, {u"127.0.0.1"_s, QString()}, {u"127.0.0.1"_s, u"a\nb"_s}};
    for (const auto &[host, user] : odd) {
        ConnectRequest request = m_server.request();
        request.endpoint.host = host;
        request.endpoint.user = user;
        QCOMPARE(outcome(request), ErrorKind::Usage);
    }
    for (const QString &host : {u"-oProxyCommand=x"_s, u"a@127.0.0.1"_s, u"a;b"_s, QString()}) {
        ConnectRequest request = m_server.request();
        request.endpoint.host = host;
        QVERIFY(outcome(request).has_value());
    }
}

void TestConnection::meetsOtherServers_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("closes");
    QTest::newRow("closes at once") << QByteArray() << true;
    QTest::newRow("closes in the banner") << QByteArray("SSH-2.0-Op") << true;
    QTest::newRow("closes after the banner") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << true;
    QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n") << true;
    QTest::newRow("SSH 1") << QByteArray("SSH-1.5-old\r\n") << true;
    QTest::newRow("garbage") << QByteArray(100'000, '\xfe') << false;
    QTest::newRow("endless line") << QByteArray(50'000'000, 'A') << false;
    QTest::newRow("garbage after the banner") << QByteArray("SSH-2.0-x\r\n") + QByteArray(100'000, '\x7f') << false;
    QTest::newRow("huge packet") << QByteArray("SSH-2.0-x\r\n\x7f\xff\xff\xff\x04") + QByteArray(1000, '\0') << false;
    QTest::newRow("silence") << QByteArray() << false;
}

void TestConnection::meetsOtherServers()
{
    QFETCH(const QByteArray, greeting);
    QFETCH(const bool, closes);
    FaultProxy server(greeting, closes);
    ConnectRequest request = m_server.request();
    request.endpoint.port = server.port();
    request.stepTimeout = std::chrono::seconds(2);
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    const ErrorKind kind = remote.error().kind;
    QVERIFY(kind == ErrorKind::Network || kind == ErrorKind::Protocol || kind == ErrorKind::Timeout);
    QVERIFY(!remote.error().message.isEmpty());
}

// A server that says something every second, but takes for ever.
void TestConnection::waitsForNoDrip()
{
    const FaultProxy relay(m_server.port(), {.bytesPerSecond = 2});
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    request.stepTimeout = std::chrono::seconds(3);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(outcome(request), ErrorKind::Timeout);
    QCOMPARE_LT(timer.elapsed(), 15'000); // five steps
    QVERIFY(relay.bytesDown() > 0);
}

void TestConnection::warnsOfAKeyForEverybody()
{
#ifdef Q_OS_WIN
    QSKIP("Windows keeps such things in lists that are not read.");
#endif
    const QTemporaryDir folder;
    ConnectRequest request = m_server.request();
    const QString copy = folder.filePath(u"key"_s);
    QVERIFY(QFile::copy(m_server.keyFile(), copy));
    request.endpoint.keyFile = toLocalPath(copy);
    QString sentence;
    request.onStep = [&sentence](const StepReport &step) {
        if (step.step == ConnectStep::SignIn)
            sentence = step.message;
    };
    constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
    for (const auto others :
         {QFile::Permissions(), QFile::Permissions(QFile::ReadGroup), QFile::Permissions(QFile::ReadOther)}) {
        QVERIFY(QFile::setPermissions(copy, own | others));
        QVERIFY(!outcome(request));
        QCOMPARE(sentence.contains(u"can read the key file"_s), others != QFile::Permissions());
    }
}

void TestConnection::timesOutAndCancels()
{
    FaultProxy silence(QByteArray(), false);
    ConnectRequest request = m_server.request();
    request.endpoint.port = silence.port();
    request.stepTimeout = std::chrono::milliseconds(500);
    QCOMPARE(outcome(request), ErrorKind::Timeout);
    request.stepTimeout = std::chrono::minutes(10);
    auto connecting = connectSftp(request);
    QTest::qWait(100);
    QCOMPARE_LT(msToCancel(connecting), mostToCancelMs);
}

void TestConnection::stallsAnywhere_data()
{
    QTest::addColumn<int>("offset");
    for (const int offset : {0, 10, 41, 500, 1100, 1500, 2000, 2500, 3000})
        QTest::addRow("after %d bytes", offset) << offset;
}

void TestConnection::stallsAnywhere()
{
    QFETCH(const int, offset);
    FaultProxy relay(m_server.port(), {.stallAfterDown = offset});
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    request.stepTimeout = std::chrono::seconds(1);
    const auto kind = outcome(request);
    if (kind) // far enough behind, nothing is missing any more
        QCOMPARE(int(*kind), int(ErrorKind::Timeout));
    else
        QCOMPARE_GE(offset, 2000);
}

void TestConnection::breaksAnywhere()
{
    int broken = 0;
    for (int offset = 0; offset < 64 * 48; offset += 48) {
        FaultProxy relay(m_server.port(), {.cutAfterDown = offset});
        ConnectRequest request = m_server.request();
        request.endpoint.port = relay.port();
        const auto kind = outcome(request);
        QVERIFY2(!kind || *kind == ErrorKind::Network || *kind == ErrorKind::Protocol,
                 qPrintable(u"offset %1: kind %2"_s.arg(offset).arg(int(kind.value_or(ErrorKind::Internal)))));
        broken += kind ? 1 : 0;
    }
    qInfo("64 connections cut, %d of them before they were complete", broken);
    QCOMPARE_GE(broken, 32);
}

void TestConnection::noticesAFlippedByte_data()
{
    QTest::addColumn<QString>("ciphers");
    QTest::newRow("whatever is taken") << QString();
    QTest::newRow("counted, with a code of its own") << u"Ciphers aes128-ctr\n"_s;
}

void TestConnection::noticesAFlippedByte()
{
    QFETCH(const QString, ciphers);
    m_server.setExtraConfiguration(ciphers);
    const auto asBefore = qScopeGuard([this] { m_server.setExtraConfiguration({}); });
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    QVERIFY(writeFile(m_server.filesDirectory() + u"/big"_s, QByteArray(1'000'000, 'x')));
    QTemporaryDir dir;
    FaultProxy relay(m_server.port(), {.corruptDownAt = 500'000});
    ConnectRequest request = m_server.request();
    request.endpoint.port = relay.port();
    const auto remote = await(connectSftp(request));
    QVERIFY(remote);
    const auto got = await((*remote)->download(RemotePath("big"), toLocalPath(dir.filePath(u"big"_s))));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Network);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestConnection::goesThroughProxies_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("refuses");
    QTest::addColumn<std::optional<ErrorKind>>("expected");
    QTest::newRow("SOCKS5") << u"socks5://127.0.0.1:%1"_s << false << std::optional<ErrorKind>();
    QTest::newRow("HTTP") << u"http://127.0.0.1:%1"_s << false << std::optional<ErrorKind>();
    QTest::newRow("SOCKS5 refuses") << u"socks5://127.0.0.1:%1"_s << true << std::optional(ErrorKind::Network);
    QTest::newRow("HTTP refuses") << u"http://127.0.0.1:%1"_s << true << std::optional(ErrorKind::Network);
    QTest::newRow("other scheme") << u"ftp://127.0.0.1:%1"_s << false << std::optional(ErrorKind::Usage);
    QTest::newRow("no address") << u"socks5:///%1"_s << false << std::optional(ErrorKind::Usage);
}

void TestConnection::goesThroughProxies()
{
    QFETCH(const QString, proxy);
    QFETCH(const bool, refuses);
    QFETCH(const std::optional<ErrorKind>, expected);
    MiniProxy server(m_server.port(), refuses ? MiniProxy::Manner::Refuses : MiniProxy::Manner::Leads);
    ConnectRequest request = m_server.request();
    // Known to the proxy only.
    request.endpoint.host = u"sftp.platform.invalid"_s;
    request.endpoint.proxy = proxy.arg(server.port());
    QCOMPARE(outcome(request), expected);
    if (expected != ErrorKind::Usage)
        QCOMPARE(server.askedFor(), "sftp.platform.invalid:" + QByteArray::number(m_server.port()));
}

void TestConnection::staysQuietAboutSecrets()
{
    ConnectRequest request = m_server.request();
    request.secrets.password = u"canary-password"_s;
    request.endpoint.auth = AuthMethod::Password;
    QString said;
    request.onStep = [&](const StepReport &step) { said += step.message; };
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::SignIn);
    said += remote.error().message + remote.error().detail;
    QVERIFY(!said.contains(u"canary"));
}

void TestConnection::forgetsSecrets()
{
    if (!Canary::canLook())
        QSKIP("Memory can be looked through on Linux without sanitizers only.");
    const Canary password(7), passphrase(11);
    // More than once, as what is freed may be in use again before anybody looks.
    for (int i = 0; i < 5; ++i) {
        ConnectRequest request = m_server.request();
        request.secrets.password = password.text();
        request.endpoint.auth = AuthMethod::Password;
        QCOMPARE(outcome(request), ErrorKind::SignIn);
        request.secrets = {{}, passphrase.text()};
        request.endpoint.auth = AuthMethod::Key;
        request.endpoint.keyFile = toLocalPath(m_server.protectedKeyFile());
        QCOMPARE(outcome(request), ErrorKind::SignIn);
    }
    QTRY_COMPARE(password.count(), 0);
    QTRY_COMPARE(passphrase.count(), 0);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
