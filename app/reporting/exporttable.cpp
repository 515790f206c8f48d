// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/exporttable.h"

#include "archive/archive.h"
#include "reporting/packedcsv.h"

#include <charconv>

namespace navette
{
namespace
{

struct ExportTableText {
    Q_DECLARE_TR_FUNCTIONS(ExportTableText)
};

} // namespace

ExportTable::ExportTable(std::shared_ptr<const csv::CsvFile> file, const JobControl &job)
    : m_file(std::move(file)), m_reader(m_file->reader()), m_job(job)
{
}

Result<ExportTable> ExportTable::open(const LocalPath &path, const QStringList &needed, const QStringList &optional,
                                      const JobControl &job)
{
    auto file = openPackedCsv(path, {.progress = {}, .cancel = job.cancel});
    if (!file)
        return tl::make_unexpected(file.error());
    ExportTable table(*std::move(file), job);
    QStringList labels;
    if (table.m_reader.next(table.m_record)) {
        for (const csv::Cell &cell : table.m_record.cells)
            labels += table.m_file->text(cell.text).trimmed();
    }
    for (const QString &column : needed + optional) {
        const qsizetype place = labels.indexOf(column);
        if (place < 0 && needed.contains(column))
            return fail(
                ErrorKind::BadFormat,
                ExportTableText::tr("%1 has no column “%2”, so it cannot be counted. It may be another kind of file.")
                    .arg(fileName(path), column));
        table.m_columns.push_back(static_cast<std::size_t>(place));
    }
    return table;
}

bool ExportTable::next()
{
    while (m_reader.next(m_record)) {
        constexpr qint64 checkEvery = 4096; // records
        if (m_record.number % checkEvery == 0 && m_job.isCancelled())
            return false;
        if (m_reader.bytesRead() >= m_nextReport) {
            const qint64 total = m_file->bytes().size();
            m_job.report(m_reader.bytesRead(), total);
            m_nextReport = m_reader.bytesRead() + total / 100 + 1;
        }
        if (!m_record.isBlank())
            return true;
    }
    return false;
}

std::string_view ExportTable::cell(std::size_t column) const
{
    const std::size_t place = m_columns[column];
    return place < m_record.cells.size() ? m_record.cells[place].text : std::string_view();
}

bool ExportTable::has(std::size_t column) const
{
    return m_columns[column] != static_cast<std::size_t>(-1);
}

QString ExportTable::text(std::size_t column) const
{
    return m_file->text(cell(column));
}

qint64 ExportTable::number(std::size_t column) const
{
    std::string_view text = cell(column);
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

} // namespace navette
