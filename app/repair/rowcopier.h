// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/instructions.h"
#include "repair/cellrepairer.h"
#include "repair/repairplan.h"
#include "validation/usualforms.h"

#include <string>

namespace navette
{

/// Copies rows in which next to nothing changes: whole stretches at a time, in the copy's alphabet and with its
/// separator; only cells of columns with a repair of their own are taken out. Whatever is less plain is left to the
/// cell-by-cell way, which would write the same bytes (tst_rowcopier).
class RowCopier
{
public:
    RowCopier(const csv::CsvFile &file, const RepairPlan &plan, CellRepairer &cells);

    /// False where the plan changes rows otherwise.
    [[nodiscard]] bool isUsable() const { return m_usable; }
    /// What the scanner has to mark for it.
    [[nodiscard]] csv::OddBytes oddBytes() const { return m_odd; }
    /// Appends the row, without line end, and adds the cells changed; false, and nothing done, where the row is not
    /// plain.
    [[nodiscard]] bool append(const csv::ScannedRow &row, std::string &out, qint64 &changedCells);

private:
    enum class Letters { Same, FromUtf8, ToUtf8 };
    /// Columns next to each other that are copied in one go, or one that is repaired.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
        const Column *repaired = nullptr;
        bool phone = false;
    };
    [[nodiscard]] bool isPlain(const csv::ScannedRow &row) const;
    [[nodiscard]] char *writeRepaired(const Part &part, std::string_view cell, bool odd, char *out,
                                      qint64 &changedCells);
    [[nodiscard]] char *writeByRepairer(const Part &part, std::string_view cell, char *out, qint64 &changedCells);
    void readPhone(std::string_view cell);
    [[nodiscard]] char *writeSpan(const char *from, const char *to, char *out) const;
    [[nodiscard]] char *roomFor(const csv::ScannedRow &row);

    CellRepairer &m_cells;
    const char *m_end; ///< of all bytes being read
    bool m_usable;
    bool m_quoteAll;
    bool m_french;
    char m_quote;
    csv::Separators m_separators;
    Letters m_letters = Letters::Same;
    csv::OddBytes m_odd;
    std::vector<Part> m_parts;
    std::vector<char> m_row;              ///< as it is written
    std::string m_text;                   ///< of a cell
    UsualPhone m_phone;                   ///< the cell as one
    std::vector<std::uint8_t> m_takesOdd; ///< by column: repaired, or left out
};

} // namespace navette
