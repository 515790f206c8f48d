// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace navette
{

/// A date, with a time where the text has one, that is truly in the calendar.
struct DateParts {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool hasTime = false;
    bool operator==(const DateParts &) const = default;
};

/// The text read by a pattern of yyyy, MM, dd, hh (or HH), mm, ss and literal characters (Column::format); nothing
/// where it differs in any way.
[[nodiscard]] std::optional<DateParts> parseDate(std::string_view text, std::string_view format);
/// The text read in any of the forms that people write, the day before the month: 31/12/1990, 31-12-1990, 31.12.1990,
/// 1990-12-31, 1990/12/31, 19901231, each with or without a time.
[[nodiscard]] std::optional<DateParts> recogniseDate(std::string_view text);
[[nodiscard]] std::string formatDate(const DateParts &date, std::string_view format);

} // namespace navette
