// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumns.h"

#include "board/boardcolumnview.h"
#include "board/cardlist.h"

#include <QHBoxLayout>

#include <algorithm>

namespace navette::ui
{
namespace
{

constexpr int columnSpacing = 12;

bool matches(const Card &card, const QString &search)
{
    return search.isEmpty() || card.listName.contains(search, Qt::CaseInsensitive) ||
           card.fileName.contains(search, Qt::CaseInsensitive) ||
           (card.deposit && card.deposit->sourceFile.contains(search, Qt::CaseInsensitive));
}

} // namespace

BoardColumns::BoardColumns(AccountSession *session, const BoardColumnModel::ContextOf &contextOf, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(columnSpacing);
    for (const BoardColumn column : columnsOf(session->account().platform))
        addColumn(column, contextOf);
    const bool accengage = session->account().platform == Platform::Accengage;
    CardList &dropList = m_columns.at(accengage ? 1 : 0)->list();
    dropList.setDropZone(tr("Drop CSV or ZIP files here"));
    connect(&dropList, &CardList::dropZoneClicked, this, &BoardColumns::filesWanted);
}

void BoardColumns::addColumn(BoardColumn column, const BoardColumnModel::ContextOf &contextOf)
{
    const std::size_t at = m_columns.size();
    auto *view = new BoardColumnView(column, this);
    m_columns.push_back(view);
    layout()->addWidget(view);
    view->model().setContextProvider(contextOf);
    CardList &list = view->list();
    connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, at] { chosenIn(at); });
    connect(&list, &CardList::opened, this, &BoardColumns::cardOpened);
    connect(&list, &CardList::leftRequested, this, [this, at] { focusColumn(at - 1); });
    connect(&list, &CardList::rightRequested, this, [this, at] { focusColumn(at + 1); });
}

void BoardColumns::focusColumn(std::size_t column)
{
    if (column >= m_columns.size())
        return;
    CardList &list = m_columns[column]->list();
    list.setFocus(Qt::TabFocusReason);
    if (!list.currentIndex().isValid() && list.model()->rowCount() > 0)
        list.setCurrentIndex(list.model()->index(0, 0));
    else if (list.currentIndex().isValid())
        list.selectionModel()->select(list.currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void BoardColumns::showFlow(const QString &flow, const QString &search)
{
    m_flow = flow;
    m_selecting = true;
    const BoardSnapshot &board = m_session->board();
    for (BoardColumnView *column : m_columns) {
        std::vector<Card> cards;
        int total = 0;
        for (const Card *card : board.of(flow, column->column())) {
            ++total;
            if (matches(*card, search.trimmed()))
                cards.push_back(*card);
        }
        column->setCards(cards, total);
        column->list().setLoading(!board.takenAt.isValid());
        column->setEmptyText(total > 0 ? tr("None of the %n file(s) here matches.", nullptr, total)
                                       : emptyText(column->column()));
    }
    m_selecting = false;
    showSelection();
}

const Card *BoardColumns::selectedCard() const
{
    if (m_selected.isEmpty())
        return nullptr;
    const auto &cards = m_session->board().cards;
    const auto found =
        std::find_if(cards.begin(), cards.end(), [this](const Card &card) { return card.identity() == m_selected; });
    return found == cards.end() ? nullptr : &*found;
}

void BoardColumns::select(const QString &identity)
{
    m_selected = identity;
    showSelection();
}

void BoardColumns::follow(const BoardDifference &difference)
{
    for (const BoardDifference::Move &move : difference.moved) {
        if (move.before.identity() == m_selected)
            m_selected = move.after.identity();
    }
}

void BoardColumns::showSelection()
{
    m_selecting = true;
    const Card *card = selectedCard();
    for (BoardColumnView *column : m_columns) {
        QItemSelectionModel *selection = column->list().selectionModel();
        const QModelIndex index = card && card->flow == m_flow && card->column == column->column()
                                      ? column->model().indexOf(card->identity())
                                      : QModelIndex();
        if (index.isValid())
            selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        else
            selection->clearSelection();
    }
    m_selecting = false;
    Q_EMIT selectionShown();
}

void BoardColumns::chosenIn(std::size_t column)
{
    if (m_selecting)
        return;
    const auto rows = m_columns.at(column)->list().selectionModel()->selectedIndexes();
    if (rows.isEmpty())
        return;
    select(rows.first().data(BoardColumnModel::IdentityRole).toString());
    Q_EMIT cardChosen();
}

void BoardColumns::refreshFaces(BoardColumn column)
{
    for (BoardColumnView *view : m_columns) {
        if (view->column() == column)
            view->model().refreshFaces();
    }
}

void BoardColumns::refreshAges()
{
    for (BoardColumnView *column : m_columns)
        column->list().viewport()->update(); // they are computed as they are drawn
}

void BoardColumns::setDropHighlighted(bool highlighted)
{
    for (BoardColumnView *column : m_columns)
        column->list().setDropHighlighted(highlighted);
}

} // namespace navette::ui
