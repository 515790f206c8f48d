// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/dates.h"

#include <QDate>

#include <array>

namespace navette
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isReal(const DateParts &date)
{
    return QDate::isValid(date.year, date.month, date.day) && date.year >= 1 && date.hour < 24 && date.minute < 60 &&
           date.second < 60;
}

/// Reads 1 to `most` digits (exactly `least` at least).
std::optional<int> readNumber(std::string_view &text, std::size_t least, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (count < most && count < text.size() && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count < least)
        return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool skip(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// " hh:mm", " hh:mm:ss", "Thh:mm:ss", each perhaps with fractions and a Z; the whole rest of the text.
bool readTime(std::string_view text, DateParts &date)
{
    if (text.empty())
        return true;
    if (!skip(text, ' ') && !skip(text, 'T'))
        return false;
    const auto hour = readNumber(text, 1, 2);
    if (!hour || !skip(text, ':'))
        return false;
    const auto minute = readNumber(text, 2, 2);
    if (!minute)
        return false;
    date.hour = *hour;
    date.minute = *minute;
    date.hasTime = true;
    if (skip(text, ':')) {
        const auto second = readNumber(text, 2, 2);
        if (!second)
            return false;
        date.second = *second;
        if (skip(text, '.') && !readNumber(text, 1, 9))
            return false;
    }
    skip(text, 'Z');
    return text.empty();
}

struct Token {
    std::string_view pattern;
    int DateParts::*field;
    bool time;
};
constexpr std::array<Token, 7> tokens{{{"yyyy", &DateParts::year, false},
                                       {"MM", &DateParts::month, false},
                                       {"dd", &DateParts::day, false},
                                       {"hh", &DateParts::hour, true},
                                       {"HH", &DateParts::hour, true},
                                       {"mm", &DateParts::minute, true},
                                       {"ss", &DateParts::second, true}}};

const Token *tokenAt(std::string_view format)
{
    for (const Token &token : tokens) {
        if (format.starts_with(token.pattern))
            return &token;
    }
    return nullptr;
}

} // namespace

std::optional<DateParts> parseDate(std::string_view text, std::string_view format)
{
    DateParts date;
    while (!format.empty()) {
        if (const Token *token = tokenAt(format)) {
            const auto value = readNumber(text, token->pattern.size(), token->pattern.size());
            if (!value)
                return std::nullopt;
            date.*token->field = *value;
            date.hasTime = date.hasTime || token->time;
            format.remove_prefix(token->pattern.size());
        } else if (format.front() == '\'') { // quotes around literals, as QDateTime has them
            format.remove_prefix(1);
        } else {
            if (!skip(text, format.front()))
                return std::nullopt;
            format.remove_prefix(1);
        }
    }
    if (!text.empty() || !isReal(date))
        return std::nullopt;
    return date;
}

std::optional<DateParts> recogniseDate(std::string_view text)
{
    DateParts date;
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits == 8) {
        date.year = *readNumber(text, 4, 4);
        date.month = *readNumber(text, 2, 2);
        date.day = *readNumber(text, 2, 2);
    } else {
        const auto first = readNumber(text, 1, 4);
        if (!first || text.empty())
            return std::nullopt;
        const char separator = text.front();
        if ((separator != '/' && separator != '-' && separator != '.') || (digits > 2 && digits != 4))
            return std::nullopt;
        text.remove_prefix(1);
        const auto second = readNumber(text, 1, 2);
        if (!second || !skip(text, separator))
            return std::nullopt;
        const std::size_t yearDigits = digits == 4 ? 1 : 4;
        const auto third = readNumber(text, yearDigits, digits == 4 ? 2 : 4);
        if (!third)
            return std::nullopt;
        date.year = digits == 4 ? *first : *third;
        date.month = *second;
        date.day = digits == 4 ? *third : *first;
    }
    if (!readTime(text, date) || !isReal(date))
        return std::nullopt;
    return date;
}

std::string formatDate(const DateParts &date, std::string_view format)
{
    std::string out;
    while (!format.empty()) {
        if (const Token *token = tokenAt(format)) {
            std::string number = std::to_string(date.*token->field);
            if (number.size() < token->pattern.size())
                out.append(token->pattern.size() - number.size(), '0');
            out += number;
            format.remove_prefix(token->pattern.size());
        } else {
            if (format.front() != '\'')
                out += format.front();
            format.remove_prefix(1);
        }
    }
    return out;
}

} // namespace navette
