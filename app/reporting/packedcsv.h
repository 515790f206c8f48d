// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "csv/csvfile.h"

namespace navette
{

/// The CSV that archive::openPlain() found in the file at `path`: the unpacked bytes, or the file itself where it is
/// plain. Errors: those of csv::CsvFile.
[[nodiscard]] Result<std::shared_ptr<const csv::CsvFile>>
openUnpacked(archive::PlainContent content, const LocalPath &path, const csv::DialectHints &hints = {});

/// Opens a CSV, whatever wraps it: plain, gz, or a zip of one file. In a worker thread.
/// Errors: those of archive::openPlain() and csv::CsvFile.
[[nodiscard]] Result<std::shared_ptr<const csv::CsvFile>> openPackedCsv(const LocalPath &path,
                                                                        const JobControl &job = {});

} // namespace navette
