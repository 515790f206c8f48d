// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/usualforms.h"

#include <QDate>

#include <bit>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define NAVETTE_SSE2 // every 64-bit Intel and AMD processor has it
#endif

namespace navette
{

namespace
{

constexpr std::uint64_t ones = 0x0101010101010101ULL;
constexpr std::uint64_t highs = 0x8080808080808080ULL;

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

constexpr unsigned digitOf(char c)
{
    return static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
}

constexpr bool isDigit(char c)
{
    return digitOf(c) < 10;
}

bool areEightDigits(const char *at)
{
    // Less '0' a digit is at most 9; more than that carries into the byte's highest bit.
    const std::uint64_t rest = wordAt(at) ^ (ones * 0x30);
    return ((rest | ((rest & ~highs) + ones * (0x7F - 9))) & highs) == 0;
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

#if defined(NAVETTE_SSE2)

namespace
{

/// One bit for each character of a text of at most 64.
struct AddressMasks {
    std::uint64_t letters = 0;
    std::uint64_t digits = 0;
    std::uint64_t dots = 0;
    std::uint64_t hyphens = 0;
    std::uint64_t underscores = 0;
    std::uint64_t ats = 0;

    void add(const char *sixteen, std::size_t shift)
    {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i *>(sixteen));
        const auto bits = [shift](__m128i mask) {
            return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(mask))) << shift;
        };
        const auto are = [v](char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); };
        const auto between = [](__m128i bytes, char first, char span) {
            const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
            return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(span)), offset);
        };
        letters |= bits(between(_mm_or_si128(v, _mm_set1_epi8(0x20)), 'a', 25));
        digits |= bits(between(v, '0', 9));
        dots |= bits(are('.'));
        hyphens |= bits(are('-'));
        underscores |= bits(are('_'));
        ats |= bits(are('@'));
    }
};

} // namespace

bool isUsualEmail(std::string_view text)
{
    const std::size_t size = text.size();
    if (size < 6 || size > 64)
        return false;
    AddressMasks m;
    std::size_t at = 0;
    for (; size - at >= 16; at += 16)
        m.add(text.data() + at, at);
    if (at < size) {
        std::array<char, 16> rest{};
        std::memcpy(rest.data(), text.data() + at, size - at);
        m.add(rest.data(), at);
    }
    const std::uint64_t all = ~std::uint64_t(0) >> (64 - size);
    const std::uint64_t name = m.letters | m.digits;
    const std::uint64_t at1 = m.ats;
    // One @ and nothing else than what an address usually has.
    if ((name | m.dots | m.hyphens | m.underscores | at1) != all || at1 == 0 || (at1 & (at1 - 1)) != 0)
        return false;
    const std::uint64_t behindAt = ~(at1 | (at1 - 1)) & all;
    // No dot beside a dot, an @ or an end, no hyphen in front of all, no underscore in the domain; in the domain, no
    // hyphen beside a dot or an end.
    const std::uint64_t ends = at1 | (std::uint64_t(1) << (size - 1)) << 1;
    const std::uint64_t edges = m.dots | ends;
    const std::uint64_t inner = m.hyphens & behindAt;
    const std::uint64_t wrong = (m.dots & ((edges << 1) | (edges >> 1) | 1)) | (m.hyphens & 1) |
                                (m.underscores & behindAt) | (inner & (((m.dots | at1) << 1) | (edges >> 1)));
    const std::uint64_t last = std::uint64_t(1) << (size - 1);
    const std::uint64_t labels = m.dots & behindAt;
    if (wrong != 0 || (at1 & 1) != 0 || (name & last) == 0 || labels == 0)
        return false;
    // Behind the last dot: two characters or more, one of them a letter.
    const std::uint64_t top = ~(~std::uint64_t(0) >> std::countl_zero(labels)) & all;
    return (top & (top - 1)) != 0 && (top & m.letters) != 0;
}

#else

namespace
{

/// What a byte can be in an address.
enum AddressByte : std::uint8_t { Neither = 0, Letter = 1, Digit = 2, Hyphen = 4, Dot = 8, LocalOnly = 16 };

constexpr std::array<std::uint8_t, 256> addressBytes = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        kinds[c] = Letter;
    for (unsigned char c = 'A'; c <= 'Z'; ++c)
        kinds[c] = Letter;
    for (unsigned char c = '0'; c <= '9'; ++c)
        kinds[c] = Digit;
    kinds['-'] = Hyphen;
    kinds['.'] = Dot;
    kinds['_'] = LocalOnly;
    return kinds;
}();

std::uint8_t kindOf(char c)
{
    return addressBytes[static_cast<unsigned char>(c)];
}

} // namespace

bool isUsualEmail(std::string_view text)
{
    if (text.size() < 6 || text.size() > 64)
        return false;
    // The local part, whose first character may not make a formula of it.
    const char *at = text.data();
    const char *end = at + text.size();
    std::uint8_t before = Dot;
    std::uint8_t twice = 0;
    for (; at < end && *at != '@'; ++at) {
        const std::uint8_t kind = kindOf(*at);
        if (kind == Neither)
            return false;
        twice |= before & kind & Dot;
        before = kind;
    }
    if (at == end || before == Dot || twice != 0 || at == text.data() || *text.data() == '-')
        return false;
    // The domain: labels of letters, digits and inner hyphens, the last not of digits alone.
    before = Dot;
    const char *label = ++at;
    std::uint8_t all = 0;
    bool dotted = false;
    for (; at < end; ++at) {
        const std::uint8_t kind = kindOf(*at);
        if ((kind & (Letter | Digit | Hyphen | Dot)) == 0)
            return false;
        if ((kind & (Dot | Hyphen)) != 0) {
            // Neither a dot nor a hyphen follows a dot, and no dot a hyphen.
            if (before == Dot || (before == Hyphen && kind == Dot))
                return false;
            if (kind == Dot) {
                label = at + 1;
                all = 0;
                dotted = true;
            }
        }
        all |= kind;
        if (kind == Dot)
            all = 0;
        before = kind;
    }
    return dotted && (before & (Letter | Digit)) != 0 && end - label >= 2 && (all & Letter) != 0;
}

#endif

UsualPhone usualPhone(std::string_view text, bool national)
{
    UsualPhone phone;
    const char *at = text.data();
    const char *end = at + text.size();
    if (text.size() < 10 || text.size() > 24)
        return phone;
    if (*at == '+') {
        if (at[1] != '3' || at[2] != '3')
            return phone;
        at += 3;
        phone.compact = text.size() == 12;
    } else if (!national || *at++ != '0') {
        return phone;
    }
    char *out = phone.e164.data() + 3;
    char *const full = phone.e164.data() + phone.e164.size();
    if (end - at == 9) {
        if (!areEightDigits(at) || !isDigit(at[8]))
            return phone;
        std::memcpy(out, at, 9);
    } else {
        for (; at < end; ++at) {
            if (isDigit(*at)) {
                if (out == full)
                    return phone;
                *out++ = *at;
            } else if (*at != ' ' && *at != '.' && *at != '-') {
                return phone;
            }
        }
        if (out != full || !isDigit(end[-1]))
            return phone;
    }
    phone.e164[0] = '+';
    phone.e164[1] = '3';
    phone.e164[2] = '3';
    phone.sort = frenchSorts[twoDigits(phone.e164.data() + 3)];
    return phone;
}

UsualDate::UsualDate(std::string_view format)
{
    if (format.size() < 8 || format.size() > most || format.find('\'') != std::string_view::npos)
        return;
    std::array<char, most> expected{};
    std::array<char, most> addends{};
    const auto digits = [&](std::size_t from, std::size_t count) {
        for (std::size_t i = from; i < from + count; ++i) {
            expected[i] = '0';
            addends[i] = 0x7F - 9;
        }
    };
    for (std::size_t i = 0; i < format.size();) {
        const std::string_view rest = format.substr(i);
        const bool year = rest.starts_with("yyyy");
        if (year)
            m_year = i;
        else if (rest.starts_with("MM"))
            m_month = i;
        else if (rest.starts_with("dd"))
            m_day = i;
        else if (rest.starts_with("hh") || rest.starts_with("HH"))
            m_time[0] = {i, 24};
        else if (rest.starts_with("mm"))
            m_time[1] = {i, 60};
        else if (rest.starts_with("ss"))
            m_time[2] = {i, 60};
        else {
            expected[i] = format[i];
            addends[i] = 0x7F;
            ++i;
            continue;
        }
        digits(i, year ? 4 : 2);
        i += year ? 4 : 2;
    }
    if (m_year == most || m_month == most || m_day == most)
        return;
    std::memcpy(m_expected.data(), expected.data(), most);
    std::memcpy(m_addends.data(), addends.data(), most);
    m_size = format.size();
}

bool UsualDate::matches(std::string_view text) const
{
    if (m_size == 0 || text.size() != m_size)
        return false;
    std::array<std::uint64_t, most / 8> words{};
    std::memcpy(words.data(), text.data(), std::min(text.size(), most));
    std::uint64_t wrong = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        // 0 where a sign has to be, 0 to 9 where a digit: more than that carries into the byte's highest bit.
        const std::uint64_t rest = words[i] ^ m_expected[i];
        wrong |= rest | ((rest & ~highs) + m_addends[i]);
    }
    if ((wrong & highs) != 0)
        return false;
    const char *at = text.data();
    for (const Part &part : m_time) {
        if (part.at != most && twoDigits(at + part.at) >= part.below)
            return false;
    }
    return isReal(twoDigits(at + m_year) * 100 + twoDigits(at + m_year + 2), twoDigits(at + m_month),
                  twoDigits(at + m_day));
}

bool isUsualDate(std::string_view text)
{
    if (text.size() != 10)
        return false;
    const char *at = text.data();
    if ((at[2] != '/' && at[2] != '-' && at[2] != '.') || at[5] != at[2])
        return false;
    for (const std::size_t i : {0U, 1U, 3U, 4U, 6U, 7U, 8U, 9U}) {
        if (!isDigit(at[i]))
            return false;
    }
    return isReal(twoDigits(at + 6) * 100 + twoDigits(at + 8), twoDigits(at + 3), twoDigits(at));
}

bool isUsualUuid(std::string_view text)
{
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return false;
    // Words that between them hold every digit, and no hyphen: 0–7, 9–12, 14–17, 19–22, 24–35.
    const char *at = text.data();
    const auto four = [&](std::size_t from) {
        std::uint32_t half = 0;
        std::memcpy(&half, at + from, sizeof half);
        return std::uint64_t(half);
    };
    const std::uint64_t words[] = {wordAt(at), four(9) | four(14) << 32, four(19) | four(24) << 32, wordAt(at + 28)};
    std::uint64_t right = highs;
    for (const std::uint64_t word : words) {
        const std::uint64_t plain = word & ~highs;
        // A digit less '0' is at most 9; a letter, small or capital, less 0x60 is 1 to 6.
        const std::uint64_t digit = ~((plain ^ (ones * 0x30)) + ones * (0x7F - 9));
        const std::uint64_t letter = (plain | (ones * 0x20)) ^ (ones * 0x60);
        const std::uint64_t isLetter = (letter + ones * 0x7F) & ~(letter + ones * (0x7F - 6));
        right &= (digit | isLetter) & ~word;
    }
    return right == highs;
}

} // namespace navette
