// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/rowcopier.h"

#include "validation/rowsieve.h"

#include <algorithm>
#include <cstring>

namespace navette
{

namespace
{

constexpr std::size_t longestLetter = 2; // bytes that are written for one that is read
constexpr std::size_t roomOfPart = 32;   // a phone number, quotes and a separator beyond that

char *writeTwoBytes(const char *from, const char *to, char *out)
{
    for (; from < to; ++from) {
        const auto byte = static_cast<unsigned char>(*from);
        if (byte < 0x80) {
            *out++ = *from;
        } else {
            *out++ = static_cast<char>(0xC0U | (byte >> 6));
            *out++ = static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return out;
}

} // namespace

RowCopier::RowCopier(const csv::CsvFile &file, const RepairPlan &plan, CellRepairer &cells)
    : m_cells(cells)
    , m_end(file.bytes().end())
    , m_quoteAll(plan.dialect.quoteAll)
    , m_french(cells.phonesAreFrench())
    , m_quote(file.dialect().quote)
    , m_separators{file.dialect().delimiter, plan.dialect.delimiter}
    , m_odd(RowSieve::oddLetters(file, plan.dialect.encoding))
    , m_takesOdd(plan.columns.size(), 0)
{
    const bool narrow = isOneByte(plan.dialect.encoding);
    if (isOneByte(plan.source) != narrow)
        m_letters = narrow ? Letters::FromUtf8 : Letters::ToUtf8;
    // All in quotes stays as it is, quotes included, as long as nothing around the quotes changes.
    m_odd.unquoted = m_quoteAll;
    m_usable = plan.source == file.readEncoding() && plan.dialect.quote == m_quote && !plan.columns.empty() &&
               plan.order.empty() && (!m_quoteAll || m_separators.before == m_separators.after);
    if (m_separators.before != m_separators.after)
        m_odd.third = static_cast<unsigned char>(m_separators.after);
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const PlannedColumn &column = plan.columns[i];
        const ColumnType type = column.column ? column.column->type : ColumnType::Text;
        const bool phone = plan.has(RepairKind::PhoneFormat) && type == ColumnType::Phone;
        const bool date =
            plan.has(RepairKind::DateFormat) && (type == ColumnType::Date || type == ColumnType::DateTime);
        const bool repaired = phone || date;
        m_takesOdd[i] = repaired || !column.kept;
        if (!column.kept)
            continue;
        const bool joins = !m_parts.empty() && !repaired && !m_parts.back().repaired && m_parts.back().last + 1 == i;
        if (joins)
            m_parts.back().last = i;
        else
            m_parts.push_back({i, i, repaired ? column.column : nullptr, phone});
    }
}

bool RowCopier::isPlain(const csv::ScannedRow &row) const
{
    const std::size_t cells = row.cellEnds.size();
    // One cell may be a blank row, and so may be nothing but separators and empty quotes.
    if (cells != m_takesOdd.size() || row.end() - row.begin < 3 * cells + 2)
        return false;
    for (const std::uint32_t cell : row.oddCells) {
        if (m_takesOdd[cell - row.firstCell] == 0)
            return false;
    }
    return m_quoteAll || !row.mayHoldQuotes ||
           std::memchr(row.base + row.begin, m_quote, row.end() - row.begin) == nullptr;
}

/// Enough for a row in any case that writeByRepairer() takes.
char *RowCopier::roomFor(const csv::ScannedRow &row)
{
    const std::size_t room = longestLetter * (row.end() - row.begin) + m_parts.size() * roomOfPart + csv::narrowRoom;
    if (m_row.size() < room)
        m_row.resize(room);
    return m_row.data();
}

void RowCopier::readPhone(std::string_view cell)
{
    const auto behind = static_cast<std::size_t>(m_end - (cell.data() + cell.size()));
    if (behind > RoomyText::room)
        m_phone.read(RoomyText(cell), m_french);
    else
        m_phone.read(RoomyCopy(cell).text(), m_french);
}

/// What is not as usual. Null where it has to be left to the cell-by-cell way.
char *RowCopier::writeByRepairer(const Part &part, std::string_view cell, char *out, qint64 &changedCells)
{
    m_text.clear();
    const CellRepairer::Outcome outcome = m_cells.repair(cell, part.repaired, m_text);
    const auto needsQuotes = [this](char c) { return c == m_separators.after || c == m_quote; };
    if (outcome.obstacle || m_text.size() > longestLetter * cell.size() + UsualPhone::size ||
        std::any_of(m_text.begin(), m_text.end(), needsQuotes))
        return nullptr;
    changedCells += outcome.changed;
    return std::copy(m_text.begin(), m_text.end(), out);
}

/// A cell of a column that has a repair of its own; null as above.
char *RowCopier::writeRepaired(const Part &part, std::string_view cell, bool odd, char *out, qint64 &changedCells)
{
    if (m_quoteAll) {
        if (cell.size() < 2 || cell.front() != m_quote)
            return nullptr;
        cell = cell.substr(1, cell.size() - 2);
        if (cell.find(m_quote) != std::string_view::npos)
            return nullptr;
        *out++ = m_quote;
    }
    if (part.phone)
        readPhone(cell);
    if (part.phone && m_phone.sort != UsualPhone::Sort::Unsure) {
        std::memcpy(out, m_phone.e164.data(), m_phone.e164.size());
        out += UsualPhone::size;
        changedCells += !m_phone.compact;
    } else if (odd) {
        return nullptr;
    } else if (!cell.empty()) {
        out = writeByRepairer(part, cell, out, changedCells);
    }
    if (m_quoteAll && out)
        *out++ = m_quote;
    return out;
}

/// Cells with the separators between them.
char *RowCopier::writeSpan(const char *from, const char *to, char *out) const
{
    char *end = nullptr;
    switch (m_letters) {
    case Letters::FromUtf8:
        return csv::instructions().narrow(from, to, out, m_separators);
    case Letters::Same:
        end = std::copy(from, to, out);
        break;
    case Letters::ToUtf8:
        end = writeTwoBytes(from, to, out);
        break;
    }
    csv::instructions().replaceSeparators(out, end, m_separators);
    return end;
}

bool RowCopier::append(const csv::ScannedRow &row, std::string &out, qint64 &changedCells)
{
    if (!isPlain(row))
        return false;
    char *const written = roomFor(row);
    char *at = written;
    qint64 changed = 0;
    auto odd = row.oddCells.begin();
    for (const Part &part : m_parts) {
        if (&part != m_parts.data())
            *at++ = m_separators.after;
        const std::size_t begin = row.beginOf(part.first);
        const std::size_t end = row.endOf(part.last);
        if (!part.repaired) {
            at = writeSpan(row.base + begin, row.base + end, at);
            continue;
        }
        while (odd != row.oddCells.end() && *odd - row.firstCell < part.first)
            ++odd;
        const bool isOdd = odd != row.oddCells.end() && *odd - row.firstCell == part.first;
        at = writeRepaired(part, {row.base + begin, end - begin}, isOdd, at, changed);
        if (!at)
            return false;
    }
    out.append(written, static_cast<std::size_t>(at - written));
    changedCells += changed;
    return true;
}

} // namespace navette
