// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"
#include "shell/page.h"
#include "shell/settings.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace navette::ui
{

class Banner;
class BoardColumns;
class Button;
class ConnectionNotice;
class DetailsPanel;
class FlowTabs;
class ImportModeBar;
class PageHeader;
class RefusedFiles;
class SearchField;
class StatePanel;

/// The pipeline: an action's files from waiting to accepted or refused, the import mode, and the place to drop files.
class BoardPage final : public Page
{
    Q_OBJECT
public:
    explicit BoardPage(AccountSession *session, QWidget *parent = nullptr);
    ~BoardPage() override;

    void activate() override;
    void refresh() override;
    bool focusSearch() override;
    [[nodiscard]] QString currentFlow() const;
    void chooseFiles(); ///< asks for files, then for their deposit
    void toggleDetails();
    /// A deposit of this account is being prepared on its own page; the board offers the way back to it.
    void setDepositOpen(bool open);
    /// Selects that card, and its flow; false where it is not on the board.
    bool selectCard(const QString &identity);

Q_SIGNALS:
    void refusedFileRequested(const navette::LocalPath &fetched, const navette::Card &card, bool repairsOn);
    void continueDepositRequested();
    void showInFilesRequested(const navette::RemotePath &path);
    void showInHistoryRequested(qint64 deposit);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHeader();
    QWidget *makeBoard();
    void connectColumns();
    void connectDetails();
    void connectSession();
    void showBoard(const BoardDifference &difference);
    void showColumns();
    void showCounts();
    void showMode();
    void showState();
    void showSubtitle();
    void showDetails();
    void openRefused(bool repairsOn);
    void examineSelected();
    void examineNewest();
    [[nodiscard]] const Card *selectedCard() const;

    AccountSession *m_session;
    WindowSettings m_settings;
    RefusedFiles *m_refused;
    PageHeader *m_header;
    ConnectionNotice *m_connection;
    SearchField *m_search = nullptr;
    Button *m_refresh = nullptr;
    Button *m_continue = nullptr;
    FlowTabs *m_tabs;
    ImportModeBar *m_modes = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    BoardColumns *m_columns = nullptr;
    StatePanel *m_state = nullptr;
    QSplitter *m_splitter;
    DetailsPanel *m_details;
    QTimer *m_clock;
};

} // namespace navette::ui
