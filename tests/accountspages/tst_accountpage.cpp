// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountpage.h"
#include "accounts/userfolders.h"
#include "shell/workspace.h"
#include "support/files.h"
#include "support/sshdserver.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// An account whose server shows another key than the one that is kept, and what its page does about that.
class AccountPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void connectsAgainOnceTheKeyIsConfirmed();
    void forgetsTheKeyWhenItSaves();
    void forgetsTheKeyWhenItTests();
    void aPageThatIsLeftForgetsNothing();

private:
    void press(const char *name) const { m_page->findChild<QPushButton *>(QLatin1String(name))->click(); }
    /// Whoever is asked about a key trusts it; which those were.
    void trustAll();
    [[nodiscard]] AccountSession *session() const { return m_workspace->session(m_account.id); }

    SshdServer m_sshd;
    QTemporaryDir m_data;
    std::unique_ptr<Workspace> m_workspace;
    Account m_account;
    std::unique_ptr<AccountPage> m_page;
    QStringList m_asked;
};

void AccountPageTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
    qunsetenv("NAVETTE_PASSWORD");
}

void AccountPageTest::init()
{
    m_workspace = std::move(Workspace::open().value());
    QVERIFY(QDir(m_sshd.filesDirectory()).mkpath(u"import/in"_s));
    ConnectRequest request = m_sshd.request();
    request.knownHostsFile = knownHostsFile();
    QVERIFY(await(connectSftp(request)));
    QVERIFY(m_sshd.makeNewHostKey() && m_sshd.start());
    Account account;
    account.name = u"Acme"_s;
    account.endpoint = m_sshd.endpoint();
    const auto saved = m_workspace->saveAccount(account, {});
    QVERIFY(saved);
    m_account = *saved;
    QTRY_VERIFY_WITH_TIMEOUT(session() && session()->state() == ConnectionState::Failed, 30'000);
    QCOMPARE(session()->lastError()->kind, ErrorKind::Unsafe);
    m_page = std::make_unique<AccountPage>(*m_workspace, m_account, AccountPage::Kind::Existing);
}

void AccountPageTest::cleanup()
{
    m_page.reset();
    m_workspace.reset();
    QVERIFY(QDir(m_data.path()).removeRecursively() && QDir().mkpath(m_data.path()));
}

void AccountPageTest::trustAll()
{
    m_asked.clear();
    m_workspace->asker().setDialogs(
        [this](const HostKeyQuestion &question, const CancelToken &) {
            m_asked += question.fingerprint;
            return HostKeyAnswer::TrustAndKeep;
        },
        {});
}

void AccountPageTest::connectsAgainOnceTheKeyIsConfirmed()
{
    press("testConnection");
    const auto *confirm = m_page->findChild<QPushButton *>(u"confirmHostKey"_s);
    QTRY_VERIFY_WITH_TIMEOUT(confirm->isVisibleTo(m_page.get()), 30'000);
    QVERIFY(session()->state() == ConnectionState::Failed);
    m_page->findChild<QLineEdit *>(u"confirmedFingerprint"_s)->setText(m_sshd.fingerprint());
    press("confirmHostKey");
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == ConnectionState::Connected, 30'000);
}

void AccountPageTest::forgetsTheKeyWhenItSaves()
{
    const QString file = displayText(knownHostsFile());
    const QByteArray before = readFile(file);
    trustAll();
    auto *save = m_page->findChild<QPushButton *>(u"saveAccount"_s);
    QVERIFY(!save->isEnabled());
    press("forgetKey");
    QVERIFY(save->isEnabled());
    QCOMPARE(readFile(file), before);
    save->click();
    QCOMPARE(readFile(file), QByteArray());
    QTRY_VERIFY_WITH_TIMEOUT(session() && session()->state() == ConnectionState::Connected, 30'000);
    QCOMPARE(m_asked, QStringList{m_sshd.fingerprint()});
}

void AccountPageTest::forgetsTheKeyWhenItTests()
{
    trustAll();
    press("forgetKey");
    press("testConnection");
    QTRY_VERIFY_WITH_TIMEOUT(session()->state() == ConnectionState::Connected, 30'000);
    QCOMPARE(m_asked, QStringList{m_sshd.fingerprint()}); // by the test, and the session knows it then
    const auto *forget = m_page->findChild<QPushButton *>(u"forgetKey"_s);
    QVERIFY(forget->isVisibleTo(m_page.get())); // the new one can be forgotten, too
    QVERIFY(!m_page->findChild<QPushButton *>(u"saveAccount"_s)->isEnabled());
}

void AccountPageTest::aPageThatIsLeftForgetsNothing()
{
    const QByteArray before = readFile(displayText(knownHostsFile()));
    press("forgetKey");
    m_page.reset();
    QCOMPARE(readFile(displayText(knownHostsFile())), before);
    QVERIFY(session()->state() == ConnectionState::Failed);
}

QTEST_MAIN(AccountPageTest)
#include "tst_accountpage.moc"
