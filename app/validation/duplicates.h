// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/usualforms.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <vector>

namespace navette
{

/// What stands for a contact's normalised key: 96 bits of a hash with a secret seed, so that two contacts share one by
/// chance never, and by malice hardly; and the row that has it, 16 bytes in all.
struct ContactKey {
    std::uint64_t hash = 0;
    std::uint32_t more = 0;
    std::uint32_t row = 0;
};

/// Makes those keys; the same seed for all that are compared.
class ContactHasher
{
public:
    explicit ContactHasher(std::uint64_t seed);
    /// Another contact.
    void begin();
    /// What its next column holds, of as many as others have. `foldCase`: A is a.
    void add(RoomyText part, bool foldCase);
    /// Whether all that was added is empty.
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    [[nodiscard]] ContactKey key(std::uint32_t row) const;

private:
    std::array<std::uint64_t, 6> m_secrets;
    std::uint64_t m_one = 0;
    std::uint64_t m_two = 0;
    std::uint64_t m_place = 0; ///< of the next part
    bool m_empty = true;
};

/// Finds contacts that stand in several rows, at 16 bytes a contact. Keys are put into buckets as they come, and the
/// buckets gone through one by one in the end: no table gets larger than the processor's cache.
class DuplicateFinder
{
public:
    /// Makes room for so many contacts at once, rather than growing to it.
    explicit DuplicateFinder(qint64 expectedContacts = 0);
    /// To be called in the order of rows.
    void add(const ContactKey &key)
    {
        m_buckets[static_cast<std::size_t>(key.hash >> (64 - bucketBits))].push_back(key);
    }

    /// A row whose contact stood in the file already.
    struct Duplicate {
        std::uint32_t row = 0;
        std::uint32_t before = 0; ///< the last row with the same contact above it
    };
    /// All of them, in the order of rows. The keys are gone then.
    [[nodiscard]] std::vector<Duplicate> take();

private:
    static constexpr int bucketBits = 8;
    using Bucket = std::vector<ContactKey>;
    static void findIn(const Bucket &bucket, std::vector<std::uint32_t> &table, std::vector<Duplicate> &found);

    std::array<Bucket, std::size_t(1) << bucketBits> m_buckets;
};

} // namespace navette
