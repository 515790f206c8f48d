// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"
#include "base/translations.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace navette;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void choosesTheLanguage()
    {
        using List = QStringList;
        const auto fr = QLocale::French;
        QCOMPARE(chosenLocale({QStringLiteral("--lang"), QStringLiteral("fr")}).language(), fr);
        QCOMPARE(chosenLocale({QStringLiteral("--lang=fr")}, QStringLiteral("en")).language(), fr);
        QCOMPARE(chosenLocale({}, QStringLiteral("fr")).language(), fr);
        QCOMPARE(chosenLocale(List{QStringLiteral("--lang")}, QStringLiteral("fr")).language(), fr);
        QCOMPARE(chosenLocale({}).language(), QLocale::system().language());
    }

    void ownTextsAreCompiledIn()
    {
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/navette_fr.qm")));
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/navette_en.qm")));
    }

    // Neither ours nor Qt's in a language that only half of the window would speak.
    void speaksEnglishWhereItLacksTheLanguage()
    {
        installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void speaksFrenchAndEnglishAgain()
    {
        const QString english = cancelledError().message;
        installTranslations(*QCoreApplication::instance(), QLocale(QStringLiteral("fr_FR")));
#ifdef NAVETTE_TRANSLATIONS_REQUIRED
        QVERIFY(cancelledError().message != english);
#endif
        installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English));
        QCOMPARE(cancelledError().message, english);
    }

    // Qt's own buttons and file dialogs.
    void bringsQtsTexts()
    {
        installTranslations(*QCoreApplication::instance(), QLocale(QStringLiteral("fr_FR")));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Annuler"));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
