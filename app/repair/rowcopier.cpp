// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/rowcopier.h"

#include "validation/rowsieve.h"
#include "validation/usualforms.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace navette
{

namespace
{

constexpr std::uint64_t highBits = 0x8080808080808080ULL;

/// Letters from U+00A1 to U+00FF, which are all that is left where the others are odd: one byte of two.
char *writeOneByte(const char *from, const char *to, char *out)
{
    while (to - from >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, 8);
        if ((word & highBits) == 0) {
            std::memcpy(out, from, 8);
            from += 8;
            out += 8;
            continue;
        }
        // Up to the letter all at once, then the letter.
        std::memcpy(out, from, 8);
        const int before = std::countr_zero(word & highBits) / 8;
        from += before;
        out += before;
        if (to - from < 2)
            break;
        const auto byte = static_cast<unsigned char>(from[0]);
        *out++ = static_cast<char>(((byte & 3U) << 6) | (static_cast<unsigned char>(from[1]) & 0x3FU));
        from += 2;
    }
    while (from < to) {
        const auto byte = static_cast<unsigned char>(*from++);
        *out++ =
            static_cast<char>(byte < 0x80 ? byte : ((byte & 3U) << 6) | (static_cast<unsigned char>(*from++) & 0x3FU));
    }
    return out;
}

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
    , m_quoteAll(plan.dialect.quoteAll)
    , m_french(cells.phonesAreFrench())
    , m_quote(file.dialect().quote)
    , m_from(file.dialect().delimiter)
    , m_to(plan.dialect.delimiter)
    , m_odd(RowSieve::oddLetters(file, plan.dialect.encoding))
    , m_takesOdd(plan.columns.size(), 0)
{
    const bool narrow = isOneByte(plan.dialect.encoding);
    if (isOneByte(plan.source) != narrow)
        m_letters = narrow ? Letters::FromUtf8 : Letters::ToUtf8;
    // All in quotes stays as it is, quotes included, as long as nothing around the quotes changes.
    m_odd.unquoted = m_quoteAll;
    m_usable = plan.source == file.readEncoding() && plan.dialect.quote == m_quote && !plan.columns.empty() &&
               plan.order.empty() && (!m_quoteAll || m_from == m_to);
    if (m_from != m_to)
        m_odd.third = static_cast<unsigned char>(m_to);
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
    return m_quoteAll || std::memchr(row.base + row.begin, m_quote, row.end() - row.begin) == nullptr;
}

bool RowCopier::appendRepaired(const Part &part, std::string_view cell, bool odd, std::string &out,
                               qint64 &changedCells)
{
    if (m_quoteAll) {
        if (cell.size() < 2 || cell.front() != m_quote)
            return false;
        cell = cell.substr(1, cell.size() - 2);
        if (cell.find(m_quote) != std::string_view::npos)
            return false;
        out += m_quote;
    }
    const std::size_t start = out.size();
    const UsualPhone phone = part.phone ? usualPhone(RoomyCopy(cell).text(), m_french) : UsualPhone();
    if (phone.sort != UsualPhone::Sort::Unsure) {
        out.append(phone.text());
        changedCells += !phone.compact;
    } else if (odd) {
        return false;
    } else if (!cell.empty()) {
        const CellRepairer::Outcome outcome = m_cells.repair(cell, part.repaired, out);
        const auto needsQuotes = [this](char c) { return c == m_to || c == m_quote; };
        if (outcome.obstacle || std::any_of(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(), needsQuotes))
            return false;
        changedCells += outcome.changed;
    }
    if (m_quoteAll)
        out += m_quote;
    return true;
}

/// Cells with the separators between them.
void RowCopier::appendSpan(const char *from, const char *to, std::string &out) const
{
    const std::size_t before = out.size();
    const auto size = static_cast<std::size_t>(to - from);
    switch (m_letters) {
    case Letters::Same:
        out.append(from, size);
        break;
    case Letters::FromUtf8:
        out.resize(before + size);
        out.resize(static_cast<std::size_t>(writeOneByte(from, to, out.data() + before) - out.data()));
        break;
    case Letters::ToUtf8:
        out.resize(before + 2 * size);
        out.resize(static_cast<std::size_t>(writeTwoBytes(from, to, out.data() + before) - out.data()));
        break;
    }
    if (m_from == m_to)
        return;
    // Copies, as the bytes written could be the members for all that the compiler knows.
    const char oldSeparator = m_from;
    const char newSeparator = m_to;
    char *const begin = out.data() + before;
    const std::size_t written = out.size() - before;
    for (std::size_t i = 0; i < written; ++i)
        begin[i] = begin[i] == oldSeparator ? newSeparator : begin[i];
}

bool RowCopier::append(const csv::ScannedRow &row, std::string &out, qint64 &changedCells)
{
    if (!isPlain(row))
        return false;
    const std::size_t before = out.size();
    qint64 changed = 0;
    auto odd = row.oddCells.begin();
    for (const Part &part : m_parts) {
        if (&part != m_parts.data())
            out += m_to;
        const std::size_t begin = row.beginOf(part.first);
        const std::size_t end = row.endOf(part.last);
        if (!part.repaired) {
            appendSpan(row.base + begin, row.base + end, out);
            continue;
        }
        while (odd != row.oddCells.end() && *odd - row.firstCell < part.first)
            ++odd;
        const bool isOdd = odd != row.oddCells.end() && *odd - row.firstCell == part.first;
        if (!appendRepaired(part, {row.base + begin, end - begin}, isOdd, out, changed)) {
            out.resize(before);
            return false;
        }
    }
    changedCells += changed;
    return true;
}

} // namespace navette
