// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace navette::ui
{

struct Language {
    QString key;  ///< "system", "en", "fr"
    QString name; ///< in that language
};
[[nodiscard]] std::vector<Language> languages();
/// Installs translators for that choice and sets the default locale; "system" follows the system.
void applyLanguage(const QString &key);
[[nodiscard]] QString currentLanguageKey();
[[nodiscard]] QString currentLanguageName(); ///< "English"

} // namespace navette::ui
