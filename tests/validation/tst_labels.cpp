// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/samples.h"

using namespace navette;
using namespace Qt::StringLiterals;

class TestLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void match_data();
    void match();
    void everyOwnLabelIsExact();
    void everySynonymIsUnderstood();
    void certainty_data();
    void certainty();
    void neverTwoToOne();
    void exactDuplicatesStay();
    void betterLabelWins();
    void configuredLabels();
};

void TestLabels::match_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("column"); // empty: unknown
    QTest::addColumn<bool>("exact");
    const auto row = [](const char16_t *label, const char16_t *column, bool exact = false) {
        const QString text = QString::fromUtf16(label);
        QTest::addRow("%s", qPrintable(text)) << text << QString::fromUtf16(column) << exact;
    };
    row(u"Email", u"Email", true);
    row(u" Email ", u"Email", true);
    row(u"EMAIL", u"Email");
    row(u"e-mail", u"Email");
    row(u"E-Mail", u"Email");
    row(u"Courriel", u"Email");
    row(u"Adresse e-mail", u"Email");
    row(u"Emial", u"Email");
    row(u"Portable", u"Mobile");
    row(u"Tél. mobile", u"Mobile");
    row(u"tel mobile", u"Mobile");
    row(u"Telephone fixe", u"Téléphone Fixe");
    row(u"Te\u0301le\u0301phone Fixe", u"Téléphone Fixe");
    row(u"First name", u"Prénom");
    row(u"PRENOM", u"Prénom");
    row(u"Prénon", u"Prénom");
    row(u"Nom", u"Nom", true);
    row(u"Last Name", u"Nom");
    row(u"Zip", u"Code postal");
    row(u"CP", u"Code postal");
    row(u"code_postal", u"Code postal");
    row(u"Champ 11", u"Champ 11", true);
    row(u"champ1", u"Champ 1");
    row(u"Champ 16", u"");
    row(u"Couleur préférée", u"");
    row(u"Nam", u"");
    row(u"", u"");
    row(u"???", u"");
}

void TestLabels::match()
{
    QFETCH(const QString, label);
    QFETCH(const QString, column);
    QFETCH(const bool, exact);
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    const auto matches = matchLabels({label}, flow);
    QCOMPARE(matches.size(), std::size_t(1));
    QCOMPARE(matches[0].column < 0 ? QString() : flow.columns[std::size_t(matches[0].column)].name, column);
    QCOMPARE(matches[0].exact, exact);
}

void TestLabels::everyOwnLabelIsExact()
{
    for (const char *id : {"digitaleo/import", "accengage/exportDevices", "accengage/staticlist"}) {
        const Flow flow = configured(flowOf(id), {});
        QStringList labels;
        for (const Column &column : flow.columns)
            labels += column.name;
        const auto matches = matchLabels(labels, flow);
        for (std::size_t i = 0; i < matches.size(); ++i) {
            QCOMPARE(matches[i].column, static_cast<int>(i));
            QVERIFY(matches[i].exact);
        }
    }
}

void TestLabels::everySynonymIsUnderstood()
{
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    for (std::size_t i = 0; i < flow.columns.size(); ++i) {
        for (const QString &synonym : flow.columns[i].synonyms)
            QVERIFY2(matchLabels({synonym}, flow)[0].column == static_cast<int>(i), qPrintable(synonym));
    }
}

void TestLabels::certainty_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("certainty");
    const auto row = [](const char16_t *label, LabelCertainty certainty) {
        const QString text = QString::fromUtf16(label);
        QTest::addRow("%s", qPrintable(text)) << text << static_cast<int>(certainty);
    };
    using enum LabelCertainty;
    row(u"Email", Exact);
    row(u"  Email", Exact);
    row(u"EMAIL", Spelling);
    row(u"e-mail", Spelling);
    row(u"Téléphone fixe", Spelling);
    row(u"telephone_fixe", Spelling);
    row(u"Courriel", Synonym);
    row(u"Tél. mobile", Synonym);
    row(u"First name", Synonym);
    row(u"Zip", Synonym);
    row(u"Emial", Slip);
    row(u"Prénon", Slip);
    row(u"Couleur", None);
    row(u"", None);
}

void TestLabels::certainty()
{
    QFETCH(const QString, label);
    QFETCH(const int, certainty);
    const auto matches = matchLabels({label}, configured(flowOf("digitaleo/import"), {}));
    QCOMPARE(static_cast<int>(matches[0].certainty), certainty);
    QCOMPARE(matches[0].exact, matches[0].certainty == LabelCertainty::Exact);
    QCOMPARE(matches[0].column < 0, matches[0].certainty == LabelCertainty::None);
}

void TestLabels::neverTwoToOne()
{
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    const auto matches = matchLabels({u"E-mail"_s, u"Courriel"_s, u"MAIL"_s}, flow);
    QVERIFY(matches[0].column >= 0);
    QCOMPARE(matches[1].column, -1);
    QCOMPARE(matches[2].column, -1);
}

void TestLabels::exactDuplicatesStay()
{
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    const auto matches = matchLabels({u"Email"_s, u"Email"_s}, flow);
    QVERIFY(matches[0].exact && matches[1].exact);
    QCOMPARE(matches[0].column, matches[1].column);
}

void TestLabels::betterLabelWins()
{
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    const auto matches = matchLabels({u"Mail"_s, u"EMAIL"_s, u"Email"_s}, flow);
    QCOMPARE(matches[0].column, -1);
    QCOMPARE(matches[1].column, -1);
    QVERIFY(matches[2].exact);
}

void TestLabels::configuredLabels()
{
    FlowSettings settings;
    settings.fieldLabels.insert(u"Champ 1"_s, u"Magasin"_s);
    const Flow flow = configured(flowOf("digitaleo/import"), settings);
    const auto matches = matchLabels({u"Magasin"_s, u"MAGASIN"_s}, flow);
    QVERIFY(matches[0].exact);
    QCOMPARE(matches[1].column, -1);
    QVERIFY(!matchLabels({u"Champ 1"_s}, flow)[0].exact);
    QCOMPARE(matchLabels({u"Champ 1"_s}, flow)[0].column, matches[0].column);
}

QTEST_GUILESS_MAIN(TestLabels)
#include "tst_labels.moc"
