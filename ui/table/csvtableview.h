// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/findingindex.h"

#include <QTableView>

#include <functional>

namespace navette::ui
{

class CsvTableModel;

/// The table for CSV files: rows of one height, offending cells tinted, keys for walking from problem to problem
/// (F8, Shift+F8), going to a row (Ctrl+L) and copying (Ctrl+C).
class CsvTableView final : public QTableView
{
    Q_OBJECT
public:
    explicit CsvTableView(QWidget *parent = nullptr);

    void setCsvModel(CsvTableModel *model);
    [[nodiscard]] CsvTableModel *csvModel() const { return m_model; }

    /// Selects and shows the cell (field from 1; 0 = the row); false where the row is not among those shown.
    bool goToCell(const CellPlace &place);
    /// Runs `replace`, which gives the model another content. Where that only completes the rows that are there, they
    /// stay where they are: they may have been looked at meanwhile.
    void replaceContent(bool completes, const std::function<void()> &replace);
    /// {0, 0} where no cell is current.
    [[nodiscard]] CellPlace currentPlace() const;
    /// Wraps at the end; false where there is no problem.
    bool goToNextProblem();
    bool goToPreviousProblem();
    /// The selected cells as text with tabs, ready for a spreadsheet.
    void copySelection();
    void askForRow();

protected:
    void changeEvent(QEvent *event) override;

private:
    bool goToProblem(bool forward);
    void fitColumns();
    void addKeys();

    CsvTableModel *m_model = nullptr;
};

} // namespace navette::ui
