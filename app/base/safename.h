// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace navette
{

/// Bytes from a server or an archive as text that is safe to show: control, bidirectional and zero-width characters and
/// bytes that are not UTF-8 become visible escapes such as `\x1b` or `\u202e` (reliability.md, part A).
[[nodiscard]] QString visibleName(QByteArrayView bytes);

/// A file name for this computer made from a name that a server or archive gave: no separators, no `..`, no reserved
/// device name, no trailing dot or space, no alternate stream, at most 200 bytes of UTF-8 with its ending kept. The
/// same on every system; two names may give the same one, so files are made exclusively.
[[nodiscard]] QString safeLocalName(QByteArrayView bytes);

/// Where the ending of a file name starts that says what the file is: ".csv", and both of ".csv.gz". The end of the
/// name if there is none.
[[nodiscard]] qsizetype endingOf(const QString &name);
/// A file name with a mark before its ending: "a.csv.gz" and " (2)" give "a (2).csv.gz".
[[nodiscard]] QString markedName(const QString &name, const QString &mark);

} // namespace navette
