// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/duplicates.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(Q_OS_LINUX)
#include <sys/mman.h>
#elif defined(_MSC_VER)
#include <intrin.h>
#endif

namespace navette
{

namespace
{

constexpr std::size_t firstSize = 1024;
std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 32;
    value *= 0xD6E8FEB86659FD93ULL;
    value ^= value >> 29;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 32);
}

/// Both halves of the product over one another: each bit of it hangs on all bits of both.
std::uint64_t folded(std::uint64_t one, std::uint64_t other)
{
#if defined(_MSC_VER) && !defined(__clang__)
    return (one * other) ^ __umulh(one, other);
#else
    __extension__ using Product = unsigned __int128;
    const Product product = static_cast<Product>(one) * other;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#endif
}

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

} // namespace

ContactHasher::ContactHasher(std::uint64_t seed)
{
    for (std::uint64_t &secret : m_secrets)
        secret = mixed(seed += 0xC2B2AE3D27D4EB4FULL);
}

ContactKey ContactHasher::operator()(std::string_view key, std::uint32_t row) const
{
    // Sixteen bytes a step into two sums, with secrets in every product, so that nobody can choose keys that meet.
    std::uint64_t one = m_secrets[0] ^ key.size();
    std::uint64_t two = m_secrets[1] + key.size();
    const auto take = [&](std::uint64_t first, std::uint64_t second) {
        one = folded(one ^ first, m_secrets[2] ^ second);
        two = folded(two ^ second, m_secrets[3] ^ first);
    };
    constexpr std::size_t step = 16;
    const std::size_t size = key.size();
    const char *const data = key.data();
    std::size_t at = 0;
    for (; size - at > step; at += step)
        take(wordAt(data + at), wordAt(data + at + 8));
    if (size >= step) { // what is left of it, together with some bytes before
        take(wordAt(data + size - step), wordAt(data + size - 8));
    } else {
        std::array<char, step> rest{};
        std::memcpy(rest.data(), data, size);
        take(wordAt(rest.data()), wordAt(rest.data() + 8));
    }
    return {folded(one ^ m_secrets[3], two ^ m_secrets[0]), static_cast<std::uint32_t>(mixed(two ^ one) >> 32), row};
}

DuplicateFinder::DuplicateFinder(qint64 expectedRows)
{
    // A quarter of air keeps the ways short.
    allocate(std::max(firstSize, static_cast<std::size_t>(expectedRows + expectedRows / 3)));
}

void DuplicateFinder::Free::operator()(ContactKey *slots) const
{
    std::free(slots);
}

void DuplicateFinder::allocate(std::size_t size)
{
    m_size = size;
    m_slots.reset(static_cast<ContactKey *>(std::calloc(size, sizeof(ContactKey))));
    if (!m_slots)
        throw std::bad_alloc();
#if defined(Q_OS_LINUX)
    // Keys fall anywhere in the table, so that with small pages nearly each would cost a walk through the page tables.
    constexpr std::uintptr_t page = std::uintptr_t(2) << 20;
    const auto begin = reinterpret_cast<std::uintptr_t>(m_slots.get());
    const std::uintptr_t first = (begin + page - 1) / page * page;
    const std::uintptr_t last = (begin + size * sizeof(ContactKey)) / page * page;
    if (first < last)
        madvise(reinterpret_cast<void *>(first), last - first, MADV_HUGEPAGE);
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
    __builtin_prefetch(&m_slots[placeOf(key)], 1);
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
