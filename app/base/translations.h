// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;
class QLocale;

namespace navette
{

/// The language to speak: `--lang fr` or `--lang=fr` among the arguments, else `chosen` (the setting; may be empty),
/// else the system's.
[[nodiscard]] QLocale chosenLocale(const QStringList &arguments, const QString &chosen = {});

/// Installs Navette's and Qt's own texts for the locale; English texts need none. Called before any text is made;
/// calling it again changes the language of texts made from then on.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace navette
