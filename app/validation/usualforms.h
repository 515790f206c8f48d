// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "validation/sixteenbytes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace navette
{

// The forms that nearly all values have. Each is sure where it says yes; where it says no, the whole check decides.
// Tests hold each against that check.

/// Text that vectors can be loaded from: at least `room` bytes can be read from its beginning, and 16 behind its end.
class RoomyText
{
public:
    static constexpr std::size_t room = 64;
    /// For whoever knows that the bytes are there.
    explicit RoomyText(std::string_view text) : m_text(text) {}
    [[nodiscard]] const char *data() const { return m_text.data(); }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    [[nodiscard]] std::string_view view() const { return m_text; }

private:
    std::string_view m_text;
};

/// Makes room around any text. Of one that is longer than every usual form it keeps the front, which has none either.
class RoomyCopy
{
public:
    explicit RoomyCopy(std::string_view text) : m_size(std::min(text.size(), RoomyText::room + 1))
    {
        std::memcpy(m_bytes.data(), text.data(), m_size);
    }
    [[nodiscard]] RoomyText text() const { return RoomyText({m_bytes.data(), m_size}); }

private:
    std::size_t m_size;
    std::array<char, 2 * RoomyText::room> m_bytes{};
};

/// Ones for each of that many characters, at most 16.
[[nodiscard]] constexpr std::uint32_t firstBits(std::size_t count)
{
    return (std::uint32_t(1) << count) - 1;
}

/// An address of ASCII letters, digits, dots and hyphens, at most 64 characters, without any fault.
[[nodiscard]] bool isUsualEmail(RoomyText text);

/// One to sixteen digits, and no sign.
[[nodiscard]] inline bool isUsualInteger(RoomyText text)
{
    const std::size_t size = text.size();
    if (size - 1 >= 16)
        return false;
    return (~SixteenBytes(text.data()).areWithin('0', 9) & firstBits(size)) == 0;
}

/// Up to sixteen characters: maybe a minus, digits, maybe a decimal sign and more digits.
[[nodiscard]] inline bool isUsualNumber(RoomyText text, char decimal)
{
    const std::size_t minus = *text.data() == '-';
    const std::size_t size = text.size() - minus;
    if (size - 1 >= 16)
        return false;
    const SixteenBytes bytes(text.data() + minus);
    const std::uint32_t all = firstBits(size);
    const std::uint32_t digits = bytes.areWithin('0', 9) & all;
    const std::uint32_t rest = all & ~digits;
    // The only other one, and digits around it.
    const std::uint32_t inner = (digits << 1) & (digits >> 1);
    return rest == (bytes.are(decimal) & inner & (0 - rest) & all);
}

/// A French number in one of the forms 0612345678 and +33612345678, with spaces, dots or hyphens between digits.
struct UsualPhone {
    enum class Sort : std::uint8_t { Unsure, Mobile, Fixed };
    alignas(16) std::array<char, 16> e164{}; ///< "+33612345678", and room for sixteen to be read at once
    Sort sort = Sort::Unsure;
    bool compact = false; ///< written as +33…, nothing else

    static constexpr std::size_t size = 12; ///< of it, in characters

    [[nodiscard]] std::string_view text() const { return {e164.data(), size}; }
    /// In place, as a copy of the whole would have to wait for what was just written. `national`: numbers that begin
    /// with 0 are French ones.
    void read(RoomyText text, bool national);
    [[nodiscard]] bool suits(PhoneKind kind) const
    {
        return sort != Sort::Unsure &&
               (kind == PhoneKind::Any || (kind == PhoneKind::Mobile) == (sort == Sort::Mobile));
    }
};
[[nodiscard]] UsualPhone usualPhone(RoomyText text, bool national);

/// Dates of one format, where each part has its fixed place.
class UsualDate
{
public:
    /// The patterns of parseDate().
    explicit UsualDate(std::string_view format);
    /// True for a date that is truly in the calendar.
    [[nodiscard]] bool matches(RoomyText text) const;

private:
    static constexpr std::size_t most = 32;
    static constexpr std::size_t absent = most;
    void expect(std::size_t at, char first, unsigned span);
    void expectNumber(std::size_t at, unsigned mostTens);

    std::size_t m_size = 0; ///< 0: no format with fixed places
    /// What may stand at each place, in two halves; the second ends where the text ends, and may overlap the first.
    std::array<SixteenBytes::Table, 2> m_firsts{};
    std::array<SixteenBytes::Table, 2> m_spans{};
    std::size_t m_secondHalf = 0; ///< where it begins
    std::size_t m_year = absent;
    std::size_t m_month = absent;
    std::size_t m_day = absent;
    std::size_t m_hour = absent;
};

/// 31/12/1990, 31-12-1990 or 31.12.1990, truly in the calendar.
[[nodiscard]] bool isUsualDate(RoomyText text);

[[nodiscard]] bool isUsualUuid(RoomyText text);

} // namespace navette
