// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace navette::archive
{

/// What a zip entry says about its name.
struct ZipName {
    QByteArrayView raw;
    bool utf8Flag = false; ///< general purpose bit 11
    quint8 hostSystem = 0; ///< high byte of "version made by": 0 MS-DOS, 3 Unix, 10 and 11 Windows, 19 macOS
    QByteArrayView extra;  ///< the central header's extra field
};

/// The letters that were meant: Explorer, 7-Zip and WinRAR write the DOS code page, macOS UTF-8 without saying so,
/// Info-ZIP adds a Unicode path. Not yet safe to show: see visibleName().
[[nodiscard]] QString decodedZipName(const ZipName &name);

} // namespace navette::archive
