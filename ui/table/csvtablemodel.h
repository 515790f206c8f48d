// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/csvfile.h"
#include "repair/repair.h"
#include "table/findingindex.h"

#include <QAbstractTableModel>

#include <deque>
#include <memory>
#include <unordered_map>

namespace navette::ui
{

/// What the table needs to show cells as the repaired copy will hold them.
struct RepairPreview {
    Flow flow; ///< configured
    FlowSettings settings;
    QStringList mappedLabels; ///< Report::mappedLabels
    std::set<RepairKind> repairs;
};

/// Any CSV as a table: rows are decoded when they are shown, so the size of the file does not matter. Optionally
/// with findings, with the repaired texts, and with only some rows.
class CsvTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        ToneRole = Qt::UserRole, ///< int(Tone) of a cell, a row header or a column header
        OriginalTextRole,        ///< the cell as the file has it
        ChangedRole,             ///< bool: the repaired copy will hold another text
        WasLabelRole,            ///< column header: the label in the file where a repair renames it
        RemovedRole,             ///< bool, column header: a repair leaves the column out
        LeftOutRole,             ///< bool: a repair leaves the row out
    };
    explicit CsvTableModel(QObject *parent = nullptr);
    ~CsvTableModel() override;

    /// Null empties the table. Resets findings, preview and row filter.
    void setFile(std::shared_ptr<const csv::CsvFile> file, std::shared_ptr<const csv::RecordIndex> index);
    void setFindings(FindingIndex findings);
    void setPreview(std::optional<RepairPreview> preview);
    [[nodiscard]] const FindingIndex &findings() const { return m_findings; }

    void setOnlyProblems(bool on);
    [[nodiscard]] bool onlyProblems() const { return m_onlyProblems; }
    /// Only these rows (ascending record numbers, header 1), for searches; nothing: all.
    void setRows(std::optional<std::vector<qint64>> rowNumbers);

    /// The record's number as a spreadsheet shows it.
    [[nodiscard]] qint64 rowNumber(int row) const;
    /// The table's row of that record, or the next one that is shown; -1 where there is none.
    [[nodiscard]] int rowOf(qint64 rowNumber) const;
    [[nodiscard]] qint64 totalRows() const; ///< without the header, whatever the filter
    [[nodiscard]] const QStringList &labels() const { return m_labels; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Cells = std::vector<QString>;
    [[nodiscard]] const Cells &record(qint64 rowNumber) const;
    [[nodiscard]] QString original(qint64 rowNumber, int column) const;
    [[nodiscard]] QString repaired(const QString &text, int column) const;
    [[nodiscard]] QString shownLabel(int column) const;
    [[nodiscard]] bool isRepairOn(RepairKind kind) const;
    [[nodiscard]] QString toolTip(qint64 rowNumber, int column) const;
    [[nodiscard]] QVariant columnHeader(int column, int role) const;
    [[nodiscard]] QVariant rowHeader(int row, int role) const;
    void resetColumns();

    std::shared_ptr<const csv::CsvFile> m_file;
    std::shared_ptr<const csv::RecordIndex> m_index;
    QStringList m_labels;
    FindingIndex m_findings;
    std::optional<RepairPreview> m_preview;
    std::vector<const Column *> m_columns; ///< of the preview's flow, per column of the file
    bool m_onlyProblems = false;
    std::optional<std::vector<qint64>> m_rows;
    int m_columnCount = 0;

    mutable std::unordered_map<qint64, Cells> m_cache;
    mutable std::deque<qint64> m_cacheOrder;
    mutable size_t m_cachedCells = 0;
};

} // namespace navette::ui
