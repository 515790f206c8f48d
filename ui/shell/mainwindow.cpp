// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "accounts/accountpage.h"
#include "accounts/hostkeydialog.h"
#include "accounts/signindialog.h"
#include "board/boardpage.h"
#include "shell/droppedfiles.h"
#include "shell/helpdialog.h"
#include "shell/navigation.h"
#include "shell/page.h"
#include "shell/pagefactory.h"
#include "shell/pagestack.h"
#include "shell/settingsdialog.h"
#include "shell/startpage.h"
#include "shell/transfersstrip.h"
#include "style/text.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_top(new QStackedWidget(this))
    , m_start(new StartPage(m_top))
    , m_work(new QWidget(m_top))
    , m_navigation(new Navigation(workspace, m_work))
    , m_pages(new PageStack(workspace, m_work))
    , m_strip(new TransfersStrip(workspace.transfers(), m_work))
{
    setWindowTitle(u"Navette"_s);
    build();
    makeActions();
    connectNavigation();
    connectPages();
    connect(&workspace, &Workspace::sessionsChanged, this, &MainWindow::showStartOrWork);
    connect(&workspace, &Workspace::practiceChanged, this, &MainWindow::practiceChanged);
    connect(&workspace, &Workspace::notice, m_strip, &TransfersStrip::showNotice);
    connect(m_strip, &TransfersStrip::comparisonWanted, &workspace, &Workspace::compareSides);
    workspace.asker().setDialogs([this](const HostKeyQuestion &question,
                                        const CancelToken &withdrawn) { return askHostKey(question, withdrawn, this); },
                                 [this](const SignInQuestion &question, const CancelToken &withdrawn) {
                                     return askSignIn(question, withdrawn, this);
                                 });
    if (!restoreGeometry(m_settings.geometry.get()))
        resize(1280, 800);
    m_strip->setOpen(m_settings.transfersOpen.get());
    const QStringList notices = workspace.takeNotices();
    if (!notices.isEmpty())
        m_strip->showNotice(notices.join(u' '));
    showStartOrWork();
    m_pages->restoreLast();
    practiceChanged();
}

MainWindow::~MainWindow()
{
    m_workspace.asker().setDialogs({}, {});
}

void MainWindow::build()
{
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(m_work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_strip);
    m_top->addWidget(m_start);
    m_top->addWidget(m_work);
    setCentralWidget(m_top);
    setMinimumSize(960, 600);
}

void MainWindow::makeActions()
{
    // Windows and Linux show no menu bar (mockups); the keys work all the same, and Help lists them.
    QMenu *fileMenu = nullptr;
    QMenu *viewMenu = nullptr;
    QMenu *helpMenu = nullptr;
#ifdef Q_OS_MACOS
    fileMenu = menuBar()->addMenu(tr("File"));
    viewMenu = menuBar()->addMenu(tr("View"));
    helpMenu = menuBar()->addMenu(tr("Help"));
#endif
    const auto add = [this](QMenu *menu, const QString &text, const QList<QKeySequence> &keys, auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        if (menu)
            menu->addAction(action);
        return action;
    };
    add(fileMenu, tr("Deposit files…"), {QKeySequence::Open}, [this] {
        if (auto *board = dynamic_cast<BoardPage *>(currentPage()))
            board->chooseFiles();
        else if (AccountSession *session = currentSession()) {
            showPage({session->account().id, PageKind::Board});
            if (auto *shown = dynamic_cast<BoardPage *>(currentPage()))
                shown->chooseFiles();
        }
    });
    add(fileMenu, tr("Add an account…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        [this] { m_pages->openNewAccount({}); });
    QAction *settings =
        add(fileMenu, tr("Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { showSettings(); });
    settings->setMenuRole(QAction::PreferencesRole);
    add(fileMenu, tr("Quit"), {QKeySequence::Quit}, [this] { close(); })->setMenuRole(QAction::QuitRole);
    add(viewMenu, tr("Refresh, or check again"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)},
        [this] {
            if (Page *page = currentPage())
                page->refresh();
        });
    add(viewMenu, tr("Find"), {QKeySequence::Find}, [this] {
        if (Page *page = currentPage())
            page->focusSearch();
    });
    add(viewMenu, tr("Show or hide all transfers"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [this] { m_strip->setOpen(!m_strip->isOpen()); });
    add(viewMenu, tr("Show or hide the details"), {QKeySequence(Qt::ALT | Qt::Key_Return)}, [this] {
        if (auto *board = dynamic_cast<BoardPage *>(currentPage()))
            board->toggleDetails();
    });
    add(viewMenu, tr("Go to the accounts and pages"), {QKeySequence(Qt::Key_F6)},
        [this] { m_navigation->list().setFocus(Qt::ShortcutFocusReason); });
    for (int number = 1; number <= 4; ++number) {
        add(nullptr, tr("Page %1 of the account").arg(number), {QKeySequence(Qt::CTRL | (Qt::Key_0 + number))},
            [this, number] {
                const AccountSession *session = currentSession();
                const auto pages = session ? pagesOf(session->account().platform) : std::vector<PageKind>();
                const auto at = static_cast<std::size_t>(number - 1);
                if (at < pages.size() && isAvailable(pages[at]))
                    showPage({session->account().id, pages[at]});
            });
    }
    add(helpMenu, tr("Help and keyboard shortcuts"), {QKeySequence::HelpContents}, [this] { showHelp(); });
}

void MainWindow::connectNavigation()
{
    connect(&m_navigation->list(), &NavigationList::pageChosen, this, &MainWindow::showPage);
    connect(&m_navigation->list(), &NavigationList::practiceToggled, this, &MainWindow::togglePractice);
    connect(&m_navigation->list(), &NavigationList::addAccountChosen, this, [this] { m_pages->openNewAccount({}); });
    connect(&m_navigation->list(), &NavigationList::menuRequested, this, &MainWindow::accountMenu);
    connect(m_navigation, &Navigation::settingsChosen, this, &MainWindow::showSettings);
    connect(m_strip, &TransfersStrip::openChanged, this, [this](bool open) { m_settings.transfersOpen.set(open); });
    connect(m_start, &StartPage::practiceChosen, this, &MainWindow::openPractice);
    connect(m_start, &StartPage::addAccountChosen, this, [this] { m_pages->openNewAccount({}); });
    connect(m_start, &StartPage::accountFileChosen, this, &MainWindow::importAccountFile);
    connect(m_start, &StartPage::filesDropped, this,
            [this](const QStringList &files) { openDeposit(nullptr, files, {}); });
    connect(m_start, &StartPage::languageChosen, this, &MainWindow::languageChosen);
}

void MainWindow::connectPages()
{
    connect(m_pages, &PageStack::comesToFront, this, [this](const std::optional<PageAddress> &address) {
        m_top->setCurrentWidget(m_work);
        m_navigation->setCurrent(address);
    });
    connect(m_pages, &PageStack::pageClosed, this, &MainWindow::showStartOrWork);
    connect(m_pages, &PageStack::daysListed, this, [this](const PageAddress &reports, int days) {
        m_navigation->model().setSideText(reports, days == 0 ? QString() : daysText(days));
    });
}

void MainWindow::showStartOrWork()
{
    const bool hasSomething = !m_workspace.sessions().empty() || m_pages->hasPageWithoutAccount();
    m_top->setCurrentWidget(hasSomething ? m_work : static_cast<QWidget *>(m_start));
    if (!hasSomething)
        m_start->setFocus();
    if (hasSomething && !currentPage()) {
        const auto sessions = m_workspace.sessions();
        if (!sessions.empty())
            showPage({sessions.front()->account().id, PageKind::Board});
    }
}

Page *MainWindow::currentPage() const
{
    return m_top->currentWidget() == m_work ? m_pages->currentPage() : nullptr;
}

std::optional<PageAddress> MainWindow::currentAddress() const
{
    return m_pages->currentAddress();
}

void MainWindow::showPage(const PageAddress &address)
{
    m_pages->showPage(address);
}

void MainWindow::openDeposit(AccountSession *session, const QStringList &files, const QString &flowId)
{
    m_pages->openDeposit(session, files, flowId);
}

AccountSession *MainWindow::currentSession() const
{
    if (const auto &address = m_pages->currentAddress())
        return m_workspace.session(address->accountId);
    const auto sessions = m_workspace.sessions();
    return sessions.empty() ? nullptr : sessions.front();
}

void MainWindow::importAccountFile(const QString &file)
{
    auto account = Account::load(toLocalPath(file));
    if (!account) {
        QMessageBox box(QMessageBox::Warning, u"Navette"_s, account.error().message, QMessageBox::Close, this);
        box.setDetailedText(account.error().detail);
        box.exec();
        return;
    }
    account->id.clear();
    m_pages->openNewAccount(*account);
}

void MainWindow::togglePractice()
{
    if (m_workspace.practiceState() == PracticeState::On) {
        m_settings.practiceOn.set(false);
        m_workspace.stopPractice();
    } else {
        openPractice();
    }
}

void MainWindow::openPractice()
{
    m_showPracticeWhenReady = true;
    m_workspace.startPractice();
}

void MainWindow::practiceChanged()
{
    const PracticeState practice = m_workspace.practiceState();
    m_start->setPracticeStarting(practice == PracticeState::Starting,
                                 m_workspace.practiceError() ? m_workspace.practiceError()->message : QString());
    if (practice == PracticeState::Failed && m_top->currentWidget() == m_work)
        m_strip->showNotice(m_workspace.practiceError()->message);
    if (practice != PracticeState::On)
        return;
    m_settings.practiceOn.set(true);
    if (m_showPracticeWhenReady) {
        m_showPracticeWhenReady = false;
        for (const AccountSession *session : m_workspace.sessions()) {
            if (session->account().practice && session->account().platform == Platform::Digitaleo)
                showPage({session->account().id, PageKind::Board});
        }
    }
}

void MainWindow::accountMenu(const QString &accountId, const QPoint &position)
{
    AccountSession *session = m_workspace.session(accountId);
    if (!session)
        return;
    QMenu menu(this);
    menu.addAction(tr("Connect again"), this, [session] { session->open(); });
    menu.addAction(tr("Account settings…"), this, [this, accountId] { showPage({accountId, PageKind::Account}); });
    menu.addAction(tr("Save as an account file…"), this,
                   [this, session] { exportAccountFile(session->account(), this); });
    if (!session->account().practice) {
        menu.addSeparator();
        menu.addAction(tr("Remove this account…"), this,
                       [this, session] { confirmAndRemoveAccount(m_workspace, session->account(), this); });
    }
    menu.exec(position);
}

void MainWindow::showSettings()
{
    SettingsDialog dialog(this);
    connect(&dialog, &SettingsDialog::schemeChosen, this, &MainWindow::schemeChosen);
    connect(&dialog, &SettingsDialog::helpChosen, this, &MainWindow::showHelp);
    connect(&dialog, &SettingsDialog::refreshChosen, this, [this](int seconds) {
        for (AccountSession *session : m_workspace.sessions()) {
            if (!session->account().practice)
                session->setRefreshInterval(std::chrono::seconds(seconds));
        }
    });
    dialog.exec();
    if (dialog.chosenLanguage())
        Q_EMIT languageChosen(*dialog.chosenLanguage());
}

void MainWindow::showHelp()
{
    HelpDialog(actions(), this).exec();
}

void MainWindow::pasteFiles()
{
    const QStringList files = localFilesOf(QGuiApplication::clipboard()->mimeData());
    auto *board = dynamic_cast<BoardPage *>(currentPage());
    if (board && !files.isEmpty())
        openDeposit(currentSession(), files, board->currentFlow());
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Not an action: fields and tables have their own paste, and get the key first.
    if (event->matches(QKeySequence::Paste)) {
        pasteFiles();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::mayClose()
{
    QStringList names;
    bool waits = false;
    for (const Transfer &transfer : m_workspace.transfers().transfers()) {
        if (!transfer.isEnded())
            names << tr("%1 %2").arg(transfer.name, transfer.target);
        waits = waits || (transfer.state == TransferState::Waiting && transfer.attempt > 0);
    }
    if (names.isEmpty())
        return true;
    QMessageBox box(QMessageBox::Question, u"Navette"_s,
                    tr("%n file(s) are still being transferred.", nullptr, static_cast<int>(names.size())),
                    QMessageBox::NoButton, this);
    QString consequence =
        tr("%1\n\nWhat is stopped now is not on the platform; the history says so.").arg(names.mid(0, 8).join(u'\n'));
    if (waits)
        consequence += u' ' + tr("Of what broke off and waits for another try, a part stays where it was going; "
                                 "transferring the same file again goes on from it.");
    box.setInformativeText(consequence);
    auto *keep = box.addButton(tr("Keep Navette open"), QMessageBox::RejectRole);
    auto *stop = box.addButton(tr("Stop them and quit"), QMessageBox::DestructiveRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == stop;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayClose()) {
        event->ignore();
        return;
    }
    m_settings.geometry.set(saveGeometry());
    m_workspace.asker().close();
    QMainWindow::closeEvent(event);
}

} // namespace navette::ui
