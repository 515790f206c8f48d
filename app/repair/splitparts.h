// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair/repair.h"

#include <cstddef>
#include <vector>

namespace navette
{

/// How a CSV is cut.
struct SplitOrder {
    qint64 maxBytes = 0; ///< of one part as written
    bool zipped = false; ///< each part becomes a zip of one CSV
    LocalPath target;    ///< parts are called after it: "list.csv" gives "list-1.csv", "list-2.csv"
};

/// "list.csv" as the second part: "list-2.csv".
[[nodiscard]] QString partName(const QString &name, std::size_t number);

/// Cuts a file between records into parts that each begin with its header; one part keeps the target's own name.
/// All parts or none. Errors: Limit (a row that alone is larger), AlreadyExists, NotWritable, NoSpace, Cancelled.
[[nodiscard]] Result<std::vector<RepairOutcome>> splitFile(const csv::CsvFile &file, const SplitOrder &order,
                                                           const JobControl &job = {});

} // namespace navette
