// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace navette
{

/// What stands for a contact's normalised key: 96 bits of a hash with a secret seed, so that two contacts share one by
/// chance never, and by malice hardly; and the row that has it, 16 bytes in all.
struct ContactKey {
    std::uint64_t hash = 0;
    std::uint32_t more = 0;
    std::uint32_t row = 0; ///< 0: none
};

/// Makes those keys; the same seed for all that are compared.
class ContactHasher
{
public:
    explicit ContactHasher(std::uint64_t seed);
    [[nodiscard]] ContactKey operator()(std::string_view key, std::uint32_t row) const;

private:
    std::array<std::uint64_t, 4> m_secrets;
};

/// Remembers the last row of every contact met: 16 bytes a contact and some air, so that ten million rows fit.
class DuplicateFinder
{
public:
    /// Makes room for so many rows at once, rather than growing to it.
    explicit DuplicateFinder(qint64 expectedRows = 0);
    /// The last row that had this key before, if any; the key's row takes its place.
    [[nodiscard]] std::optional<qint64> enter(const ContactKey &key);
    /// Brings the place of a key that comes soon nearer.
    void prepare(const ContactKey &key) const;

private:
    void allocate(std::size_t size);
    void grow(std::size_t size);
    [[nodiscard]] std::size_t placeOf(const ContactKey &key) const;

    struct Free {
        void operator()(ContactKey *slots) const;
    };
    std::unique_ptr<ContactKey[], Free> m_slots;
    std::size_t m_size = 0;
    std::size_t m_used = 0;
};

} // namespace navette
