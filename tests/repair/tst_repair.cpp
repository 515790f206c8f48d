// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "repair/repair.h"
#include "repair/repairplan.h"
#include "validation/profiles.h"
#include "validation/samples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <numeric>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const LocalPath &path)
{
    QFile file(QString::fromStdU16String(path.generic_u16string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

std::set<RepairKind> kindsOf(const std::vector<ProposedRepair> &proposals, bool recommendedOnly)
{
    std::set<RepairKind> kinds;
    for (const ProposedRepair &proposal : proposals) {
        if (proposal.recommended || !recommendedOnly)
            kinds.insert(proposal.kind);
    }
    return kinds;
}

QString printed(const std::set<RepairKind> &kinds)
{
    QStringList texts;
    for (const RepairKind kind : kinds)
        texts += key(kind);
    return texts.join(u' ');
}

std::vector<ProposedRepair> proposed(const CheckInput &input, const Report &report)
{
    const auto proposals = proposeRepairs(input, report);
    if (!proposals)
        qFatal("%s", qPrintable(proposals.error().message));
    return *proposals;
}

using Table = std::vector<QStringList>;

/// All records as texts, blank ones too.
Table recordsOf(const CheckInput &input)
{
    Table table;
    csv::Reader reader = input.file->reader();
    csv::Record record;
    while (reader.next(record)) {
        QStringList row;
        for (const csv::Cell &cell : record.cells)
            row += input.file->text(cell.text);
        table.push_back(row);
    }
    return table;
}

FlowSettings triplet()
{
    FlowSettings settings;
    settings.deduplication = Deduplication::Triplet;
    return settings;
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void repaired_data();
    void repaired();
    void everyUsualMistakeAtOnce();
    void proposals();
    void nothingToRepair();
    void noRepairIsAnExactCopy_data();
    void noRepairIsAnExactCopy();
    void sourceAndTargetStay();
    void irreplaceableLetterStops();
    void preview_data();
    void preview();
    void previewIsWhatIsWritten();
    void formulasAreNeverPrefixed();
    void zips();
    void cancels();
    void columnOrder_data();
    void columnOrder();
    void whichDuplicateStays();
    void unknownProfilesGo();
    void splits_data();
    void splits();
    void splittingIsAllOrNothing();
    void otherCellsStay();
    void unreportedCellsStay();
    void randomFilesRepairClean();
    void renamedColumnsKeepTheMark();
    void rowsThatRepairsEmptyGo();
    void accengage();

private:
    RepairOutcome write(const CheckInput &input, const Report &report, const std::set<RepairKind> &repairs)
    {
        const LocalPath target = path(u"copy%1.csv"_s.arg(++m_files));
        const auto outcome = writeRepaired(input, report, repairs, target);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().message));
        return *outcome;
    }
    QByteArray bytesWith(const CheckInput &input, const std::set<RepairKind> &repairs)
    {
        return contentOf(write(input, checked(input), repairs).file);
    }
    LocalPath path(const QString &name) const { return toLocalPath(m_folder.filePath(name)); }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestRepair::repaired_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kinds"); // proposed and recommended
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const QByteArray &bytes, const char *kinds, const QByteArray &result) {
        QTest::newRow(name) << bytes << QString::fromLatin1(kinds) << result;
    };
    row("good", "Email;Nom\na@example.org;A\n", "", "Email;Nom\na@example.org;A\n");
    row("utf-8", "Email;Prénom\na@example.org;Zoé\n", "encoding", latin1("Email;Prénom\na@example.org;Zoé\n"));
    row("letters that it lacks", "Email;Nom\na@example.org;d’Œuvre… 5 € “x”\n", "encoding",
        "Email;Nom\na@example.org;\"d'OEuvre... 5 EUR \"\"x\"\"\"\n");
    row("emoji", "Email;Nom\na@example.org;Zoé 😀\n", "encoding trim-spaces", {});
    row("accent apart", "Email;Nom\na@example.org;Zoe\xCC\x81\n", "encoding", latin1("Email;Nom\na@example.org;Zoé\n"));
    row("windows-1252",
        "Email;Nom\na@example.org;d\x92"
        "Aubigny \x9Cuvre\n",
        "encoding", "Email;Nom\na@example.org;d'Aubigny oeuvre\n");
    row("lost letters in utf-8",
        "Email;Nom\na@example.org;d\xC2\x92"
        "Aubigny\n",
        "encoding control-characters", "Email;Nom\na@example.org;d'Aubigny\n");
    row("mark",
        "\xEF\xBB\xBF"
        "Email;Nom\na@example.org;A\n",
        "byte-order-mark", "Email;Nom\na@example.org;A\n");
    row("crlf", "Email;Nom\r\na@example.org;A\r\n", "line-endings", "Email;Nom\na@example.org;A\n");
    row("cr", "Email;Nom\ra@example.org;A\r", "line-endings", "Email;Nom\na@example.org;A\n");
    row("mixed", "Email;Nom\r\na@example.org;A\nb@example.org;B\n", "line-endings",
        "Email;Nom\na@example.org;A\nb@example.org;B\n");
    row("comma", "Email,Nom\na@example.org,\"A;B\"\n", "delimiter", "Email;Nom\na@example.org;\"A;B\"\n");
    row("tab", "Email\tNom\na@example.org\tA\n", "delimiter", "Email;Nom\na@example.org;A\n");
    row("utf-16",
        QByteArray("\xFF\xFE"
                   "E\0m\0a\0i\0l\0\n\0a\0@\0b\0.\0f\0r\0\n\0",
                   28),
        "encoding", "Email\na@b.fr\n");
    row("names", "E-mail;Portable\na@example.org;0612345678\n", "rename-columns",
        "Email;Mobile\na@example.org;0612345678\n");
    row("accented name", "PRENOM;Email\nZoe;a@example.org\n", "rename-columns",
        latin1("Prénom;Email\nZoe;a@example.org\n"));
    row("unknown column", "Email;Couleur;Nom\na@example.org;vert;A\n", "remove-columns",
        "Email;Nom\na@example.org;A\n");
    row("trailing separators", "Email;Nom;\na@example.org;A;\n", "remove-columns", "Email;Nom\na@example.org;A\n");
    row("trailing separator in header", "Email;Nom;\na@example.org;A\n", "remove-columns",
        "Email;Nom\na@example.org;A\n");
    row("spaces", "Email ;Nom\n a@example.org;A  \n", "trim-spaces", "Email;Nom\na@example.org;A\n");
    row("blank rows", "Email;Nom\n\na@example.org;A\n;\n", "remove-blank-rows", "Email;Nom\na@example.org;A\n");
    row("short row", "Email;Nom;Ville\na@example.org\n", "fit-row-length", "Email;Nom;Ville\na@example.org;;\n");
    row("long row", "Email;Nom\na@example.org;A;;\n", "fit-row-length", "Email;Nom\na@example.org;A\n");
    row("long row with content", "Email;Nom\na@example.org;A;B\nb@example.org;B\n", "drop-invalid-rows",
        "Email;Nom\nb@example.org;B\n");
    row("refused row", "Email;Nom\njean@;A\nb@example.org;B\n", "drop-invalid-rows", "Email;Nom\nb@example.org;B\n");
    row("unwritable row", "Email;Nom\na@example.org;中\nb@example.org;é\n", "encoding drop-invalid-rows",
        latin1("Email;Nom\nb@example.org;é\n"));
    row("nul", QByteArray("Email;Nom\na@example.org;A\0B\n", 28), "control-characters",
        "Email;Nom\na@example.org;AB\n");
    row("stray quote", "Email;Nom\na@example.org;A\"B\n", "quoting", "Email;Nom\na@example.org;\"A\"\"B\"\n");
    row("no plus", "Mobile\n33612345678\n", "phone-format", "Mobile\n+33612345678\n");
    row("lost zero", "Mobile\n612345678\n", "phone-format", "Mobile\n+33612345678\n");
    row("other phones stay", "Mobile\n06 12 34 56 78\n", "", "Mobile\n06 12 34 56 78\n");
}

void TestRepair::repaired()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, kinds);
    QFETCH(const QByteArray, result);
    const CheckInput input = inputOf(bytes);
    const Report report = checked(input);
    std::set<RepairKind> repairs = kindsOf(proposed(input, report), true);
    if (kinds == u"encoding trim-spaces"_s) { // the emoji leaves a space behind: trimmed where that is wanted
        QCOMPARE(printed(repairs), u"encoding"_s);
        repairs.insert(RepairKind::TrimSpaces);
        QCOMPARE(bytesWith(input, repairs), latin1("Email;Nom\na@example.org;Zoé\n"));
        return;
    }
    QCOMPARE(printed(repairs), kinds);
    const RepairOutcome outcome = write(input, report, repairs);
    QCOMPARE(contentOf(outcome.file), result);
    QCOMPARE(outcome.bytes, result.size());
    QCOMPARE(outcome.sha256, QCryptographicHash::hash(result, QCryptographicHash::Sha256));
    QCOMPARE(outcome.rows, report.stats.rows - outcome.droppedInvalid);

    // The repaired file checks clean of it, and repairing it again changes nothing.
    const CheckInput again = inputOf(result);
    const Report second = checked(again);
    QVERIFY2(second.isValid(), qPrintable(navette::printed(second)));
    const std::set<RepairKind> left = kindsOf(proposed(again, second), true);
    QVERIFY2(left.empty(), qPrintable(printed(left)));
    QCOMPARE(bytesWith(again, repairs), result);
}

void TestRepair::everyUsualMistakeAtOnce()
{
    const QByteArray bytes = "\xEF\xBB\xBF"
                             "Prénom,E-mail,Portable,Couleur,\r\n"
                             "Zoé , zoe@example.org,06 12 34 56 78,vert,\r\n"
                             "\r\n"
                             "Anaïs,jean@,0612,bleu,\r\n"
                             "d’Œ,a@example.org,,rouge\r\n"
                             "Max,A@example.org,,\"x,y\",,\r\n";
    const CheckInput input = inputOf(bytes, "digitaleo/import", triplet());
    const Report report = checked(input);
    QVERIFY(!report.isValid());
    const auto proposals = proposed(input, report);
    const RepairOutcome outcome = write(input, report, kindsOf(proposals, true));
    QCOMPARE(contentOf(outcome.file), latin1("Prénom;Email;Mobile\n"
                                             "Zoé;zoe@example.org;06 12 34 56 78\n"
                                             "d'OE;a@example.org;\n"
                                             "Max;A@example.org;\n"));
    QCOMPARE(outcome.rows, 3);
    QCOMPARE(outcome.droppedInvalid, 1);
    QCOMPARE(outcome.droppedDuplicates, 0);
    // With everything ticked, the later of the two rows stays.
    const RepairOutcome all = write(input, report, kindsOf(proposals, false));
    QCOMPARE(contentOf(all.file), latin1("Prénom;Email;Mobile\n"
                                         "Zoé;zoe@example.org;+33612345678\n"
                                         "Max;A@example.org;\n"));
    QCOMPARE(all.droppedDuplicates, 1);
}

void TestRepair::proposals()
{
    QLocale::setDefault(QLocale::c());
    const CheckInput input = inputOf("E-mail,Portable,Nom\r\na@example.org,0612345678,d’Aubigny\r\njean@,, Zoé\r\n");
    const Report report = checked(input);
    QStringList texts;
    for (const ProposedRepair &proposal : proposed(input, report))
        texts += u"%1|%2|%3|%4|%5%6"_s.arg(proposal.title, proposal.effect, proposal.before, proposal.after,
                                           proposal.recommended ? u"r"_s : QString(),
                                           proposal.required ? u"!"_s : QString());
    QCOMPARE(texts, (QStringList{
                        u"Alphabet UTF-8 → ISO-8859-1|2 cells · 1 letter replaced: ’ → '|d’Aubigny|d'Aubigny|r!"_s,
                        u"Separator: comma → semicolon|3 lines|,|;|r!"_s,
                        u"Windows → Unix line ends|3 lines|||r!"_s,
                        u"Rename 2 columns|E-mail → Email · Portable → Mobile|E-mail|Email|r!"_s,
                        u"Columns in the platform's own order|the platform takes them in any order|E-mail · Portable · "
                        u"Nom|Nom · E-mail · Portable|"_s,
                        u"Remove spaces around cells|1 cell| Zoé|Zoé|r"_s,
                        u"Leave out 1 refused contact|the file on your disk keeps them|||r"_s,
                        u"Phones as +33…|the platform takes them as they are|0612345678|+33612345678|"_s,
                    }));
}

void TestRepair::nothingToRepair()
{
    const CheckInput input = inputOf("Email\na@example.org\n");
    QVERIFY(proposed(input, checked(input)).empty());
    CheckInput none = input;
    none.file = nullptr;
    QVERIFY(proposed(none, Report()).empty());
}

void TestRepair::noRepairIsAnExactCopy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("Email;Nom\na@example.org;A\n");
    QTest::newRow("no last line end") << QByteArray("Email;Nom\r\na@example.org;\"A\"");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                        "Email,Nom\r\na@example.org,Zoé\r\n");
    QTest::newRow("windows-1252") << QByteArray("Email;Nom\na@example.org;d\x92"
                                                "A\n");
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE"
                                          "E\0m\0a\0i\0l\0\n\0a\0@\0\xE9\0.\0f\0r\0\n\0",
                                          28);
    QTest::newRow("large") << QByteArray("Email;Prénom\n") + QByteArray("a@example.org;Zoé\n").repeated(150'000);
}

void TestRepair::noRepairIsAnExactCopy()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(bytesWith(inputOf(bytes), {}), bytes);
    QCOMPARE(bytesWith(inputOf(bytes), {RepairKind::FileName}), bytes);
}

void TestRepair::sourceAndTargetStay()
{
    const QByteArray bytes = "E-mail\na@example.org\n";
    const LocalPath source = path(u"source.csv"_s);
    {
        QFile file(m_folder.filePath(u"source.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const auto file = csv::CsvFile::open(source);
    QVERIFY(file);
    CheckInput input = inputOf("x\n");
    input.file = *file;
    const Report report = checked(input);
    const auto onto = writeRepaired(input, report, {RepairKind::RenameColumns}, source);
    QVERIFY(!onto);
    QCOMPARE(onto.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(contentOf(source), bytes);
    QVERIFY(writeRepaired(input, report, {RepairKind::RenameColumns}, path(u"fixed.csv"_s)));
    QCOMPARE(contentOf(source), bytes);
    QCOMPARE(contentOf(path(u"fixed.csv"_s)), QByteArray("Email\na@example.org\n"));
    const auto nowhere = writeRepaired(input, report, {}, path(u"no/such/folder/x.csv"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::NotWritable);
    QVERIFY(QDir(m_folder.path()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden).isEmpty());
}

void TestRepair::irreplaceableLetterStops()
{
    const CheckInput input = inputOf("Email;Nom\na@example.org;é\nb@example.org;Жуков\n");
    const Report report = checked(input);
    QCOMPARE(report.invalidRowNumbers, (std::vector<qint64>{3}));
    const auto outcome = writeRepaired(input, report, {RepairKind::Encoding}, path(u"stopped.csv"_s));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Unsupported);
    QVERIFY(outcome.error().message.startsWith(u"Row 3, column “Nom”"_s));
    QVERIFY(!QFile::exists(m_folder.filePath(u"stopped.csv"_s)));
    QVERIFY(QDir(m_folder.path()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden).isEmpty());
    QCOMPARE(bytesWith(input, {RepairKind::Encoding, RepairKind::DropInvalidRows}),
             latin1("Email;Nom\na@example.org;é\n"));
}

void TestRepair::preview_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("result");
    const auto row = [](const char16_t *cell, const char16_t *column, RepairKind kind, const char16_t *result) {
        const QString text = QString::fromUtf16(cell);
        QTest::addRow("%s %s", qPrintable(key(kind)), qPrintable(text))
            << text << QString::fromUtf16(column) << static_cast<int>(kind) << QString::fromUtf16(result);
    };
    row(u"d’Aubigny", u"Nom", RepairKind::Encoding, u"d'Aubigny");
    row(u"Œuvre", u"Nom", RepairKind::Encoding, u"OEuvre");
    row(u"Zoé", u"Nom", RepairKind::Encoding, u"Zoé");
    row(u"Жуков", u"Nom", RepairKind::Encoding, u"Жуков");
    row(u"d’Aubigny", u"Nom", RepairKind::TrimSpaces, u"d’Aubigny");
    row(u"  a ", u"Nom", RepairKind::TrimSpaces, u"a");
    row(u"  a ", u"Nom", RepairKind::Encoding, u"  a ");
    row(u"d\u0092A", u"Nom", RepairKind::ControlCharacters, u"d'A");
    row(u"06 12 34 56 78", u"Mobile", RepairKind::PhoneFormat, u"+33612345678");
    row(u"06 12 34 56 78", u"Nom", RepairKind::PhoneFormat, u"06 12 34 56 78");
    row(u"0612", u"Mobile", RepairKind::PhoneFormat, u"0612");
    row(u"=1+1", u"Nom", RepairKind::TrimSpaces, u"=1+1");
}

void TestRepair::preview()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, column);
    QFETCH(const int, kind);
    QFETCH(const QString, result);
    const Flow flow = configured(flowOf("digitaleo/import"), {});
    QCOMPARE(repairedCell(cell, flow.column(column), flow, {}, {static_cast<RepairKind>(kind)}), result);
}

void TestRepair::previewIsWhatIsWritten()
{
    const CheckInput input = inputOf("Email;Mobile;Nom\n a@example.org;06 12 34 56 78; d’Œ\xC2\x85\n;33612345678;É€\n");
    const std::set<RepairKind> repairs{RepairKind::Encoding, RepairKind::TrimSpaces, RepairKind::PhoneFormat,
                                       RepairKind::ControlCharacters};
    const Table before = recordsOf(input);
    const Table after = recordsOf(inputOf(bytesWith(input, repairs)));
    const Flow flow = configured(input.flow, input.settings);
    QCOMPARE(after.size(), before.size());
    for (std::size_t row = 1; row < before.size(); ++row) {
        for (qsizetype i = 0; i < before[row].size(); ++i)
            QCOMPARE(repairedCell(before[row][i], flow.column(before[0][i]), flow, input.settings, repairs),
                     after[row][i]);
    }
}

void TestRepair::formulasAreNeverPrefixed()
{
    const QByteArray bytes =
        "Email;Nom;Mobile\na@example.org;=1+1;+33612345678\nb@example.org;@x;\nc@example.org;-5;\n";
    const CheckInput input = inputOf(bytes);
    std::set<RepairKind> all;
    for (int i = 0; i <= static_cast<int>(RepairKind::DropDuplicates); ++i)
        all.insert(static_cast<RepairKind>(i));
    QCOMPARE(bytesWith(input, all), bytes);
}

void TestRepair::zips()
{
    CheckInput input = inputOf("E-mail\na@example.org\n");
    input.depositBytes = 30'000'000;
    const Report report = checked(input);
    const std::set<RepairKind> repairs = kindsOf(proposed(input, report), true);
    QVERIFY(repairs.contains(RepairKind::Zip));
    const LocalPath target = path(u"liste é.zip"_s);
    const auto outcome = writeRepaired(input, report, repairs, target);
    QVERIFY(outcome);
    const auto entries = archive::listZip(target);
    QVERIFY(entries);
    QCOMPARE(entries->size(), std::size_t(1));
    QCOMPARE(entries->front().name, u"liste é.csv"_s);
    QCOMPARE(*archive::readZipEntry(target, 0), QByteArray("Email\na@example.org\n"));
    QCOMPARE(outcome->sha256, QCryptographicHash::hash(contentOf(target), QCryptographicHash::Sha256));
    QCOMPARE(outcome->bytes, contentOf(target).size());
}

void TestRepair::cancels()
{
    const CheckInput input = inputOf("E-mail\na@example.org\n");
    const Report report = checked(input);
    const CancelSource source;
    source.cancel();
    JobControl job;
    job.cancel = source.token();
    const auto outcome = writeRepaired(input, report, {RepairKind::RenameColumns}, path(u"cancelled.csv"_s), job);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(m_folder.filePath(u"cancelled.csv"_s)));
    QVERIFY(QDir(m_folder.path()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden).isEmpty());
}

void TestRepair::columnOrder_data()
{
    QTest::addColumn<QByteArray>("flow");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("result"); // empty: nothing to order
    const auto row = [](const char *name, const char *flow, const QByteArray &bytes, const QByteArray &result) {
        QTest::newRow(name) << QByteArray(flow) << bytes << result;
    };
    row("as the flow", "digitaleo/import", "Nom;Email;Mobile\nA;a@example.org;\n", {});
    row("another order", "digitaleo/import", "Mobile;Email;Nom\n;a@example.org;A\n0612345678;;B\n",
        "Nom;Email;Mobile\nA;a@example.org;\nB;;0612345678\n");
    row("unknown columns stay behind", "digitaleo/import", "Couleur;Email;;Nom\nvert;a@example.org;x;A\n",
        "Nom;Email;Couleur;\nA;a@example.org;vert;x\n");
    row("short, long and blank rows", "digitaleo/import", "Email;Nom;Ville;\na@example.org;A\n\nb@example.org;B;C;;D\n",
        "Nom;Email;Ville;\nA;a@example.org;\n\nB;b@example.org;C;;D\n");
    row("names that are not the platform's", "digitaleo/import", "Portable;E-mail\n;a@example.org\n",
        "E-mail;Portable\na@example.org;\n");
    row("an import's key first, its expiry last", "accengage/staticlist",
        "\"expiry_date\";\"name\";\"device_id\"\n\"\";\"Zoe\";\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"\n",
        "\"device_id\";\"name\";\"expiry_date\"\n\"0291725A-BB67-4EB9-8914-EE14B283EC0C\";\"Zoe\";\"\"\n");
}

void TestRepair::columnOrder()
{
    QFETCH(const QByteArray, flow);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, result);
    FlowSettings settings;
    settings.appId = u"6"_s;
    settings.customData = {{u"name"_s, {}, CustomField::Type::Text, {}}};
    const CheckInput input = inputOf(bytes, flow.constData(), settings);
    const Report report = checked(input);
    const auto proposals = proposed(input, report);
    const auto proposal = std::find_if(proposals.begin(), proposals.end(),
                                       [](const ProposedRepair &one) { return one.kind == RepairKind::ColumnOrder; });
    QCOMPARE(proposal != proposals.end(), !result.isEmpty());
    QCOMPARE(bytesWith(input, {RepairKind::ColumnOrder}), result.isEmpty() ? bytes : result);
    if (result.isEmpty())
        return;
    QVERIFY(!proposal->recommended);
    QCOMPARE(bytesWith(inputOf(result, flow.constData(), settings), {RepairKind::ColumnOrder}), result);
}

void TestRepair::whichDuplicateStays()
{
    const CheckInput input = inputOf("Email;Nom\na@example.org;1\nb@example.org;2\nA@example.org;3\na@example.org;4\n",
                                     "digitaleo/import", triplet());
    QCOMPARE(bytesWith(input, {RepairKind::DropDuplicates}),
             QByteArray("Email;Nom\nb@example.org;2\na@example.org;4\n"));
    QCOMPARE(bytesWith(input, {RepairKind::KeepFirst}), QByteArray("Email;Nom\na@example.org;1\nb@example.org;2\n"));
    // Of a contact one row stays, whatever is ticked.
    QCOMPARE(bytesWith(input, {RepairKind::DropDuplicates, RepairKind::KeepFirst}),
             QByteArray("Email;Nom\nb@example.org;2\na@example.org;4\n"));
    QCOMPARE(write(input, checked(input), {RepairKind::KeepFirst}).droppedDuplicates, 2);
}

void TestRepair::unknownProfilesGo()
{
    FlowSettings settings;
    settings.appId = u"6"_s;
    settings.matchingKey = MatchingKey::MemberId;
    CheckInput input = inputOf("\"member_id\"\n\"1\"\n\"2\"\n\"3\"\n", "accengage/staticlist", settings,
                               u"staticlist_x_6_20151207101112.csv"_s);
    input.knownProfiles = *KnownProfiles::read(
        {*csv::CsvFile::fromBytes("\"device_id\";\"member_id\"\n\"\";\"1\"\n\"\";\"3\"\n", u"e"_s)},
        flowOf("accengage/exportDevices"), settings);
    const Report report = checked(input);
    QVERIFY(kindsOf(proposed(input, report), false).contains(RepairKind::KeepKnownProfiles));
    const RepairOutcome outcome = write(input, report, {RepairKind::KeepKnownProfiles});
    QCOMPARE(contentOf(outcome.file), QByteArray("\"member_id\"\n\"1\"\n\"3\"\n"));
    QCOMPARE(outcome.droppedUnknown, 1);
    QCOMPARE(outcome.rows, 2);
}

void TestRepair::splits_data()
{
    QTest::addColumn<bool>("zipped");
    QTest::addColumn<qint64>("most");
    QTest::newRow("plain") << false << qint64(10'000);
    QTest::newRow("zipped") << true << qint64(10'000);
    QTest::newRow("plain, fits") << false << qint64(10'000'000);
    QTest::newRow("zipped, fits") << true << qint64(10'000'000);
}

void TestRepair::splits()
{
    QFETCH(const bool, zipped);
    QFETCH(const qint64, most);
    // Text that does not deflate well, with line ends inside cells, so that a cut at any line would be wrong.
    QByteArray bytes = "E-mail;Nom\n";
    QByteArray all;
    QRandomGenerator random(20);
    constexpr int rows = 2000;
    for (int i = 0; i < rows; ++i) {
        QByteArray noise;
        for (int n = 0; n < 20; ++n)
            noise += char('a' + random.bounded(26));
        const QByteArray row = "c" + QByteArray::number(i) + "@example.org;\"" + noise + "\n;" + noise + "\"\n";
        bytes += row;
        all += row;
    }
    CheckInput input = inputOf(bytes);
    input.flow.maxBytes = most;
    std::set<RepairKind> repairs{RepairKind::RenameColumns};
    repairs.insert(zipped ? RepairKind::Zip : RepairKind::Split);
    const QString stem = QString::fromLatin1(QTest::currentDataTag());
    const QString suffix = zipped ? u".zip"_s : u".csv"_s;
    const auto copy = writeRepairedParts(input, checked(input), repairs, path(stem + suffix));
    QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
    QCOMPARE(copy->whole.rows, rows);
    if (most > bytes.size()) {
        QCOMPARE(copy->parts.size(), std::size_t(1));
        QCOMPARE(copy->parts[0].file, path(stem + suffix));
    } else {
        QVERIFY(copy->parts.size() > 3);
        QCOMPARE(copy->parts[1].file, path(stem + u"-2"_s + suffix));
    }
    QByteArray joined;
    qint64 counted = 0;
    for (const RepairOutcome &part : copy->parts) {
        const QByteArray written = contentOf(part.file);
        QVERIFY2(written.size() <= most, qPrintable(QString::number(written.size())));
        QCOMPARE(part.bytes, written.size());
        QCOMPARE(part.sha256, QCryptographicHash::hash(written, QCryptographicHash::Sha256));
        const QByteArray content = zipped ? *archive::readZipEntry(part.file, 0) : written;
        QVERIFY(content.startsWith("Email;Nom\n"));
        joined += content.sliced(10);
        counted += part.rows;
        const Report report = checked(inputOf(content));
        QVERIFY(report.isValid());
        QCOMPARE(report.stats.rows, part.rows);
        // Not needlessly many parts.
        if (&part != &copy->parts.back())
            QVERIFY2(written.size() > most * 7 / 10, qPrintable(QString::number(written.size())));
    }
    QCOMPARE(counted, rows);
    QCOMPARE(joined, all);
}

void TestRepair::splittingIsAllOrNothing()
{
    // The third part's name is taken.
    CheckInput input = inputOf("Email;Nom\n" + QByteArray("a@example.org;Abcdefghij\n").repeated(1000));
    input.flow.maxBytes = 5000;
    const Report report = checked(input);
    {
        QFile file(m_folder.filePath(u"taken-3.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    }
    const auto taken = writeRepairedParts(input, report, {RepairKind::Split}, path(u"taken.csv"_s));
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(QDir(m_folder.path()).entryList({u"taken*"_s}), QStringList{u"taken-3.csv"_s});
    QCOMPARE(contentOf(path(u"taken-3.csv"_s)), QByteArray("mine"));
    // A row that alone is too large.
    CheckInput large = inputOf("Email;Nom\na@example.org;A\nb@example.org;" + QByteArray(6000, 'x') + "\n");
    large.flow.maxBytes = 5000;
    const auto none = writeRepairedParts(large, checked(large), {RepairKind::Split}, path(u"large.csv"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Limit);
    QVERIFY(QDir(m_folder.path()).entryList({u"large*"_s}).isEmpty());
}

/// Structure is rewritten, and every cell stays what it was once decoded.
void TestRepair::otherCellsStay()
{
    const QStringList pieces{u"a"_s,  u"é"_s,  u"\""_s, u"\"\""_s, u";"_s,    u","_s, u"\n"_s,
                             u"\t"_s, u" x"_s, u"ÿ"_s,  u"'"_s,    u"=1+1"_s, u"-"_s, u"0612345678"_s};
    QRandomGenerator random(6);
    for (int turn = 0; turn < 200; ++turn) {
        QString text = u"\"Email\",\"Nom\",\"Champ 1\"\r\n"_s;
        const int rows = 1 + random.bounded(20);
        for (int row = 0; row < rows; ++row) {
            for (int field = 0; field < 3; ++field) {
                QString cell = field == 0 ? u"a%1@example.org"_s.arg(row) : QString();
                for (int n = random.bounded(6); field > 0 && n > 0; --n)
                    cell += pieces[random.bounded(static_cast<int>(pieces.size()))];
                cell.replace(u"\""_s, u"\"\""_s);
                text += u"\""_s + cell + (field == 2 ? u"\"\r\n"_s : u"\","_s);
            }
        }
        const CheckInput input = inputOf(text.toUtf8());
        const QByteArray result =
            bytesWith(input, {RepairKind::Encoding, RepairKind::LineEndings, RepairKind::Delimiter});
        csv::DialectHints hints;
        hints.encoding = csv::Encoding::Latin1;
        hints.delimiter = ';';
        CheckInput copy = input;
        copy.file = *csv::CsvFile::fromBytes(result, u"copy.csv"_s, hints);
        QCOMPARE(recordsOf(copy), recordsOf(input));
    }
}

/// Over random files and random choices of repairs: a cell that no ticked repair has to do with is, once decoded, what
/// it was, in the row and column where it is expected; no other row or column is lost.
void TestRepair::unreportedCellsStay()
{
    const QByteArrayList pieces{"a@example.org",
                                "b@example.org",
                                "jean@",
                                "0612345678",
                                "33612345678",
                                "06 12 34 56 78",
                                "24/12/1990",
                                " ",
                                "é",
                                "’",
                                "œ",
                                "\xC2\x92",
                                "=1",
                                "Zoe\xCC\x81",
                                "\t",
                                "x",
                                "\"\"",
                                ";",
                                "\n",
                                "\x01"};
    QRandomGenerator random(1990);
    qint64 compared = 0;
    for (int turn = 0; turn < 300; ++turn) {
        const char delimiter = turn % 3 == 0 ? ',' : ';';
        const QByteArray end = turn % 2 ? "\r\n" : "\n";
        QByteArray bytes = QByteArray("Mobile;E-mail;Couleur;Nom;Date de naissance;").replace(';', delimiter) + end;
        for (int row = 0, rows = 1 + random.bounded(12); row < rows; ++row) {
            for (int field = 0, fields = random.bounded(8) ? 5 : 3 + random.bounded(4); field < fields; ++field) {
                QByteArray cell;
                for (int n = random.bounded(4); n > 0; --n)
                    cell += pieces[random.bounded(static_cast<int>(pieces.size()))];
                bytes += (field ? QByteArray(1, delimiter) : QByteArray()) + '"' + cell + '"';
            }
            bytes += end;
        }
        csv::DialectHints hints;
        hints.encoding = csv::Encoding::Utf8;
        hints.delimiter = delimiter;
        CheckInput input = inputOf("x\n", "digitaleo/import", triplet());
        input.file = *csv::CsvFile::fromBytes(bytes, u"list.csv"_s, hints);
        input.maxPlaces = 1'000'000;
        const Report report = checked(input);
        std::set<RepairKind> kinds;
        for (const ProposedRepair &proposal : proposed(input, report)) {
            if (proposal.kind != RepairKind::FileName && random.bounded(2))
                kinds.insert(proposal.kind);
        }
        const auto outcome = writeRepaired(input, report, kinds, path(u"unreported%1.csv"_s.arg(turn)));
        if (!outcome) {
            QCOMPARE(outcome.error().kind, ErrorKind::Unsupported);
            continue;
        }
        const RepairPlan plan(input, kinds);
        hints.encoding = plan.dialect.encoding;
        hints.delimiter = plan.dialect.delimiter;
        CheckInput copy = input;
        copy.file = *csv::CsvFile::fromBytes(contentOf(outcome->file), u"list.csv"_s, hints);
        const Table before = recordsOf(input);
        const Table after = recordsOf(copy);

        std::set<std::pair<qint64, int>> touched; // places that a ticked repair mends
        for (const Finding &finding : report.findings) {
            for (const Place &place : finding.places) {
                if (finding.repair && kinds.contains(*finding.repair))
                    touched.insert({place.rowNumber, place.fieldNumber});
            }
        }
        std::vector<std::size_t> fields = plan.order;
        if (fields.empty()) {
            fields.resize(plan.columns.size());
            std::iota(fields.begin(), fields.end(), std::size_t(0));
        }
        std::erase_if(fields, [&](std::size_t field) { return !plan.columns[field].kept; });
        const auto isIn = [](const std::vector<qint64> &rows, qint64 row) {
            return std::find(rows.begin(), rows.end(), row) != rows.end();
        };
        std::size_t at = 1;
        for (std::size_t i = 1; i < before.size(); ++i) {
            const auto number = static_cast<qint64>(i) + 1;
            const bool blank = std::all_of(before[i].begin(), before[i].end(),
                                           [](const QString &cell) { return cell.trimmed().isEmpty(); });
            const bool last = kinds.contains(RepairKind::DropDuplicates);
            if ((blank && kinds.contains(RepairKind::RemoveBlankRows)) ||
                (kinds.contains(RepairKind::DropInvalidRows) && isIn(report.invalidRowNumbers, number)) ||
                (last && isIn(report.supersededRowNumbers, number)) ||
                (!last && kinds.contains(RepairKind::KeepFirst) && isIn(report.duplicateRowNumbers, number)))
                continue;
            QVERIFY(at < after.size());
            const QStringList &written = after[at++];
            for (std::size_t k = 0; k < fields.size() && !blank; ++k) {
                const auto field = static_cast<qsizetype>(fields[k]);
                const Column *column = plan.columns[fields[k]].column;
                const bool rewritten =
                    column && ((column->type == ColumnType::Phone && plan.has(RepairKind::PhoneFormat)) ||
                               (column->type == ColumnType::Date && plan.has(RepairKind::DateFormat)));
                if (field >= before[i].size() || rewritten || touched.contains({number, static_cast<int>(field) + 1}))
                    continue;
                QVERIFY(static_cast<qsizetype>(k) < written.size());
                QCOMPARE(written[static_cast<qsizetype>(k)], before[i][field]);
                ++compared;
            }
        }
        QCOMPARE(at, after.size());
    }
    QVERIFY2(compared > 2000, qPrintable(QString::number(compared)));
}

/// Whatever bytes come: repairing never fails but for a letter without stand-in, drops no row unasked, and repairing
/// again changes nothing.
void TestRepair::randomFilesRepairClean()
{
    const QByteArrayList pieces{"a@example.org",
                                "jean@",
                                "0612345678",
                                "336 90 78 56 90",
                                ";",
                                ";",
                                ";",
                                ",",
                                "\n",
                                "\n",
                                "\r\n",
                                "\"",
                                " ",
                                "é",
                                "’",
                                "\x92",
                                "\xC3",
                                "=1",
                                "Zoe\xCC\x81",
                                "😀",
                                "\t",
                                "x",
                                QByteArray("\0", 1)};
    QRandomGenerator random(2015);
    int written = 0;
    for (int turn = 0; turn < 400; ++turn) {
        QByteArray bytes = "Email;Nom;Mobile\n";
        for (int n = random.bounded(60); n > 0; --n)
            bytes += pieces[random.bounded(static_cast<int>(pieces.size()))];
        csv::DialectHints hints;
        hints.delimiter = ';';
        const auto file = csv::CsvFile::fromBytes(bytes, u"list.csv"_s, hints);
        if (!file)
            continue; // taken for binary
        CheckInput input = inputOf("x\n");
        input.file = *file;
        const Report report = checked(input);
        QCOMPARE(report.stats.validRows + report.stats.invalidRows, report.stats.rows);
        std::set<RepairKind> repairs = kindsOf(proposed(input, report), true);
        repairs.insert(RepairKind::TrimSpaces);
        repairs.insert(RepairKind::DropInvalidRows); // proposed only where rows stay
        const LocalPath target = path(u"random%1.csv"_s.arg(turn));
        const auto outcome = writeRepaired(input, report, repairs, target);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->rows, report.stats.validRows);
        const QByteArray once = contentOf(target);
        CheckInput again = input;
        // Random bytes such as Ã© look like UTF-8 again; what was written is known.
        if (repairs.contains(RepairKind::Encoding) || (*file)->dialect().encoding != csv::Encoding::Utf8)
            hints.encoding = csv::Encoding::Latin1;
        const auto reopened = csv::CsvFile::fromBytes(once, u"list.csv"_s, hints);
        QVERIFY(reopened);
        again.file = *reopened;
        const Report second = checked(again);
        QVERIFY2(second.stats.invalidRows == 0,
                 qPrintable(navette::printed(report) + u" | "_s + navette::printed(second) + u" | "_s +
                            QString::fromLatin1(bytes.toPercentEncoding()) + u" | "_s +
                            QString::fromLatin1(once.toPercentEncoding())));
        QCOMPARE(bytesWith(again, repairs), once);
        ++written;
    }
    QVERIFY(written > 300);
}

// Behind a UTF-8 mark nothing is written in another alphabet, unless the alphabet is repaired too.
void TestRepair::renamedColumnsKeepTheMark()
{
    const QByteArray mark = "\xEF\xBB\xBF";
    const CheckInput marked = inputOf(mark + "id;Email\n1;jean@example.org\n");
    QCOMPARE(bytesWith(marked, {RepairKind::RenameColumns}), mark + "Référence;Email\n1;jean@example.org\n");
    QCOMPARE(bytesWith(marked, {RepairKind::RenameColumns, RepairKind::Encoding}),
             latin1("Référence;Email\n1;jean@example.org\n"));
    const CheckInput plain = inputOf("id;Email\n1;jean@example.org\n");
    QCOMPARE(bytesWith(plain, {RepairKind::RenameColumns}), latin1("Référence;Email\n1;jean@example.org\n"));
}

void TestRepair::rowsThatRepairsEmptyGo()
{
    const CheckInput input = inputOf("Email;Nom\njean@example.org;Jean\n\x07;\n;\n");
    const RepairOutcome outcome =
        write(input, checked(input), {RepairKind::RemoveBlankRows, RepairKind::ControlCharacters});
    QCOMPARE(contentOf(outcome.file), "Email;Nom\njean@example.org;Jean\n");
    QCOMPARE(outcome.rows, 1);
    QCOMPARE(outcome.droppedEmptied, 1);
}

void TestRepair::accengage()
{
    FlowSettings settings;
    settings.appId = u"6"_s;
    settings.customData = {{u"name"_s, {}, CustomField::Type::Text, {}}};
    CheckInput input =
        inputOf(latin1("Device ID;name;Expiry date\r\n0291725A-BB67-4EB9-8914-EE14B283EC0C;Zoé;24/12/2015\r\n"),
                "accengage/staticlist", settings, u"vip.csv"_s);
    const Report report = checked(input);
    const auto proposals = proposed(input, report);
    const std::set<RepairKind> repairs = kindsOf(proposals, true);
    QCOMPARE(printed(repairs), u"encoding line-endings quoting rename-columns date-format file-name"_s);
    QVERIFY(proposals.back().after.startsWith(u"staticlist_vip_6_"_s));
    const QByteArray result = bytesWith(input, repairs);
    QCOMPARE(result, QByteArray("\"device_id\";\"name\";\"expiry_date\"\n"
                                "\"0291725A-BB67-4EB9-8914-EE14B283EC0C\";\"Zoé\";\"2015-12-24 00:00:00\"\n"));
    CheckInput again = inputOf(result, "accengage/staticlist", settings, proposals.back().after);
    QCOMPARE(navette::printed(checked(again)), QString());
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
