// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"
#include "style/widgets.h"

#include <QWidget>

namespace navette::ui
{

/// The line between findings and table: filter, walk, undo, and how the file is read.
class FileToolBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FileToolBar(QWidget *parent = nullptr);

    struct State {
        bool hasProblems = false;
        bool onlyProblems = false;
        bool canUndo = false;
        bool canRedo = false;
        csv::Dialect dialect;
        csv::DialectHints hints;
        int columns = 0;
    };
    void setState(const State &state);

Q_SIGNALS:
    void onlyProblemsToggled(bool on);
    void nextProblemWanted();
    void undoWanted();
    void redoWanted();
    void hintsChosen(const navette::csv::DialectHints &hints);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showShapeIfItFits();
    void fillEncodingMenu();
    void fillDelimiterMenu();

    State m_state;
    Button *m_onlyProblems;
    Button *m_next;
    Button *m_undo;
    Button *m_redo;
    Button *m_encoding;
    Button *m_delimiter;
    Label *m_shape;
};

} // namespace navette::ui
