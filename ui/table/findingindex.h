// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "flows/flowsettings.h"
#include "style/theme.h"
#include "validation/report.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace navette::ui
{

/// A cell by the numbers that people see: the record's number (header 1) and the column from 1; 0 = the whole row.
struct CellPlace {
    qint64 rowNumber = 0;
    int field = 0;
    auto operator<=>(const CellPlace &) const = default;
};

/// A report's findings by cell, for colouring a table and walking from problem to problem. A value; every question is
/// a binary search.
class FindingIndex
{
public:
    FindingIndex() = default;
    /// `flow` is the configured one. Findings about a whole row are laid on the cells that they speak of: the means of
    /// contact, the key.
    FindingIndex(const Report &report, const Flow &flow, const FlowSettings &settings);

    /// Neutral where nothing is wrong.
    [[nodiscard]] Tone tone(qint64 rowNumber, int field) const;
    /// The worst tone of the row.
    [[nodiscard]] Tone rowTone(qint64 rowNumber) const;
    /// What is wrong with the cell and with its row as a whole.
    [[nodiscard]] QStringList messages(qint64 rowNumber, int field) const;
    /// The platform would not take this row.
    [[nodiscard]] bool isInvalid(qint64 rowNumber) const;

    /// Ascending; without the header.
    [[nodiscard]] const std::vector<qint64> &problemRows() const { return m_problemRows; }
    /// The largest column of which a finding speaks: rows can have more cells than the header.
    [[nodiscard]] int lastField() const { return m_lastField; }
    /// The nearest problem after (before) a place; nothing at the end.
    [[nodiscard]] std::optional<CellPlace> next(CellPlace from) const;
    [[nodiscard]] std::optional<CellPlace> previous(CellPlace from) const;

private:
    struct Note {
        CellPlace place;
        Tone tone = Tone::Neutral;
        QString message;
    };
    void addNotes(const Finding &finding, const std::vector<int> &fields);
    void collectRows(const Report &report);

    std::vector<Note> m_notes; ///< by place
    std::vector<qint64> m_problemRows;
    std::vector<qint64> m_invalidRows;
    std::vector<qint64> m_duplicateRows;
    int m_lastField = 0;
};

} // namespace navette::ui
