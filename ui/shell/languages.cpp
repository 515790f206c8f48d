// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/languages.h"

#include "base/translations.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct State {
    QString key = u"system"_s;
    QLocale locale;
};

State &state()
{
    static State theState;
    return theState;
}

QLocale localeFor(const QString &key)
{
    const QLocale system = QLocale::system();
    if (key == "fr"_L1)
        return system.language() == QLocale::French ? system : QLocale(QLocale::French, QLocale::France);
    if (key == "en"_L1)
        return system.language() == QLocale::English ? system : QLocale(QLocale::English, QLocale::UnitedKingdom);
    // Texts exist in two languages; numbers and dates follow the texts.
    return system.language() == QLocale::French ? system : localeFor(u"en"_s);
}

} // namespace

std::vector<Language> languages()
{
    return {{u"system"_s, QCoreApplication::translate("navette::ui::Languages", "As the system")},
            {u"en"_s, u"English"_s},
            {u"fr"_s, u"Français"_s}};
}

void applyLanguage(const QString &key)
{
    State &s = state();
    s.key = key;
    s.locale = localeFor(key);
    QLocale::setDefault(s.locale);
    installTranslations(*QCoreApplication::instance(), s.locale);
}

QString currentLanguageKey()
{
    return state().key;
}

QString currentLanguageName()
{
    return state().locale.language() == QLocale::French ? u"Français"_s : u"English"_s;
}

} // namespace navette::ui
