// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/board.h"
#include "shell/pagekind.h"
#include "shell/settings.h"
#include "shell/workspace.h"

#include <QMainWindow>

#include <map>

class QStackedWidget;

namespace navette::ui
{

class DepositPage;
class Navigation;
class Page;
class StartPage;
class TransfersStrip;

/// The one window: accounts and pages at the left, the page in the middle, transfers at the foot.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Workspace &workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(const PageAddress &address);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] std::optional<PageAddress> currentAddress() const { return m_current; }
    /// Opens the Deposit page of that account (null: none, files are only checked).
    void openDeposit(AccountSession *session, const QStringList &files, const QString &flowId);
    void openRefused(AccountSession *session, const LocalPath &fetched, const Card &card, bool repairsOn);
    void importAccountFile(const QString &file);
    /// Starts the practice platforms where they are off, and brings their board to the front.
    void openPractice();

Q_SIGNALS:
    void languageChosen(const QString &key);
    void schemeChosen(const QString &key);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void makeActions();
    void connectNavigation();
    void showStartOrWork();
    void restoreLastPage();
    Page *pageAt(const PageAddress &address);
    void connectPage(Page *page, const PageAddress &address);
    DepositPage *depositPage(AccountSession *session);
    void bringToFront(Page *page, const std::optional<PageAddress> &address);
    void dropPagesOf(const AccountSession *session);
    void closeDeposit(const QString &accountId);
    void newAccount(const std::optional<Account> &proposal);
    void togglePractice();
    void practiceChanged();
    void accountMenu(const QString &accountId, const QPoint &position);
    void showSettings();
    void showHelp();
    void pasteFiles();
    [[nodiscard]] bool mayClose();
    [[nodiscard]] AccountSession *currentSession() const;

    Workspace &m_workspace;
    WindowSettings m_settings;
    QStackedWidget *m_top;
    StartPage *m_start;
    QWidget *m_work;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    TransfersStrip *m_strip;
    std::map<PageAddress, Page *> m_byAddress;
    std::map<QString, DepositPage *> m_deposits; ///< by account id; "" where files are only checked
    Page *m_newAccount = nullptr;
    std::optional<PageAddress> m_current;
    bool m_showPracticeWhenReady = false;
};

} // namespace navette::ui
