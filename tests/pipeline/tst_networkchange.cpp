// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/networkwatch.h"
#include "support/faultproxy.h"
#include "support/miniproxy.h"
#include "support/sessiondesk.h"
#include "support/sshdserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace navette;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Offline, asleep and on another network: OpenSSH's server behind a relay that can stall, and behind a proxy, so that
/// its name is not this computer's.
class NetworkChangeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void offlineIsNoError();
    void connectsOnceThereIsANetwork();
    void aPersonMayInsist();
    void whatRunsHereNeedsNoNetwork();
    void aDeadLineShowsAfterWaking();
    void aLivingLineIsKeptAfterWaking();
    void closedIsClosed();
    void aKeyTrustedOnceIsNotAskedForAgain();
    void wakingCutsTheWaitShort();
    void sensesSleep();

private:
    using AskHostKey = std::function<HostKeyAnswer(const HostKeyQuestion &)>;
    /// With somebody to ask the server's key is not known.
    void makeSession(const QString &host, const AskHostKey &ask = {});

    SshdServer m_sshd;
    std::unique_ptr<FaultProxy> m_relay;
    std::unique_ptr<MiniProxy> m_proxy;
    std::unique_ptr<NetworkWatch> m_network;
    std::unique_ptr<SessionDesk> m_desk;
};

void NetworkChangeTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qunsetenv("NAVETTE_PASSWORD");
}

void NetworkChangeTest::init()
{
    m_relay = std::make_unique<FaultProxy>(m_sshd.port());
    m_proxy = std::make_unique<MiniProxy>(m_relay->port());
    m_network = std::make_unique<NetworkWatch>();
    m_desk = std::make_unique<SessionDesk>();
    makeSession(u"sftp.platform.invalid"_s);
}

void NetworkChangeTest::makeSession(const QString &host, const AskHostKey &ask)
{
    Account account;
    account.id = account.name = u"far"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.host = host;
    if (!ask)
        account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    account.endpoint.proxy = u"socks5://127.0.0.1:%1"_s.arg(m_proxy->port());
    AccountSession::Services services = m_desk->services();
    services.network = m_network.get();
    services.askHostKey = ask;
    m_desk->session = std::make_unique<AccountSession>(account, std::move(services));
    m_desk->session->setRefreshInterval(1h);
}

void NetworkChangeTest::cleanup()
{
    m_desk.reset();
}

void NetworkChangeTest::offlineIsNoError()
{
    m_network->setOffline(true);
    m_desk->session->open();
    QCOMPARE(m_desk->session->state(), ConnectionState::Offline);
    QVERIFY(!m_desk->session->lastError());
    QVERIFY(m_desk->session->comesBack());
    QTest::qWait(200);
    QCOMPARE(m_relay->connections(), 0);
    // What is sent meanwhile waits.
    const int id = addTransfer(
        m_desk->transfers, {},
        overLink(m_desk->session->link(),
                 [](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> { return 1; }),
        this, [](const Result<int> &) {});
    QCOMPARE(m_desk->transfers.transfers().front().state, TransferState::Waiting);
    m_network->setOffline(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->transfers.transfers().front().state, TransferState::Done, 10'000);
    QCOMPARE(m_desk->transfers.transfers().front().id, id);
}

void NetworkChangeTest::connectsOnceThereIsANetwork()
{
    m_network->setOffline(true);
    m_desk->session->open();
    m_network->setOffline(false);
    QCOMPARE(m_desk->session->state(), ConnectionState::Connecting); // at once
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    QTRY_VERIFY(!m_desk->session->isRefreshing());

    // The line breaks and the system says why: no attempts, no error.
    m_network->setOffline(true);
    m_relay->cutAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Offline, 10'000);
    QVERIFY(!m_desk->session->lastError() && !m_desk->session->nextAttemptIn());
    m_network->setOffline(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);

    // It breaks first, and the system says why afterwards.
    QTRY_VERIFY(!m_desk->session->isRefreshing());
    m_sshd.stop();
    m_relay->cutAll();
    m_desk->session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->session->nextAttemptIn(), 10'000);
    m_network->setOffline(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Offline, 10'000);
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
}

void NetworkChangeTest::aPersonMayInsist()
{
    m_network->setOffline(true);
    m_desk->session->open();
    QCOMPARE(m_desk->session->state(), ConnectionState::Offline);
    m_desk->session->open(); // "Connect all the same": systems are wrong at times
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    // The system was wrong: when the line breaks, it is made again as ever.
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY(!m_desk->session->isRefreshing());
        m_relay->cutAll();
        m_desk->session->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Failed, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 20'000);
    }

    // Where it was right, what came of insisting is told.
    makeSession(u"sftp.platform.invalid"_s);
    m_sshd.stop();
    m_desk->session->open();
    QVERIFY(!m_desk->session->lastError());
    m_desk->session->open();
    QCOMPARE(m_desk->session->state(), ConnectionState::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Offline, 20'000);
    QVERIFY(m_desk->session->lastError());
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
}

void NetworkChangeTest::whatRunsHereNeedsNoNetwork()
{
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s}) {
        makeSession(host);
        m_network->setOffline(true);
        m_desk->session->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    }
}

void NetworkChangeTest::aDeadLineShowsAfterWaking()
{
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    QTRY_VERIFY(m_desk->session->board().takenAt.isValid() || m_desk->session->lastError());
    m_relay->setFaults({.stallAfterDown = 0});
    QElapsedTimer clock;
    clock.start();
    m_network->noteInterruption();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Failed, 20'000);
    QCOMPARE(m_desk->session->lastError()->kind, ErrorKind::Timeout);
    QVERIFY2(clock.elapsed() > 4'500 && clock.elapsed() < 12'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(m_desk->session->nextAttemptIn());
}

void NetworkChangeTest::aLivingLineIsKeptAfterWaking()
{
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    const auto remote = m_desk->session->remote();
    for (int i = 0; i < 3; ++i)
        m_network->noteInterruption();
    QTest::qWait(6'500); // longer than a sign of life is waited for
    QCOMPARE(m_desk->session->state(), ConnectionState::Connected);
    QCOMPARE(m_desk->session->remote(), remote);
    QCOMPARE(m_relay->connections(), 1);
}

void NetworkChangeTest::closedIsClosed()
{
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
    QCOMPARE(m_relay->openConnections(), 1);
    m_desk->session->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_relay->openConnections(), 0, 10'000);
}

void NetworkChangeTest::aKeyTrustedOnceIsNotAskedForAgain()
{
    std::atomic<int> asked = 0;
    makeSession(u"sftp.platform.invalid"_s, [&asked](const HostKeyQuestion &) {
        ++asked;
        return HostKeyAnswer::TrustOnce;
    });
    AccountSession &session = *m_desk->session;
    session.open();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), ConnectionState::Connected, 10'000);
    QTRY_VERIFY(!session.isRefreshing());
    m_relay->cutAll();
    session.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), ConnectionState::Failed, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), ConnectionState::Connected, 20'000);
    QCOMPARE(asked, 1);
    // Nor was it kept.
    makeSession(u"sftp.platform.invalid"_s, [&asked](const HostKeyQuestion &) {
        ++asked;
        return HostKeyAnswer::Refuse;
    });
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Failed, 10'000);
    QCOMPARE(asked, 2);
    m_desk->session.reset(); // before what it asks goes
}

void NetworkChangeTest::wakingCutsTheWaitShort()
{
    m_sshd.stop();
    m_desk->session->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->session->connectionAttempt() >= 3 && m_desk->session->nextAttemptIn(), 20'000);
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    m_network->noteInterruption();
    QCOMPARE(m_desk->session->state(), ConnectionState::Connecting);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 10'000);
}

void NetworkChangeTest::sensesSleep()
{
    SleepSense sense;
    qint64 now = 1'000'000;
    QVERIFY(!sense.look(now));
    QVERIFY(!sense.look(now += 5'000));
    QVERIFY(!sense.look(now += 20'000)); // a busy computer
    QVERIFY(sense.look(now += 3'600'000));
    QVERIFY(!sense.look(now += 5'000));
    QVERIFY(!sense.look(now -= 3'600'000)); // somebody sets the clock back
    QVERIFY(!sense.look(now += 5'000));
}

QTEST_GUILESS_MAIN(NetworkChangeTest)
#include "tst_networkchange.moc"
