// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <QByteArray>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace navette::csv
{

/// Deviations from RFC 4180 met while reading one record.
enum RecordFlaw : std::uint8_t {
    NoFlaw = 0,
    UnclosedQuote = 1,    ///< a quote that nothing closes; its cell ends at the next separator or end of line
    StrayQuote = 2,       ///< a quote inside an unquoted cell, or text after a closing quote
    SpaceAroundQuote = 4, ///< spaces between a quote of a quoted cell and its separator
};

struct Cell {
    std::string_view text; ///< unquoted bytes in the encoding being read; valid until the next record
    bool quoted = false;
    bool plain = false; ///< known to hold nothing that OddBytes asks for
};

/// One record; reused from call to call so that reading allocates nothing per row.
struct Record {
    std::vector<Cell> cells;
    qint64 number = 0;     ///< 1 for the first record of the file, the header
    qint64 byteOffset = 0; ///< where it begins in the bytes being read
    std::uint8_t flaws = NoFlaw;
    LineEnding ending = LineEnding::None; ///< what ended it: Lf, CrLf or Cr; None at the end of the file

    /// A record of one empty unquoted cell: an empty line.
    [[nodiscard]] bool isBlank() const { return cells.size() == 1 && cells[0].text.empty() && !cells[0].quoted; }
};

/// Reads records from bytes in memory (a mapped file) in one pass. Works on UTF-8, ISO-8859-1 and Windows-1252 bytes as
/// they are; CsvFile transcodes UTF-16 to UTF-8 first. Ends of lines: LF, CRLF, lone CR.
///
/// Where a file leaves RFC 4180, no row is merged into another and none is lost: a quote that nothing closes does not
/// swallow the rest of the file, and text after a closing quote stays in its cell. Spaces around a quoted cell are no
/// part of it. A record of more than `mostCells` ends in one that holds all the others, so that a line of nothing but
/// separators takes no memory out of proportion.
class Reader
{
public:
    static constexpr std::size_t mostCells = std::size_t(1) << 20;

    Reader(QByteArrayView bytes, const Dialect &dialect, qint64 firstRecordNumber = 1);

    /// False at the end. `record` is overwritten.
    [[nodiscard]] bool next(Record &record);
    /// Goes on at the beginning of a record, whose number is given.
    void seek(qint64 offset, qint64 recordNumber);
    [[nodiscard]] qint64 bytesRead() const { return m_position - m_begin; }

private:
    void readCell(Record &record);
    bool readQuotedCell(Record &record, const char *quote, bool afterSpaces);
    void finishQuotedCell(Record &record, const char *first, const char *close, bool escapes);
    void readTextAfterQuote(Record &record, const char *first, const char *close);
    void readPlainCell(Record &record, const char *first);
    void readRestOfLine(Record &record);
    void endRecord(Record &record);
    [[nodiscard]] const char *findSpecial(const char *from, std::uint8_t &flaws) const;
    [[nodiscard]] const char *skipSpaces(const char *from) const;
    [[nodiscard]] bool endsCell(const char *at) const;
    [[nodiscard]] bool looksLikeOpening(const char *quote, const char *first) const;
    std::string &freshText();

    const char *m_begin;
    const char *m_end;
    const char *m_position;
    Dialect m_dialect;
    qint64 m_nextNumber;
    std::deque<std::string> m_texts; ///< of cells that held escapes; a deque, so that views into it stay valid
    std::size_t m_textsUsed = 0;     ///< by the present record
};

} // namespace navette::csv
