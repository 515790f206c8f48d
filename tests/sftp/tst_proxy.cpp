// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/proxysetting.h"
#include "sftp/transport/proxy.h"
#include "support/miniproxy.h"
#include "support/sshdserver.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QScopeGuard>
#include <QTest>

#include <thread>

using namespace navette;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using What = SignInQuestion::What;

/// Proxies that want to know who asks, and the system's.
class TestProxy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsIn_data();
    void signsIn();
    void asksForThePassword_data();
    void asksForThePassword();
    void sendsNothingWhereItCannotSignIn_data();
    void sendsNothingWhereItCannotSignIn();
    void asksOnceForAllKeys();
    void needsAUserName_data();
    void needsAUserName();
    void takesNoPasswordFromTheAccount_data();
    void takesNoPasswordFromTheAccount();
    void asksTheSystem();
    void doesNotWaitForTheSystem();

private:
    [[nodiscard]] ConnectRequest request(const QString &proxy, quint16 port) const;
    SshdServer m_server;
};

namespace
{

MiniProxy::Guard guard(QByteArrayList schemes = {"Basic realm=\"test\""})
{
    return {.user = "jean", .password = "open sesame", .schemes = std::move(schemes)};
}

} // namespace

void TestProxy::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
}

ConnectRequest TestProxy::request(const QString &proxy, quint16 port) const
{
    ConnectRequest request = m_server.request();
    request.endpoint.host = u"sftp.platform.invalid"_s; // known to the proxy only
    request.endpoint.proxy = proxy.arg(port);
    return request;
}

void TestProxy::signsIn_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("sentence"); ///< or empty where it works
    for (const char *scheme : {"socks5", "http"}) {
        const QString proxy = QString::fromLatin1(scheme) + u"://jean@127.0.0.1:%1"_s;
        QTest::addRow("%s", scheme) << proxy << u"open sesame"_s << QString();
        QTest::addRow("%s, wrong", scheme) << proxy << u"open barley"_s << u"does not accept"_s;
        QTest::addRow("%s, none", scheme) << proxy << QString() << u"none is kept"_s;
    }
}

void TestProxy::signsIn()
{
    QFETCH(const QString, proxy);
    QFETCH(const QString, password);
    QFETCH(const QString, sentence);
    MiniProxy server(m_server.port(), guard());
    ConnectRequest request = this->request(proxy, server.port());
    request.secrets.proxyPassword = password;
    const auto remote = await(connectSftp(request));
    QCOMPARE(remote.has_value(), sentence.isEmpty());
    if (!remote) {
        QCOMPARE(remote.error().kind, ErrorKind::SignIn);
        QVERIFY2(remote.error().message.contains(sentence), qPrintable(remote.error().message));
        QVERIFY(!remote.error().detail.contains(u"barley"_s));
    }
    QCOMPARE(server.passwordsSent(), password.isEmpty() ? QByteArrayList() : QByteArrayList{password.toUtf8()});
}

void TestProxy::asksForThePassword_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::newRow("SOCKS5") << u"socks5://jean@127.0.0.1:%1"_s;
    QTest::newRow("HTTP") << u"http://jean@127.0.0.1:%1"_s;
}

void TestProxy::asksForThePassword()
{
    QFETCH(const QString, proxy);
    MiniProxy server(m_server.port(), guard());
    ConnectRequest request = this->request(proxy, server.port());
    QList<SignInQuestion> asked;
    request.askSignIn = [&](const SignInQuestion &question) -> std::optional<SignInAnswer> {
        asked += question;
        return SignInAnswer{.values = {Secret(question.again ? u"open sesame"_s : u"open barley"_s)}, .keep = true};
    };
    GivenSecrets given;
    request.onSecretsGiven = [&](const GivenSecrets &secrets) { given = secrets; };
    QVERIFY(await(connectSftp(request)));
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked[0].what == What::ProxyPassword && !asked[0].again && asked[1].again && asked[0].mayKeep);
    QCOMPARE(asked[0].host, u"127.0.0.1"_s);
    QCOMPARE(asked[0].user, u"jean"_s);
    QCOMPARE(server.passwordsSent(), (QByteArrayList{"open barley", "open sesame"}));
    QCOMPARE(given.toKeep.proxyPassword.text(), u"open sesame"_s);
    QVERIFY(given.all.password.isEmpty());

    request.askSignIn = [](const SignInQuestion &) { return std::nullopt; };
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QVERIFY2(remote.error().message.contains(u"Nothing was entered"_s), qPrintable(remote.error().message));
}

void TestProxy::sendsNothingWhereItCannotSignIn_data()
{
    QTest::addColumn<QByteArrayList>("schemes");
    QTest::addColumn<std::optional<ErrorKind>>("expected");
    QTest::newRow("Negotiate, NTLM") << QByteArrayList{"Negotiate", "NTLM"} << std::optional(ErrorKind::Unsupported);
    QTest::newRow("Digest") << QByteArrayList{"Digest realm=\"x\", nonce=\"y\""}
                            << std::optional(ErrorKind::Unsupported);
    QTest::newRow("nothing") << QByteArrayList() << std::optional(ErrorKind::Unsupported);
    QTest::newRow("too many") << QByteArrayList(100, "NTLM") << std::optional(ErrorKind::Unsupported);
    QTest::newRow("endless") << QByteArrayList(10'000, "NTLM") << std::optional(ErrorKind::Network);
    QTest::newRow("Negotiate, basic") << QByteArrayList{"Negotiate", "basic realm=\"x\""} << std::optional<ErrorKind>();
}

void TestProxy::sendsNothingWhereItCannotSignIn()
{
    QFETCH(const QByteArrayList, schemes);
    QFETCH(const std::optional<ErrorKind>, expected);
    MiniProxy server(m_server.port(), guard(schemes));
    ConnectRequest request = this->request(u"http://jean@127.0.0.1:%1"_s, server.port());
    request.secrets.proxyPassword = u"open sesame"_s;
    const auto remote = await(connectSftp(request));
    QCOMPARE(remote ? std::nullopt : std::optional(remote.error().kind), expected);
    QCOMPARE(server.passwordsSent().size(), expected ? 0 : 1);
    if (!remote) {
        QVERIFY(!remote.error().message.isEmpty());
        QCOMPARE_LT(remote.error().detail.size(), 200);
    }
}

// A server may have keys of several types, each looked at in a connection of its own.
void TestProxy::asksOnceForAllKeys()
{
    MiniProxy server(m_server.port(), guard());
    ConnectRequest request = this->request(u"http://jean@127.0.0.1:%1"_s, server.port());
    request.endpoint.hostKeyFingerprint = u"SHA256:"_s + QString(43, u'A');
    request.secrets.proxyPassword = u"open barley"_s;
    int asked = 0;
    request.askSignIn = [&](const SignInQuestion &) -> std::optional<SignInAnswer> {
        ++asked;
        return SignInAnswer{.values = {Secret(u"open sesame"_s)}};
    };
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::Unsafe);
    QCOMPARE(asked, 1);
    QCOMPARE(server.passwordsSent(), (QByteArrayList{"open barley", "open sesame", "open sesame"}));
}

void TestProxy::needsAUserName_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::newRow("SOCKS5") << u"socks5://127.0.0.1:%1"_s;
    QTest::newRow("HTTP") << u"http://127.0.0.1:%1"_s;
}

void TestProxy::needsAUserName()
{
    QFETCH(const QString, proxy);
    MiniProxy server(m_server.port(), guard());
    ConnectRequest request = this->request(proxy, server.port());
    request.secrets.proxyPassword = u"open sesame"_s;
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::SignIn);
    const QString wanted = QString(request.endpoint.proxy).replace(u"://"_s, u"://name@"_s);
    QVERIFY2(remote.error().message.contains(wanted), qPrintable(remote.error().message));
    QCOMPARE(server.passwordsSent(), QByteArrayList());

    // Where it is the system that names the proxy, there is no address in the account to write it before.
    const sftp::Patience patience{std::chrono::steady_clock::now() + 30s, {}};
    const sftp::Proxy systems{proxy.startsWith(u"http") ? sftp::Proxy::Kind::Http : sftp::Proxy::Kind::Socks5,
                              u"127.0.0.1"_s,
                              server.port(),
                              {},
                              {},
                              true};
    auto socket = sftp::TcpSocket::connect(QHostAddress::LocalHost, server.port(), patience);
    QVERIFY(socket);
    const auto answer = sftp::openThroughProxy(*socket, systems, {}, u"sftp.platform.invalid"_s, 22, patience);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.contains(u"computer's settings"_s) && answer.error().message.contains(wanted),
             qPrintable(answer.error().message));
}

void TestProxy::takesNoPasswordFromTheAccount_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("holds");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("system") << u"system"_s << false;
    QTest::newRow("no name") << u"http://proxy.example:8080"_s << false;
    QTest::newRow("name") << u"http://jean@proxy.example:8080"_s << false;
    QTest::newRow("password") << u"http://jean:hunter2@proxy.example:8080"_s << true;
    QTest::newRow("SOCKS5") << u"socks5://jean:hunter2@proxy.example"_s << true;
    QTest::newRow("@ inside") << u"http://jean:hunt@er2@proxy.example"_s << true;
    QTest::newRow("no scheme") << u"jean:hunter2@proxy.example"_s << true;
}

void TestProxy::takesNoPasswordFromTheAccount()
{
    QFETCH(const QString, proxy);
    QFETCH(const bool, holds);
    QCOMPARE(holdsProxyPassword(proxy), holds);
    if (!holds)
        return;
    ConnectRequest request = m_server.request();
    request.endpoint.proxy = proxy;
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::Usage);
    QVERIFY(!(remote.error().message + remote.error().detail).contains(u"hunt"_s));
}

void TestProxy::asksTheSystem()
{
    sftp::Patience patience{std::chrono::steady_clock::now() + 30s, {}};
    Endpoint endpoint;
    endpoint.host = u"sftp.platform.invalid"_s;
    endpoint.proxy = u"system"_s;
    QString askedFor;
    const auto system = [&askedFor](const QList<QNetworkProxy> &proxies) {
        return [&askedFor, proxies](const QNetworkProxyQuery &query) {
            askedFor = query.peerHostName();
            return proxies;
        };
    };
    const QNetworkProxy http(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128, u"jean"_s, u"open sesame"_s);
    const QNetworkProxy ftp(QNetworkProxy::FtpCachingProxy, u"ftp.example"_s, 21);
    const auto found = sftp::proxyFor(endpoint, patience, system({ftp, http}));
    QVERIFY(found && *found);
    QCOMPARE(askedFor, endpoint.host);
    QCOMPARE((*found)->host, u"proxy.example"_s);
    QCOMPARE((*found)->port, quint16(3128));
    QCOMPARE((*found)->user, u"jean"_s);
    QCOMPARE((*found)->password.text(), u"open sesame"_s);
    QVERIFY((*found)->isSystems);
    const auto direct = sftp::proxyFor(endpoint, patience, system({QNetworkProxy(QNetworkProxy::NoProxy), http}));
    QVERIFY(direct && !*direct);
    const auto none = sftp::proxyFor(endpoint, patience, system({}));
    QVERIFY(none && !*none);

    // And as the system itself says it; where it does not read its environment, the rest is left out.
    MiniProxy server(m_server.port());
    qputenv("all_proxy", "socks5://127.0.0.1:" + QByteArray::number(server.port()));
    qunsetenv("no_proxy");
    const auto asBefore = qScopeGuard([] { qunsetenv("all_proxy"); });
    if (QNetworkProxyFactory::systemProxyForQuery({endpoint.host, 22}).constFirst().port() != server.port())
        return;
    ConnectRequest request = this->request(u"system"_s, 0);
    request.endpoint.proxy = u"system"_s;
    QVERIFY(await(connectSftp(request)));
    QCOMPARE(server.askedFor(), "sftp.platform.invalid:" + QByteArray::number(m_server.port()));
}

void TestProxy::doesNotWaitForTheSystem()
{
    Endpoint endpoint;
    endpoint.host = u"sftp.platform.invalid"_s;
    endpoint.proxy = u"system"_s;
    const auto slow = [](const QNetworkProxyQuery &) {
        std::this_thread::sleep_for(3s);
        return QList<QNetworkProxy>();
    };
    QElapsedTimer timer;
    timer.start();
    const auto late = sftp::proxyFor(endpoint, {std::chrono::steady_clock::now() + 200ms, {}}, slow);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Timeout);
    QVERIFY(!late.error().message.isEmpty());
    const auto cancelled =
        sftp::proxyFor(endpoint, {std::chrono::steady_clock::now() + 30s, [] { return true; }}, slow);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QCOMPARE_LT(timer.elapsed(), 2500);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
