// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "flows/flowcatalog.h"
#include "practice/judge.h"
#include "practice/practiceplatform.h"
#include "practice/samplefiles.h"
#include "repair/repair.h"

#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

/// The practice platform's samples through check and repair, judged by the platform's own independent rules: what we
/// call good must be taken, what we repair too, and what we can't repair must have been said to be so.
class TestSamplesRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void digitaleo_data();
    void digitaleo();
    void accengage_data();
    void accengage();
    void guidedTour();

private:
    QTemporaryDir m_folder;
};

namespace
{

FlowSettings practiceSettings()
{
    FlowSettings settings;
    settings.deduplication = Deduplication::Triplet;
    settings.fieldLabels = {{u"Champ 1"_s, u"Points fidélité"_s}, {u"Champ 2"_s, u"Magasin préféré"_s}};
    return settings;
}

} // namespace

void TestSamplesRepair::initTestCase()
{
    QVERIFY(practice::writeSamples(Platform::Digitaleo, toLocalPath(m_folder.path())));
}

void TestSamplesRepair::digitaleo_data()
{
    QTest::addColumn<int>("index");
    const auto &all = samples(Platform::Digitaleo);
    QVERIFY(all.size() > 15);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all[i].fileName)) << static_cast<int>(i);
}

void TestSamplesRepair::digitaleo()
{
    QFETCH(const int, index);
    const Sample &sample = samples(Platform::Digitaleo)[static_cast<std::size_t>(index)];
    const LocalPath root = toLocalPath(m_folder.path());
    const LocalPath source = root / toLocalPath(sample.fileName);

    const auto catalog = FlowCatalog::load();
    QVERIFY(catalog);
    const FlowSettings settings = practiceSettings();
    CheckInput input;
    input.flow = *catalog->find(sample.flow);
    input.settings = settings;
    const Flow flow = configured(input.flow, settings);
    const auto content = archive::openPlain(source);
    QVERIFY(content);
    const auto file = content->kind == archive::Kind::Plain ? csv::CsvFile::open(source)
                                                            : csv::CsvFile::fromBytes(content->bytes, content->name);
    const practice::Judgement asIs = practice::judge(source, flow, settings);
    if (!file) {
        QVERIFY(!asIs.accepted);
        QVERIFY(!sample.repairable);
        return;
    }
    input.file = *file;
    const auto report = check(input);
    QVERIFY(report);

    // A file that we say the platform refuses is refused, and only such a file.
    const bool refused = std::any_of(report->findings.begin(), report->findings.end(),
                                     [](const Finding &finding) { return finding.refusesFile; });
    QCOMPARE(asIs.accepted, sample.acceptedAsIs);
    QCOMPARE(!refused, asIs.accepted);
    if (asIs.accepted) {
        QCOMPARE(static_cast<qint64>(asIs.contacts.size()), report->stats.validRows);
        QCOMPARE(asIs.refusedRows, report->stats.invalidRows);
    }

    const auto proposals = proposeRepairs(input, *report);
    QVERIFY(proposals);
    std::set<RepairKind> repairs;
    for (const ProposedRepair &proposal : *proposals) {
        if (proposal.recommended)
            repairs.insert(proposal.kind);
    }
    const LocalPath copy = root / toLocalPath(u"repaired %1.csv"_s.arg(index));
    const auto outcome = writeRepaired(input, *report, repairs, copy);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    const practice::Judgement after = practice::judge(copy, flow, settings);
    QVERIFY2(after.accepted == sample.repairable, qPrintable(after.reason));
    if (after.accepted) {
        QCOMPARE(after.refusedRows, 0);
        QCOMPARE(static_cast<qint64>(after.contacts.size()), report->stats.validRows);
        QCOMPARE(outcome->rows, report->stats.validRows);
    }
}

void TestSamplesRepair::accengage_data()
{
    QTest::addColumn<int>("index");
    const auto &all = samples(Platform::Accengage);
    QVERIFY(all.size() > 5);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(all[i].fileName)) << static_cast<int>(i);
}

/// Accengage reports no failures, so nobody judges but us: what is called good checks clean, and the rest does once
/// repaired.
void TestSamplesRepair::accengage()
{
    QFETCH(const int, index);
    const Sample &sample = samples(Platform::Accengage)[static_cast<std::size_t>(index)];
    const LocalPath root = toLocalPath(m_folder.path());
    QVERIFY(practice::writeSamples(Platform::Accengage, root));
    FlowSettings settings;
    settings.appId = u"6"_s;
    settings.customData = {{u"firstname"_s, {}, CustomField::Type::Text, 50},
                           {u"loyalty_points"_s, {}, CustomField::Type::Integer, {}},
                           {u"last_store"_s, {}, CustomField::Type::Text, 80}};
    const auto catalog = FlowCatalog::load();
    const auto file = csv::CsvFile::open(root / toLocalPath(sample.fileName));
    QVERIFY(catalog && file);
    CheckInput input;
    input.flow = *catalog->find(sample.flow);
    input.settings = settings;
    input.file = *file;
    const auto report = check(input);
    QVERIFY(report);
    QStringList headlines;
    for (const Finding &finding : report->findings)
        headlines += finding.headline;
    // A wrong name alone is a warning, since Navette names the copy that it sends; as it is, the platform leaves the
    // file.
    const bool rightAsItIs = report->isValid() && !report->find(FindingCode::FileName);
    QVERIFY2(rightAsItIs == sample.acceptedAsIs, qPrintable(headlines.join(u'\n')));

    const auto proposals = proposeRepairs(input, *report);
    QVERIFY(proposals);
    std::set<RepairKind> repairs;
    for (const ProposedRepair &proposal : *proposals) {
        if (proposal.recommended)
            repairs.insert(proposal.kind);
    }
    const LocalPath copy = root / toLocalPath(u"repaired accengage %1.csv"_s.arg(index));
    const auto outcome = writeRepaired(input, *report, repairs, copy);
    QVERIFY(outcome);
    QCOMPARE(outcome->rows, report->stats.validRows);
    const auto repaired = csv::CsvFile::open(copy);
    QVERIFY(repaired);
    input.file = *repaired;
    const auto second = check(input);
    QVERIFY(second);
    QVERIFY(second->isValid());
    QCOMPARE(second->stats.invalidRows, 0);
}

/// The file of the tour and of the mock-up (deposit.png): its figures are told in pictures.
void TestSamplesRepair::guidedTour()
{
    QLocale::setDefault(QLocale::c());
    const auto catalog = FlowCatalog::load();
    const auto file = csv::CsvFile::open(toLocalPath(m_folder.filePath(u"vip_november.csv"_s)));
    QVERIFY(catalog && file);
    CheckInput input;
    input.flow = *catalog->find(u"digitaleo/import"_s);
    input.settings = practiceSettings();
    input.file = *file;
    const auto report = check(input);
    QVERIFY(report);
    QCOMPARE(report->stats.rows, 12'357);
    QCOMPARE(report->stats.invalidRows, 12);
    QCOMPARE(report->stats.duplicateRows, 4);
    QStringList headlines;
    for (const Finding &finding : report->findings)
        headlines += finding.headline;
    QVERIFY2(headlines.contains(u"Correct 7 e-mail addresses or give these contacts a mobile number"_s),
             qPrintable(headlines.join(u'\n')));
    QVERIFY2(headlines.contains(u"Correct 5 mobile numbers: too short"_s), qPrintable(headlines.join(u'\n')));
    QVERIFY2(!report->find(FindingCode::FormulaCell), qPrintable(headlines.join(u'\n')));
    QVERIFY(headlines.contains(u"4 contacts stand twice: the later row wins"_s));
}

QTEST_GUILESS_MAIN(TestSamplesRepair)
#include "tst_samples_repair.moc"
