// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for every set of instructions (Highway's foreach_target); the best is chosen when the program runs.
#include "csv/instructions.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <vector>

// AVX-512 is worth it where it has tables and compression of bytes (VBMI and VBMI2, which AVX3_DL stands for); its
// first processors have neither.
#define HWY_WANT_AVX3_DL
#define HWY_DISABLED_TARGETS (HWY_AVX3 | HWY_SSSE3)
#if defined(_MSC_VER)
#include <intrin.h>
#endif

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/instructions.cpp"
#include <hwy/foreach_target.h>
// Behind foreach_target.h, as Highway wants it.
#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace navette::csv::HWY_NAMESPACE
{
namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::CappedTag<std::uint8_t, 64>;

template<class Mask>
HWY_INLINE std::uint64_t bitsOf(Bytes d, Mask mask)
{
#if HWY_TARGET == HWY_AVX3_DL
    static_cast<void>(d);
    return mask.raw;
#else
    std::uint64_t bits = 0;
    hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t *>(&bits));
    return bits;
#endif
}

HWY_INLINE hn::Mask<Bytes> isHigh(hn::Vec<Bytes> v)
{
    const hn::RebindToSigned<Bytes> d;
    return hn::RebindMask(Bytes(), hn::Lt(hn::BitCast(d, v), hn::Zero(d)));
}

/// One bit for each of 64 bytes.
struct Masks {
    std::uint64_t delimiter = 0;
    std::uint64_t quote = 0;
    std::uint64_t lf = 0;
    std::uint64_t cr = 0;
    std::uint64_t space = 0;
    std::uint64_t sign = 0; ///< + - @
    std::uint64_t odd = 0;  ///< control characters, line ends and tabs too, and what the caller says
    std::uint64_t high = 0;
};

#if HWY_TARGET == HWY_AVX3_DL

/// Tells the masks of 64 bytes: a table of all bytes holds one bit for each mask that a byte is in.
class Classifier
{
public:
    HWY_INLINE explicit Classifier(const StructureScan &s)
    {
        const OddBytes &odd = s.odd;
        std::array<std::uint8_t, 256> kinds{};
        const auto add = [&kinds](int first, int last, Kind kind) HWY_ATTR {
            for (int byte = first; byte <= last; ++byte)
                kinds[static_cast<std::size_t>(byte)] |= kind;
        };
        const auto addOne = [&add](char byte, Kind kind) HWY_ATTR {
            add(static_cast<unsigned char>(byte), static_cast<unsigned char>(byte), kind);
        };
        add(0, 0x1F, Odd);
        add(odd.first, odd.last, Odd);
        for (const unsigned char byte : {odd.one, odd.other, odd.third, std::uint8_t{0x7F}})
            add(byte, byte, Odd);
        for (const char sign : {'+', '-', '@'})
            addOne(sign, Sign);
        addOne(' ', Space);
        addOne('\r', Cr);
        addOne('\n', Lf);
        addOne(s.quote, Quote);
        addOne(s.delimiter, Delimiter);
        for (std::size_t i = 0; i < m_table.size(); ++i)
            m_table[i] = _mm512_loadu_si512(kinds.data() + 64 * i);
    }
    HWY_INLINE Masks masksOf(const std::uint8_t *data) const
    {
        const __m512i v = _mm512_loadu_si512(data);
        const __mmask64 high = _mm512_movepi8_mask(v);
        const __m512i kinds = _mm512_mask_blend_epi8(high, _mm512_permutex2var_epi8(m_table[0], v, m_table[1]),
                                                     _mm512_permutex2var_epi8(m_table[2], v, m_table[3]));
        const auto are = [&kinds](Kind kind) HWY_ATTR {
            return static_cast<std::uint64_t>(_mm512_test_epi8_mask(kinds, _mm512_set1_epi8(static_cast<char>(kind))));
        };
        return {.delimiter = are(Delimiter),
                .quote = are(Quote),
                .lf = are(Lf),
                .cr = are(Cr),
                .space = are(Space),
                .sign = are(Sign),
                .odd = are(Odd),
                .high = high};
    }

private:
    enum Kind : std::uint8_t { Delimiter = 1, Quote = 2, Lf = 4, Cr = 8, Space = 16, Sign = 32, Odd = 64 };
    std::array<__m512i, 4> m_table;
};

#else

/// Tells the masks of 64 bytes by comparing.
class Classifier
{
public:
    HWY_INLINE explicit Classifier(const StructureScan &s)
        : m_delimiter(all(static_cast<std::uint8_t>(s.delimiter)))
        , m_quote(all(static_cast<std::uint8_t>(s.quote)))
        , m_oddFirst(all(s.odd.first))
        , m_oddSpan(all(static_cast<std::uint8_t>(s.odd.last - s.odd.first)))
        , m_oddOne(all(s.odd.one))
        , m_oddOther(all(s.odd.other))
        , m_oddThird(all(s.odd.third))
    {
    }
    HWY_INLINE Masks masksOf(const std::uint8_t *data) const
    {
        const Bytes d;
        Masks m;
        for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
            const auto v = hn::LoadU(d, data + i);
            const auto is = [&](char c) HWY_ATTR { return hn::Eq(v, all(static_cast<std::uint8_t>(c))); };
            m.delimiter |= bitsOf(d, hn::Eq(v, m_delimiter)) << i;
            m.quote |= bitsOf(d, hn::Eq(v, m_quote)) << i;
            m.lf |= bitsOf(d, is('\n')) << i;
            m.cr |= bitsOf(d, is('\r')) << i;
            m.space |= bitsOf(d, is(' ')) << i;
            const auto belowSpace = hn::Eq(hn::And(v, all(0xE0)), hn::Zero(d));
            m.sign |= bitsOf(d, hn::Or(is('@'), hn::Or(is('+'), is('-')))) << i;
            const auto offset = hn::Sub(v, m_oddFirst);
            const auto inRange = hn::Eq(hn::Min(offset, m_oddSpan), offset);
            const auto given =
                hn::Or(inRange, hn::Or(hn::Eq(v, m_oddOne), hn::Or(hn::Eq(v, m_oddOther), hn::Eq(v, m_oddThird))));
            m.odd |= bitsOf(d, hn::Or(given, hn::Or(belowSpace, is('\x7F')))) << i;
            m.high |= bitsOf(d, isHigh(v)) << i;
        }
        return m;
    }

private:
    static HWY_INLINE hn::Vec<Bytes> all(std::uint8_t byte) { return hn::Set(Bytes(), byte); }
    hn::Vec<Bytes> m_delimiter, m_quote, m_oddFirst, m_oddSpan, m_oddOne, m_oddOther, m_oddThird;
};

#endif

/// Bit i is the parity of the bits up to and with i: what lies between quotes, the opening one included.
HWY_INLINE std::uint64_t prefixXor(std::uint64_t bits)
{
#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_SSE4
    // A product without carries by all ones.
    const hn::Full128<std::uint64_t> d;
    return hn::GetLane(hn::CLMulLower(hn::Set(d, bits), hn::Set(d, ~std::uint64_t(0))));
#else
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
#endif
}

/// Marks the separators whose cells hold one of `bits`: an addition carries through a cell up to what ends it.
HWY_INLINE std::uint64_t cellsWith(std::uint64_t bits, std::uint64_t separators, std::uint64_t &carry)
{
    const std::uint64_t inside = ~separators;
    const std::uint64_t first = inside + (bits & inside);
    const std::uint64_t sum = first + carry;
    carry = (first < inside) | (sum < first);
    return sum & separators;
}

/// Appends the numbers of the cells marked. `Usual` of them are written whether they are there or not, since a wrong
/// guess of the processor costs more; there is room behind.
template<int Usual>
HWY_INLINE void writeNumbers(std::uint64_t marked, std::uint64_t separators, std::size_t before, std::uint32_t *to,
                             std::size_t &count)
{
    std::uint32_t *out = to + count;
    count += static_cast<std::size_t>(std::popcount(marked));
    const auto writeNext = [&]() HWY_ATTR {
        const std::uint64_t below = (marked & (0 - marked)) - 1;
        *out++ = static_cast<std::uint32_t>(before + static_cast<std::size_t>(std::popcount(separators & below)));
        marked &= marked - 1;
    };
    for (int i = 0; i < Usual; ++i)
        writeNext();
    while (HWY_UNLIKELY(marked != 0))
        writeNext();
}

/// The same for the places of the separators themselves.
template<int Usual>
HWY_INLINE void writePlaces(std::uint64_t separators, std::size_t at, std::uint32_t *to, std::size_t &count)
{
    std::uint32_t *out = to + count;
    const auto found = static_cast<std::size_t>(std::popcount(separators));
    count += found;
    const auto base = static_cast<std::uint32_t>(at);
#if HWY_TARGET == HWY_AVX3_DL
    // All places side by side, and sixteen to a store.
    __m512i places = _mm512_maskz_compress_epi8(separators, hn::Iota(Bytes(), 0).raw);
    const __m512i first = _mm512_set1_epi32(static_cast<int>(base));
    std::size_t written = 0;
    do {
        _mm512_storeu_si512(out + written,
                            _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
        places = _mm512_alignr_epi64(places, places, 2);
        written += 16;
    } while (HWY_UNLIKELY(written < found));
#else
    const auto writeNext = [&]() HWY_ATTR {
        *out++ = base + static_cast<std::uint32_t>(std::countr_zero(separators));
        separators &= separators - 1;
    };
    for (int i = 0; i < Usual; ++i)
        writeNext();
    while (HWY_UNLIKELY(separators != 0))
        writeNext();
#endif
}

/// What one block hands to the next, and what is counted.
struct Progress {
    std::uint64_t inQuotes = 0;       ///< all ones where the last byte lay between quotes
    std::uint64_t afterEdge = 1;      ///< the last byte was a separator, line end or quote; the beginning is one too
    std::uint64_t afterSeparator = 1; ///< the last byte ended a cell
    std::uint64_t afterClosing = 0;
    std::uint64_t afterSpace = 0;
    std::uint64_t oddCarry = 0;
    std::uint64_t highCarry = 0;
    std::uint64_t quotes = 0; ///< of all blocks
    std::size_t cells = 0;
    std::size_t records = 0;
    std::size_t odds = 0;
    std::size_t highs = 0;
    std::size_t highsBefore = 0;
};

/// 64 bytes at `at`, of which the last block of a scan may have fewer. False where a record leaves RFC 4180.
template<bool Whole, bool CountsHigh, int UsualCells>
HWY_INLINE bool scanBlock(StructureScan &s, const Classifier &classifier, std::size_t at, Progress &p)
{
    const auto *data = reinterpret_cast<const std::uint8_t *>(s.data);
    const std::uint8_t *block = data + at;
    const std::size_t left = Whole ? 64 : s.size - at;
    const std::uint64_t valid = Whole ? ~std::uint64_t(0) : (std::uint64_t(1) << left) - 1;
    std::array<std::uint8_t, 64> last;
    if (!Whole && s.available - at < 64) {
        last.fill(0);
        std::memcpy(last.data(), block, left);
        block = last.data();
    }
    Masks m = classifier.masksOf(block);
    if (!Whole) {
        m.delimiter &= valid;
        m.quote &= valid;
        m.lf &= valid;
        m.cr &= valid;
        m.high &= valid;
    }

    p.quotes |= m.quote;
    const std::uint64_t between = m.quote == 0 ? p.inQuotes : prefixXor(m.quote) ^ p.inQuotes;
    const std::uint64_t ends = m.delimiter | m.lf | m.cr;
    const std::uint64_t edges = ends | m.quote;
    const std::uint64_t behindEdge = (edges << 1) | p.afterEdge;
    const std::uint64_t closing = m.quote & ~between;
    const std::uint64_t behindClosing = (closing << 1) | p.afterClosing;
    // An opening quote stands at a cell's beginning, and a closing one at its end; or both are a doubled quote.
    const std::uint64_t irregular = ((m.quote & between & ~behindEdge) | (behindClosing & ~edges)) & valid;

    const std::uint64_t breaks = ends & ~between;
    std::uint64_t behind = m.lf >> 1;
    if (HWY_UNLIKELY((m.cr >> (left - 1)) != 0) && at + left < s.available && data[at + left] == '\n')
        behind |= std::uint64_t(1) << (left - 1);
    // Of CR and LF together the LF ends the record.
    std::uint64_t separators = breaks & ~(m.cr & behind);

    const std::uint64_t behindSpace = (m.space << 1) | p.afterSpace;
    std::uint64_t odd = (m.odd & ~breaks) | ((m.sign | m.space) & behindEdge) | (edges & behindSpace);
    if (s.odd.unquoted)
        odd |= ((separators << 1) | p.afterSeparator) & ~m.quote;
    if (!Whole)
        odd &= valid;
    if (HWY_UNLIKELY(irregular != 0)) {
        separators &= (irregular & (0 - irregular)) - 1;
        s.irregular = true;
    }

    const std::uint64_t oddEnds = cellsWith(odd, separators, p.oddCarry) | (odd & separators);
    const std::uint64_t recordEnds = separators & ~m.delimiter;
    writeNumbers<1>(oddEnds, separators, p.cells, s.oddCells, p.odds);
    writeNumbers<1>(recordEnds, separators, p.cells, s.recordEnds, p.records);
    if (CountsHigh) {
        const std::uint64_t highEnds = cellsWith(m.high, separators, p.highCarry);
        // Those behind the last end belong to a record that may not be whole.
        if (recordEnds != 0) {
            const std::uint64_t whole = ~std::uint64_t(0) >> std::countl_zero(recordEnds);
            p.highsBefore = p.highs + static_cast<std::size_t>(std::popcount(highEnds & whole));
        }
        p.highs += static_cast<std::size_t>(std::popcount(highEnds));
    }
    writePlaces<UsualCells>(separators, at, s.cellEnds, p.cells);

    // Who goes on behind a block that is not whole begins at a record.
    p.inQuotes = 0 - ((between >> (left - 1)) & 1U);
    p.afterEdge = edges >> 63;
    p.afterSeparator = separators >> 63;
    p.afterClosing = closing >> 63;
    p.afterSpace = m.space >> 63;
    return irregular == 0;
}

template<bool CountsHigh, int UsualCells>
HWY_INLINE void scanBlocks(StructureScan &s)
{
    const Classifier classifier(s);
    Progress p;
    std::size_t at = 0;
    bool regular = true;
    constexpr std::size_t ahead = 1024; // pages end what the processor foresees by itself
    for (; regular && s.size - at >= 64; at += 64) {
        hwy::Prefetch(s.data + at + ahead);
        regular = scanBlock<true, CountsHigh, UsualCells>(s, classifier, at, p);
    }
    if (regular && at < s.size)
        (void)scanBlock<false, CountsHigh, UsualCells>(s, classifier, at, p);
    s.cells = p.cells;
    s.records = p.records;
    s.odds = p.odds;
    s.highs = p.highsBefore;
    s.tailHighs = p.highs - p.highsBefore;
    s.anyQuote = p.quotes != 0;
    s.inQuotes = p.inQuotes != 0;
    s.pendingOdd = p.oddCarry != 0;
    s.pendingHigh = p.highCarry != 0;
}

void scan(StructureScan &s)
{
    if (s.countsHigh)
        s.dense ? scanBlocks<true, 12>(s) : scanBlocks<true, 7>(s);
    else
        s.dense ? scanBlocks<false, 12>(s) : scanBlocks<false, 7>(s);
}

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
#endif

/// Bytes from `from` to `to`, a multiple of 64 apart, three readable before them. True where every sequence that ends
/// in them is right; `ascii` is made false where they are not all ASCII.
#if HWY_TARGET != HWY_SCALAR
/// Whether 64 bytes hold nothing but ASCII and letters of two bytes, as most text of ours does; far cheaper to tell than
/// the rest. `begun`: the byte before began one; then whether the last does. Gives a bit for each byte above ASCII to
/// `high`. No branches inside: which of the two it is, nobody can guess.
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
        const auto offset = hn::Sub(v, first);
        high |= bitsOf(d, isHigh(v)) << i;
        firsts |= bitsOf(d, hn::Eq(hn::Min(offset, span), offset)) << i;
        seconds |= bitsOf(d, hn::RebindMask(d, hn::Lt(hn::BitCast(s, v), behindSeconds))) << i;
    }
    const std::uint64_t wrong = (seconds ^ ((firsts << 1) | begun)) | (high ^ (firsts | seconds));
    begun = firsts >> 63;
    return wrong == 0;
}
#endif

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
            const auto offset = hn::Sub(hn::LoadU(d, data + i + part * lanes), first);
            found = hn::Or(found, hn::VecFromMask(d, hn::Eq(hn::Min(offset, span), offset)));
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

#if HWY_ONCE
namespace navette::csv
{
namespace
{

#if HWY_ARCH_X86_64
#if defined(__GNUC__)
bool hasAvx2()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("fma");
}
bool hasAvx512()
{
    // VBMI2 came with all the rest that AVX3_DL asks for.
    return hasAvx2() && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
}
bool hasSse4()
{
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("aes");
}
#else
bool hasSse4()
{
    std::array<int, 4> found{};
    __cpuid(found.data(), 1);
    constexpr int wanted = 1 << 20 | 1 << 1 | 1 << 25; // SSE4.2, PCLMULQDQ, AES
    return (found[2] & wanted) == wanted;
}
bool hasAvx2()
{
    std::array<int, 4> first{};
    std::array<int, 4> found{};
    __cpuid(first.data(), 1);
    __cpuidex(found.data(), 7, 0);
    constexpr int system = 1 << 27 | 1 << 12;        // XGETBV, FMA
    constexpr int wanted = 1 << 5 | 1 << 3 | 1 << 8; // AVX2, BMI, BMI2
    return (first[2] & system) == system && (found[1] & wanted) == wanted && (_xgetbv(0) & 6) == 6;
}
bool hasAvx512()
{
    std::array<int, 4> found{};
    __cpuidex(found.data(), 7, 0);
    constexpr int wanted = 1 << 16 | 1 << 30; // AVX-512 F and BW
    constexpr int vbmi2 = 1 << 6;
    return hasAvx2() && (found[1] & wanted) == wanted && (found[2] & vbmi2) != 0 && (_xgetbv(0) & 0xE6) == 0xE6;
}
#endif
#endif

#define NAVETTE_INSTRUCTIONS(target)                                                                                   \
    {                                                                                                                  \
#target, N_##target::scan, N_##target::isUtf8, N_##target::hasC1, N_##target::narrow, N_##target::replaceSeparators                                               \
    }

/// Those of this processor, the best first.
const std::vector<Instructions> &allInstructions()
{
    static const std::vector<Instructions> all = [] {
        std::vector<Instructions> found;
#if HWY_ARCH_X86_64
#if (HWY_TARGETS & HWY_AVX3_DL) && HWY_STATIC_TARGET != HWY_AVX3_DL
        if (hasAvx512())
            found.push_back(NAVETTE_INSTRUCTIONS(AVX3_DL));
#endif
#if (HWY_TARGETS & HWY_AVX2) && HWY_STATIC_TARGET != HWY_AVX2
        if (hasAvx2())
            found.push_back(NAVETTE_INSTRUCTIONS(AVX2));
#endif
#if (HWY_TARGETS & HWY_SSE4) && HWY_STATIC_TARGET != HWY_SSE4
        if (hasSse4())
            found.push_back(NAVETTE_INSTRUCTIONS(SSE4));
#endif
#endif
        // What the program is compiled for anyway: NEON on 64-bit ARM.
        found.push_back(
            {"the compiler's", HWY_STATIC_DISPATCH(scan), HWY_STATIC_DISPATCH(isUtf8), HWY_STATIC_DISPATCH(hasC1),
             HWY_STATIC_DISPATCH(narrow), HWY_STATIC_DISPATCH(replaceSeparators)});
        return found;
    }();
    return all;
}

std::atomic<std::size_t> chosenInstructions = 0;

} // namespace

const Instructions &instructions()
{
    return allInstructions()[chosenInstructions.load(std::memory_order_relaxed)];
}

int instructionSets()
{
    return static_cast<int>(allInstructions().size());
}

const char *useInstructions(int set)
{
    chosenInstructions = set >= 0 && set < instructionSets() ? static_cast<std::size_t>(set) : 0;
    return instructions().name;
}

} // namespace navette::csv
#endif
