// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "board/boardcolumnmodel.h"
#include "style/widgets.h"

namespace navette::ui
{

class CardList;

/// A column with its head: "Waiting  in                2".
class BoardColumnView final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardColumnView(BoardColumn column, QWidget *parent = nullptr);
    [[nodiscard]] BoardColumn column() const { return m_column; }
    [[nodiscard]] BoardColumnModel &model() { return *m_model; }
    [[nodiscard]] CardList &list() { return *m_list; }
    /// `total`: of all cards, those that a search hides too.
    void setCards(const std::vector<Card> &cards, int total);
    void setEmptyText(const QString &text);

private:
    BoardColumn m_column;
    BoardColumnModel *m_model;
    CardList *m_list;
    Label *m_count;
    Badge *m_badge;
};

/// What would appear in an empty column.
[[nodiscard]] QString emptyText(BoardColumn column);

} // namespace navette::ui
