// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardpage.h"

#include "board/boardcolumns.h"
#include "board/detailspanel.h"
#include "board/flowtabs.h"
#include "board/importmodebar.h"
#include "board/journalbanner.h"
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
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

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
    connectColumns();
    connectDetails();
    connectSession();
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
    m_banner = new Banner(board);
    m_modes = new ImportModeBar(m_session, m_banner, board);
    m_stack = new QStackedWidget(board);
    m_columns = new BoardColumns(
        m_session, [this](const Card &card) { return m_refused->contextOf(card); }, m_stack);
    m_state = new StatePanel(m_stack);
    m_stack->addWidget(m_columns);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(board);
    layout->setContentsMargins(metrics::huge, 0, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_modes);
    layout->addWidget(m_connection->banner());
    layout->addWidget(m_banner);
    layout->addWidget(makePartsBanner(m_session, board));
    layout->addWidget(makeJournalBanner(m_session, board));
    layout->addWidget(m_stack, 1);
    return board;
}

void BoardPage::connectColumns()
{
    connect(m_columns, &BoardColumns::selectionShown, this, &BoardPage::showDetails);
    connect(m_columns, &BoardColumns::cardChosen, this, &BoardPage::examineSelected);
    connect(m_columns, &BoardColumns::cardOpened, this, [this] {
        const Card *card = selectedCard();
        if (card && card->column == BoardColumn::Refused)
            openRefused(false);
    });
    connect(m_columns, &BoardColumns::filesWanted, this, &BoardPage::chooseFiles);
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
        m_columns->refreshFaces(BoardColumn::Refused);
        if (const Card *card = selectedCard(); card && card->identity() == identity)
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
        examineSelected();
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
        m_columns->refreshAges();
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
    m_modes->noticeChange();
    m_columns->follow(difference);
    showCounts();
    showMode();
    showColumns();
    showState();
    showSubtitle();
    examineNewest();
}

void BoardPage::showColumns()
{
    m_columns->showFlow(currentFlow(), m_search->text());
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
    m_modes->showMode();
}

void BoardPage::showState()
{
    const BoardSnapshot &board = m_session->board();
    if (m_connection->tell({.anything = board.takenAt.isValid(), .listedAt = board.takenAt}, *m_state)) {
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentWidget(m_columns);
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

const Card *BoardPage::selectedCard() const
{
    return m_columns->selectedCard();
}

bool BoardPage::selectCard(const QString &identity)
{
    m_columns->select(identity);
    const Card *card = selectedCard();
    if (card)
        m_tabs->setCurrent(card->flow);
    return card != nullptr;
}

void BoardPage::examineSelected()
{
    if (const Card *card = selectedCard(); card && card->column == BoardColumn::Refused)
        m_refused->examine(*card);
}

void BoardPage::showDetails()
{
    const Card *card = selectedCard();
    if (!card || card->flow != currentFlow()) {
        m_details->showNothing();
        return;
    }
    m_details->show(*card, m_refused->of(card->identity()), m_refused->contextOf(*card).repairedSince);
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
    if (isVisible())
        m_refused->examineNewest(currentFlow());
}

void BoardPage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Choose the files to deposit"), {}, tr("Contact files (*.csv *.txt *.zip *.gz);;All files (*)"));
    if (!files.isEmpty())
        Q_EMIT depositRequested(files, currentFlow());
}

void BoardPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFilesOf(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_columns->setDropHighlighted(true);
}

void BoardPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    Page::dragLeaveEvent(event);
    m_columns->setDropHighlighted(false);
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
    m_columns->setDropHighlighted(false);
    const QStringList files = localFilesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT depositRequested(files, currentFlow());
}

} // namespace navette::ui
