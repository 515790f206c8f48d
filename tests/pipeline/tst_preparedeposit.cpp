// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/preparedeposit.h"
#include "pipelinesamples.h"
#include "support/manycontacts.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace navette;
using namespace Qt::StringLiterals;

class TestPrepareDeposit : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    const Flow m_import = samples::flow(u"digitaleo/import"_s);
    const FlowSettings m_settings = samples::digitaleo().settings;

    LocalPath write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return toLocalPath(file.fileName());
    }
    static QByteArray read(const LocalPath &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aGoodFileIsSentAsItIs()
    {
        const QByteArray bytes = "Email;Nom\njean@example.org;Dupont\n";
        const LocalPath source = write(u"vip.csv"_s, bytes);
        const auto file = openForDeposit(source, m_import, m_settings).value();
        QVERIFY(file.report.isValid());
        QCOMPARE(file.listName, u"vip"_s);
        const auto prepared = writeDeposit(file, {}).value();
        QCOMPARE(read(prepared.order.file), bytes);
        QVERIFY(prepared.order.file != source);
        QCOMPARE(prepared.order.remoteName, u"vip.csv"_s);
        QCOMPARE(prepared.order.contacts, 1);
    }

    void repairsMakeACopyAndLeaveTheSourceAlone()
    {
        const QByteArray bytes = "\xef\xbb\xbf"
                                 "E-mail,Pr\xc3\xa9nom\r\njean@example.org,Ren\xc3\xa9\r\n";
        const LocalPath source = write(u"faulty.csv"_s, bytes);
        const auto file = openForDeposit(source, m_import, m_settings).value();
        QVERIFY(!file.report.isValid());
        QVERIFY(!file.recommendedRepairs().empty());
        DepositChoices choices;
        choices.repairs = file.recommendedRepairs();
        const auto prepared = writeDeposit(file, choices).value();
        const QByteArray repaired = read(prepared.order.file);
        QVERIFY(repaired.contains("Ren\xe9"));
        QVERIFY(!repaired.contains('\r'));
        QVERIFY(openForDeposit(prepared.order.file, m_import, m_settings).value().report.isValid());
        QCOMPARE(read(source), bytes);
    }

    void lateLettersTellTheEncoding_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<QByteArray>("late");
        QTest::newRow("ASCII all through") << QByteArray("Jean") << QByteArray("Paul");
        QTest::newRow("ASCII, then UTF-8") << QByteArray("Jean") << QByteArray("Zo\xC3\xA9");
        QTest::newRow("ASCII, then ISO-8859-1") << QByteArray("Jean") << QByteArray("Zo\xE9");
        QTest::newRow("ISO-8859-1, then Windows-1252") << QByteArray("Zo\xE9") << QByteArray("l\x92\xE9t\xE9");
        QTest::newRow("UTF-8, then a broken letter") << QByteArray("Zo\xC3\xA9") << QByteArray("Zo\xC3");
        QTest::newRow("UTF-8, then ISO-8859-1 all through") << QByteArray("Zo\xC3\xA9") << QByteArray();
    }
    /// Of a large file the front alone is read before the check, which then has to come to what all of it tells.
    void lateLettersTellTheEncoding()
    {
        QFETCH(QByteArray, front);
        QFETCH(QByteArray, late);
        const QByteArray row = "jean@example.org;" + front + "\n";
        QByteArray bytes = "Email;Nom\n" + row.repeated(int(17'000'000 / row.size()));
        bytes += late.isEmpty() ? QByteArray("jean@example.org;\xE9t\xE9\n").repeated(200'000)
                                : "jean@example.org;" + late + "\n";
        const LocalPath source = write(u"late.csv"_s, bytes);
        const auto prepared = openForCheck(source, m_import, m_settings).value();
        CheckInput whole = prepared.input;
        whole.file = csv::CsvFile::open(source).value();
        QCOMPARE(prepared.file->dialect(), whole.file->dialect());
        QCOMPARE(prepared.file->isAscii(), whole.file->isAscii());
        QCOMPARE(prepared.file->isValidUtf8(), whole.file->isValidUtf8());
        const Report report = check(whole).value();
        QVERIFY(prepared.report.findings == report.findings);
        QCOMPARE(prepared.report.nonAsciiCells, report.nonAsciiCells);
        QCOMPARE(prepared.report.stats.duplicateRows, report.stats.duplicateRows);
    }

    void aLargeCopyIsKnownWithoutReadingIt_data()
    {
        QTest::addColumn<QByteArray>("extra");
        QTest::addColumn<bool>("known");
        QTest::newRow("values in another form")
            << QByteArray("Jean@Example.org , Zo\xC3\xA9,06 12 34 56 78\r\n") << true;
        QTest::newRow("a letter is replaced")
            << QByteArray("jean@example.org,l\xE2\x80\x99\xC3\xA9t\xC3\xA9,\r\n") << false;
        QTest::newRow("a stray quote") << QByteArray("jean@example.org,a \"b\" c,\r\n") << false;
        QTest::newRow("an empty row") << QByteArray("\r\n") << false;
    }
    void aLargeCopyIsKnownWithoutReadingIt()
    {
        QFETCH(QByteArray, extra);
        QFETCH(bool, known);
        QByteArray bytes = "Email,Nom,Mobile\r\n";
        for (int i = 0; bytes.size() < 2 * csv::CsvFile::headBytes; ++i)
            bytes += "c" + QByteArray::number(i) + "@example.org,Zo\xC3\xA9,06123456" +
                     QByteArray::number(10 + i % 90) + "\r\n";
        bytes += ",Nobody,\r\njean@,x,061\r\nc5@example.org,=1+1,0612345615\r\n" + extra;
        const auto file = openForDeposit(write(u"large copy.csv"_s, bytes), m_import, m_settings).value();
        std::set<RepairKind> repairs = file.recommendedRepairs();
        repairs.erase(RepairKind::DropInvalidRows);
        const LocalPath target = toLocalPath(m_dir.filePath(u"%1.csv"_s.arg(QLatin1String(QTest::currentDataTag()))));
        const RepairOutcome outcome = writeRepaired(file.input, file.report, repairs, target).value();
        QCOMPARE(rowFindingsLeft(file.report, repairs, outcome).has_value(), known);
        const Report left = checkCopy(file, repairs, {outcome, {outcome}}).value();
        const Report found = openForCheck(target, m_import, m_settings).value().report;
        QCOMPARE(left.findings.size(), found.findings.size());
        QVERIFY(found.findings.size() > 4);
        for (std::size_t i = 0; i < found.findings.size(); ++i) {
            QCOMPARE(left.findings[i].headline, found.findings[i].headline);
            QCOMPARE(left.findings[i].count, found.findings[i].count);
            QVERIFY(left.findings[i].severity == found.findings[i].severity);
        }
    }

    void zipStaysZip()
    {
        const LocalPath zip = toLocalPath(m_dir.filePath(u"packed.zip"_s));
        QVERIFY(archive::writeZip(zip, {{u"packed.csv"_s, "Email\njean@example.org\n"}}));
        const auto file = openForDeposit(zip, m_import, m_settings).value();
        QVERIFY(file.kind == archive::Kind::Zip);
        const auto prepared = writeDeposit(file, {}).value();
        QCOMPARE(prepared.order.remoteName, u"packed.zip"_s);
        QCOMPARE(read(prepared.order.file), read(zip));
        DepositChoices choices;
        choices.repairs = {RepairKind::TrimSpaces};
        const auto repaired = writeDeposit(file, choices).value();
        QVERIFY(archive::kindOf(repaired.order.file).value() == archive::Kind::Zip);
        QCOMPARE(archive::openPlain(repaired.order.file).value().bytes, QByteArray("Email\njean@example.org\n"));
    }

    void whatIsTooLargeIsSentInParts_data()
    {
        QTest::addColumn<bool>("zipped");
        QTest::newRow("plain") << false;
        QTest::newRow("zipped") << true;
    }
    void whatIsTooLargeIsSentInParts()
    {
        QFETCH(bool, zipped);
        Flow flow = m_import;
        flow.maxBytes = 20'000;
        const auto file = openForDeposit(write(u"large.csv"_s, test::manyContacts(2000)), flow, m_settings).value();
        DepositChoices choices{.repairs = {}, .listName = u"vip"_s};
        if (zipped)
            choices.repairs.insert(RepairKind::Zip);
        QCOMPARE(writeDepositParts(file, choices).error().kind, ErrorKind::Limit);

        choices.repairs.insert(RepairKind::Split);
        choices.mode = ImportMode::NewList;
        const auto prepared = writeDepositParts(file, choices).value();
        QVERIFY(prepared.parts.size() > 2);
        QCOMPARE(prepared.whole.rows, 2000);
        qint64 contacts = 0;
        qint64 bytes = 0;
        for (std::size_t i = 0; i < prepared.parts.size(); ++i) {
            const DepositOrder &order = prepared.parts[i].order;
            QCOMPARE(order.remoteName, u"vip-%1.%2"_s.arg(QString::number(i + 1), zipped ? u"zip"_s : u"csv"_s));
            QCOMPARE(order.mode, choices.mode);
            const auto part = openForDeposit(order.file, flow, m_settings).value();
            QVERIFY(part.report.isValid());
            QCOMPARE(part.report.stats.rows, order.contacts);
            contacts += order.contacts;
            bytes += QFileInfo(order.file).size();
            QVERIFY(QFileInfo(order.file).size() <= prepared.largestBytes());
        }
        QCOMPARE(contacts, 2000);
        QCOMPARE(prepared.bytes(), bytes);
        QVERIFY(prepared.largestBytes() <= 20'000);

        // Each part would leave only its own contacts in the list.
        choices.mode = ImportMode::SyncList;
        QCOMPARE(writeDepositParts(file, choices).error().kind, ErrorKind::Usage);
    }

    void partsAreNotMadeOfWhatFits()
    {
        const auto file = openForDeposit(write(u"few.csv"_s, test::manyContacts(20)), m_import, m_settings).value();
        const auto prepared = writeDepositParts(file, {.repairs = {RepairKind::Split}}).value();
        QCOMPARE(prepared.parts.size(), std::size_t(1));
        QCOMPARE(prepared.parts.front().order.remoteName, u"few.csv"_s);
        QCOMPARE(prepared.fingerprint(), prepared.parts.front().outcome.sha256);
    }

    void aZipThatIsTooLargeIsOfferedInParts()
    {
        const LocalPath zip = toLocalPath(m_dir.filePath(u"large.zip"_s));
        QVERIFY(archive::writeZip(zip, {{u"large.csv"_s, test::manyContacts(2000)}}));
        Flow flow = m_import;
        flow.maxBytes = 20'000;
        const auto file = openForDeposit(zip, flow, m_settings).value();
        const auto split = std::ranges::find(file.repairs, RepairKind::Split, &ProposedRepair::kind);
        QVERIFY(split != file.repairs.end());
        QVERIFY(split->required && !split->recommended);
        QVERIFY(!file.recommendedRepairs().contains(RepairKind::Split));
        QVERIFY(writeDepositParts(file, {.repairs = {RepairKind::Split}}).value().parts.size() > 2);
    }

    void contentThatIsNoCsvIsAReport_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\0\1\2\0\0\0\0\xff\xfe\0\0\0\0\0\0\0\0",
                                              22);
        QTest::newRow("broken zip") << QByteArray("PK\3\4 and then nothing of the kind");
    }
    void contentThatIsNoCsvIsAReport()
    {
        QFETCH(QByteArray, bytes);
        const auto file = openForDeposit(write(u"odd.csv"_s, bytes), m_import, m_settings);
        QVERIFY(file);
        QVERIFY(!file->file);
        QVERIFY(file->report.find(FindingCode::SourceError) != nullptr);
        QCOMPARE(writeDeposit(*file, {}).error().kind, ErrorKind::BadFormat);
    }

    void missingFilesAndFoldersAreErrors()
    {
        QCOMPARE(openForDeposit(toLocalPath(m_dir.filePath(u"none"_s)), m_import, m_settings).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(openForDeposit(toLocalPath(m_dir.path()), m_import, m_settings).error().kind, ErrorKind::NotAFile);
    }

    void accengageNamesNeedTheApplication()
    {
        const Flow flow = samples::flow(u"accengage/staticlist"_s);
        FlowSettings settings = samples::accengage().settings;
        const LocalPath source = write(u"noel.csv"_s, "\"device_id\"\n\"0291725A-BB67-4EB9-8914-EE14B283EC0C\"\n");
        const auto file = openForDeposit(source, flow, settings).value();
        const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        // In GMT+1, all year round, wherever this desk is (accengage.md).
        QCOMPARE(plannedRemoteName(file, {}, now).value(), u"staticlist_noel_6_20260102040405.csv"_s);
        settings.appId.clear();
        QCOMPARE(plannedRemoteName(openForDeposit(source, flow, settings).value(), {}, now).error().kind,
                 ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestPrepareDeposit)
#include "tst_preparedeposit.moc"
