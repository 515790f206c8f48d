// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/structure.h"

namespace navette::csv
{

/// What one scan is told and gives back, in plain numbers.
struct StructureScan {
    const char *data = nullptr; ///< the beginning of a record
    std::size_t size = 0;       ///< to scan
    std::size_t available = 0;  ///< that may be read
    char delimiter = ';';
    char quote = '"';
    OddBytes odd;
    bool dense = true;      ///< many cells in a block
    bool countsHigh = true; ///< highs, tailHighs and pendingHigh are wanted

    // Room for one entry per byte and two blocks more.
    std::uint32_t *cellEnds = nullptr;
    std::uint32_t *recordEnds = nullptr;
    std::uint32_t *oddCells = nullptr;

    std::size_t cells = 0;
    std::size_t records = 0;
    std::size_t odds = 0;
    std::size_t highs = 0;     ///< cells in whole records
    std::size_t tailHighs = 0; ///< cells behind those
    bool irregular = false;    ///< stopped: the record that began last leaves RFC 4180
    bool anyQuote = false;
    bool inQuotes = false; ///< at the end
    bool pendingOdd = false;
    bool pendingHigh = false;
};

constexpr std::size_t narrowRoom = 64;
struct Separators {
    char before;
    char after;
};

/// One set of instructions. Highway's own dispatch is a shared library that takes milliseconds to load (it measures the
/// processor's clock), twice what the rest of a start takes; so its headers alone are used, and the choice is made
/// here.
struct Instructions {
    const char *name;
    void (*scan)(StructureScan &);
    /// From … to: a multiple of 64 bytes, three readable before them. True where every sequence that ends in them is
    /// right; the last is made false where they are not all ASCII.
    bool (*isUtf8)(const std::uint8_t *, const std::uint8_t *, bool &);
    /// Whether any byte is one from 0x80 to 0x9F.
    bool (*hasC1)(const std::uint8_t *, std::size_t);
    /// Writes rows in UTF-8 without letters beyond U+00FF in ISO-8859-1, with other separators, and gives its end. They
    /// need as much room as they have now and `narrowRoom` bytes more.
    char *(*narrow)(const char *from, const char *to, char *out, Separators separators);
    /// In place.
    void (*replaceSeparators)(char *from, char *to, Separators separators);
};
/// The best of this processor, unless a test wants another.
[[nodiscard]] const Instructions &instructions();

/// For tests: how many sets there are here, and the name of that which is used; `use` takes them in turn, and a
/// negative number the best again.
[[nodiscard]] int instructionSets();
const char *useInstructions(int set);

} // namespace navette::csv
