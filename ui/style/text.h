// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace navette::ui
{

/// "1.2 MB", one decimal, the locale's separators.
[[nodiscard]] QString sizeText(qint64 bytes);
/// "12,345".
[[nodiscard]] QString numberText(qint64 number);
/// "today 14:05", "yesterday 17:40", "18 Nov 16:02"; local time.
[[nodiscard]] QString whenText(const QDateTime &when, const QDateTime &now = QDateTime::currentDateTime());
/// As tr() takes it for "%n".
[[nodiscard]] int asCount(qint64 number);
/// Text with file names for a label that wraps: without spaces they could not, and would push their neighbours away.
/// Not for text that can be copied, as it holds invisible marks.
[[nodiscard]] QString breakable(const QString &name);
/// "20 s", "2 min", "3 h".
[[nodiscard]] QString durationText(qint64 seconds);
/// "7 days".
[[nodiscard]] QString daysText(int days);
/// Exact, for tooltips, with the zone.
[[nodiscard]] QString exactWhenText(const QDateTime &when);

} // namespace navette::ui
