// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace navette
{
namespace
{

// The property by which an earlier language's texts are found again.
constexpr char ourMark[] = "navetteTranslation";

void removeEarlier(QCoreApplication &application)
{
    for (QTranslator *translator : application.findChildren<QTranslator *>()) {
        if (!translator->property(ourMark).toBool())
            continue;
        QCoreApplication::removeTranslator(translator);
        translator->deleteLater();
    }
}

QString ownTexts(const QString &language)
{
    return QStringLiteral(":/i18n/navette_%1.qm").arg(language);
}

// The first of the person's languages that Navette speaks; English where it speaks none of them.
QString spokenLanguage(const QLocale &locale)
{
    for (const QString &tag : locale.uiLanguages()) {
        const QString language = tag.section(u'-', 0, 0);
        if (QFile::exists(ownTexts(language)))
            return language;
    }
    return QStringLiteral("en");
}

void install(QCoreApplication &application, const QString &file)
{
    auto *translator = new QTranslator(&application);
    translator->setProperty(ourMark, true);
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QLocale chosenLocale(const QStringList &arguments, const QString &chosen)
{
    const QString equals = QStringLiteral("--lang=");
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(equals))
            return QLocale(arguments.at(i).sliced(equals.size()));
        if (arguments.at(i) == u"--lang" && i + 1 < arguments.size())
            return QLocale(arguments.at(i + 1));
    }
    return chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
}

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    removeEarlier(application);
    const QString language = spokenLanguage(locale);
    // Qt's texts in the same language as ours, not in the next that the system names. The later one is asked first.
    install(application,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_%1.qm").arg(language));
    // For English it holds the plurals.
    install(application, ownTexts(language));
}

} // namespace navette
