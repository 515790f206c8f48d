// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deposit/depositplan.h"
#include "style/theme.h"
#include "table/findingindex.h"

#include <QAbstractItemModel>

namespace navette::ui
{

/// A report's findings, each kind once; below each its places. Findings about the file as a whole which ticked repairs
/// cover are gathered in one last line.
class FindingsModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        ToneRole = Qt::UserRole, ///< int(Tone)
        ConsequenceRole,         ///< second voice behind the headline
        RowsRole,                ///< "rows 3, 5, 41 …"
        RepairedRole,            ///< bool
        CellRole,                ///< the offending text of a place
        RowNumberRole,           ///< qint64, 0 where it is no place in the table
        FieldRole,               ///< int, from 1; 0: the whole row
        LevelRole,               ///< word for the tone, for screen readers
    };
    explicit FindingsModel(QObject *parent = nullptr);

    /// Whether what the repairs cover of the file as a whole is gathered in one line; true at first. Before
    /// setReport().
    void setGathersRepaired(bool on) { m_gathersRepaired = on; }
    void setReport(Report report, std::vector<Treatment> treatments);
    /// The same report with other ticks; keeps the lines where nothing moves between them.
    void setTreatments(std::vector<Treatment> treatments);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    /// A top-level line: one finding, or the gathered ones.
    struct Line {
        std::vector<size_t> findings;
        bool gathered = false;
    };
    [[nodiscard]] std::vector<Line> linesFor(const std::vector<Treatment> &treatments) const;
    [[nodiscard]] QVariant lineData(const Line &line, int role) const;
    [[nodiscard]] QVariant childData(const Line &line, int child, int role) const;
    [[nodiscard]] Tone toneOf(size_t finding) const;

    Report m_report;
    std::vector<Treatment> m_treatments;
    bool m_gathersRepaired = true;
    std::vector<Line> m_lines;
};

} // namespace navette::ui
