// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"

#include <QByteArray>

#include <vector>

class QFile;

namespace navette::archive
{

/// One central header of a zip, checked against its local header.
struct ZipRecord {
    QByteArray rawName;
    QByteArray extra;
    quint16 versionMadeBy = 0;
    quint16 flags = 0;
    quint16 method = 0;
    quint32 crc = 0;
    quint64 compressedSize = 0;
    quint64 size = 0;
    quint32 externalAttributes = 0;
    quint64 offset = 0;  ///< of the local header
    quint64 dataEnd = 0; ///< where its compressed bytes end

    [[nodiscard]] bool isEncrypted() const { return (flags & 0x2041) != 0; }
    [[nodiscard]] bool isDirectory() const { return rawName.endsWith('/'); }
    [[nodiscard]] bool isLink() const;
    /// The name for sentences: decoded and safe to show.
    [[nodiscard]] QString visible() const;
};

/// The directory of a zip, read by ourselves because what decides about safety (offsets, raw names, what local and
/// central headers each say) is what zip libraries do not hand out. A zip is refused where two readers could see
/// different files in it: overlapping entries, headers that disagree, bytes before or after (reliability.md, part B).
/// Errors: BadFormat, Limit, Unsupported (split).
[[nodiscard]] Result<std::vector<ZipRecord>> readZipDirectory(QFile &file, const Limits &limits);

} // namespace navette::archive
