// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace navette
{

// The forms that nearly all values have. Each is sure where it says yes; where it says no, the whole check decides.
// Tests hold each against that check.

/// An address of ASCII letters, digits, dots and hyphens, at most 64 characters, without any fault.
[[nodiscard]] bool isUsualEmail(std::string_view text);

/// A French number in one of the forms 0612345678 and +33612345678, with spaces, dots or hyphens between digits.
struct UsualPhone {
    enum class Sort : std::uint8_t { Unsure, Mobile, Fixed };
    Sort sort = Sort::Unsure;
    bool compact = false;        ///< written as +33…, nothing else
    std::array<char, 12> e164{}; ///< "+33612345678"

    [[nodiscard]] std::string_view text() const { return {e164.data(), e164.size()}; }
    [[nodiscard]] bool suits(PhoneKind kind) const
    {
        return sort != Sort::Unsure &&
               (kind == PhoneKind::Any || (kind == PhoneKind::Mobile) == (sort == Sort::Mobile));
    }
};
/// `national`: numbers that begin with 0 are French ones.
[[nodiscard]] UsualPhone usualPhone(std::string_view text, bool national);

/// Dates of one format, where each part has its fixed place.
class UsualDate
{
public:
    /// The patterns of parseDate().
    explicit UsualDate(std::string_view format);
    /// True for a date that is truly in the calendar.
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    static constexpr std::size_t most = 24;
    std::size_t m_size = 0; ///< 0: no format with fixed places
    std::array<std::uint64_t, most / 8> m_expected{};
    std::array<std::uint64_t, most / 8> m_addends{};
    struct Part {
        std::size_t at = most;
        unsigned below = 0;
    };
    std::size_t m_year = most;
    std::size_t m_month = most;
    std::size_t m_day = most;
    std::array<Part, 3> m_time{};
};

/// 31/12/1990, 31-12-1990 or 31.12.1990, truly in the calendar.
[[nodiscard]] bool isUsualDate(std::string_view text);

[[nodiscard]] bool isUsualUuid(std::string_view text);

} // namespace navette
