// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/pagekind.h"
#include "shell/settings.h"
#include "shell/workspace.h"

#include <QMainWindow>

class QStackedWidget;

namespace navette::ui
{

class Navigation;
class Page;
class PageStack;
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
    [[nodiscard]] std::optional<PageAddress> currentAddress() const;
    /// As PageStack does.
    void openDeposit(AccountSession *session, const QStringList &files, const QString &flowId);
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
    void connectPages();
    void showStartOrWork();
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
    PageStack *m_pages;
    TransfersStrip *m_strip;
    bool m_showPracticeWhenReady = false;
};

} // namespace navette::ui
