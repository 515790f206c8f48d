// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/reader.h"
#include "csv/structure.h"

#include <algorithm>
#include <string>

namespace navette::csv
{

/// A cell as the scanner gives it.
inline std::string unquoted(std::string_view raw, char quote)
{
    if (raw.empty() || raw.front() != quote)
        return std::string(raw);
    std::string text;
    for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
        text += raw[i];
        if (raw[i] == quote)
            ++i;
    }
    return text;
}

inline bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// What a cell that the scanner does not call odd may not hold.
inline bool holdsOdd(const Cell &cell, const OddBytes &odd)
{
    const std::string_view text = cell.text;
    if (odd.unquoted && !cell.quoted)
        return true;
    if (text.empty())
        return false;
    if (std::string_view(" +-@").find(text.front()) != std::string_view::npos || text.back() == ' ')
        return true;
    return std::any_of(text.begin(), text.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return isControl(c) || byte == odd.third || (byte >= odd.first && byte <= odd.last) || byte == odd.one ||
               byte == odd.other;
    });
}

struct Difference {
    bool found = false;
    QByteArray what;
};

/// Walks both ways through the bytes at once.
inline Difference compare(QByteArrayView bytes, const Dialect &dialect, const OddBytes &odd, qint64 window)
{
    Reader reader(bytes, dialect);
    StructureScanner scanner(bytes, dialect, odd);
    scanner.setWindow(window);
    RecordRun run;
    Record record;
    const auto differs = [&](const char *what) { return Difference{true, what}; };
    while (scanner.next(run)) {
        std::size_t cell = 0;
        std::size_t nextOdd = 0;
        qint64 highCells = 0;
        std::size_t begin = 0;
        for (const std::uint32_t lastCell : run.recordEnds) {
            if (!reader.next(record))
                return differs("a record too many");
            if (record.byteOffset != run.byteOffset + static_cast<qint64>(begin))
                return differs("a record begins elsewhere");
            if (record.cells.size() != lastCell - cell + 1)
                return differs("another number of cells");
            if (record.flaws != NoFlaw)
                return differs("a flaw that went unseen");
            for (const Cell &expected : record.cells) {
                const std::size_t end = run.cellEnds[cell];
                std::string_view raw(run.base + begin, end - begin);
                const bool ends = cell == lastCell;
                if (ends && record.ending == LineEnding::CrLf)
                    raw.remove_suffix(1);
                if (unquoted(raw, dialect.quote) != expected.text)
                    return differs("another text");
                const bool isOdd = nextOdd < run.oddCells.size() && run.oddCells[nextOdd] == cell;
                nextOdd += isOdd;
                if (!isOdd && holdsOdd(expected, odd))
                    return differs("an odd cell that went unseen");
                highCells += std::any_of(raw.begin(), raw.end(), [](char c) { return c < 0; });
                begin = end + 1;
                ++cell;
            }
        }
        if (nextOdd != run.oddCells.size() || run.highCells != (odd.countsHigh ? highCells : 0))
            return differs("marks for cells that are not there");
        if (scanner.isIrregular()) {
            if (!reader.next(record) || record.byteOffset != run.endOffset)
                return differs("the irregular record is elsewhere");
            scanner.resumeAt(reader.bytesRead());
        } else if (run.endOffset != reader.bytesRead()) {
            return differs("the run ends elsewhere");
        }
    }
    if (reader.next(record))
        return differs("a record is lost");
    return {};
}

} // namespace navette::csv
