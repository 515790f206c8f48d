// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "validation/profiles.h"
#include "validation/samples.h"

#include <QElapsedTimer>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

/// The platform's own example file (digitaleo.md, File format, Reading).
QByteArray platformExample()
{
    return latin1("\"Civilité\";Prénom;Nom;Email;Téléphone Fixe;Mobile;Référence ;\n"
                  "M;Pierre ;Durand;pierre.durand@example.org;0286786589;;67676F6\n"
                  "Mme;Marie;Martin;;05.80.99.90.68;;67676F7\n"
                  "M;Paul ;Petit;;;336 90 78 56 90;67676F8\n");
}

FlowSettings withDeduplication(Deduplication criterion)
{
    FlowSettings settings;
    settings.deduplication = criterion;
    return settings;
}

FlowSettings accengage()
{
    FlowSettings settings;
    settings.appId = u"6"_s;
    return settings;
}

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void platformExampleIsValid();
    void import_data();
    void import();
    void media_data();
    void media();
    void deduplication_data();
    void deduplication();
    void accengageImports_data();
    void accengageImports();
    void exports_data();
    void exports();
    void names_data();
    void names();
    void sizes_data();
    void sizes();
    void rowNumbersAreTheSpreadsheets();
    void messagesHelp();
    void headlines();
    void countsAreExactBeyondTheCap();
    void duplicatesNameBothRows();
    void unknownProfiles();
    void emailCausesAreTold();
    void emptiedValuesPerColumn();
    void orderIsByConsequence();
    void missingColumnSaysWhatWasFound();
    void cancels();
    void unreadable();
    void noRowIsLost();
    void hugeShapes_data();
    void hugeShapes();
};

void TestCheck::platformExampleIsValid()
{
    for (const Deduplication criterion : {Deduplication::None, Deduplication::Triplet, Deduplication::Reference}) {
        const Report report = checked(inputOf(platformExample(), "digitaleo/import", withDeduplication(criterion)));
        QVERIFY2(report.isValid(), qPrintable(printed(report)));
        QCOMPARE(printed(report), u"W blank-label 1, W invalid-phone 1, W surrounding-space 3"_s);
        QCOMPARE(report.stats.rows, 3);
        QCOMPARE(report.stats.validRows, 3);
        QCOMPARE(report.stats.errors, 0);
        for (const Finding &finding : report.findings)
            QVERIFY2(finding.repair.has_value(), qPrintable(key(finding.code)));
    }
}

void TestCheck::import_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("findings");
    QTest::addColumn<int>("validRows");
    const auto row = [](const char *name, const QByteArray &bytes, const char *findings, int validRows) {
        QTest::newRow(name) << bytes << QString::fromUtf8(findings) << validRows;
    };
    const QByteArray good = "Nom;Email;Mobile\nDurand;jean@example.org;0612345678\n";
    // --- the file
    row("good", good, "", 1);
    row("ascii is every alphabet", good, "", 1);
    row("accents in iso-8859-1", latin1("Prénom;Email\nZoé;zoe@example.org\n"), "", 1);
    row("no last line end", "Email\na@example.org", "", 1);
    row("utf-8", "Prénom;Email\nZoé;zoe@example.org\n", "E! encoding-error 1", 1);
    row("utf-8 in the header alone", "Prénom;Email\nZoe;zoe@example.org\n", "E! encoding-error 1", 1);
    row("byte-order mark", "\xEF\xBB\xBF" + good, "E! byte-order-mark 1", 1);
    row("mark and accents", "\xEF\xBB\xBFPrénom;Email\nZoé;zoe@example.org\n",
        "E! encoding-error 1, E! byte-order-mark 1", 1);
    row("utf-16", QByteArray("\xFF\xFE", 2) + QByteArray("E\0m\0a\0i\0l\0\n\0a\0@\0b\0.\0f\0r\0\n\0", 26),
        "E! encoding-error 1", 1);
    row("crlf", "Email;Nom\r\na@example.org;A\r\n", "E! line-ending 1", 1);
    row("cr", "Email;Nom\ra@example.org;A\r", "E! line-ending 1", 1);
    row("mixed ends", "Email;Nom\r\na@example.org;A\nb@example.org;B\n", "E! line-ending 1", 2);
    row("a late crlf",
        "Email;Nom\n" + QByteArray("a@example.org;Abcdefghijklmnop\n").repeated(4000) + "b@example.org;B\r\n",
        "E! line-ending 1", 4001);
    row("comma", "Email,Nom\na@example.org,A\n", "E! delimiter-mismatch 1", 1);
    row("tab", "Email\tNom\na@example.org\tA\n", "E! delimiter-mismatch 1", 1);
    row("one column has no separator", "Email\na@example.org\n", "", 1);
    row("everything at once", "\xEF\xBB\xBFPrénom,E-mail\r\nZoé,zoe@example.org\r\n",
        "E! encoding-error 1, E! line-ending 1, E! byte-order-mark 1, E! delimiter-mismatch 1, E! incorrect-label 1",
        1);
    row("no rows", "Email;Nom\n", "E! source-error 1", 0);
    row("only blank rows", "Email;Nom\n\n;\n", "E! source-error 1, W blank-row 2", 0);
    // --- labels
    row("synonym", "E-mail;Nom\na@example.org;A\n", "E! incorrect-label 1", 1);
    row("case", "EMAIL;NOM\na@example.org;A\n", "E! incorrect-label 2", 1);
    row("slip", "Emial;Nom\na@example.org;A\n", "E! incorrect-label 1", 1);
    row("two synonyms", "Courriel;Portable\na@example.org;0612345678\n", "E! incorrect-label 2", 1);
    row("no means column", "Nom;Ville\nDurand;Lyon\n", "E! missing-label 1", 1);
    row("no header", "a@example.org;Durand\nb@example.org;Petit\n", "E! missing-label 1, E! extra-label 2", 1);
    row("unknown column", "Email;Couleur\na@example.org;vert\n", "E! extra-label 1", 1);
    row("two unknown columns", "Email;Couleur;Taille\na@example.org;vert;M\n", "E! extra-label 2", 1);
    row("duplicate label", "Email;Email\na@example.org;b@example.org\n", "E! duplicate-label 1", 1);
    row("two labels for one column", "Email;E-mail\na@example.org;b@example.org\n", "E! duplicate-label 1", 1);
    row("blank label, blank column", "Email;;Nom\na@example.org;;A\n", "W blank-label 1", 1);
    row("blank label, filled column", "Email;;Nom\na@example.org;x;A\n", "E! blank-label 1", 1);
    row("trailing separator everywhere", "Email;Nom;\na@example.org;A;\n", "W blank-label 1", 1);
    row("trailing separator in the header", "Email;Nom;\na@example.org;A\n", "W blank-label 1", 1);
    row("two trailing separators", "Email;Nom;;\na@example.org;A\n", "W blank-label 2", 1);
    row("quoted label", "\"Email\";Nom\na@example.org;A\n", "", 1);
    row("space in label", "Email ;Nom\na@example.org;A\n", "W surrounding-space 1", 1);
    row("any order, any subset", latin1("Champ 15;Référence;Mobile\nx;1;0612345678\n"), "", 1);
    // --- rows
    row("blank row", "Email;Nom\n\na@example.org;A\n", "W blank-row 1", 1);
    row("row of separators", "Email;Nom\n;\na@example.org;A\n", "W blank-row 1", 1);
    row("row of spaces", "Email;Nom\n ; \na@example.org;A\n", "W blank-row 1", 1);
    row("short row", "Email;Nom;Ville\na@example.org;A\n", "E! missing-cell 1", 1);
    row("long row", "Email;Nom\na@example.org;A;B\n", "E extra-cell 1", 0);
    row("long row, empty end", "Email;Nom\na@example.org;A;;\n", "W extra-cell 1", 1);
    row("unclosed quote", "Email;Nom\na@example.org;\"A\n", "E! unclosed-quote 1", 1);
    row("stray quote", "Email;Nom\na@example.org;A\"B\n", "W stray-quote 1", 1);
    row("quotes as they should be", "Email;Nom\na@example.org;\"A;\"\"B\"\"\"\n", "", 1);
    row("line inside quotes", "Email;Nom\na@example.org;\"A\nB\"\n", "", 1);
    row("nul", QByteArray("Email;Nom\na@example.org;A\0B\n", 28), "W control-character 1", 1);
    row("escape", "Email;Nom\na@example.org;A\x1B[31m\n", "W control-character 1", 1);
    row("del", "Email;Nom\na@example.org;A\x7F\n", "W control-character 1", 1);
    // --- letters
    row("windows-1252 letters",
        "Email;Nom\na@example.org;d\x92"
        "Aubigny \x9Cuvre\n",
        "W unrepresentable-character 2", 1);
    row("c1 in utf-8",
        "Email;Nom\na@example.org;d\xC2\x92"
        "Aubigny\n",
        "E! encoding-error 1, W control-character 1", 1);
    row("curly quote in utf-8", "Email;Nom\na@example.org;d’Aubigny\n",
        "E! encoding-error 1, W unrepresentable-character 1", 1);
    row("two letters in one cell", "Email;Nom\na@example.org;Œuvre d’art\n",
        "E! encoding-error 1, W unrepresentable-character 2", 1);
    row("euro", "Email;Nom\na@example.org;5 €\n", "E! encoding-error 1, W unrepresentable-character 1", 1);
    row("emoji", "Email;Nom\na@example.org;A 😀\n", "E! encoding-error 1, W unrepresentable-character 1", 1);
    row("chinese has no stand-in", "Email;Nom\na@example.org;中\nb@example.org;B\n",
        "E! encoding-error 1, E unrepresentable-character 1", 1);
    row("accent apart", "Email;Nom\na@example.org;Zoe\xCC\x81\n", "E! encoding-error 1, W unrepresentable-character 1",
        1);
    row("direction mark",
        "Email;Nom\na@example.org;A\xE2\x80\xAE"
        "B\n",
        "E! encoding-error 1, W control-character 1", 1);
    row("damaged utf-8",
        QByteArray("Email;Nom\n") + QByteArray("a@example.org;Zoé\n").repeated(20) + "b@example.org;Zo\xE9\n",
        "E! encoding-error 1, E encoding-error 1", 20);
    // --- means of contact
    row("no means at all", "Email;Mobile;Nom\n;;Durand\n", "E missing-means 1", 0);
    row("spaces are no means", "Email;Mobile;Nom\n ; ;Durand\n", "E missing-means 1, W surrounding-space 2", 0);
    row("bad e-mail alone", "Email;Nom\njean@;Durand\n", "E invalid-email 1, E missing-means 1", 0);
    row("bad e-mail, good mobile", "Email;Mobile\njean@;0612345678\n", "W invalid-email 1", 1);
    row("good e-mail, bad mobile", "Email;Mobile\na@example.org;0612\n", "W invalid-phone 1", 1);
    row("both bad", "Email;Mobile\njean@;0612\n", "E invalid-email 1, E invalid-phone 1, E missing-means 1", 0);
    row("letter that would be replaced", "Email;Mobile\na@œuvre.fr;0612345678\n",
        "E! encoding-error 1, W invalid-email 1, W unrepresentable-character 1", 1);
    row("letter that may stay", latin1("Email\na@café.fr\n"), "", 1);
    row("causes apart", "Email;Mobile\n;0612\n;0286786589\n", "E invalid-phone 1, E invalid-phone 1, E missing-means 2",
        0);
    row("one cause together", "Email;Mobile\n;0612\n;0613\n", "E invalid-phone 2, E missing-means 2", 0);
    row("empty and unusable", "Email;Nom\njean@;A\n;B\n", "E invalid-email 1, E missing-means 1, E missing-means 1", 0);
    row("mobile in the fixed column", latin1("Téléphone Fixe\n0612345678\n"), "E invalid-phone 1, E missing-means 1",
        0);
    row("bad fax", "Email;Fax\na@example.org;12\n", "W invalid-phone 1", 1);
    row("lost zero", "Mobile\n612345678\n", "W invalid-phone 1", 1);
    row("no plus", "Mobile\n33612345678\n", "W invalid-phone 1", 1);
    row("spaces around an address", "Email\n a@example.org \n", "W surrounding-space 1", 1);
    row("no-break space around", latin1("Email\na@example.org\u00A0\n"), "W surrounding-space 1", 1);
    // --- other cells
    row("birthday", "Email;Date de naissance\na@example.org;24/12/1990\n", "", 1);
    row("no birthday", "Email;Date de naissance\na@example.org;30/02/1990\n", "W invalid-date 1", 1);
    row("formula", "Email;Nom\na@example.org;=HYPERLINK(A1)\n", "W formula-cell 1", 1);
    row("formula after spaces", "Email;Nom\na@example.org; =1+1\n", "W surrounding-space 1, W formula-cell 1", 1);
    row("at sign", "Email;Nom\na@example.org;@SUM(1)\n", "W formula-cell 1", 1);
    row("minus formula", "Email;Nom\na@example.org;-2+cmd|' /C calc'!A0\n", "W formula-cell 1", 1);
    row("inside a cell", "Email;Nom\na@example.org;\"a;=1+1\"\n", "W formula-cell 1", 1);
    row("full-width sign in utf-8", "Email;Nom\na@example.org;＝1\n",
        "E! encoding-error 1, W unrepresentable-character 1, W formula-cell 1", 1);
    row("international phone is no formula", "Mobile;Champ 1\n+33612345678;+33612345678\n", "", 1);
    row("negative number is no formula", "Email;Champ 1\na@example.org;-5\n", "", 1);
    row("a dash is no formula", "Email;Champ 1\na@example.org;-\n", "", 1);
}

void TestCheck::import()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, findings);
    QFETCH(const int, validRows);
    const Report report = checked(inputOf(bytes));
    QCOMPARE(printed(report), findings);
    QCOMPARE(report.stats.validRows, validRows);
    QCOMPARE(report.stats.validRows + report.stats.invalidRows, report.stats.rows);
    QCOMPARE(static_cast<qint64>(report.invalidRowNumbers.size()), report.stats.invalidRows);
    QCOMPARE(report.isValid(), !findings.contains(u'E'));
    for (const Finding &finding : report.findings) {
        QVERIFY2(!finding.headline.isEmpty(), qPrintable(key(finding.code)));
        QVERIFY2(!finding.consequence.isEmpty(), qPrintable(key(finding.code)));
        QVERIFY(!finding.headline.contains(u'%'));
        QVERIFY(!finding.places.empty());
        for (const Place &place : finding.places)
            QVERIFY2(place.message.endsWith(u'.'), qPrintable(place.message));
    }
}

void TestCheck::media_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QString>("findings");
    // One contact with an address, one with a mobile, one with a fixed line.
    QTest::newRow("optoutEMAIL") << QByteArray("digitaleo/optoutEMAIL") << u"E missing-means 2"_s;
    QTest::newRow("optinEMAIL") << QByteArray("digitaleo/optinEMAIL") << u"E missing-means 2"_s;
    QTest::newRow("optoutSMS") << QByteArray("digitaleo/optoutSMS") << u"E missing-means 2"_s;
    QTest::newRow("optinSMS") << QByteArray("digitaleo/optinSMS") << u"E missing-means 2"_s;
    QTest::newRow("optoutVOICE") << QByteArray("digitaleo/optoutVOICE") << u"E missing-means 2"_s;
    QTest::newRow("optinVOICE") << QByteArray("digitaleo/optinVOICE") << u"E missing-means 2"_s;
    QTest::newRow("optoutVOICEMAIL") << QByteArray("digitaleo/optoutVOICEMAIL") << u"E missing-means 2"_s;
    QTest::newRow("optinVOICEMAIL") << QByteArray("digitaleo/optinVOICEMAIL") << u"E missing-means 2"_s;
    QTest::newRow("import") << QByteArray("digitaleo/import") << QString();
    QTest::newRow("delete") << QByteArray("digitaleo/delete") << u"E! constraint-error 1"_s;
}

void TestCheck::media()
{
    QFETCH(const QByteArray, flow);
    QFETCH(const QString, findings);
    const QByteArray bytes = latin1("Email;Mobile;Téléphone Fixe\na@example.org;;\n;0612345678;\n;;0286786589\n");
    QCOMPARE(printed(checked(inputOf(bytes, flow.constData()))), findings);
    // A file without the medium's column is refused as a whole.
    if (findings.startsWith(u"E missing")) {
        QByteArray other = flow.contains("EMAIL") ? "Mobile\n0612345678\n" : "Email\na@example.org\n";
        QCOMPARE(
            printed(checked(inputOf(other, flow.endsWith("MAIL") && flow.contains("VOICE") ? "digitaleo/optoutVOICEMAIL"
                                                                                           : flow.constData()))),
            flow.contains("VOICEMAIL") ? QString() : u"E! missing-label 1"_s);
    }
}

void TestCheck::deduplication_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("criterion");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *name, const QByteArray &bytes, Deduplication criterion, const char *findings) {
        QTest::newRow(name) << bytes << static_cast<int>(criterion) << QString::fromLatin1(findings);
    };
    using enum Deduplication;
    const QByteArray twice = "Email;Nom\na@example.org;A\nA@EXAMPLE.org;B\n";
    row("none", twice, None, "");
    row("triplet", twice, Triplet, "W duplicate-row 1");
    row("phones in two forms", "Email;Mobile\n;0612345678\n;+33 6 12 34 56 78\n", Triplet, "W duplicate-row 1");
    row("the whole triplet counts", "Email;Mobile\na@example.org;0612345678\na@example.org;0698765432\n", Triplet, "");
    row("one means more is another", "Email;Mobile\na@example.org;\na@example.org;0698765432\n", Triplet, "");
    row("three times", "Email\na@example.org\na@example.org\na@example.org\n", Triplet, "W duplicate-row 2");
    row("spaces do not count", "Email\na@example.org\n a@example.org\n", Triplet,
        "W surrounding-space 1, W duplicate-row 1");
    row("refused rows do not count", "Email\njean@\njean@\na@example.org\n", Triplet,
        "E invalid-email 2, E missing-means 2");
    row("reference", latin1("Email;Référence\na@example.org;1\nb@example.org;1\n"), Reference, "W duplicate-row 1");
    row("other references", latin1("Email;Référence\na@example.org;1\na@example.org;2\n"), Reference, "");
    row("no reference in a row", latin1("Email;Référence\na@example.org;1\nb@example.org;\n"), Reference,
        "E missing-reference 1");
    row("no reference column", "Email\na@example.org\n", Reference, "E! missing-label 1");
    row("reference is not asked for", latin1("Email;Référence\na@example.org;\n"), Triplet, "");
}

void TestCheck::deduplication()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, criterion);
    QFETCH(const QString, findings);
    const FlowSettings settings = withDeduplication(static_cast<Deduplication>(criterion));
    const Report report = checked(inputOf(bytes, "digitaleo/import", settings));
    QCOMPARE(printed(report), findings);
    QCOMPARE(report.stats.duplicateRows, static_cast<qint64>(report.duplicateRowNumbers.size()));
    QCOMPARE(report.supersededRowNumbers.size(), report.duplicateRowNumbers.size());
}

void TestCheck::accengageImports_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("findings");
    const auto list = [](const char *name, const QByteArray &bytes, const char *findings) {
        QTest::newRow(name) << QByteArray("accengage/staticlist") << bytes << QString::fromLatin1(findings);
    };
    const auto update = [](const char *name, const QByteArray &bytes, const char *findings) {
        QTest::newRow(name) << QByteArray("accengage/updateDevices") << bytes << QString::fromLatin1(findings);
    };
    const QByteArray id = "\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"";
    const QByteArray other = "\"1291725A-BB67-4EB9-8914-EE14B283EC0C\"";
    list("good", "\"device_id\"\n" + id + "\n", "");
    list("unquoted", "device_id\n" + id + "\n", "E! unquoted-field 1");
    list("all unquoted", "device_id;expiry_date\n0291725A-BB67-4EB9-8914-EE14B283EC0C;2015-12-24 18:30:00\n",
         "E! unquoted-field 4");
    list("utf-8 is right", "\"device_id\";\"name\"\n" + id + ";\"Zoé\"\n", "");
    list("iso-8859-1 is not", "\"device_id\";\"name\"\n" + id + ";\"" + latin1("Zoé") + "\"\n", "E! encoding-error 1");
    list("crlf may pass", "\"device_id\"\r\n" + id + "\r\n", "W line-ending 1");
    list("no key column", "\"name\"\n\"Zoe\"\n", "E! missing-label 1");
    list("no key", "\"device_id\";\"name\"\n\"\";\"Zoe\"\n" + id + ";\"Max\"\n", "E missing-key 1");
    list("no identifier", "\"device_id\"\n\"12\"\n", "E type-error 1");
    list("expiry", "\"device_id\";\"expiry_date\"\n" + id + ";\"2015-12-24 18:30:00\"\n", "");
    list("expiry in another form", "\"device_id\";\"expiry_date\"\n" + id + ";\"24/12/2015\"\n", "E invalid-date 1");
    list("no expiry", "\"device_id\";\"expiry_date\"\n" + id + ";\"soon\"\n", "E invalid-date 1");
    list("custom field of 255", "\"device_id\";\"name\"\n" + id + ";\"" + QByteArray("é").repeated(255) + "\"\n", "");
    list("custom field of 256", "\"device_id\";\"name\"\n" + id + ";\"" + QByteArray("é").repeated(256) + "\"\n",
         "E constraint-error 1");
    list("unknown field", "\"device_id\";\"colour\"\n" + id + ";\"green\"\n", "E! extra-label 1");
    list("integer", "\"device_id\";\"visits\"\n" + id + ";\"12\"\n" + other + ";\"twelve\"\n", "E type-error 1");
    list("decimal comma", "\"device_id\";\"score\"\n" + id + ";\"48,869\"\n" + other + ";\"48.869\"\n",
         "E type-error 1");
    list("same key twice", "\"device_id\"\n" + id + "\n" + id.toLower() + "\n", "W duplicate-row 1");
    list("empty cells are no loss", "\"device_id\";\"name\"\n" + id + ";\"\"\n", "");
    list("direction mark",
         "\"device_id\";\"name\"\n" + id +
             ";\"a\xE2\x80\xAE"
             "b\"\n",
         "W control-character 1");
    update("good", "\"device_id\";\"name\"\n" + id + ";\"Zoe\"\n", "");
    update("by member", "\"member_id\";\"name\"\n\"77\";\"Zoe\"\n", "");
    update("either key", "\"device_id\";\"member_id\"\n" + id + ";\"\"\n\"\";\"77\"\n", "");
    update("neither key", "\"device_id\";\"member_id\";\"name\"\n\"\";\"\";\"Zoe\"\n", "E missing-key 1");
    update("no key column", "\"name\"\n\"Zoe\"\n", "E! missing-label 1");
    update("empties", "\"device_id\";\"name\"\n" + id + ";\"\"\n", "W empties-value 1");
    update("empties two columns", "\"device_id\";\"name\";\"visits\"\n" + id + ";\"\";\"\"\n" + other + ";\"\";\"1\"\n",
           "W empties-value 2, W empties-value 1");
}

void TestCheck::accengageImports()
{
    QFETCH(const QByteArray, flow);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, findings);
    FlowSettings settings = accengage();
    settings.customData = {{u"name"_s, {}, CustomField::Type::Text, {}},
                           {u"visits"_s, {}, CustomField::Type::Integer, {}},
                           {u"score"_s, {}, CustomField::Type::Decimal, {}}};
    CheckInput input = inputOf(bytes, flow.constData(), settings);
    input.depositFileName =
        flow.endsWith("list") ? u"staticlist_vip_6_20151207101112.csv"_s : u"updateDevices_6_20151207.csv"_s;
    QCOMPARE(printed(checked(input)), findings);
}

void TestCheck::exports_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("findings");
    const QByteArray header =
        "\"message_id\";\"message_name\";\"message_type\";\"campaign_id\";\"campaign_name\";\"send_date\";"
        "\"number_of_targets\";\"number_of_bounces\";\"number_of_messages_sent\";\"number_of_reactions\"\n";
    const auto stats = [&](const char *name, const QByteArray &type, const QByteArray &figures, const char *findings) {
        QTest::newRow(name) << QByteArray("accengage/exportMessagesStatistics")
                            << header + "\"1\";\"Hello\";\"" + type + "\";\"2\";\"Spring\";\"2015-12-07 10:11:12\";" +
                                   figures + "\n"
                            << QString::fromLatin1(findings);
    };
    stats("good", "push notification", "\"100\";\"10\";\"90\";\"5\"", "");
    stats("later day", "push notification", "\"0\";\"0\";\"0\";\"50\"", "");
    stats("later day with targets", "push notification", "\"100\";\"10\";\"0\";\"50\"", "");
    stats("inconsistent", "push notification", "\"100\";\"10\";\"95\";\"5\"", "W inconsistent-total 1");
    stats("unknown type", "pigeon", "\"100\";\"10\";\"90\";\"5\"", "E constraint-error 1");
    stats("no number", "push notification", "\"many\";\"10\";\"90\";\"5\"", "E type-error 1");
    const auto devices = [](const char *name, const QByteArray &bytes, const char *findings) {
        QTest::newRow(name) << QByteArray("accengage/exportDevices") << bytes << QString::fromLatin1(findings);
    };
    const QByteArray id = "\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"";
    devices("subset", "\"device_id\";\"latitude\";\"enabled_push\"\n" + id + ";\"48,869\";\"1\"\n", "");
    devices("no device that day", "\"device_id\";\"latitude\"\n", "");
    devices("point", "\"device_id\";\"latitude\"\n" + id + ";\"48.869\"\n", "E type-error 1");
    devices("boolean", "\"device_id\";\"enabled_push\"\n" + id + ";\"yes\"\n", "E type-error 1");
    devices("negative coordinate", "\"device_id\";\"longitude\"\n" + id + ";\"-2,25\"\n", "");
    devices("date", "\"device_id\";\"install_date\"\n" + id + ";\"2015-02-30 10:00:00\"\n", "E invalid-date 1");
    devices("country", "\"device_id\";\"country_code\"\n" + id + ";\"FRA\"\n", "E constraint-error 1");
    devices("no id", "\"device_id\";\"language\"\n\"\";\"fr\"\n", "E constraint-error 1");
    devices("unquoted", "device_id;language\n" + id + ";fr\n", "W unquoted-field 3");
    devices("a column more", "\"device_id\";\"loyalty\"\n" + id + ";\"x\"\n", "");
}

void TestCheck::exports()
{
    QFETCH(const QByteArray, flow);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, findings);
    const QString name = QString::fromLatin1(flow).section(u'/', 1) + u"_6_20151207.csv"_s;
    QCOMPARE(printed(checked(inputOf(bytes, flow.constData(), accengage(), name))), findings);
}

void TestCheck::names_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *flow, const char16_t *name, const char16_t *findings) {
        QTest::addRow("%s", qPrintable(QString::fromUtf16(name)))
            << QByteArray(flow) << QString::fromUtf16(name) << QString::fromUtf16(findings);
    };
    row("digitaleo/import", u"list.csv", u"");
    row("digitaleo/import", u"LIST.CSV", u"");
    row("digitaleo/import", u"été 2015 #2.csv", u"");
    row("digitaleo/import", u"list.zip", u"");
    row("digitaleo/import", u"list.txt", u"W file-name 1");
    row("digitaleo/import", u"list", u"W file-name 1");
    row("accengage/staticlist", u"staticlist_christmas_6_20151207101112.csv", u"");
    row("accengage/staticlist", u"staticlist_black_friday_6_20151207101112.csv", u"");
    row("accengage/staticlist", u"staticlist_christmas_6_20151207.csv", u"W file-name 1");
    row("accengage/staticlist", u"staticlist_christmas_7_20151207101112.csv", u"W file-name 1");
    row("accengage/staticlist", u"christmas.csv", u"W file-name 1");
    row("accengage/staticlist", u"staticlist_christmas_6_20151207101112.txt", u"W file-name 1");
    row("accengage/exportDevices", u"exportDevices_6_20151207.csv", u"");
    row("accengage/exportDevices", u"exportDevices_6_20151207.csv.gz", u"");
    row("accengage/exportDevices", u"devices.csv", u"W file-name 1");
}

void TestCheck::names()
{
    QFETCH(const QByteArray, flow);
    QFETCH(const QString, name);
    QFETCH(const QString, findings);
    const QByteArray bytes = flow.startsWith("digitaleo")
                                 ? QByteArray("Email\na@example.org\n")
                                 : QByteArray("\"device_id\"\n\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"\n");
    QCOMPARE(printed(checked(inputOf(bytes, flow.constData(), accengage(), name))), findings);
}

void TestCheck::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("findings");
    QTest::addColumn<bool>("zip");
    QTest::newRow("small") << qint64(19'999'999) << u"a.csv"_s << QString() << false;
    QTest::newRow("20,000,000") << qint64(20'000'000) << u"a.csv"_s << u"W file-too-large 1"_s << true;
    QTest::newRow("20 MiB") << qint64(20 * 1024 * 1024) << u"a.csv"_s << u"W file-too-large 1"_s << true;
    QTest::newRow("a byte more") << qint64(20 * 1024 * 1024 + 1) << u"a.csv"_s << u"E! file-too-large 1"_s << true;
    QTest::newRow("large zip") << qint64(20 * 1024 * 1024 + 1) << u"a.zip"_s << u"E! file-too-large 1"_s << false;
}

void TestCheck::sizes()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, name);
    QFETCH(const QString, findings);
    QFETCH(const bool, zip);
    CheckInput input = inputOf("Email\na@example.org\n");
    input.depositBytes = bytes;
    input.depositFileName = name;
    const Report report = checked(input);
    QCOMPARE(printed(report), findings);
    if (!report.findings.empty())
        QCOMPARE(report.findings[0].repair == RepairKind::Zip, zip);
}

void TestCheck::rowNumbersAreTheSpreadsheets()
{
    const Report report = checked(inputOf("Nom;Email\nA;a@example.org\nB;jean@\n\nC;@x.fr\n"));
    const Finding *finding = report.find(FindingCode::InvalidEmail);
    QVERIFY(finding);
    QCOMPARE(finding->places.size(), std::size_t(2));
    QCOMPARE(finding->places[0].rowNumber, 3);
    QCOMPARE(finding->places[0].fieldNumber, 2);
    QCOMPARE(finding->places[0].fieldName, u"Email"_s);
    QCOMPARE(finding->places[0].cell, u"jean@"_s);
    QCOMPARE(finding->places[1].rowNumber, 5);
    QCOMPARE(report.invalidRowNumbers, (std::vector<qint64>{3, 5}));
}

void TestCheck::messagesHelp()
{
    const Report report = checked(inputOf("Email;Mobile\njean@;0612\n"));
    QVERIFY(report.find(FindingCode::InvalidEmail)->places[0].message.contains(u"nothing after the @"_s));
    QVERIFY(report.find(FindingCode::InvalidEmail)->places[0].message.contains(u"“jean@”"_s));
    QVERIFY(report.find(FindingCode::InvalidPhone)->places[0].message.contains(u"too short"_s));
    QCOMPARE(report.find(FindingCode::InvalidPhone)->headline, u"Correct 1 mobile number: too short"_s);
}

void TestCheck::headlines()
{
    QLocale::setDefault(QLocale::c());
    const Report report = checked(inputOf("Email;Mobile;Nom\njean@;;A\nx;;B\ny;;d’Œ\n"));
    QCOMPARE(report.find(FindingCode::InvalidEmail)->headline,
             u"Correct 3 e-mail addresses or give these contacts a mobile number"_s);
    QCOMPARE(report.find(FindingCode::UnrepresentableCharacter)->headline,
             u"2 letters don't exist in the platform's alphabet"_s);
    const Report one = checked(inputOf("Email;Mobile;Nom\njean@;;A\n"));
    QCOMPARE(one.find(FindingCode::InvalidEmail)->headline,
             u"Correct 1 e-mail address or give this contact a mobile number"_s);
    const Report medium = checked(inputOf("Email\njean@\n", "digitaleo/optoutEMAIL"));
    QCOMPARE(medium.find(FindingCode::InvalidEmail)->headline, u"Correct 1 e-mail address"_s);
    const Report empty = checked(inputOf("Email;Mobile;Nom\n;;A\n;;B\n"));
    QCOMPARE(empty.find(FindingCode::MissingMeans)->headline, u"Fill in Email or Mobile for 2 contacts"_s);
}

void TestCheck::countsAreExactBeyondTheCap()
{
    QByteArray bytes = "Email;Nom\n";
    for (int i = 0; i < 5000; ++i)
        bytes += "jean@; x\n";
    CheckInput input = inputOf(bytes);
    const Report report = checked(input);
    QCOMPARE(report.find(FindingCode::InvalidEmail)->count, 5000);
    QCOMPARE(report.find(FindingCode::InvalidEmail)->places.size(), std::size_t(100));
    QCOMPARE(report.find(FindingCode::SurroundingSpace)->count, 5000);
    QCOMPARE(report.stats.errors, 10'000);
    QCOMPARE(report.stats.warnings, 5000);
    input.maxPlaces = 1'000'000;
    QCOMPARE(checked(input).find(FindingCode::InvalidEmail)->places.size(), std::size_t(5000));
}

void TestCheck::duplicatesNameBothRows()
{
    const Report report = checked(inputOf("Email\na@example.org\nb@example.org\nA@example.org\na@example.org\n",
                                          "digitaleo/import", withDeduplication(Deduplication::Triplet)));
    const Finding *finding = report.find(FindingCode::DuplicateRow);
    QVERIFY(finding);
    QCOMPARE(finding->places[0].rowNumber, 4);
    QVERIFY(finding->places[0].message.contains(u"row 2"_s));
    QCOMPARE(report.duplicateRowNumbers, (std::vector<qint64>{4, 5}));
    QCOMPARE(report.supersededRowNumbers, (std::vector<qint64>{2, 4}));

    // Many contacts, so that the table grows; every one twice.
    QByteArray bytes = "Email\n";
    for (int turn = 0; turn < 2; ++turn) {
        for (int i = 0; i < 20'000; ++i)
            bytes += "contact" + QByteArray::number(i) + "@example.org\n";
    }
    const Report large = checked(inputOf(bytes, "digitaleo/import", withDeduplication(Deduplication::Triplet)));
    QCOMPARE(large.stats.duplicateRows, 20'000);
    QCOMPARE(large.supersededRowNumbers.front(), 2);
    QCOMPARE(large.supersededRowNumbers.back(), 20'001);
}

/// accengage.md, Common: only profiles which the platform knows are transferred.
void TestCheck::unknownProfiles()
{
    const auto fileOf = [](const QByteArray &bytes) { return *csv::CsvFile::fromBytes(bytes, u"export.csv"_s); };
    const Flow devices = flowOf("accengage/exportDevices");
    const QByteArray a = "0291725A-BB67-4EB9-8914-EE14B283EC0C";
    const QByteArray b = "1291725A-BB67-4EB9-8914-EE14B283EC0C";
    const QByteArray c = "2291725A-BB67-4EB9-8914-EE14B283EC0C";
    const auto known = KnownProfiles::read({fileOf("\"device_id\"\n\"" + a.toLower() + "\"\n\"" + a + "\"\n"),
                                            fileOf("\"device_id\";\"member_id\"\n\"" + b + "\";\" m7 \"\n")},
                                           devices, accengage());
    QVERIFY(known);
    QCOMPARE((*known)->count(), 2);
    CheckInput input = inputOf("\"device_id\";\"member_id\"\n\"" + a + "\";\"\"\n\"" + b + "\";\"m9\"\n\"" + c +
                                   "\";\"m7\"\n\"" + c + "\";\"m8\"\n\"\";\"M7\"\n",
                               "accengage/updateDevices", accengage(), u"updateDevices_6_20151207.csv"_s);
    QVERIFY(!checked(input).find(FindingCode::UnknownProfile));
    input.knownProfiles = *known;
    const Report report = checked(input);
    QCOMPARE(printed(report), u"W duplicate-row 1, W unknown-profile 2"_s);
    QVERIFY(report.isValid());
    QCOMPARE(report.unknownProfileRows, (std::vector<qint64>{5, 6}));
    QCOMPARE(report.find(FindingCode::UnknownProfile)->places[1].fieldNumber, 2);
    QCOMPARE(report.weight(), 10);

    // What an export does not hold, it can't tell.
    input.knownProfiles = *KnownProfiles::read({fileOf("\"member_id\"\n\"m7\"\n")}, devices, accengage());
    QCOMPARE(checked(input).unknownProfileRows, (std::vector<qint64>{3, 5, 6}));
    const auto none = KnownProfiles::read({fileOf("Nom;Prenom\nA;B\n")}, devices, accengage());
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::BadFormat);
}

void TestCheck::emailCausesAreTold()
{
    QLocale::setDefault(QLocale::c());
    const Report report = checked(inputOf("Email\njean@\nx\n@b.fr\npaul@\n", "digitaleo/optoutEMAIL"));
    const Finding *finding = report.find(FindingCode::InvalidEmail);
    QCOMPARE(finding->count, 4);
    QVERIFY2(finding->consequence.contains(u"nothing after the @ (2), no @ (1), nothing before the @ (1)"_s),
             qPrintable(finding->consequence));
    QCOMPARE(finding->places[1].rowNumber, 3);
    QCOMPARE(finding->places[3].rowNumber, 5);
}

void TestCheck::emptiedValuesPerColumn()
{
    FlowSettings settings = accengage();
    settings.customData = {{u"name"_s, {}, CustomField::Type::Text, {}}};
    CheckInput input =
        inputOf("\"member_id\";\"name\"\n\"1\";\"\"\n\"2\";\"\"\n\"3\";\"x\"\n", "accengage/updateDevices", settings);
    input.depositFileName = u"updateDevices_6_20151207.csv"_s;
    const Report report = checked(input);
    QCOMPARE(report.find(FindingCode::EmptiesValue)->headline, u"2 values of “name” will be emptied"_s);
    QVERIFY(report.isValid());
}

void TestCheck::orderIsByConsequence()
{
    const Report report = checked(inputOf("E-mail,Nom\njean@,A\na@example.org, B\n"));
    QCOMPARE(printed(report), u"E! delimiter-mismatch 1, E! incorrect-label 1, E invalid-email 1, E missing-means 1, "
                              u"W surrounding-space 1"_s);
}

void TestCheck::missingColumnSaysWhatWasFound()
{
    const Report report = checked(inputOf("Nom;Ville\nDurand;Lyon\n"));
    const Finding *finding = report.find(FindingCode::MissingLabel);
    QVERIFY(finding);
    QVERIFY(finding->places[0].message.contains(u"Email, Téléphone Fixe or Mobile"_s));
    QVERIFY(finding->places[0].message.contains(u"“Nom”, “Ville”"_s));
    const Report noHeader = checked(inputOf("a@example.org;Durand\nb@example.org;Petit\n"));
    QVERIFY(
        noHeader.find(FindingCode::MissingLabel)->places[0].message.contains(u"first line seems to hold a contact"_s));
}

void TestCheck::cancels()
{
    const CancelSource source;
    source.cancel();
    JobControl job;
    job.cancel = source.token();
    const auto report = check(inputOf("Email\na@example.org\n"), job);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
}

void TestCheck::unreadable()
{
    const auto file = csv::CsvFile::fromBytes({}, u"empty.csv"_s);
    QVERIFY(!file);
    const Report report = reportOfUnreadable(flowOf("digitaleo/import"), u"empty.csv"_s, file.error());
    QCOMPARE(printed(report), u"E! source-error 1"_s);
    QCOMPARE(report.findings[0].places[0].message, file.error().message);
    QVERIFY(!report.isValid());
}

void TestCheck::noRowIsLost()
{
    // Every row is counted once, however broken its neighbours are.
    const Report report =
        checked(inputOf("Email;Nom\na@example.org;\"A\n\x01;\xFF\n;;;;\nb@example.org;B\nc@example.org;C\n"));
    QCOMPARE(report.stats.rows, 4);
    QCOMPARE(report.stats.validRows, 3);
}

void TestCheck::hugeShapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray columns = "Email";
    for (int i = 0; i < 100'000; ++i)
        columns += ";column" + QByteArray::number(i);
    QTest::newRow("100,000 columns") << columns + "\na@example.org\n";
    QTest::newRow("100,000 cells in a row") << "Email;Nom\na@example.org" + QByteArray(100'000, ';') + "x\n";
    QTest::newRow("a million blank lines") << "Email\na@example.org\n" + QByteArray(1'000'000, '\n');
    QTest::newRow("a long cell") << "Email;Nom\na@example.org;" + QByteArray(20'000'000, 'x') + "\n";
    QTest::newRow("a long address") << "Email;Nom\n" + QByteArray(20'000'000, '@') + ";x\n";
    QTest::newRow("a long number") << "Email;Mobile\na@example.org;" + QByteArray(20'000'000, '6') + "\n";
    QTest::newRow("a long date") << "Email;Date de naissance\na@example.org;" + QByteArray(20'000'000, '6') + "\n";
    QTest::newRow("a million quotes") << "Email;Nom\na@example.org;" + QByteArray(1'000'001, '"') + "\n";
    QTest::newRow("a million bad letters") << "Email;Nom\na@example.org;" + QByteArray("’").repeated(1'000'000) + "\n";
    QTest::newRow("one quote") << QByteArray("\"");
}

void TestCheck::hugeShapes()
{
    QFETCH(const QByteArray, bytes);
    QElapsedTimer timer;
    timer.start();
    const Report report = checked(inputOf(bytes));
    for (const Finding &finding : report.findings) {
        for (const Place &place : finding.places) {
            QVERIFY(place.cell.size() <= 200);
            QVERIFY(place.message.size() < 2000);
        }
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // sanitizers are slow
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
