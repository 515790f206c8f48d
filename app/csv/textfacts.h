// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <optional>

namespace navette::csv
{

/// What all bytes together tell of their encoding.
struct TextFacts {
    bool ascii = true;
    bool validUtf8 = true;
    bool anyC1 = false; ///< a byte from 0x80 to 0x9F; known only where they are no valid UTF-8
};
[[nodiscard]] TextFacts textFacts(QByteArrayView bytes);

/// sniff(), with what it learnt of all bytes on the way, if it had to look at them.
[[nodiscard]] Dialect sniff(QByteArrayView bytes, const DialectHints &hints, std::optional<TextFacts> &facts);

} // namespace navette::csv
