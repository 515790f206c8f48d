// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace navette::practice
{

/// How a CSV that we make up is written: as the platform wants it, or with the mistakes of the samples.
struct CsvStyle {
    enum class Letters { Latin1, Utf8, Windows1252 };
    Letters letters = Letters::Latin1;
    bool byteOrderMark = false;
    char delimiter = ';';
    QByteArray lineEnd = "\n";
    bool quoteAll = false;
};

/// Letters that the alphabet lacks become '?': nobody asks for that, the samples are written with care.
[[nodiscard]] QByteArray csvBytes(const QList<QStringList> &rows, const CsvStyle &style = {});

/// One gzip member.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

/// Writes beside the target first, so that nobody ever sees half a file. Replaces. Errors: NotWritable.
[[nodiscard]] Result<void> writeWhole(const LocalPath &target, const QByteArray &bytes);
[[nodiscard]] QByteArray readWhole(const LocalPath &file);
/// For files with a past.
void setModified(const LocalPath &file, const QDateTime &time);
[[nodiscard]] QDateTime modifiedAt(const LocalPath &file);

} // namespace navette::practice
