// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"

namespace navette::csv
{

Result<RecordIndex> RecordIndex::build(const CsvFile &file, const JobControl &job)
{
    RecordIndex index;
    Reader reader = file.reader();
    Record record;
    const qint64 total = file.bytes().size();
    const qint64 step = total / 100 + 1;
    qint64 nextReport = step;
    while (reader.next(record)) {
        index.m_offsets.push_back(record.byteOffset);
        constexpr qint64 checkEvery = 4096; // records
        if (record.number % checkEvery == 0 && job.isCancelled())
            return tl::make_unexpected(cancelledError());
        if (reader.bytesRead() >= nextReport) {
            job.report(reader.bytesRead(), total);
            nextReport = reader.bytesRead() + step;
        }
    }
    job.report(total, total);
    return index;
}

std::vector<QString> RecordIndex::record(const CsvFile &file, qint64 index) const
{
    if (index < 0 || index >= recordCount())
        return {};
    const qint64 offset = m_offsets[static_cast<std::size_t>(index)];
    Reader reader(file.bytes().sliced(offset), file.dialect(), index + 1);
    Record record;
    std::vector<QString> texts;
    if (reader.next(record)) {
        texts.reserve(record.cells.size());
        for (const Cell &cell : record.cells)
            texts.push_back(file.text(cell.text));
    }
    return texts;
}

} // namespace navette::csv
