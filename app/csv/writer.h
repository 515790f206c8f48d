// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <span>
#include <string>
#include <string_view>

namespace navette::csv
{

/// Writes records in a dialect into a growing buffer that the caller drains.
/// Cells arrive in the dialect's encoding already; quotes are added where RFC 4180 needs them and around spaces at a
/// cell's edge, or always (quoteAll). The buffer begins with a byte-order mark where the dialect is UTF-8 with one.
class Writer
{
public:
    explicit Writer(const Dialect &dialect);
    void write(std::span<const std::string_view> cells);
    /// The bytes so far; clear() after they are saved.
    [[nodiscard]] const std::string &buffer() const { return m_buffer; }
    void clear() { m_buffer.clear(); }
    /// The buffer itself, for rows that are in the dialect already; they bring their line end.
    [[nodiscard]] std::string &pending() { return m_buffer; }
    [[nodiscard]] std::string_view lineEnd() const;

private:
    Dialect m_dialect;
    std::string m_buffer;
};

} // namespace navette::csv
