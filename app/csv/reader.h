// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <QByteArray>

#include <cstdint>
#include <string_view>
#include <vector>

namespace navette::csv
{

/// Deviations from RFC 4180 met while reading one record.
enum RecordFlaw : std::uint8_t {
    NoFlaw = 0,
    UnclosedQuote = 1,    ///< the file ended inside quotes
    StrayQuote = 2,       ///< a quote inside an unquoted cell, or text after a closing quote
    ControlCharacter = 4, ///< NUL or another control character in a cell
};

struct Cell {
    std::string_view text; ///< unquoted bytes in the encoding being read; valid until the next record
    bool quoted = false;
};

/// One record; reused from call to call so that reading allocates nothing per row.
struct Record {
    std::vector<Cell> cells;
    qint64 number = 0;     ///< 1 for the first record of the file, the header
    qint64 byteOffset = 0; ///< where it begins in the bytes being read
    std::uint8_t flaws = NoFlaw;

    /// A record of one empty unquoted cell: an empty line.
    [[nodiscard]] bool isBlank() const { return cells.size() == 1 && cells[0].text.empty() && !cells[0].quoted; }
};

/// Reads records from bytes in memory (a mapped file) in one pass. Works on UTF-8, ISO-8859-1 and Windows-1252 bytes as
/// they are; UTF-16 is transcoded to UTF-8 first by readableBytes(). Ends of lines: LF, CRLF, lone CR.
class Reader
{
public:
    Reader(QByteArrayView bytes, const Dialect &dialect, qint64 firstRecordNumber = 1);

    /// False at the end. `record` is overwritten.
    [[nodiscard]] bool next(Record &record);
    [[nodiscard]] qint64 bytesRead() const { return m_position; }

private:
    bool readCell(Record &record);
    QByteArrayView m_bytes;
    Dialect m_dialect;
    qint64 m_position = 0;
    qint64 m_nextNumber = 1;
    std::vector<std::string> m_unescaped; ///< texts of cells that held doubled quotes
};

} // namespace navette::csv
