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

    /// Of more bytes, which begin where no letter is cut. Whether they hold C1 is asked only where those before are no
    /// valid UTF-8 either.
    void add(QByteArrayView more);
    void add(const TextFacts &other);
};
[[nodiscard]] TextFacts textFacts(QByteArrayView bytes);

/// sniff() that asks `facts` for what only all bytes tell; where they are not known and needed, it finds them and
/// leaves them there.
[[nodiscard]] Dialect sniff(QByteArrayView bytes, const DialectHints &hints, std::optional<TextFacts> &facts);

} // namespace navette::csv
