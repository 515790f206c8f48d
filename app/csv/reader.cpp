// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/reader.h"

#include <bit>
#include <cstring>

namespace navette::csv
{
namespace
{

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t highBits = 0x8080808080808080U;

constexpr std::uint64_t repeated(unsigned char byte)
{
    return ones * byte;
}

// A high bit in every byte that is zero. Exact up to and including the lowest such byte, which is all we look at.
constexpr std::uint64_t zeroBytes(std::uint64_t word)
{
    return (word - ones) & ~word & highBits;
}

constexpr std::uint64_t bytesBelowSpace(std::uint64_t word)
{
    return (word - repeated(0x20)) & ~word & highBits;
}

std::uint64_t loadWord(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

// Eight bytes at a time to the first that is below space or one of two others.
const char *findStop(const char *from, const char *end, char one, char other)
{
    if constexpr (std::endian::native == std::endian::little) {
        const std::uint64_t ofOne = repeated(static_cast<unsigned char>(one));
        const std::uint64_t ofOther = repeated(static_cast<unsigned char>(other));
        while (end - from >= 8) {
            const std::uint64_t word = loadWord(from);
            const std::uint64_t stops = bytesBelowSpace(word) | zeroBytes(word ^ ofOne) | zeroBytes(word ^ ofOther);
            if (stops != 0)
                return from + std::countr_zero(stops) / 8;
            from += 8;
        }
    }
    while (from < end && static_cast<unsigned char>(*from) >= 0x20 && *from != one && *from != other)
        ++from;
    return from;
}

std::string_view view(const char *first, const char *last)
{
    return {first, static_cast<std::size_t>(last - first)};
}

} // namespace

Reader::Reader(QByteArrayView bytes, const Dialect &dialect, qint64 firstRecordNumber)
    : m_begin(bytes.data())
    , m_end(bytes.data() + bytes.size())
    , m_position(bytes.data())
    , m_dialect(dialect)
    , m_nextNumber(firstRecordNumber)
{
}

void Reader::seek(qint64 offset, qint64 recordNumber)
{
    m_position = m_begin + offset;
    m_nextNumber = recordNumber;
}

bool Reader::next(Record &record)
{
    record.cells.clear();
    record.flaws = NoFlaw;
    record.ending = LineEnding::None;
    m_textsUsed = 0;
    if (m_position == m_end)
        return false;
    record.number = m_nextNumber++;
    record.byteOffset = bytesRead();
    for (;;) {
        readCell(record);
        if (m_position == m_end || *m_position != m_dialect.delimiter)
            break;
        if (record.cells.size() == mostCells) {
            readRestOfLine(record);
            break;
        }
        ++m_position;
    }
    endRecord(record);
    return true;
}

void Reader::readRestOfLine(Record &record)
{
    const char *first = ++m_position;
    while (m_position < m_end && !isLineEnd(*m_position))
        ++m_position;
    record.cells.push_back({.text = view(first, m_position)});
}

void Reader::endRecord(Record &record)
{
    if (m_position == m_end)
        return;
    const bool crLf = *m_position == '\r' && m_position + 1 < m_end && m_position[1] == '\n';
    record.ending = crLf ? LineEnding::CrLf : *m_position == '\r' ? LineEnding::Cr : LineEnding::Lf;
    m_position += crLf ? 2 : 1;
}

// Leaves m_position at what ends the cell: the separator, a line's end, or the end of the file.
void Reader::readCell(Record &record)
{
    if (m_position < m_end && (*m_position == m_dialect.quote || *m_position == ' ')) {
        const char *first = skipSpaces(m_position);
        if (first < m_end && *first == m_dialect.quote && readQuotedCell(record, first, first != m_position))
            return;
    }
    readPlainCell(record, m_position);
}

void Reader::readPlainCell(Record &record, const char *first)
{
    m_position = findSpecial(first, record.flaws);
    record.cells.push_back({.text = view(first, m_position), .quoted = false});
}

// False where this is no quoted cell after all: ` "Chez Léon" bar;` has quotes inside a plain one.
bool Reader::readQuotedCell(Record &record, const char *quote, bool afterSpaces)
{
    const char *first = quote + 1;
    bool escapes = false;
    for (const char *at = first; at < m_end; ++at) {
        at = static_cast<const char *>(std::memchr(at, m_dialect.quote, static_cast<std::size_t>(m_end - at)));
        if (!at)
            break;
        if (at + 1 < m_end && at[1] == m_dialect.quote) {
            escapes = true;
            ++at;
            continue;
        }
        if (const char *after = skipSpaces(at + 1); endsCell(after)) {
            if (afterSpaces || after != at + 1)
                record.flaws |= SpaceAroundQuote;
            finishQuotedCell(record, first, at, escapes);
            return true;
        }
        if (afterSpaces)
            return false;
        if (looksLikeOpening(at, first))
            break;
        readTextAfterQuote(record, first, at);
        return true;
    }
    if (afterSpaces)
        return false;
    // Nothing closes it: `"Dupont;Jean` reads as `Dupont` and `Jean`, and the following lines as themselves.
    record.flaws |= UnclosedQuote;
    readPlainCell(record, first);
    record.cells.back().quoted = true;
    return true;
}

void Reader::finishQuotedCell(Record &record, const char *first, const char *close, bool escapes)
{
    m_position = skipSpaces(close + 1);
    if (!escapes) {
        record.cells.push_back({.text = view(first, close), .quoted = true});
        return;
    }
    std::string &text = freshText();
    while (first < close) {
        const auto *at =
            static_cast<const char *>(std::memchr(first, m_dialect.quote, static_cast<std::size_t>(close - first)));
        const char *until = at ? at + 1 : close;
        text.append(first, until);
        first = at ? until + 1 : close; // of a doubled quote one is kept
    }
    record.cells.push_back({.text = text, .quoted = true});
}

// `"abc"def` reads as `abcdef`, `"abc\"def"` as `abc"def`: what stands there, without a guess at what was meant.
void Reader::readTextAfterQuote(Record &record, const char *first, const char *close)
{
    record.flaws |= StrayQuote;
    finishQuotedCell(record, first, close, true);
    std::string &text = m_texts[m_textsUsed - 1];
    const bool backslash = close > first && close[-1] == '\\';
    if (backslash)
        text.back() = m_dialect.quote;
    const char *rest = close + 1;
    m_position = findSpecial(rest, record.flaws);
    text.append(rest, m_position);
    if (backslash) {
        if (text.back() == m_dialect.quote && m_position > rest)
            text.pop_back(); // the one that closes the cell
        // In place, as an answer to `\"` without end must not take quadratic time.
        std::size_t kept = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\\' || i + 1 == text.size() || text[i + 1] != m_dialect.quote)
                text[kept++] = text[i];
        }
        text.resize(kept);
    }
    record.cells.back().text = text;
}

// From inside a plain cell to what ends it; quotes on the way are flaws.
const char *Reader::findSpecial(const char *from, std::uint8_t &flaws) const
{
    for (;; ++from) {
        from = findStop(from, m_end, m_dialect.delimiter, m_dialect.quote);
        if (from == m_end || *from == m_dialect.delimiter || isLineEnd(*from))
            return from;
        if (*from == m_dialect.quote)
            flaws |= StrayQuote;
    }
}

const char *Reader::skipSpaces(const char *from) const
{
    while (from < m_end && *from == ' ' && m_dialect.delimiter != ' ')
        ++from;
    return from;
}

bool Reader::endsCell(const char *at) const
{
    return at == m_end || *at == m_dialect.delimiter || isLineEnd(*at);
}

// In `"Dupont;"Jean"` the second quote opens a cell, so nothing closes the first.
bool Reader::looksLikeOpening(const char *quote, const char *first) const
{
    const char *before = quote;
    while (before > first && before[-1] == ' ')
        --before;
    return before > first && (before[-1] == m_dialect.delimiter || isLineEnd(before[-1]));
}

std::string &Reader::freshText()
{
    if (m_textsUsed == m_texts.size())
        m_texts.emplace_back();
    std::string &text = m_texts[m_textsUsed++];
    text.clear();
    return text;
}

} // namespace navette::csv
