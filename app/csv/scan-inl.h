// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and records, 64 bytes at a time.
#if defined(NAVETTE_CSV_SCAN) == defined(HWY_TARGET_TOGGLE) // once for every set of instructions
#ifdef NAVETTE_CSV_SCAN
#undef NAVETTE_CSV_SCAN
#else
#define NAVETTE_CSV_SCAN
#endif

#include "csv/blocks-inl.h"
#include "csv/instructions.h"

#include <array>
#include <bit>
#include <cstring>
#include <hwy/cache_control.h>

HWY_BEFORE_NAMESPACE();
namespace navette::csv::HWY_NAMESPACE
{
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
            const auto given =
                hn::Or(isWithin(v, m_oddFirst, m_oddSpan),
                       hn::Or(hn::Eq(v, m_oddOne), hn::Or(hn::Eq(v, m_oddOther), hn::Eq(v, m_oddThird))));
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

} // namespace navette::csv::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
