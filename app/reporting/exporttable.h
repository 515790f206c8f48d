// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/csvfile.h"

#include <QStringList>

namespace navette
{

/// An export file, plain or compressed, read row by row through the columns that are asked for.
class ExportTable
{
public:
    /// Cells are then asked for by their place in `needed` followed by `optional`.
    /// Errors: those of opening a file; BadFormat where a needed column is missing.
    [[nodiscard]] static Result<ExportTable> open(const LocalPath &file, const QStringList &needed,
                                                  const QStringList &optional, const JobControl &job);

    /// The next row that is not blank; false at the end, and when the job is cancelled.
    [[nodiscard]] bool next();
    /// Of the present row; empty where the column is not there or the row too short.
    [[nodiscard]] std::string_view cell(std::size_t column) const;
    [[nodiscard]] QString text(std::size_t column) const;
    [[nodiscard]] bool has(std::size_t column) const; ///< the file has that column
    [[nodiscard]] QString decoded(std::string_view cell) const { return m_file->text(cell); }
    /// 0 where the cell holds no whole number.
    [[nodiscard]] qint64 number(std::size_t column) const;

private:
    ExportTable(std::shared_ptr<const csv::CsvFile> file, const JobControl &job);

    std::shared_ptr<const csv::CsvFile> m_file;
    csv::Reader m_reader;
    csv::Record m_record;
    std::vector<std::size_t>
        m_columns; ///< place in the file of each column asked for; a huge one where it is not there
    JobControl m_job;
    qint64 m_nextReport = 0;
};

} // namespace navette
