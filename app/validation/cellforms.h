// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <charconv>
#include <optional>
#include <string_view>

namespace navette
{

// The forms of simple values, told from their trimmed text.

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool areDigits(std::string_view text)
{
    for (const char c : text) {
        if (!isDigit(c))
            return false;
    }
    return true;
}

[[nodiscard]] constexpr bool isInteger(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    return !text.empty() && text.size() <= 19 && areDigits(text);
}

[[nodiscard]] constexpr bool isNumber(std::string_view text, char decimal)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    std::size_t point = 0;
    while (point < text.size() && isDigit(text[point]))
        ++point;
    if (point == 0)
        return false;
    if (point == text.size())
        return true;
    return text[point] == decimal && point + 1 < text.size() && areDigits(text.substr(point + 1));
}

/// Its value, where it is a whole number and nothing else.
[[nodiscard]] inline std::optional<qint64> wholeNumber(std::string_view text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace navette
