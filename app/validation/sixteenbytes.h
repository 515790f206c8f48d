// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define NAVETTE_SSE2 // every 64-bit Intel and AMD processor has it
#endif

namespace navette
{

/// Of sixteen bits; std::popcount() is a call where the compiler may not use every processor's own instruction.
[[nodiscard]] constexpr std::uint32_t bitCount(std::uint32_t bits)
{
    bits -= (bits >> 1) & 0x5555U;
    bits = (bits & 0x3333U) + ((bits >> 2) & 0x3333U);
    bits = (bits + (bits >> 4)) & 0x0F0FU;
    return (bits + (bits >> 8)) & 0x1FU;
}

/// Sixteen characters looked at together; questions are answered with one bit for each. The few instructions that every
/// processor has do, so that the answers can be inlined; elsewhere the compiler makes what it can of plain loops.
class SixteenBytes
{
public:
    using Table = std::array<std::uint8_t, 16>;

#if defined(NAVETTE_SSE2)
    explicit SixteenBytes(const char *at) : m_bytes(_mm_loadu_si128(reinterpret_cast<const __m128i *>(at))) {}
    /// The bytes of two numbers, the lowest of each first.
    SixteenBytes(std::uint64_t first, std::uint64_t second)
        : m_bytes(_mm_set_epi64x(static_cast<long long>(second), static_cast<long long>(first)))
    {
    }

    [[nodiscard]] std::uint32_t are(char c) const
    {
        return bits(_mm_cmpeq_epi8(m_bytes, _mm_set1_epi8(c)));
    }
    /// From `first` to `first` + `span`.
    [[nodiscard]] std::uint32_t areWithin(char first, char span) const
    {
        return bits(within(m_bytes, _mm_set1_epi8(first), _mm_set1_epi8(span)));
    }
    /// The same, each by its own bounds.
    [[nodiscard]] std::uint32_t areWithin(const Table &firsts, const Table &spans) const
    {
        return bits(within(m_bytes, load(firsts.data()), load(spans.data())));
    }
    /// Letters of ASCII between these two, which are small.
    [[nodiscard]] std::uint32_t areLetters(char first, char last) const
    {
        const __m128i small = _mm_or_si128(m_bytes, _mm_set1_epi8(0x20));
        return bits(within(small, _mm_set1_epi8(first), _mm_set1_epi8(static_cast<char>(last - first))));
    }
    void writeTo(char *out) const
    {
        _mm_storeu_si128(reinterpret_cast<__m128i *>(out), m_bytes);
    }
    /// Zeros behind the first so many, which may be all or more.
    [[nodiscard]] SixteenBytes first(std::size_t count) const
    {
        return SixteenBytes(_mm_and_si128(m_bytes, load(ones(count))));
    }
    /// Zeros in front, and the last so many gone.
    template<int Count>
    [[nodiscard]] SixteenBytes movedUp() const
    {
        return SixteenBytes(_mm_slli_si128(m_bytes, Count));
    }
    [[nodiscard]] SixteenBytes operator|(const SixteenBytes &other) const
    {
        return SixteenBytes(_mm_or_si128(m_bytes, other.m_bytes));
    }
    /// A to Z made small.
    [[nodiscard]] SixteenBytes lowerCase() const
    {
        const __m128i capitals = within(m_bytes, _mm_set1_epi8('A'), _mm_set1_epi8(25));
        return SixteenBytes(_mm_or_si128(m_bytes, _mm_and_si128(capitals, _mm_set1_epi8(0x20))));
    }

private:
    explicit SixteenBytes(__m128i bytes) : m_bytes(bytes) {}
    static std::uint32_t bits(__m128i mask)
    {
        return static_cast<std::uint32_t>(_mm_movemask_epi8(mask));
    }
    static __m128i load(const std::uint8_t *table)
    {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(table));
    }
    static __m128i within(__m128i bytes, __m128i first, __m128i span)
    {
        const __m128i offset = _mm_sub_epi8(bytes, first);
        return _mm_cmpeq_epi8(_mm_min_epu8(offset, span), offset);
    }
    __m128i m_bytes;
#else
    explicit SixteenBytes(const char *at)
    {
        std::memcpy(m_bytes.data(), at, m_bytes.size());
    }
    SixteenBytes(std::uint64_t first, std::uint64_t second)
    {
        for (std::size_t i = 0; i < 8; ++i) {
            m_bytes[i] = static_cast<std::uint8_t>(first >> (8 * i));
            m_bytes[i + 8] = static_cast<std::uint8_t>(second >> (8 * i));
        }
    }

    [[nodiscard]] std::uint32_t are(char c) const
    {
        return bits([c](std::size_t, std::uint8_t byte) { return byte == static_cast<std::uint8_t>(c); });
    }
    [[nodiscard]] std::uint32_t areWithin(char first, char span) const
    {
        return bits([first, span](std::size_t, std::uint8_t byte) {
            return static_cast<std::uint8_t>(byte - static_cast<std::uint8_t>(first)) <=
                   static_cast<std::uint8_t>(span);
        });
    }
    [[nodiscard]] std::uint32_t areWithin(const Table &firsts, const Table &spans) const
    {
        return bits(
            [&](std::size_t i, std::uint8_t byte) { return static_cast<std::uint8_t>(byte - firsts[i]) <= spans[i]; });
    }
    [[nodiscard]] std::uint32_t areLetters(char first, char last) const
    {
        return bits([first, last](std::size_t, std::uint8_t byte) {
            const auto small = static_cast<std::uint8_t>(byte | 0x20U);
            return small >= static_cast<std::uint8_t>(first) && small <= static_cast<std::uint8_t>(last);
        });
    }
    void writeTo(char *out) const
    {
        std::memcpy(out, m_bytes.data(), m_bytes.size());
    }
    [[nodiscard]] SixteenBytes first(std::size_t count) const
    {
        SixteenBytes front = *this;
        for (std::size_t i = 0; i < m_bytes.size(); ++i)
            front.m_bytes[i] &= ones(count)[i];
        return front;
    }
    template<int Count>
    [[nodiscard]] SixteenBytes movedUp() const
    {
        SixteenBytes moved(0, 0);
        std::copy_n(m_bytes.begin(), m_bytes.size() - Count, moved.m_bytes.begin() + Count);
        return moved;
    }
    [[nodiscard]] SixteenBytes operator|(const SixteenBytes &other) const
    {
        SixteenBytes both = *this;
        for (std::size_t i = 0; i < m_bytes.size(); ++i)
            both.m_bytes[i] |= other.m_bytes[i];
        return both;
    }
    [[nodiscard]] SixteenBytes lowerCase() const
    {
        SixteenBytes small = *this;
        for (std::uint8_t &byte : small.m_bytes)
            byte = static_cast<std::uint8_t>(byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte);
        return small;
    }

private:
    template<typename Question>
    [[nodiscard]] std::uint32_t bits(const Question &question) const
    {
        std::uint32_t all = 0;
        for (std::size_t i = 0; i < m_bytes.size(); ++i)
            all |= static_cast<std::uint32_t>(question(i, m_bytes[i])) << i;
        return all;
    }
    Table m_bytes;
#endif

    /// Sixteen bytes of ones and zeros, to be loaded.
    static const std::uint8_t *ones(std::size_t count)
    {
        static constexpr std::uint8_t all = 0xFF;
        static constexpr std::array<std::uint8_t, 32> steps{all, all, all, all, all, all, all, all,
                                                            all, all, all, all, all, all, all, all};
        return steps.data() + 16 - std::min<std::size_t>(count, 16);
    }
};

} // namespace navette
