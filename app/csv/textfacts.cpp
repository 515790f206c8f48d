// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/textfacts.h"

#include "csv/instructions.h"

#include <algorithm>

namespace navette::csv
{

TextFacts textFacts(QByteArrayView bytes)
{
    TextFacts facts;
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto size = static_cast<std::size_t>(bytes.size());
    const auto scalar = [&](std::size_t from, std::size_t to) {
        const QByteArrayView part = bytes.sliced(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from));
        facts.validUtf8 = facts.validUtf8 && part.isValidUtf8();
        facts.ascii = facts.ascii && std::all_of(part.begin(), part.end(),
                                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    // The first bytes have none before them, and the last are no whole block.
    const auto begins = [&](std::size_t at) { return at >= size || (data[at] & 0xC0U) != 0x80U; };
    if (size < 256) {
        scalar(0, size);
    } else {
        std::size_t head = 64;
        while (head > 60 && !begins(head))
            --head;
        scalar(0, head);
        constexpr std::size_t step = 64 * 1024;
        std::size_t at = head;
        while (facts.validUtf8 && size - at >= 64) {
            const std::size_t length = std::min(step, (size - at) & ~std::size_t(63));
            facts.validUtf8 = instructions().isUtf8(data + at, data + at + length, facts.ascii);
            at += length;
        }
        // A letter that begins in the last block may end behind it, or not at all.
        std::size_t tail = at;
        for (std::size_t back = 1; back <= 3 && back <= at - head && tail == at; ++back) {
            if (data[at - back] >= 0xC0)
                tail = at - back;
        }
        if (facts.validUtf8)
            scalar(tail, size);
    }
    if (!facts.validUtf8) {
        facts.ascii = false;
        facts.anyC1 = instructions().hasC1(data, size);
    }
    return facts;
}

void TextFacts::add(QByteArrayView more)
{
    if (validUtf8)
        add(textFacts(more));
    else if (!anyC1)
        anyC1 = instructions().hasC1(reinterpret_cast<const std::uint8_t *>(more.data()),
                                     static_cast<std::size_t>(more.size()));
}

void TextFacts::add(const TextFacts &other)
{
    ascii = ascii && other.ascii;
    validUtf8 = validUtf8 && other.validUtf8;
    anyC1 = anyC1 || other.anyC1;
}

} // namespace navette::csv
