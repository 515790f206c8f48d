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
class BoardColumnModel;
class BoardColumnView;
class Button;
class CardList;
class ConnectionNotice;
class DetailsPanel;
class FlowTabs;
class ModeCards;
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
    void makeColumns(QLayout *into);
    void connectDetails();
    void connectSession();
    void showBoard(const BoardDifference &difference);
    void showColumns();
    void showCounts();
    void showMode();
    void showState();
    void showSubtitle();
    void noticeMoves(const BoardDifference &difference);
    void noticeForeignMode();
    void chooseMode(ImportMode mode);
    void select(const Card *card);
    void selectionChanged(std::size_t column);
    void showDetails();
    void openRefused(bool repairsOn);
    void examineNewest();
    [[nodiscard]] const Card *selectedCard() const;
    [[nodiscard]] bool repairedSince(const Card &card) const;
    [[nodiscard]] bool matchesSearch(const Card &card) const;
    void setDropHighlighted(bool highlighted);

    AccountSession *m_session;
    WindowSettings m_settings;
    RefusedFiles *m_refused;
    PageHeader *m_header;
    ConnectionNotice *m_connection;
    SearchField *m_search = nullptr;
    Button *m_refresh = nullptr;
    Button *m_continue = nullptr;
    FlowTabs *m_tabs;
    ModeCards *m_modes = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_columnsArea = nullptr;
    StatePanel *m_state = nullptr;
    QSplitter *m_splitter;
    DetailsPanel *m_details;
    std::vector<BoardColumnView *> m_columns;
    QTimer *m_clock;
    QString m_selected; ///< identity of the selected card
    bool m_selecting = false;
    std::optional<ImportMode> m_pendingMode;
    std::optional<ImportModeState> m_knownMode;
};

} // namespace navette::ui
