// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair/repair.h"

#include <vector>

namespace navette
{

/// A column of the source file as the repaired copy will have it.
struct PlannedColumn {
    QString label;                  ///< in the copy
    const Column *column = nullptr; ///< of the flow
    bool kept = true;
    bool trailing = false; ///< without label at the end of the header
};

/// What the ticked repairs mean for this file, decided from its header before any row is written.
struct RepairPlan {
    RepairPlan(const CheckInput &input, const std::set<RepairKind> &repairs);

    Flow flow; ///< as configured
    std::set<RepairKind> repairs;
    csv::Dialect dialect; ///< of the copy
    csv::Encoding source; ///< of the bytes being read
    std::vector<PlannedColumn> columns;
    /// Where RepairKind::ColumnOrder is ticked and changes something: the fields of the source in the copy's order.
    std::vector<std::size_t> order;

    [[nodiscard]] bool has(RepairKind kind) const { return repairs.contains(kind); }
    /// No repair that changes the CSV itself: the copy is byte-identical.
    [[nodiscard]] bool isPlainCopy() const;
    /// Cells that a row must have, not counting columns without label at the end.
    [[nodiscard]] std::size_t wantedCells() const;

private:
    void orderColumns();
};

} // namespace navette
