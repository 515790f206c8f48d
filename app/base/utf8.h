// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace navette
{

/// Length in bytes of the well-formed UTF-8 sequence at the front; 0 if there is none. `bytes` is not empty.
[[nodiscard]] inline qsizetype utf8SequenceLength(QByteArrayView bytes)
{
    const auto lead = static_cast<uchar>(bytes.front());
    const qsizetype length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    return length <= bytes.size() && length > 0 && bytes.first(length).isValidUtf8() ? length : 0;
}

} // namespace navette
