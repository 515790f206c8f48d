// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"
#include "csv/structure.h"

#include <algorithm>
#include <iterator>

namespace navette::csv
{

namespace
{

// From one mark to the next: no more than can be read while a table scrolls. A gigabyte has a megabyte of marks.
constexpr qint64 markEveryRecords = 64;
constexpr qint64 markEveryBytes = qint64(64) * 1024;

} // namespace

void RecordIndex::add(qint64 offset)
{
    if (m_marks.empty() || m_count - m_marks.back().record >= markEveryRecords ||
        offset - m_marks.back().offset >= markEveryBytes)
        m_marks.push_back({m_count, offset});
    ++m_count;
}

Result<RecordIndex> RecordIndex::build(const CsvFile &file, const JobControl &job)
{
    RecordIndex index;
    Reader reader = file.reader();
    Record record;
    const qint64 total = file.bytes().size();
    const qint64 step = total / 100 + 1;
    qint64 nextReport = step;
    StructureScanner scanner(file.bytes(), file.dialect());
    scanner.setWindow(std::clamp(step, qint64(4) * 1024, qint64(64) * 1024));
    RecordRun run;
    while (scanner.next(run)) {
        qint64 offset = run.byteOffset;
        for (const std::uint32_t lastCell : run.recordEnds) {
            index.add(offset);
            offset = run.byteOffset + run.cellEnds[lastCell] + 1;
        }
        qint64 end = run.endOffset;
        if (scanner.isIrregular()) {
            reader.seek(end, index.m_count + 1);
            if (reader.next(record))
                index.add(end);
            end = reader.bytesRead();
            scanner.resumeAt(end);
        }
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        if (end >= nextReport && end < total) {
            job.report(end, total);
            nextReport = end + step;
        }
    }
    job.report(total, total);
    return index;
}

std::vector<QString> RecordIndex::record(const CsvFile &file, qint64 index) const
{
    if (index < 0 || index >= recordCount())
        return {};
    const auto behind = std::upper_bound(m_marks.begin(), m_marks.end(), index,
                                         [](qint64 wanted, const Mark &mark) { return wanted < mark.record; });
    const Mark &mark = *std::prev(behind);
    Reader reader = file.reader();
    reader.seek(mark.offset, mark.record + 1);
    Record record;
    std::vector<QString> texts;
    bool found = true;
    for (qint64 at = mark.record; found && at <= index; ++at)
        found = reader.next(record);
    if (found) {
        texts.reserve(record.cells.size());
        for (const Cell &cell : record.cells)
            texts.push_back(file.text(cell.text));
    }
    return texts;
}

Result<IndexedFile> indexed(Result<std::shared_ptr<const CsvFile>> file, const JobControl &job)
{
    if (!file)
        return tl::make_unexpected(file.error());
    auto index = RecordIndex::build(**file, job);
    if (!index)
        return tl::make_unexpected(index.error());
    return IndexedFile{std::move(*file), std::make_shared<const RecordIndex>(std::move(*index))};
}

} // namespace navette::csv
