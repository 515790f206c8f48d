// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace navette
{

/// One of two whole translated sentences, by the count; %1 in `many` becomes the number. Two sentences rather than %n,
/// so that English needs no translation file.
[[nodiscard]] inline QString plural(qint64 count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(count));
}

} // namespace navette
