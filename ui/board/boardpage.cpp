// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardpage.h"

#include "board/boardcolumnview.h"
#include "board/cardlist.h"
#include "board/detailspanel.h"
#include "board/flowtabs.h"
#include "board/modecards.h"
#include "board/partsbanner.h"
#include "board/refusedfiles.h"
#include "flows/flowcatalog.h"
#include "shell/connectionnotice.h"
#include "shell/droppedfiles.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/text.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

/// Refused files of the shown action that are examined without being asked for; older ones when selected.
constexpr int examinedUnasked = 4;
constexpr int boardSpacing = 12;

} // namespace

BoardPage::BoardPage(AccountSession *session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_refused(new RefusedFiles(session, this))
    , m_header(new PageHeader(tr("Board"), this))
    , m_connection(new ConnectionNotice(
          session,
          {.disconnected = tr("The board shows once the account is connected."),
           .offline = tr("The board shows once there is a network again. Checking and repairing files works without.")},
          m_header, this))
    , m_tabs(new FlowTabs(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_details(new DetailsPanel(m_splitter))
    , m_clock(new QTimer(this))
{
    setAcceptDrops(true);
    makeHeader();
    m_tabs->setFlows(session->boardFlows());
    m_splitter->insertWidget(0, makeBoard());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    if (!m_splitter->restoreState(m_settings.boardSplitter.get()))
        m_splitter->setSizes({10'000, metrics::detailsWidth});
    m_details->setVisible(m_settings.detailsShown.get());

    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::medium);
    top->setSpacing(metrics::medium);
    top->addWidget(m_header);
    top->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_splitter, 1);

    connect(m_tabs, &FlowTabs::currentChanged, this, [this] {
        showMode();
        showColumns();
        showState();
        examineNewest();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_settings.boardSplitter.set(m_splitter->saveState()); });
    connectDetails();
    connectSession();
    m_knownMode = session->board().mode;
    showBoard({});
}

BoardPage::~BoardPage() = default;

void BoardPage::makeHeader()
{
    m_continue = new Button(tr("Back to the deposit"), ButtonKind::Quiet, u"upload"_s, m_header);
    m_continue->hide();
    m_search = new SearchField(tr("Find a list or a file"), m_header);
    m_refresh = new Button(tr("Refresh"), ButtonKind::Secondary, u"refresh"_s, m_header);
    m_refresh->setToolTip(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText));
    auto *deposit = new Button(tr("Deposit files…"), ButtonKind::Primary, u"upload"_s, m_header);
    deposit->setToolTip(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
    deposit->setObjectName(u"depositFiles"_s);
    m_header->addControl(m_continue);
    m_header->addControl(m_search);
    m_header->addControl(m_refresh);
    m_header->addControl(deposit);
    connect(m_continue, &QPushButton::clicked, this, &BoardPage::continueDepositRequested);
    connect(m_search, &QLineEdit::textChanged, this, [this] { showColumns(); });
    connect(m_refresh, &QPushButton::clicked, this, &BoardPage::refresh);
    connect(deposit, &QPushButton::clicked, this, &BoardPage::chooseFiles);
}

QWidget *BoardPage::makeBoard()
{
    auto *board = new QWidget(m_splitter);
    m_modes = new ModeCards(board);
    m_banner = new Banner(board);
    m_stack = new QStackedWidget(board);
    m_columnsArea = new QWidget(m_stack);
    m_state = new StatePanel(m_stack);
    auto *columns = new QHBoxLayout(m_columnsArea);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(boardSpacing);
    makeColumns(columns);
    m_stack->addWidget(m_columnsArea);
    m_stack->addWidget(m_state);
    connect(m_modes, &ModeCards::chosen, this, &BoardPage::chooseMode);
    auto *layout = new QVBoxLayout(board);
    layout->setContentsMargins(metrics::huge, 0, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_modes);
    layout->addWidget(m_connection->banner());
    layout->addWidget(m_banner);
    layout->addWidget(makePartsBanner(m_session, board));
    layout->addWidget(m_stack, 1);
    return board;
}

void BoardPage::makeColumns(QLayout *into)
{
    std::size_t at = 0;
    for (const BoardColumn column : columnsOf(m_session->account().platform)) {
        auto *view = new BoardColumnView(column, m_columnsArea);
        m_columns.push_back(view);
        into->addWidget(view);
        view->model().setContextProvider([this](const Card &card) {
            CardContext context;
            if (card.column != BoardColumn::Refused)
                return context;
            context.repairedSince = repairedSince(card);
            const Examination *known = m_refused->of(card.identity());
            if (known && known->report)
                context.causes = static_cast<int>(known->report->findings.size());
            return context;
        });
        CardList &list = view->list();
        connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this, at] { selectionChanged(at); });
        connect(&list, &CardList::opened, this, [this] {
            const Card *card = selectedCard();
            if (card && card->column == BoardColumn::Refused)
                openRefused(false);
        });
        const auto focusColumn = [this](std::size_t target) {
            if (target >= m_columns.size())
                return;
            CardList &next = m_columns[target]->list();
            next.setFocus(Qt::TabFocusReason);
            if (!next.currentIndex().isValid() && next.model()->rowCount() > 0)
                next.setCurrentIndex(next.model()->index(0, 0));
            else if (next.currentIndex().isValid())
                next.selectionModel()->select(next.currentIndex(), QItemSelectionModel::ClearAndSelect);
        };
        connect(&list, &CardList::leftRequested, this, [focusColumn, at] { focusColumn(at - 1); });
        connect(&list, &CardList::rightRequested, this, [focusColumn, at] { focusColumn(at + 1); });
        ++at;
    }
    const bool accengage = m_session->account().platform == Platform::Accengage;
    BoardColumnView *dropColumn = m_columns.at(accengage ? 1 : 0);
    dropColumn->list().setDropZone(tr("Drop CSV or ZIP files here"));
    connect(&dropColumn->list(), &CardList::dropZoneClicked, this, &BoardPage::chooseFiles);
}

void BoardPage::connectDetails()
{
    connect(m_details, &DetailsPanel::repairRequested, this, [this] { openRefused(true); });
    connect(m_details, &DetailsPanel::openRequested, this, [this] { openRefused(false); });
    connect(m_details, &DetailsPanel::retryRequested, this, [this] {
        if (const Card *card = selectedCard())
            m_refused->examine(*card);
    });
    connect(m_details, &DetailsPanel::filesRequested, this, [this] {
        if (const Card *card = selectedCard())
            Q_EMIT showInFilesRequested(card->path);
    });
    connect(m_details, &DetailsPanel::historyRequested, this, [this] {
        const Card *card = selectedCard();
        if (card && card->deposit)
            Q_EMIT showInHistoryRequested(card->deposit->id);
    });
    connect(m_refused, &RefusedFiles::changed, this, [this](const QString &identity) {
        for (BoardColumnView *column : m_columns) {
            if (column->column() == BoardColumn::Refused)
                column->model().refreshFaces();
        }
        if (identity == m_selected)
            showDetails();
    });
}

void BoardPage::connectSession()
{
    connect(m_session, &AccountSession::boardChanged, this,
            [this](const BoardSnapshot &, const BoardDifference &difference) { showBoard(difference); });
    connect(m_session, &AccountSession::refreshed, this, [this] {
        showState();
        showSubtitle();
        showMode();
    });
    connect(m_session, &AccountSession::stateChanged, this, [this] {
        showState();
        showSubtitle();
        if (const Card *card = selectedCard(); card && card->column == BoardColumn::Refused)
            m_refused->examine(*card);
    });
    connect(m_session, &AccountSession::modeFailed, this, [this](const Error &error) {
        m_pendingMode.reset();
        showMode();
        m_banner->showError(error);
    });
    connect(m_session, &AccountSession::depositFailed, this, [this](const DepositOrder &order, const Error &error) {
        if (error.kind != ErrorKind::Cancelled)
            m_banner->show(Tone::Bad, tr("%1 was not deposited. %2").arg(order.sourceName, error.message),
                           error.detail);
    });
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        showSubtitle();
        for (BoardColumnView *column : m_columns)
            column->list().viewport()->update(); // ages are computed as they are drawn
    });
    m_clock->start();
}

QString BoardPage::currentFlow() const
{
    return m_tabs->current();
}

void BoardPage::activate()
{
    showSubtitle();
    if (m_session->state() == ConnectionState::Connected)
        m_session->refresh();
    examineNewest();
}

void BoardPage::refresh()
{
    if (m_session->state() == ConnectionState::Connected)
        m_session->refresh();
    else
        m_session->open();
    showSubtitle();
}

bool BoardPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void BoardPage::setDepositOpen(bool open)
{
    m_continue->setVisible(open);
}

void BoardPage::toggleDetails()
{
    m_details->setVisible(m_details->isHidden());
    m_settings.detailsShown.set(!m_details->isHidden());
}

void BoardPage::showBoard(const BoardDifference &difference)
{
    noticeForeignMode();
    noticeMoves(difference);
    showCounts();
    showMode();
    showColumns();
    showState();
    showSubtitle();
    examineNewest();
}

void BoardPage::noticeMoves(const BoardDifference &difference)
{
    for (const BoardDifference::Move &move : difference.moved) {
        // The selection goes with the file, also where its name grew the platform's prefix.
        if (move.before.identity() == m_selected)
            m_selected = move.after.identity();
    }
}

void BoardPage::noticeForeignMode()
{
    const auto &now = m_session->board().mode;
    if (!now)
        return;
    const bool changed = m_knownMode && !(m_knownMode->markers == now->markers);
    const bool ours = m_pendingMode && now->effective() == m_pendingMode;
    if (now->conflict()) {
        QStringList names;
        for (const ImportMode mode : now->markers)
            names << tr("“%1”").arg(label(mode));
        m_banner->show(Tone::Warn, tr("%1 are set on the platform at once. Choose the one that shall hold.")
                                       .arg(names.join(tr(" and ", "between two names"))));
    } else if (changed && !ours) {
        if (const auto mode = now->effective())
            m_banner->show(
                Tone::Info,
                tr("Somebody else changed the import mode to “%1”. It holds for the next files.").arg(label(*mode)));
    } else if (changed && m_knownMode->conflict()) {
        m_banner->clear();
    }
    if (ours)
        m_pendingMode.reset();
    m_knownMode = now;
}

bool BoardPage::matchesSearch(const Card &card) const
{
    const QString wanted = m_search->text().trimmed();
    return wanted.isEmpty() || card.listName.contains(wanted, Qt::CaseInsensitive) ||
           card.fileName.contains(wanted, Qt::CaseInsensitive) ||
           (card.deposit && card.deposit->sourceFile.contains(wanted, Qt::CaseInsensitive));
}

void BoardPage::showColumns()
{
    m_selecting = true; // rows that go and come must not speak for the person
    const BoardSnapshot &board = m_session->board();
    for (BoardColumnView *column : m_columns) {
        std::vector<Card> cards;
        int total = 0;
        for (const Card *card : board.of(currentFlow(), column->column())) {
            ++total;
            if (matchesSearch(*card))
                cards.push_back(*card);
        }
        column->setCards(cards, total);
        column->list().setLoading(!board.takenAt.isValid());
        column->setEmptyText(total > 0 ? tr("None of the %n file(s) here matches.", nullptr, total)
                                       : emptyText(column->column()));
    }
    m_selecting = false;
    select(selectedCard());
}

void BoardPage::showCounts()
{
    const BoardSnapshot &board = m_session->board();
    for (const Flow &flow : m_session->boardFlows()) {
        FlowTabs::Counts counts;
        for (const BoardColumn column : columnsOf(m_session->account().platform)) {
            if (column != BoardColumn::Accepted && column != BoardColumn::PickedUp)
                counts.underWay += board.count(flow.id, column);
        }
        counts.failed = board.count(flow.id, BoardColumn::Refused);
        m_tabs->setCounts(flow.id, counts);
    }
}

void BoardPage::showMode()
{
    const Flow *flow = m_session->services().flows.find(currentFlow());
    m_modes->setVisible(flow && flow->usesImportMode);
    m_modes->setState(m_session->board().mode, m_pendingMode);
}

void BoardPage::showState()
{
    const BoardSnapshot &board = m_session->board();
    if (m_connection->tell({.anything = board.takenAt.isValid(), .listedAt = board.takenAt}, *m_state)) {
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentWidget(m_columnsArea);
    if (!board.problems.isEmpty() && m_session->state() == ConnectionState::Connected)
        m_banner->show(Tone::Warn, board.problems.first(), board.problems.join(u'\n'));
}

void BoardPage::showSubtitle()
{
    const QDateTime &takenAt = m_session->board().takenAt;
    const qint64 age = takenAt.isValid() ? takenAt.secsTo(QDateTime::currentDateTimeUtc()) : 0;
    m_connection->setSubtitle(!takenAt.isValid() ? QString()
                              : age < 2          ? tr("refreshed just now")
                                                 : tr("refreshed %1 ago").arg(durationText(age)));
    m_refresh->setText(m_session->state() == ConnectionState::Connected ? tr("Refresh") : tr("Connect again"));
}

void BoardPage::chooseMode(ImportMode mode)
{
    const auto &state = m_session->board().mode;
    if (!state || m_pendingMode || (state->effective() == mode && !state->markers.empty()))
        return;
    if (mode == ImportMode::SyncList) {
        QMessageBox box(QMessageBox::Warning, u"Navette"_s, tr("Synchronise lists from now on?"), QMessageBox::NoButton,
                        this);
        box.setInformativeText(
            tr("Every import file then replaces the list of its name: contacts that are not in the file leave the "
               "list. It holds for everybody who deposits on this account, until another mode is chosen."));
        auto *go = box.addButton(tr("Synchronise the lists"), QMessageBox::DestructiveRole);
        auto *cancel = box.addButton(QMessageBox::Cancel);
        box.setDefaultButton(cancel);
        box.setEscapeButton(cancel);
        box.exec();
        if (box.clickedButton() != go)
            return;
    }
    m_banner->clear();
    m_pendingMode = mode;
    showMode();
    m_session->setMode(mode);
}

const Card *BoardPage::selectedCard() const
{
    if (m_selected.isEmpty())
        return nullptr;
    const auto &cards = m_session->board().cards;
    const auto found =
        std::find_if(cards.begin(), cards.end(), [this](const Card &card) { return card.identity() == m_selected; });
    return found == cards.end() ? nullptr : &*found;
}

bool BoardPage::selectCard(const QString &identity)
{
    m_selected = identity;
    const Card *card = selectedCard();
    if (!card)
        return false;
    m_tabs->setCurrent(card->flow);
    select(card);
    return true;
}

void BoardPage::select(const Card *card)
{
    m_selecting = true;
    for (BoardColumnView *column : m_columns) {
        QItemSelectionModel *selection = column->list().selectionModel();
        const QModelIndex index = card && card->flow == currentFlow() && card->column == column->column()
                                      ? column->model().indexOf(card->identity())
                                      : QModelIndex();
        if (index.isValid())
            selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        else
            selection->clearSelection();
    }
    m_selecting = false;
    showDetails();
}

void BoardPage::selectionChanged(std::size_t column)
{
    if (m_selecting)
        return;
    const auto rows = m_columns.at(column)->list().selectionModel()->selectedIndexes();
    if (rows.isEmpty())
        return;
    m_selected = rows.first().data(BoardColumnModel::IdentityRole).toString();
    const Card *card = selectedCard();
    select(card);
    if (card && card->column == BoardColumn::Refused)
        m_refused->examine(*card);
}

void BoardPage::showDetails()
{
    const Card *card = selectedCard();
    if (!card || card->flow != currentFlow()) {
        m_details->showNothing();
        return;
    }
    m_details->show(*card, m_refused->of(card->identity()),
                    card->column == BoardColumn::Refused && repairedSince(*card));
}

bool BoardPage::repairedSince(const Card &card) const
{
    const auto &cards = m_session->board().cards;
    return std::any_of(cards.begin(), cards.end(), [&card](const Card &other) {
        return other.flow == card.flow && other.listName == card.listName && other.column != BoardColumn::Refused &&
               other.depositedAt.isValid() && card.depositedAt.isValid() && other.depositedAt > card.depositedAt;
    });
}

void BoardPage::openRefused(bool repairsOn)
{
    const Card *card = selectedCard();
    const Examination *known = card ? m_refused->of(card->identity()) : nullptr;
    if (known && (known->state == Examination::State::Done || known->state == Examination::State::Checking))
        Q_EMIT refusedFileRequested(known->file, *card, repairsOn);
    else if (card)
        m_refused->examine(*card);
}

void BoardPage::examineNewest()
{
    if (!isVisible() || m_session->state() != ConnectionState::Connected)
        return;
    int examined = 0;
    for (const Card *card : m_session->board().of(currentFlow(), BoardColumn::Refused)) {
        if (examined++ == examinedUnasked)
            break;
        m_refused->examine(*card);
    }
}

void BoardPage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Choose the files to deposit"), {}, tr("Contact files (*.csv *.txt *.zip *.gz);;All files (*)"));
    if (!files.isEmpty())
        Q_EMIT depositRequested(files, currentFlow());
}

void BoardPage::setDropHighlighted(bool highlighted)
{
    for (BoardColumnView *column : m_columns)
        column->list().setDropHighlighted(highlighted);
}

void BoardPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFilesOf(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setDropHighlighted(true);
}

void BoardPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    Page::dragLeaveEvent(event);
    setDropHighlighted(false);
}

void BoardPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    // The icons of the causes have the scheme's colours.
    if (event->type() == QEvent::PaletteChange && m_state)
        showDetails();
}

void BoardPage::dropEvent(QDropEvent *event)
{
    setDropHighlighted(false);
    const QStringList files = localFilesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT depositRequested(files, currentFlow());
}

} // namespace navette::ui
