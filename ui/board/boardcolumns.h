// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "board/boardcolumnmodel.h"
#include "pipeline/accountsession.h"

#include <QWidget>

namespace navette::ui
{

class BoardColumnView;

/// The columns of an action side by side, and the one card among them that is selected.
class BoardColumns final : public QWidget
{
    Q_OBJECT
public:
    BoardColumns(AccountSession *session, const BoardColumnModel::ContextOf &contextOf, QWidget *parent = nullptr);

    /// What the board has of this flow now, as far as it matches.
    void showFlow(const QString &flow, const QString &search);
    /// It may be of another flow than the one shown. Null where none is selected, or it is not on the board any more.
    [[nodiscard]] const Card *selectedCard() const;
    /// By its identity; it shows once its flow does.
    void select(const QString &identity);
    /// The selection goes with the file, also where its name grew the platform's prefix.
    void follow(const BoardDifference &difference);
    void refreshFaces(BoardColumn column); ///< more is known of its cards
    void refreshAges();
    void setDropHighlighted(bool highlighted);

Q_SIGNALS:
    void selectionShown(); ///< again, or another
    void cardChosen();     ///< by the person, with mouse or keys
    void cardOpened();
    void filesWanted(); ///< a click where files can be dropped

private:
    void addColumn(BoardColumn column, const BoardColumnModel::ContextOf &contextOf);
    void focusColumn(std::size_t column);
    void chosenIn(std::size_t column);
    void showSelection();

    AccountSession *m_session;
    std::vector<BoardColumnView *> m_columns;
    QString m_flow;
    QString m_selected;       ///< identity of the selected card
    bool m_selecting = false; ///< rows that go and come must not speak for the person
};

} // namespace navette::ui
