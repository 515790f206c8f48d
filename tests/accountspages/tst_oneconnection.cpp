// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountpage.h"
#include "accounts/connectiontest.h"
#include "accounts/supporttext.h"
#include "shell/settings.h"
#include "shell/workspace.h"
#include "style/banner.h"
#include "style/widgets.h"
#include "support/faultproxy.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// The settings of an account that is connected, on a server that lets it in once at a time.
class OneConnectionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void testsWithTheOneConnectionThereIs();
    void advisesOnWhatHappened();

private:
    SshdServer m_sshd;
    QTemporaryDir m_data;
};

void OneConnectionTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    QVERIFY(QDir().mkpath(m_sshd.filesDirectory() + u"/contacts/import/in"_s));
    qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
    qunsetenv("NAVETTE_PASSWORD");
    useSettingsIn(m_data.path());
    applyTheme(*qApp, Scheme::Light);
}

void OneConnectionTest::testsWithTheOneConnectionThereIs()
{
    FaultProxy relay(m_sshd.port(), {.connectionsAtOnce = 1});
    auto workspace = std::move(Workspace::open().value());
    Account account;
    account.name = u"One at a time"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.port = relay.port();
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    account.settings.deduplication = Deduplication::Reference;
    const auto saved = workspace->saveAccount(account, {});
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QTRY_VERIFY(workspace->session(saved->id) != nullptr);
    AccountSession *session = workspace->session(saved->id);
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), ConnectionState::Connected, 20'000);

    AccountPage page(*workspace, session->account(), AccountPage::Kind::Existing);
    page.resize(1000, 700);
    page.show();
    auto *test = page.findChild<ConnectionTest *>();
    auto *alone = page.findChild<Button *>(u"testAlone"_s);
    QSignalSpy ended(test, &ConnectionTest::ended);
    page.findChild<Button *>(u"testConnection"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QVERIFY(!test->succeeded());
    QTRY_VERIFY(alone->isVisible());
    QCOMPARE(session->state(), ConnectionState::Connected); // and nobody was cut off for it
    if (const QString folder = qEnvironmentVariable("NAVETTE_SHOTS"); !folder.isEmpty()) {
        QTest::qWait(400);
        page.grab().save(folder + u"/test-alone.png"_s);
    }

    // What is being transferred is not stopped for a test.
    QSemaphore go;
    Transfer transfer;
    transfer.account = account.name;
    workspace->transfers().add(transfer, [&go](const TransferProgress &, const JobControl &) -> Result<void> {
        go.acquire();
        return {};
    });
    QTRY_VERIFY(workspace->transfers().hasRunning());
    alone->click();
    QVERIFY(page.findChild<Banner *>()->isVisible());
    QCOMPARE(session->state(), ConnectionState::Connected);
    go.release();
    QTRY_VERIFY(!workspace->transfers().hasRunning());

    alone->click();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 30'000);
    QVERIFY(test->succeeded());
    QTRY_COMPARE_WITH_TIMEOUT(session->state(), ConnectionState::Connected, 30'000);
}

void OneConnectionTest::advisesOnWhatHappened()
{
    const auto advice = [](ConnectStep step, ErrorKind kind, bool otherIsOpen = false) {
        Endpoint endpoint;
        endpoint.host = u"sftp.platform.example"_s;
        return adviceFor(endpoint, {.step = step, .succeeded = false, .message = {}}, {kind, u"message"_s, {}},
                         QDateTime::currentDateTime(), {}, otherIsOpen);
    };
    for (const ConnectStep step : {ConnectStep::HostKey, ConnectStep::SignIn, ConnectStep::Tree}) {
        QVERIFY(advice(step, ErrorKind::Network).headline.contains(u"then ended the connection"_s));
        const ConnectionAdvice other = advice(step, ErrorKind::Network, true);
        QVERIFY(other.headline.contains(u"one connection at once"_s));
        QVERIFY(other.supportText.isEmpty()); // nothing is wrong that the platform could mend
    }
    QVERIFY(advice(ConnectStep::SignIn, ErrorKind::SignIn, true).headline.contains(u"did not let you in"_s));
    QVERIFY(advice(ConnectStep::Port, ErrorKind::Network).headline.contains(u"port is not the right one"_s));
    QVERIFY(advice(ConnectStep::HostKey, ErrorKind::Timeout).headline.contains(u"allow list"_s));
    QVERIFY(advice(ConnectStep::SignIn, ErrorKind::SignIn).headline.contains(u"did not let you in"_s));
}

QTEST_MAIN(OneConnectionTest)
#include "tst_oneconnection.moc"
