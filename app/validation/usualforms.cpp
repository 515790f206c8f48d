// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/usualforms.h"

#include <QDate>

#include <bit>
#include <optional>

namespace navette
{

namespace
{

constexpr unsigned digitOf(char c)
{
    return static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
}

unsigned twoDigits(const char *at)
{
    return digitOf(at[0]) * 10 + digitOf(at[1]);
}

bool isReal(unsigned year, unsigned month, unsigned day)
{
    if (year == 0 || month == 0 || month > 12 || day == 0)
        return false;
    return day <= 28 || QDate::isValid(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
}

/// By the first two digits of the nine: numbers of which libphonenumber has never thought otherwise. Beginnings that
/// overseas départements share (26, 59, 63, 69) and whatever else is less plain stay unsure.
constexpr std::array<UsualPhone::Sort, 100> frenchSorts = [] {
    std::array<UsualPhone::Sort, 100> sorts{};
    for (unsigned start = 0; start < 100; ++start) {
        const unsigned first = start / 10;
        const unsigned second = start % 10;
        const bool fixed = first == 1 || first == 3 || (first == 2 && second != 6) || (first == 4 && second != 0) ||
                           (first == 5 && second != 9) || first == 9;
        const bool mobile = (first == 6 && second != 3 && second != 9) || (first == 7 && second >= 3);
        sorts[start] = mobile ? UsualPhone::Sort::Mobile : fixed ? UsualPhone::Sort::Fixed : UsualPhone::Sort::Unsure;
    }
    return sorts;
}();

} // namespace

bool isUsualEmail(RoomyText text)
{
    const std::size_t size = text.size();
    if (size < 6 || size > RoomyText::room)
        return false;
    std::uint64_t letters = 0;
    std::uint64_t digits = 0;
    std::uint64_t dots = 0;
    std::uint64_t hyphens = 0;
    std::uint64_t underscores = 0;
    std::uint64_t ats = 0;
    for (std::size_t at = 0; at < size; at += 16) {
        const SixteenBytes bytes(text.data() + at);
        letters |= std::uint64_t(bytes.areLetters('a', 'z')) << at;
        digits |= std::uint64_t(bytes.areWithin('0', 9)) << at;
        dots |= std::uint64_t(bytes.are('.')) << at;
        hyphens |= std::uint64_t(bytes.are('-')) << at;
        underscores |= std::uint64_t(bytes.are('_')) << at;
        ats |= std::uint64_t(bytes.are('@')) << at;
    }
    const std::uint64_t all = ~std::uint64_t(0) >> (64 - size);
    const std::uint64_t name = letters | digits;
    const std::uint64_t at1 = ats & all;
    // One @ and nothing else than what an address usually has.
    if (((name | dots | hyphens | underscores | at1) & all) != all || at1 == 0 || (at1 & (at1 - 1)) != 0)
        return false;
    const std::uint64_t behindAt = ~(at1 | (at1 - 1)) & all;
    // No dot beside a dot, an @ or an end, no hyphen in front of all, no underscore in the domain; in the domain, no
    // hyphen beside a dot or an end.
    dots &= all;
    const std::uint64_t ends = at1 | (std::uint64_t(1) << (size - 1)) << 1;
    const std::uint64_t edges = dots | ends;
    const std::uint64_t inner = hyphens & behindAt;
    const std::uint64_t wrong = (dots & ((edges << 1) | (edges >> 1) | 1)) | (hyphens & 1) | (underscores & behindAt) |
                                (inner & (((dots | at1) << 1) | (edges >> 1)));
    const std::uint64_t last = std::uint64_t(1) << (size - 1);
    const std::uint64_t labels = dots & behindAt;
    if (wrong != 0 || (at1 & 1) != 0 || (name & last) == 0 || labels == 0)
        return false;
    // Behind the last dot: two characters or more, one of them a letter.
    const std::uint64_t top = ~(~std::uint64_t(0) >> std::countl_zero(labels)) & all;
    return (top & (top - 1)) != 0 && (top & letters) != 0;
}

namespace
{

/// "+33".
constexpr std::uint64_t prefix = 0x33332B;

std::uint64_t bytesAt(const char *at, int first, int count)
{
    std::uint64_t bytes = 0;
    for (int i = 0; i < count; ++i)
        bytes |= std::uint64_t(static_cast<unsigned char>(at[first + i])) << (8 * i);
    return bytes;
}

/// The nine digits at `at`, with single signs between them or not, behind "+33" and before zeros. Nothing where it is
/// anything else. In one piece: what is put together from smaller stores can't be loaded at once.
std::optional<SixteenBytes> inE164(const char *at, std::size_t size)
{
    const SixteenBytes bytes(at);
    const std::uint32_t all = firstBits(size);
    const std::uint32_t digits = bytes.areWithin('0', 9) & all;
    if (size == 9 && digits == all)
        return bytes.first(9).movedUp<3>() | SixteenBytes(prefix, 0);
    const std::uint32_t signs = bytes.are(' ') | bytes.are('.') | bytes.are('-');
    const bool nine = bitCount(digits) == 9;
    if (!nine || ((digits | signs) & all) != all || (digits >> (size - 1)) == 0)
        return std::nullopt;
    constexpr std::uint32_t pairs = 0b1101101101101; // "6 12 34 56 78"
    if (digits == pairs)
        return SixteenBytes(prefix | bytesAt(at, 0, 1) << 24 | bytesAt(at, 2, 2) << 32 | bytesAt(at, 5, 2) << 48,
                            bytesAt(at, 8, 2) | bytesAt(at, 11, 2) << 16);
    std::array<char, 16> found{'+', '3', '3'};
    char *out = found.data() + 3;
    for (std::uint32_t left = digits; left != 0; left &= left - 1)
        *out++ = at[std::countr_zero(left)];
    return SixteenBytes(found.data());
}

} // namespace

void UsualPhone::read(RoomyText text, bool national)
{
    sort = Sort::Unsure;
    compact = false;
    const char *at = text.data();
    std::size_t length = text.size();
    if (length < 10 || length > 17)
        return;
    if (*at == '+') {
        if (at[1] != '3' || at[2] != '3')
            return;
        compact = length == size;
        at += 3;
        length -= 3;
    } else if (national && *at == '0') {
        ++at;
        --length;
    } else {
        return;
    }
    const std::optional<SixteenBytes> number = length > 16 ? std::nullopt : inE164(at, length);
    if (!number)
        return;
    number->writeTo(e164.data());
    sort = frenchSorts[twoDigits(e164.data() + 3)];
}

UsualPhone usualPhone(RoomyText text, bool national)
{
    UsualPhone phone;
    phone.read(text, national);
    return phone;
}

void UsualDate::expect(std::size_t at, char first, unsigned span)
{
    const auto put = [&](std::size_t half, std::size_t place) {
        m_firsts[half][place] = static_cast<std::uint8_t>(first);
        m_spans[half][place] = static_cast<std::uint8_t>(span);
    };
    if (at < 16)
        put(0, at);
    if (at >= m_secondHalf)
        put(1, at - m_secondHalf);
}

void UsualDate::expectNumber(std::size_t at, unsigned mostTens)
{
    expect(at, '0', mostTens);
    expect(at + 1, '0', 9);
}

UsualDate::UsualDate(std::string_view format)
{
    if (format.size() < 8 || format.size() > most || format.find('\'') != std::string_view::npos)
        return;
    m_secondHalf = format.size() > 16 ? format.size() - 16 : 0;
    for (SixteenBytes::Table &spans : m_spans)
        spans.fill(0xFF); // behind the end anything may stand
    for (std::size_t i = 0; i < format.size();) {
        const std::string_view rest = format.substr(i);
        std::size_t length = 2;
        if (rest.starts_with("yyyy")) {
            m_year = i;
            expectNumber(i, 9);
            expectNumber(i + 2, 9);
            length = 4;
        } else if (rest.starts_with("MM")) {
            m_month = i;
            expectNumber(i, 1);
        } else if (rest.starts_with("dd")) {
            m_day = i;
            expectNumber(i, 3);
        } else if (rest.starts_with("hh") || rest.starts_with("HH")) {
            m_hour = i;
            expectNumber(i, 2);
        } else if (rest.starts_with("mm") || rest.starts_with("ss")) {
            expectNumber(i, 5);
        } else {
            expect(i, format[i], 0);
            length = 1;
        }
        i += length;
    }
    if (m_year != absent && m_month != absent && m_day != absent)
        m_size = format.size();
}

bool UsualDate::matches(RoomyText text) const
{
    if (m_size == 0 || text.size() != m_size)
        return false;
    const char *at = text.data();
    const std::uint32_t fits = SixteenBytes(at).areWithin(m_firsts[0], m_spans[0]) &
                               SixteenBytes(at + m_secondHalf).areWithin(m_firsts[1], m_spans[1]);
    if (fits != firstBits(16) || (m_hour != absent && twoDigits(at + m_hour) >= 24))
        return false;
    return isReal(twoDigits(at + m_year) * 100 + twoDigits(at + m_year + 2), twoDigits(at + m_month),
                  twoDigits(at + m_day));
}

bool isUsualDate(RoomyText text)
{
    static const UsualDate forms[] = {UsualDate("dd/MM/yyyy"), UsualDate("dd-MM-yyyy"), UsualDate("dd.MM.yyyy")};
    return std::any_of(std::begin(forms), std::end(forms),
                       [text](const UsualDate &form) { return form.matches(text); });
}

bool isUsualUuid(RoomyText text)
{
    if (text.size() != 36)
        return false;
    std::uint64_t digits = 0;
    std::uint64_t hyphens = 0;
    for (const std::size_t at : {0U, 16U, 20U}) {
        const SixteenBytes bytes(text.data() + at);
        digits |= std::uint64_t(bytes.areWithin('0', 9) | bytes.areLetters('a', 'f')) << at;
        hyphens |= std::uint64_t(bytes.are('-')) << at;
    }
    constexpr std::uint64_t all = (std::uint64_t(1) << 36) - 1;
    constexpr std::uint64_t between = std::uint64_t(1) << 8 | 1U << 13 | 1U << 18 | 1U << 23;
    return hyphens == between && digits == (all & ~between);
}

} // namespace navette
