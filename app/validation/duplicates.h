// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace navette
{

/// Remembers the last row of every contact met, by a 64-bit hash of its normalised key: 16 bytes a contact and some
/// air, so that ten million rows fit. Two contacts share a hash by chance once in many millions of full files.
class DuplicateFinder
{
public:
    DuplicateFinder();
    /// The last row that had this key before, if any; `row` takes its place.
    [[nodiscard]] std::optional<qint64> enter(std::string_view key, qint64 row);

private:
    struct Slot {
        std::uint64_t hash = 0;
        qint64 row = 0; ///< 0: free
    };
    void grow();
    [[nodiscard]] Slot &slotFor(std::uint64_t hash);

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

} // namespace navette
