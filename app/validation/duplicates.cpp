// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/duplicates.h"

#include <algorithm>
#include <bit>

#if defined(_MSC_VER)
#include <intrin.h>
#endif

namespace navette
{

namespace
{

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

} // namespace

ContactHasher::ContactHasher(std::uint64_t seed)
{
    for (std::uint64_t &secret : m_secrets)
        secret = mixed(seed += 0xC2B2AE3D27D4EB4FULL);
}

void ContactHasher::begin()
{
    m_one = m_secrets[0];
    m_two = m_secrets[1];
    m_place = m_secrets[4];
    m_empty = true;
}

void ContactHasher::add(RoomyText part, bool foldCase)
{
    // Sixteen bytes a step into two sums, with secrets in every product, so that nobody can choose keys that meet; and
    // with the part's size and place, so that the same text elsewhere is another.
    constexpr std::size_t step = 16;
    const std::size_t size = part.size();
    const std::uint64_t shape = m_place + size * m_secrets[5];
    m_place += m_secrets[2];
    m_empty = m_empty && size == 0;
    for (std::size_t at = 0; at < size; at += step) {
        SixteenBytes bytes(part.data() + at);
        bytes = foldCase ? bytes.lowerCase() : bytes;
        std::array<std::uint64_t, 2> words{};
        bytes.first(size - at).writeTo(reinterpret_cast<char *>(words.data()));
        words[0] ^= shape;
        m_one = folded(m_one ^ words[0], m_secrets[2] ^ words[1]);
        m_two = folded(m_two ^ words[1], m_secrets[3] ^ words[0]);
    }
}

ContactKey ContactHasher::key(std::uint32_t row) const
{
    return {folded(m_one ^ m_secrets[3], m_two ^ m_secrets[0]), static_cast<std::uint32_t>(mixed(m_two ^ m_one) >> 32),
            row};
}

DuplicateFinder::DuplicateFinder(qint64 expectedContacts)
{
    const auto share = static_cast<std::size_t>(expectedContacts) >> bucketBits;
    for (Bucket &bucket : m_buckets)
        bucket.reserve(share + share / 16);
}

/// `table` holds for each place the key that is there, counted from 1: the last of its contact so far.
void DuplicateFinder::findIn(const Bucket &bucket, std::vector<std::uint32_t> &table, std::vector<Duplicate> &found)
{
    const std::size_t size = std::bit_ceil(bucket.size() + bucket.size() / 2 + 1);
    table.assign(size, 0);
    for (std::uint32_t number = 1; number <= bucket.size(); ++number) {
        const ContactKey &key = bucket[number - 1];
        for (std::size_t place = key.hash & (size - 1);; place = (place + 1) & (size - 1)) {
            std::uint32_t &there = table[place];
            if (there == 0) {
                there = number;
                break;
            }
            const ContactKey &before = bucket[there - 1];
            if (before.hash == key.hash && before.more == key.more) {
                found.push_back({key.row, before.row});
                there = number;
                break;
            }
        }
    }
}

std::vector<DuplicateFinder::Duplicate> DuplicateFinder::take()
{
    std::vector<Duplicate> found;
    std::vector<std::uint32_t> table;
    for (Bucket &bucket : m_buckets) {
        findIn(bucket, table, found);
        Bucket().swap(bucket);
    }
    std::sort(found.begin(), found.end(),
              [](const Duplicate &left, const Duplicate &right) { return left.row < right.row; });
    return found;
}

} // namespace navette
