// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "csv/csvfile.h"

#include <QWidget>

#include <functional>

namespace navette::ui
{

class CsvTableModel;
class CsvTableView;
class Label;
class SearchField;
class StatePanel;

/// Looks into any CSV: the table, a search over its cells, and how many rows there are.
class CsvBrowser final : public QWidget
{
    Q_OBJECT
public:
    using Opener = std::function<Result<std::shared_ptr<const csv::CsvFile>>(const JobControl &job)>;

    explicit CsvBrowser(QWidget *parent = nullptr);
    ~CsvBrowser() override;
    /// Runs `open` in a worker thread and shows what it gives; a call while one runs replaces it. `openHead` gives the
    /// first rows, which are shown until the whole file is read; may be empty.
    void show(Opener open, Opener openHead = {});
    void focusSearch();

private:
    void applyHead(const csv::IndexedFile &head);
    void apply(const Result<csv::IndexedFile> &opened, const Opener &open, const Opener &openHead);
    void search();
    void updateCount();

    CsvTableModel *m_model;
    CsvTableView *m_table;
    SearchField *m_search;
    Label *m_count;
    StatePanel *m_state;
    csv::IndexedFile m_opened;
    bool m_showsHead = false;
    CancelSource m_cancel;       ///< of the opening under way
    CancelSource m_cancelSearch; ///< of the search under way
    int m_job = 0;               ///< answers to older openings are dropped
};

} // namespace navette::ui
