// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/writer.h"

#include <algorithm>

namespace navette::csv
{
namespace
{

bool needsQuotes(std::string_view cell, const Dialect &dialect)
{
    if (cell.empty())
        return false;
    // A space at an edge is data, but many readers drop it where it stands outside quotes.
    if (cell.front() == ' ' || cell.back() == ' ')
        return true;
    return std::any_of(cell.begin(), cell.end(),
                       [&](char c) { return c == dialect.delimiter || c == dialect.quote || c == '\n' || c == '\r'; });
}

std::string_view bytesOf(LineEnding ending)
{
    switch (ending) {
    case LineEnding::CrLf:
        return "\r\n";
    case LineEnding::Cr:
        return "\r";
    case LineEnding::None:
    case LineEnding::Lf:
    case LineEnding::Mixed:
        break;
    }
    return "\n";
}

} // namespace

Writer::Writer(const Dialect &dialect) : m_dialect(dialect)
{
    if (dialect.byteOrderMark && dialect.encoding == Encoding::Utf8)
        m_buffer = "\xEF\xBB\xBF";
}

std::string_view Writer::lineEnd() const
{
    return bytesOf(m_dialect.lineEnding);
}

void Writer::write(std::span<const std::string_view> cells)
{
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first)
            m_buffer += m_dialect.delimiter;
        first = false;
        if (!m_dialect.quoteAll && !needsQuotes(cell, m_dialect)) {
            m_buffer += cell;
            continue;
        }
        m_buffer += m_dialect.quote;
        for (const char c : cell) {
            m_buffer += c;
            if (c == m_dialect.quote)
                m_buffer += c;
        }
        m_buffer += m_dialect.quote;
    }
    m_buffer += lineEnd();
}

} // namespace navette::csv
