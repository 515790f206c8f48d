// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumnview.h"
#include "board/boardpage.h"
#include "exports/exportspage.h"
#include "files/filespage.h"
#include "files/remotetreemodel.h"
#include "pipeline/networkwatch.h"
#include "reports/reportspage.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/widgets.h"
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/miniproxy.h"
#include "support/sessiondesk.h"
#include "support/sshdserver.h"

#include <QDirIterator>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// What the pages of an account say while it is offline or its server is away, and that they are up to date afterwards:
/// OpenSSH's server behind a relay, and behind a proxy, so that its name is not this computer's.
class ConnectionNoticeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void offlineIsAState_data() { eachPage(); }
    void offlineIsAState();
    void aLostServerComesBack_data() { eachPage(); }
    void aLostServerComesBack();
    void saysWhyThereIsNothing_data() { eachPage(); }
    void saysWhyThereIsNothing();
    void keptReportsAreReadOffline();

private:
    enum class Which { Board, Files, Reports, Exports };
    static void eachPage();
    void makePage(Which which);
    [[nodiscard]] QString there(const QString &name) const { return m_sshd.filesDirectory() + u'/' + name; }
    /// Puts one more thing of the kind that the page shows on the server.
    [[nodiscard]] bool addOne() const;
    [[nodiscard]] int shown() const;
    [[nodiscard]] Banner *banner() const { return m_page->findChild<Banner *>(u"connection"_s); }
    /// In the place of everything else.
    [[nodiscard]] bool panelSays(const QString &text) const { return isSaid<StatePanel>(text); }
    [[nodiscard]] bool subtitleSays(const QString &text) const { return isSaid<PageHeader>(text); }
    template<typename Where>
    [[nodiscard]] bool isSaid(const QString &text) const;
    void connectAndShow();

    SshdServer m_sshd;
    std::unique_ptr<FaultProxy> m_relay;
    std::unique_ptr<MiniProxy> m_proxy;
    std::unique_ptr<NetworkWatch> m_network;
    std::unique_ptr<SessionDesk> m_desk;
    std::unique_ptr<Page> m_page;
    Which m_which = Which::Board;
    int m_daysListed = 0;
};

void ConnectionNoticeTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qunsetenv("NAVETTE_PASSWORD");
}

void ConnectionNoticeTest::init()
{
    QVERIFY(QDir(m_sshd.filesDirectory()).removeRecursively());
    for (const QString &directory : {u"contacts/import/in"_s, u"reporting"_s, u"exports"_s})
        QVERIFY(QDir().mkpath(there(directory)));
    m_relay = std::make_unique<FaultProxy>(m_sshd.port());
    m_proxy = std::make_unique<MiniProxy>(m_relay->port());
    m_network = std::make_unique<NetworkWatch>();
    m_desk = std::make_unique<SessionDesk>();
    m_daysListed = 0;
}

void ConnectionNoticeTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void ConnectionNoticeTest::eachPage()
{
    QTest::addColumn<Which>("which");
    QTest::newRow("board") << Which::Board;
    QTest::newRow("files") << Which::Files;
    QTest::newRow("reports") << Which::Reports;
    QTest::newRow("exports") << Which::Exports;
}

void ConnectionNoticeTest::makePage(Which which)
{
    m_which = which;
    Account account;
    account.id = account.name = u"far"_s;
    account.platform = which == Which::Exports ? Platform::Accengage : Platform::Digitaleo;
    account.exportsDirectory = u"exports"_s;
    account.importsDirectory = u"imports"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.host = u"sftp.platform.invalid"_s;
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    account.endpoint.proxy = u"socks5://127.0.0.1:%1"_s.arg(m_proxy->port());
    AccountSession::Services services = m_desk->services();
    services.network = m_network.get();
    m_desk->session = std::make_unique<AccountSession>(account, std::move(services));
    const LocalPath archive = toLocalPath(m_desk->folder.filePath(u"archive"_s));
    if (which == Which::Board)
        m_page = std::make_unique<BoardPage>(m_desk->session.get());
    else if (which == Which::Files)
        m_page = std::make_unique<FilesPage>(m_desk->session.get());
    else if (which == Which::Exports)
        m_page = std::make_unique<ExportsPage>(m_desk->session.get(), archive);
    else {
        auto reports = std::make_unique<ReportsPage>(m_desk->session.get(), archive);
        connect(reports.get(), &ReportsPage::daysListed, this, [this](int days) { m_daysListed = days; });
        m_page = std::move(reports);
    }
    m_page->resize(1100, 760);
    m_page->show();
    m_page->activate();
}

bool ConnectionNoticeTest::addOne() const
{
    static int number = 0;
    const QDate day = QDate::currentDate().addDays(-(++number % 6));
    switch (m_which) {
    case Which::Board:
        return writeFile(there(u"contacts/import/in/list%1.csv"_s.arg(number)), "Email\na@example.org\n");
    case Which::Files:
        return writeFile(there(u"note%1.txt"_s.arg(number)), "x");
    case Which::Reports:
        return QDir().mkpath(there(u"reporting/"_s + day.toString(Qt::ISODate)));
    case Which::Exports:
        return writeFile(there(u"exports/exportDevices_6_%1.csv"_s.arg(day.toString(u"yyyyMMdd"_s))), "x\n");
    }
    return false;
}

int ConnectionNoticeTest::shown() const
{
    int count = 0;
    switch (m_which) {
    case Which::Board:
        for (const auto *column : m_page->findChildren<BoardColumnView *>()) {
            if (column->column() == BoardColumn::Waiting)
                count += const_cast<BoardColumnView *>(column)->model().rowCount();
        }
        return count;
    case Which::Files:
        return m_page->findChild<RemoteTreeModel *>()->rowCount() - 3; // the three directories
    case Which::Reports:
        return m_daysListed;
    case Which::Exports: // what it lists it fetches
        for (QDirIterator files(m_desk->folder.filePath(u"archive"_s), QDir::Files, QDirIterator::Subdirectories);
             files.hasNext();)
            count += files.next().endsWith(u".part"_s) ? 0 : 1; // on its way
        return count;
    }
    return count;
}

template<typename Where>
bool ConnectionNoticeTest::isSaid(const QString &text) const
{
    for (const Where *where : m_page->findChildren<Where *>()) {
        for (const QLabel *label : where->template findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
    }
    return false;
}

void ConnectionNoticeTest::connectAndShow()
{
    QVERIFY(addOne());
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->session->isRefreshing(), 20'000);
    QVERIFY(!banner()->isVisible());
    QTRY_VERIFY(!panelSays({}));
    QVERIFY(subtitleSays(u"far · connected"_s));
}

void ConnectionNoticeTest::offlineIsAState()
{
    QFETCH(const Which, which);
    makePage(which);
    connectAndShow();
    m_network->setOffline(true);
    m_relay->cutAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Offline, 20'000);
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->accessibleName().startsWith(u"This computer is offline; what is shown is from today"_s),
             qPrintable(banner()->accessibleName()));
    QCOMPARE(banner()->tone(), Tone::Info);
    QVERIFY(subtitleSays(u"far · offline"_s));
    QCOMPARE(shown(), 1);
    QVERIFY(!panelSays({}));
    for (const auto *other : m_page->findChildren<Banner *>())
        QVERIFY(!other->isVisible() || other->tone() != Tone::Bad);

    QVERIFY(addOne());
    m_network->setOffline(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 2, 20'000);
    QVERIFY(!banner()->isVisible());
    QVERIFY(!panelSays({}));
}

void ConnectionNoticeTest::aLostServerComesBack()
{
    QFETCH(const Which, which);
    makePage(which);
    connectAndShow();
    m_sshd.stop();
    m_relay->cutAll();
    m_desk->session->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->connectionAttempt(), 3, 30'000);
    QVERIFY(m_desk->session->nextAttemptIn());
    QVERIFY(banner()->isVisible());
    QVERIFY2(banner()->accessibleName().startsWith(u"The connection was lost; what is shown may be old."_s) &&
                 banner()->accessibleName().endsWith(u"Navette connects again by itself."_s),
             qPrintable(banner()->accessibleName()));
    QCOMPARE(banner()->tone(), Tone::Warn);
    QVERIFY(subtitleSays(u"not connected, again in "_s) && subtitleSays(u"(try 3)"_s));
    QCOMPARE(shown(), 1);
    QVERIFY(!panelSays({}));
    // Closed by a person, it does not come back with the next try.
    banner()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->connectionAttempt(), 4, 30'000);
    QVERIFY(!banner()->isVisible());

    QVERIFY(addOne());
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 2, 20'000);
    QVERIFY(subtitleSays(u"far · connected"_s));
}

void ConnectionNoticeTest::saysWhyThereIsNothing()
{
    QFETCH(const Which, which);
    makePage(which);
    QTRY_VERIFY(panelSays(u"Not connected"_s));
    QVERIFY(addOne());
    m_network->setOffline(true);
    m_desk->session->open();
    QTRY_VERIFY(panelSays(u"This computer is offline"_s));
    QVERIFY(panelSays(u"there is a network again."_s));
    QVERIFY(!banner()->isVisible());
    m_sshd.stop();
    m_network->setOffline(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->connectionAttempt(), 2, 30'000);
    QTRY_VERIFY(panelSays(u"Not connected to far"_s));
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    m_desk->session->open();
    QVERIFY(panelSays(u"Not connected to far"_s)); // until it is known
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, 30'000);
    QTRY_VERIFY(!panelSays({}));
}

void ConnectionNoticeTest::keptReportsAreReadOffline()
{
    QVERIFY(writeFile(
        m_desk->folder.filePath(u"archive/%1/report.zip"_s.arg(QDate::currentDate().toString(Qt::ISODate))), "no zip"));
    m_network->setOffline(true);
    makePage(Which::Reports);
    m_desk->session->open();
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->accessibleName().startsWith(u"This computer is offline; what is shown is kept here."_s),
             qPrintable(banner()->accessibleName()));
    QVERIFY(!panelSays({}));
}

QTEST_MAIN(ConnectionNoticeTest)
#include "tst_connectionnotice.moc"
