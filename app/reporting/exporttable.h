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
    /// Errors: those of opening a file; BadFormat where a column is missing.
    [[nodiscard]] static Result<ExportTable> open(const LocalPath &file, const QStringList &columns,
                                                  const JobControl &job);

    /// The next row that is not blank; false at the end, and when the job is cancelled.
    [[nodiscard]] bool next();
    /// Of the present row, in the order of the columns asked for; empty where the row is too short.
    [[nodiscard]] std::string_view cell(std::size_t column) const;
    [[nodiscard]] QString text(std::size_t column) const;
    /// 0 where the cell holds no whole number.
    [[nodiscard]] qint64 number(std::size_t column) const;

private:
    ExportTable(std::shared_ptr<const csv::CsvFile> file, const JobControl &job);

    std::shared_ptr<const csv::CsvFile> m_file;
    csv::Reader m_reader;
    csv::Record m_record;
    std::vector<std::size_t> m_columns; ///< place in the file of each column asked for
    JobControl m_job;
    qint64 m_nextReport = 0;
};

} // namespace navette
