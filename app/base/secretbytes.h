// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <vector>

namespace navette
{

/// Gives memory back overwritten, so that no copy that a container leaves behind as it grows can be read.
template<typename T>
struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template<typename Other>
    WipingAllocator(const WipingAllocator<Other> &)
    {
    }
    [[nodiscard]] T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T *memory, std::size_t count)
    {
        wipeMemory(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    bool operator==(const WipingAllocator &) const { return true; }
};

/// A private key or a piece of one; for passwords there is Secret.
using SecretBytes = std::vector<char, WipingAllocator<char>>;

} // namespace navette
