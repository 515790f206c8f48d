// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumnview.h"

#include "board/cardlist.h"
#include "style/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace navette::ui
{

QString emptyText(BoardColumn column)
{
    switch (column) {
    case BoardColumn::Waiting:
        return BoardColumnView::tr("Files that you deposit wait here for the platform.");
    case BoardColumn::Processing:
        return BoardColumnView::tr("Files that the platform is working on show here.");
    case BoardColumn::Accepted:
        return BoardColumnView::tr("Files that the platform took show here.");
    case BoardColumn::Refused:
        return BoardColumnView::tr("Files that the platform refused would show here, with the reasons.");
    case BoardColumn::NotConfirmed:
        return BoardColumnView::tr("Files without their confirmation file would show here.");
    case BoardColumn::WaitingForPickup:
        return BoardColumnView::tr("Files that you deposit wait here for the next pick-up.");
    case BoardColumn::PickedUp:
        return BoardColumnView::tr("Files that the platform picked up show here.");
    }
    return {};
}

BoardColumnView::BoardColumnView(BoardColumn column, QWidget *parent)
    : QWidget(parent)
    , m_column(column)
    , m_model(new BoardColumnModel(this))
    , m_list(new CardList(this))
    , m_count(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_badge(new Badge({}, Tone::Bad, this))
{
    m_list->setModel(m_model);
    m_list->setEmptyText(emptyText(column));
    m_list->setAccessibleName(label(column));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(2, 0, 2, 0);
    head->setSpacing(metrics::small);
    head->addWidget(new Label(label(column), TextStyle::Section, ColorRole::Text, this));
    head->addWidget(new Label(directoryOf(column), TextStyle::Secondary, ColorRole::Muted, this));
    head->addStretch();
    head->addWidget(m_count);
    head->addWidget(m_badge);
    auto *headBox = new QWidget(this);
    headBox->setLayout(head);
    headBox->setFixedHeight(24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(headBox);
    layout->addWidget(m_list, 1);
    setCards({}, 0);
}

void BoardColumnView::setCards(const std::vector<Card> &cards, int total)
{
    m_model->setCards(cards);
    const bool bad = m_column == BoardColumn::Refused && total > 0;
    m_count->setText(total > 0 ? numberText(total) : QString());
    m_count->setVisible(!bad);
    m_badge->set(numberText(total), Tone::Bad);
    m_badge->setVisible(bad);
}

void BoardColumnView::setEmptyText(const QString &text)
{
    m_list->setEmptyText(text);
}

} // namespace navette::ui
