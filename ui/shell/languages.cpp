// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct State {
    QString key = u"system"_s;
    QLocale locale;
    std::unique_ptr<QTranslator> ours;
    std::unique_ptr<QTranslator> qts;
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
    s.ours = std::make_unique<QTranslator>();
    s.qts = std::make_unique<QTranslator>();
    // English has a file too: it holds the plural forms.
    const QString name = s.locale.language() == QLocale::French ? u"fr"_s : u"en"_s;
    if (s.ours->load(u":/i18n/navette_%1.qm"_s.arg(name)))
        QCoreApplication::installTranslator(s.ours.get());
    if (s.qts->load(u"qtbase_%1"_s.arg(name), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(s.qts.get());
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
