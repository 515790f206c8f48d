// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Letters beyond ASCII: whether they are UTF-8, and their way into one byte.
#if defined(NAVETTE_CSV_LETTERS) == defined(HWY_TARGET_TOGGLE) // once for every set of instructions
#ifdef NAVETTE_CSV_LETTERS
#undef NAVETTE_CSV_LETTERS
#else
#define NAVETTE_CSV_LETTERS
#endif

#include "csv/blocks-inl.h"
#include "csv/instructions.h"

#include <algorithm>
#include <bit>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace navette::csv::HWY_NAMESPACE
{
/// A block's faults against UTF-8: the method of Keiser and Lemire (“Validating UTF-8 in less than one instruction per
/// byte”), with the bytes before loaded instead of shifted in.
#if HWY_TARGET != HWY_SCALAR
constexpr std::uint8_t tooShort = 1;
constexpr std::uint8_t tooLong = 2;
constexpr std::uint8_t overlong3 = 4;
constexpr std::uint8_t tooLarge = 8;
constexpr std::uint8_t surrogate = 16;
constexpr std::uint8_t overlong2 = 32;
constexpr std::uint8_t tooLarge1000 = 64;
constexpr std::uint8_t overlong4 = 64;
constexpr std::uint8_t twoContinuations = 128;
constexpr std::uint8_t any = tooShort | tooLong | twoContinuations;
constexpr std::uint8_t large = any | tooLarge | tooLarge1000;
alignas(16) constexpr std::uint8_t firstHigh[16] = {tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    tooLong,
                                                    twoContinuations,
                                                    twoContinuations,
                                                    twoContinuations,
                                                    twoContinuations,
                                                    tooShort | overlong2,
                                                    tooShort,
                                                    tooShort | overlong3 | surrogate,
                                                    tooShort | tooLarge | tooLarge1000 | overlong4};
alignas(16) constexpr std::uint8_t firstLow[16] = {any | overlong3 | overlong2 | overlong4,
                                                   any | overlong2,
                                                   any,
                                                   any,
                                                   any | tooLarge,
                                                   large,
                                                   large,
                                                   large,
                                                   large,
                                                   large,
                                                   large,
                                                   large,
                                                   large,
                                                   large | surrogate,
                                                   large,
                                                   large};
constexpr std::uint8_t continuation = tooLong | overlong2 | twoContinuations;
alignas(16) constexpr std::uint8_t secondHigh[16] = {tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     continuation | overlong3 | tooLarge1000 | overlong4,
                                                     continuation | overlong3 | tooLarge,
                                                     continuation | surrogate | tooLarge,
                                                     continuation | surrogate | tooLarge,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort,
                                                     tooShort};

/// Whether 64 bytes hold nothing but ASCII and letters of two bytes, as most text of ours does; far cheaper to tell
/// than the rest. `begun`: the byte before began one; then whether the last does. Gives a bit for each byte above ASCII
/// to `high`. No branches inside: which of the two it is, nobody can guess.
HWY_INLINE bool areShortLetters(const std::uint8_t *block, std::uint64_t &begun, std::uint64_t &high)
{
    const Bytes d;
    const hn::RebindToSigned<Bytes> s;
    const auto first = hn::Set(d, std::uint8_t{0xC2});
    const auto span = hn::Set(d, std::uint8_t{0xDF - 0xC2});
    const auto behindSeconds = hn::Set(s, std::int8_t{0xC0 - 0x100});
    high = 0;
    std::uint64_t firsts = 0;
    std::uint64_t seconds = 0;
    for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
        const auto v = hn::LoadU(d, block + i);
        high |= bitsOf(d, isHigh(v)) << i;
        firsts |= bitsOf(d, isWithin(v, first, span)) << i;
        seconds |= bitsOf(d, hn::RebindMask(d, hn::Lt(hn::BitCast(s, v), behindSeconds))) << i;
    }
    const std::uint64_t wrong = (seconds ^ ((firsts << 1) | begun)) | (high ^ (firsts | seconds));
    begun = firsts >> 63;
    return wrong == 0;
}
#endif

/// Bytes from `from` to `to`, a multiple of 64 apart, three readable before them. True where every sequence that ends
/// in them is right; `ascii` is made false where they are not all ASCII.
bool isUtf8(const std::uint8_t *from, const std::uint8_t *to, bool &ascii)
{
#if HWY_TARGET == HWY_SCALAR
    ascii = ascii && std::all_of(from, to, [](std::uint8_t byte) { return byte < 0x80; });
    if (ascii)
        return true;
    // The letter that the end cuts is the caller's.
    const std::uint8_t *begin = from;
    const std::uint8_t *end = to;
    for (int i = 0; i < 3 && (*begin & 0xC0U) == 0x80U; ++i)
        --begin;
    for (int i = 1; i <= 3; ++i) {
        if (to[-i] >= 0xC0) {
            end = to - i;
            break;
        }
    }
    return QByteArrayView(begin, end - begin).isValidUtf8();
#else
    const Bytes d;
    const auto highBit = hn::Set(d, std::uint8_t{0x80});
    const auto low = hn::Set(d, std::uint8_t{0x0F});
    const auto tableOf = [&](const std::uint8_t *table) HWY_ATTR { return hn::LoadDup128(d, table); };
    const auto table1 = tableOf(firstHigh);
    const auto table2 = tableOf(firstLow);
    const auto table3 = tableOf(secondHigh);
    auto faults = hn::Zero(d);
    bool cut = true; // the bytes before may have begun a letter
    std::uint64_t begun = 0;
    std::uint64_t anyHigh = 0;
    for (; from < to; from += 64) {
        std::uint64_t high = 0;
        const bool fits = areShortLetters(from, begun, high);
        anyHigh |= high;
        if (fits && !cut)
            continue;
        for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
            const auto v = hn::LoadU(d, from + i);
            const auto one = hn::LoadU(d, from + i - 1);
            const auto two = hn::LoadU(d, from + i - 2);
            const auto three = hn::LoadU(d, from + i - 3);
            const auto special = hn::And(hn::And(hn::TableLookupBytes(table1, hn::ShiftRight<4>(one)),
                                                 hn::TableLookupBytes(table2, hn::And(one, low))),
                                         hn::TableLookupBytes(table3, hn::ShiftRight<4>(v)));
            const auto third = hn::SaturatedSub(two, hn::Set(d, std::uint8_t{0xE0 - 0x80}));
            const auto fourth = hn::SaturatedSub(three, hn::Set(d, std::uint8_t{0xF0 - 0x80}));
            faults = hn::Or(faults, hn::Xor(hn::And(hn::Or(third, fourth), highBit), special));
        }
        cut = (high >> 61) != 0;
        begun = 0;
    }
    ascii = ascii && anyHigh == 0;
    return hn::AllTrue(d, hn::Eq(faults, hn::Zero(d)));
#endif
}

bool hasC1(const std::uint8_t *data, std::size_t size)
{
    const Bytes d;
    const std::size_t lanes = hn::Lanes(d);
    const auto first = hn::Set(d, std::uint8_t{0x80});
    const auto span = hn::Set(d, std::uint8_t{0x1F});
    std::size_t i = 0;
    for (; i + 4 * lanes <= size; i += 4 * lanes) {
        auto found = hn::Zero(d);
        for (std::size_t part = 0; part < 4; ++part) {
            const auto v = hn::LoadU(d, data + i + part * lanes);
            found = hn::Or(found, hn::VecFromMask(d, isWithin(v, first, span)));
        }
        if (!hn::AllTrue(d, hn::Eq(found, hn::Zero(d))))
            return true;
    }
    for (; i < size; ++i) {
        if (data[i] >= 0x80 && data[i] < 0xA0)
            return true;
    }
    return false;
}

void replaceSeparators(char *from, char *to, Separators separators)
{
    if (separators.before == separators.after)
        return;
    // All are written, which vectors can do, where only some would be branches.
    std::transform(from, to, from, [=](char c) { return c == separators.before ? separators.after : c; });
}

#if HWY_TARGET == HWY_AVX3_DL

char *narrow(const char *from, const char *to, char *out, Separators separators)
{
    const __m512i firstOfTwo = _mm512_set1_epi8(static_cast<char>(0xC0));
    const __m512i second64 = _mm512_set1_epi8(static_cast<char>(0xC3));
    const __m512i before = _mm512_set1_epi8(separators.before);
    const __m512i after = _mm512_set1_epi8(separators.after);
    std::uint64_t begun64 = 0; // the byte before is the first of two, and the second stands for 64 more
    while (from < to) {
        const auto left = static_cast<std::size_t>(to - from);
        const std::uint64_t valid = left >= 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << left) - 1;
        const __m512i bytes = _mm512_maskz_loadu_epi8(valid, from);
        const std::uint64_t first = _mm512_cmpge_epu8_mask(bytes, firstOfTwo);
        const std::uint64_t first64 = _mm512_cmpeq_epi8_mask(bytes, second64);
        __m512i letters = _mm512_mask_add_epi8(bytes, (first64 << 1) | begun64, bytes, _mm512_set1_epi8(64));
        letters = _mm512_mask_mov_epi8(letters, _mm512_cmpeq_epi8_mask(bytes, before), after);
        // Behind the end there is room: a store of all is cheaper than one of some.
        _mm512_storeu_si512(out, _mm512_maskz_compress_epi8(valid & ~first, letters));
        out += std::popcount(valid & ~first);
        begun64 = first64 >> 63;
        from += std::min<std::size_t>(left, 64);
    }
    return out;
}

#else

char *narrow(const char *from, const char *to, char *out, Separators separators)
{
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    char *const begin = out;
    while (to - from >= 8) {
        // Up to the next letter of two bytes all at once, then the letter.
        std::uint64_t word = 0;
        std::memcpy(&word, from, 8);
        std::memcpy(out, from, 8);
        const int before = std::countr_zero(word & highBits) / 8; // 8 where there is none
        from += before;
        out += before;
        if (before == 8)
            continue;
        if (to - from < 2)
            break;
        *out++ = static_cast<char>(((from[0] & 3) << 6) | (from[1] & 0x3F));
        from += 2;
    }
    while (from < to) {
        const bool two = (*from & 0x80) != 0 && to - from > 1;
        *out++ = static_cast<char>(two ? ((from[0] & 3) << 6) | (from[1] & 0x3F) : *from);
        from += two ? 2 : 1;
    }
    replaceSeparators(begin, out, separators);
    return out;
}

#endif

} // namespace navette::csv::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
