// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/duplicates.h"

#include <QHashFunctions>

namespace navette
{

namespace
{

constexpr std::size_t firstSize = 1024; // always a power of two

std::uint64_t hashOf(std::string_view key)
{
    // qHashBits gives 32 bits on 32-bit systems: two seeds make 64 everywhere.
    const std::uint64_t high = qHashBits(key.data(), key.size(), 0x9E3779B9U);
    const std::uint64_t low = qHashBits(key.data(), key.size(), 0x7F4A7C15U);
    return (high << 32) ^ (high >> 32) ^ low;
}

} // namespace

DuplicateFinder::DuplicateFinder() : m_slots(firstSize) {}

DuplicateFinder::Slot &DuplicateFinder::slotFor(std::uint64_t hash)
{
    std::size_t at = static_cast<std::size_t>(hash) & (m_slots.size() - 1);
    while (m_slots[at].row != 0 && m_slots[at].hash != hash)
        at = (at + 1) & (m_slots.size() - 1);
    return m_slots[at];
}

void DuplicateFinder::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.row != 0)
            slotFor(slot.hash) = slot;
    }
}

std::optional<qint64> DuplicateFinder::enter(std::string_view key, qint64 row)
{
    if ((m_used + 1) * 4 > m_slots.size() * 3)
        grow();
    const std::uint64_t hash = hashOf(key);
    Slot &slot = slotFor(hash);
    if (slot.row != 0) {
        const qint64 before = slot.row;
        slot.row = row;
        return before;
    }
    slot = {hash, row};
    ++m_used;
    return std::nullopt;
}

} // namespace navette
