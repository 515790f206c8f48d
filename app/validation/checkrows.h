// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/rowchecks.h"

namespace navette
{

/// How the rows are gone through. The report is the same in any case; tests try them all.
struct RowsOptions {
    int threads = 0;       ///< 0: as many as the machine has cores
    qint64 chunkBytes = 0; ///< 0: by the file's size
    bool sieve = true;     ///< false: RowChecker looks at every row
};

/// Checks the rows from `from` to the file's end: pieces of the file on all cores, put together in the file's order.
/// `rows` and `context` have the header behind them. False where the job was cancelled.
[[nodiscard]] bool checkRows(CheckContext &context, RowChecker &rows, qint64 from, const RowsOptions &options,
                             const JobControl &job);

/// check() by those options.
[[nodiscard]] Result<Report> check(const CheckInput &input, const RowsOptions &options, const JobControl &job);

} // namespace navette
