// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/duplicates.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(Q_OS_LINUX)
#include <sys/mman.h>
#endif

namespace navette
{

namespace
{

constexpr std::size_t firstSize = 1024;
constexpr std::uint64_t factors[] = {0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL, 0xD6E8FEB86659FD93ULL};

std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 32;
    value *= factors[2];
    value ^= value >> 29;
    value *= factors[0];
    return value ^ (value >> 32);
}

} // namespace

ContactKey contactKey(std::string_view key, std::uint64_t seed, std::uint32_t row)
{
    // Two chains of multiplications, eight bytes a step; each step is reversible, so nothing of the key gets lost
    // early.
    std::uint64_t one = seed ^ (key.size() * factors[0]);
    std::uint64_t two = mixed(seed) + key.size();
    const auto take = [&](std::uint64_t word) {
        one = (one ^ word) * factors[0];
        one ^= one >> 29;
        two = (two + word) * factors[1];
        two ^= two >> 31;
    };
    std::size_t at = 0;
    for (; key.size() - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, key.data() + at, 8);
        take(word);
    }
    if (at < key.size()) {
        // What is left of it; in a long key together with some bytes before.
        std::uint64_t rest = 0;
        if (key.size() >= 8)
            std::memcpy(&rest, key.data() + key.size() - 8, 8);
        else
            std::memcpy(&rest, key.data(), key.size());
        take(rest);
    }
    return {mixed(one + (two << 1)), static_cast<std::uint32_t>(mixed(two) >> 32), row};
}

DuplicateFinder::DuplicateFinder(qint64 expectedRows)
{
    // A quarter of air keeps the ways short.
    allocate(std::max(firstSize, static_cast<std::size_t>(expectedRows + expectedRows / 3)));
}

void DuplicateFinder::Free::operator()(ContactKey *slots) const
{
#if defined(Q_OS_LINUX)
    std::free(slots);
#else
    delete[] slots;
#endif
}

/// Keys fall anywhere in the table, so that with small pages nearly each would cost a walk through the page tables.
void DuplicateFinder::allocate(std::size_t size)
{
    m_size = size;
#if defined(Q_OS_LINUX)
    constexpr std::size_t page = std::size_t(2) << 20;
    const std::size_t bytes = size * sizeof(ContactKey);
    const bool large = bytes >= page;
    const std::size_t rounded = large ? (bytes + page - 1) / page * page : bytes;
    void *memory = std::aligned_alloc(large ? page : alignof(std::max_align_t), rounded);
    if (!memory)
        throw std::bad_alloc();
    if (large)
        madvise(memory, rounded, MADV_HUGEPAGE);
    std::memset(memory, 0, bytes);
    m_slots.reset(static_cast<ContactKey *>(memory));
#else
    m_slots.reset(new ContactKey[size]);
#endif
}

std::size_t DuplicateFinder::placeOf(const ContactKey &key) const
{
    // The upper half of the hash, scaled to the table's size: it need not be a power of two.
    return static_cast<std::size_t>(((key.hash >> 32) * static_cast<std::uint64_t>(m_size)) >> 32);
}

void DuplicateFinder::prepare(const ContactKey &key) const
{
#if defined(__GNUC__)
    __builtin_prefetch(&m_slots[placeOf(key)]);
#else
    Q_UNUSED(key)
#endif
}

void DuplicateFinder::grow(std::size_t size)
{
    const auto old = std::move(m_slots);
    const std::size_t oldSize = m_size;
    allocate(size);
    m_used = 0;
    for (std::size_t i = 0; i < oldSize; ++i) {
        if (old[i].row != 0)
            (void)enter(old[i]);
    }
}

std::optional<qint64> DuplicateFinder::enter(const ContactKey &key)
{
    if ((m_used + 1) * 8 > m_size * 7)
        grow(m_size * 2);
    std::size_t at = placeOf(key);
    for (;; at = at + 1 == m_size ? 0 : at + 1) {
        ContactKey &slot = m_slots[at];
        if (slot.row == 0) {
            slot = key;
            ++m_used;
            return std::nullopt;
        }
        if (slot.hash == key.hash && slot.more == key.more) {
            const qint64 before = slot.row;
            slot.row = key.row;
            return before;
        }
    }
}

} // namespace navette
