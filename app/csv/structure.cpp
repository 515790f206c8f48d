// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/structure.h"

#include "csv/instructions.h"

#include <algorithm>

namespace navette::csv
{
namespace
{

// The marks of a window take twelve bytes for each of its own; a record that is larger than this is read the other way,
// so that a cell of 100 MB takes no memory out of proportion.
constexpr qint64 largestWindow = qint64(1) << 20;

/// A separator or quote that is a letter of another kind as well would stand in two masks.
bool isPlain(const Dialect &dialect)
{
    const auto isOther = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; };
    return dialect.delimiter != dialect.quote && !isOther(dialect.delimiter) && !isOther(dialect.quote) &&
           dialect.delimiter != ' ' && dialect.quote != ' ';
}

} // namespace

bool toRecord(const ScannedRow &row, QByteArrayView bytes, char quote, Record &record)
{
    const std::size_t count = row.cellEnds.size();
    if (count < 2)
        return false;
    record.cells.resize(count);
    record.flaws = NoFlaw;
    record.ending = row.ending(bytes);
    for (std::size_t i = 0; i < count; ++i) {
        bool quoted = false;
        const std::string_view text = row.cell(i, quote, quoted);
        if (quoted && text.find(quote) != std::string_view::npos)
            return false;
        record.cells[i] = {text, quoted, true};
    }
    for (const std::uint32_t cell : row.oddCells)
        record.cells[cell - row.firstCell].plain = false;
    return true;
}

StructureScanner::StructureScanner(QByteArrayView bytes, const Dialect &dialect, const OddBytes &odd, qint64 from)
    : m_bytes(bytes)
    , m_delimiter(dialect.delimiter)
    , m_quote(dialect.quote)
    , m_odd(odd)
    , m_position(from)
    , m_plainDialect(isPlain(dialect))
{
}

void StructureScanner::resumeAt(qint64 offset)
{
    m_position = offset;
    m_irregular = false;
}

bool StructureScanner::next(RecordRun &run)
{
    run = {};
    run.base = m_bytes.data() + m_position;
    run.byteOffset = m_position;
    run.endOffset = m_position;
    if (m_position >= m_bytes.size())
        return false;
    const qint64 left = m_bytes.size() - m_position;
    if (!m_plainDialect || m_window > largestWindow) {
        m_window = m_usualWindow;
        m_irregular = true;
        return true;
    }
    const auto size = static_cast<std::size_t>(std::min(m_window, left));
    const bool toEnd = static_cast<qint64>(size) == left;
    const std::size_t room = size + 129;
    if (m_cellEnds.size() < room) {
        m_cellEnds.resize(room);
        m_recordEnds.resize(room);
        m_oddCells.resize(room);
        m_cellEnds[0] = ~std::uint32_t(0);
    }
    std::uint32_t *const cellEnds = m_cellEnds.data() + 1;
    StructureScan scan{.data = run.base,
                       .size = size,
                       .available = static_cast<std::size_t>(left),
                       .delimiter = m_delimiter,
                       .quote = m_quote,
                       .odd = m_odd,
                       .dense = m_dense,
                       .countsHigh = m_odd.countsHigh,
                       .cellEnds = cellEnds,
                       .recordEnds = m_recordEnds.data(),
                       .oddCells = m_oddCells.data()};
    instructions().scan(scan);

    m_dense = scan.cells * 64 > size * 6;
    std::size_t records = scan.records;
    if (toEnd && !scan.irregular) {
        const std::size_t lastEnd = records == 0 ? 0 : cellEnds[m_recordEnds[records - 1]] + 1;
        if (scan.inQuotes) {
            scan.irregular = true;
        } else if (lastEnd < size) { // a last record that no line end ends
            const auto number = static_cast<std::uint32_t>(scan.cells);
            if (scan.pendingOdd || run.base[size - 1] == ' ' || (m_odd.unquoted && run.base[size - 1] == m_delimiter))
                m_oddCells[scan.odds++] = number;
            scan.highs += scan.tailHighs + scan.pendingHigh;
            m_recordEnds[records++] = number;
            cellEnds[scan.cells++] = static_cast<std::uint32_t>(size);
        }
    }
    const std::size_t cells = records == 0 ? 0 : m_recordEnds[records - 1] + std::size_t(1);
    const auto upTo = [cells](const std::vector<std::uint32_t> &numbers, std::size_t count) {
        const auto begin = numbers.begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(count);
        return static_cast<std::size_t>(std::lower_bound(begin, end, cells) - begin);
    };
    run.cellEnds = {cellEnds, cells};
    run.recordEnds = {m_recordEnds.data(), records};
    run.oddCells = {m_oddCells.data(), upTo(m_oddCells, scan.odds)};
    run.highCells = static_cast<qint64>(scan.highs);
    run.anyQuote = scan.anyQuote;
    const qint64 used = cells == 0 ? 0 : std::min<qint64>(cellEnds[cells - 1] + qint64(1), left);
    m_position += used;
    run.endOffset = m_position;
    m_irregular = scan.irregular;
    // A record that does not end in this window is looked at again in a larger one.
    m_window = cells > 0 || scan.irregular ? m_usualWindow : m_window * 2;
    return true;
}

} // namespace navette::csv
