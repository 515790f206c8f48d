// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deposit/depositfile.h"

namespace navette::ui
{

/// The slow parts of DepositFile, for worker threads: values in, values out.

/// The first rows of a large plain file, to be shown while the check goes on; nothing where that is not worth it.
/// Errors: those of archive::kindOf() and csv::CsvFile::openHead().
[[nodiscard]] Result<std::optional<csv::IndexedFile>> readHead(const LocalPath &path, const csv::DialectHints &hints);
/// Errors: those of openForDeposit(), and Unsupported for spreadsheet files.
[[nodiscard]] Result<std::shared_ptr<CheckedFile>> readAndCheck(const LocalPath &path, const DepositContext &context,
                                                                const csv::DialectHints &hints, const JobControl &job);
/// Writes the copy, checks it as the platform would read it, and asks the journal about it.
[[nodiscard]] Result<std::shared_ptr<CheckedCopy>> writeAndCheck(const PreparedFile &file,
                                                                 const DepositChoices &choices,
                                                                 const DepositContext &context, const JobControl &job);
/// Excel and OpenDocument files by their content: said plainly instead of being taken for a broken zip.
[[nodiscard]] std::optional<Error> spreadsheetError(const LocalPath &path);

} // namespace navette::ui
