// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/reader.h"

#include <cstdint>
#include <span>
#include <vector>

namespace navette::csv
{

/// Which bytes make a cell worth a look, besides those that always do: control characters, blanks at an edge, and
/// `+`, `-`, `@` in front.
struct OddBytes {
    /// Bytes from `first` to `last`, and these two; the default is every byte that is not ASCII.
    unsigned char first = 0x80;
    unsigned char last = 0xFF;
    unsigned char one = 0x80;
    unsigned char other = 0x80;
    unsigned char third = '='; ///< what makes formulas, or another
    bool unquoted = false;     ///< a cell that does not begin with a quote
    bool countsHigh = false;   ///< RecordRun::highCells is wanted, too
};

/// Consecutive records that are written as RFC 4180 has it, taken apart but not looked at. Cells are numbered through
/// from the run's first; each is known by where it ends.
struct RecordRun {
    const char *base = nullptr;                ///< offsets count from here: where the first record begins
    qint64 byteOffset = 0;                     ///< of `base` in the bytes being read
    qint64 endOffset = 0;                      ///< behind the last record
    std::span<const std::uint32_t> cellEnds;   ///< one more stands in front: −1, behind which the first cell begins
    std::span<const std::uint32_t> recordEnds; ///< the numbers of the cells that end a record
    std::span<const std::uint32_t> oddCells;   ///< the numbers of cells that are worth a look
    qint64 highCells = 0;                      ///< how many cells are not plain ASCII
    bool anyQuote = false;                     ///< false: no record holds one
};

/// One record of a run.
struct ScannedRow {
    const char *base = nullptr;
    std::size_t begin = 0;                   ///< from `base`
    std::span<const std::uint32_t> cellEnds; ///< from `base`; the end of the cell before stands in front
    std::span<const std::uint32_t> oddCells;
    std::uint32_t firstCell = 0; ///< what the numbers of odd cells count from
    bool mayHoldQuotes = true;   ///< its run does

    /// Without its line end.
    [[nodiscard]] std::size_t end() const
    {
        const std::size_t last = cellEnds.back();
        // Of CR and LF the scanner gives the LF.
        return last > begin && base[last - 1] == '\r' ? last - 1 : last;
    }
    [[nodiscard]] std::size_t beginOf(std::size_t field) const
    {
        const std::uint32_t *end = cellEnds.data() + field;
        return end[-1] + std::uint32_t(1); // −1 and 1 make 0
    }
    [[nodiscard]] std::size_t endOf(std::size_t field) const
    {
        return field + 1 == cellEnds.size() ? end() : cellEnds[field];
    }
    /// Its bytes without the quotes around them; quotes inside are doubled still.
    [[nodiscard]] Q_ALWAYS_INLINE std::string_view cell(std::size_t field, char quote, bool &quoted) const
    {
        const std::size_t from = beginOf(field);
        const std::size_t to = endOf(field);
        quoted = to > from && base[from] == quote;
        return quoted ? std::string_view(base + from + 1, to - from - 2) : std::string_view(base + from, to - from);
    }
    /// What ends it; None at the end of `bytes`, all that is being read.
    [[nodiscard]] LineEnding ending(QByteArrayView bytes) const
    {
        const std::size_t last = cellEnds.back();
        if (base + last >= bytes.end())
            return LineEnding::None;
        return end() < last ? LineEnding::CrLf : base[last] == '\n' ? LineEnding::Lf : LineEnding::Cr;
    }
};

/// The row as Reader would give it, with Cell::plain told, but without byteOffset and number. False where only Reader
/// can: a quote is doubled, or there is one cell only, which may be a blank line. `bytes` are all that is being read.
[[nodiscard]] bool toRecord(const ScannedRow &row, QByteArrayView bytes, char quote, Record &record);

/// Goes through a run record by record.
class RunWalker
{
public:
    explicit RunWalker(const RecordRun &run) : m_run(run) {}
    [[nodiscard]] bool next(ScannedRow &row)
    {
        if (m_record == m_run.recordEnds.size())
            return false;
        const std::uint32_t lastCell = m_run.recordEnds[m_record++];
        const std::size_t firstOdd = m_odd;
        while (m_odd < m_run.oddCells.size() && m_run.oddCells[m_odd] <= lastCell)
            ++m_odd;
        row = {m_run.base,
               m_begin,
               m_run.cellEnds.subspan(m_firstCell, lastCell - m_firstCell + 1),
               m_run.oddCells.subspan(firstOdd, m_odd - firstOdd),
               m_firstCell,
               m_run.anyQuote};
        m_begin = m_run.cellEnds[lastCell] + std::size_t(1);
        m_firstCell = lastCell + 1;
        return true;
    }

private:
    const RecordRun &m_run;
    std::size_t m_record = 0;
    std::size_t m_odd = 0;
    std::size_t m_begin = 0;
    std::uint32_t m_firstCell = 0;
};

/// Finds cells and records without reading them: 64 bytes at a time, with the widest instructions that the processor
/// has. What leaves RFC 4180 (a quote inside a plain cell, text after a closing quote, spaces around quotes, a quote
/// that nothing closes) is not its affair: it stops in front of such a record, which Reader reads.
class StructureScanner
{
public:
    StructureScanner(QByteArrayView bytes, const Dialect &dialect, const OddBytes &odd = {}, qint64 from = 0);

    /// The next run, which may be empty; false at the end of the bytes. Overwrites the spans of the run before.
    [[nodiscard]] bool next(RecordRun &run);
    /// A record that only Reader can read begins behind the run that next() gave last. After it comes resumeAt().
    [[nodiscard]] bool isIrregular() const { return m_irregular; }
    /// Goes on at the beginning of a record.
    void resumeAt(qint64 offset);

    /// For tests: how many bytes are looked at in one go.
    void setWindow(qint64 bytes) { m_window = m_usualWindow = bytes; }

private:
    QByteArrayView m_bytes;
    char m_delimiter;
    char m_quote;
    OddBytes m_odd;
    qint64 m_position;
    qint64 m_usualWindow = qint64(64) * 1024;
    qint64 m_window = m_usualWindow;
    bool m_irregular = false;
    bool m_dense = true;                   ///< the window before had many cells
    bool m_plainDialect;                   ///< false where delimiter or quote are bytes that mean something else too
    std::vector<std::uint32_t> m_cellEnds; ///< −1 first
    std::vector<std::uint32_t> m_recordEnds;
    std::vector<std::uint32_t> m_oddCells;
};

} // namespace navette::csv
