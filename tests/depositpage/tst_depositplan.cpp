// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositplan.h"
#include "flows/flowcatalog.h"

#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto encodingRepair = RepairKind::Encoding;

/// 100 contacts: 12 refused, 4 duplicates of which one is refused too; UTF-8 where ISO-8859-1 is wanted.
Report sample()
{
    Report report;
    report.stats.rows = 100;
    report.stats.invalidRows = 12;
    report.stats.validRows = 88;
    report.stats.duplicateRows = 4;
    for (qint64 row = 2; row < 14; ++row)
        report.invalidRowNumbers.push_back(row);
    report.duplicateRowNumbers = {13, 40, 41, 42};
    report.unknownProfileRows = {3, 42, 60};

    Finding encoding;
    encoding.code = FindingCode::EncodingError;
    encoding.severity = Severity::Error;
    encoding.headline = u"The file is UTF-8"_s;
    encoding.repair = encodingRepair;
    encoding.refusesFile = true;
    Finding emails;
    emails.code = FindingCode::InvalidEmail;
    emails.severity = Severity::Error;
    emails.headline = u"Correct 12 e-mail addresses"_s;
    Finding duplicates;
    duplicates.code = FindingCode::DuplicateRow;
    duplicates.severity = Severity::Warning;
    duplicates.repair = RepairKind::DropDuplicates;
    report.findings = {encoding, emails, duplicates};
    return report;
}

std::vector<ProposedRepair> proposals()
{
    ProposedRepair encoding;
    encoding.kind = encodingRepair;
    encoding.title = u"Alphabet UTF-8 → ISO-8859-1"_s;
    encoding.required = true;
    ProposedRepair drop;
    drop.kind = RepairKind::DropInvalidRows;
    drop.title = u"Leave out 12 refused contacts"_s;
    return {encoding, drop};
}

} // namespace

class TestDepositPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsFollowTheTicks_data()
    {
        QTest::addColumn<QList<RepairKind>>("ticked");
        QTest::addColumn<QString>("numbers"); // sent, left out, refused, duplicates
        using K = RepairKind;
        QTest::newRow("nothing") << QList<K>{} << u"100 0 12 4"_s;
        QTest::newRow("leave out") << QList<K>{K::DropInvalidRows} << u"88 12 0 4"_s;
        QTest::newRow("duplicates") << QList<K>{K::DropDuplicates} << u"96 0 12 4"_s;
        QTest::newRow("duplicates, the first kept") << QList<K>{K::KeepFirst} << u"96 0 12 4"_s;
        // Row 13 is refused and a duplicate: it is not subtracted twice.
        QTest::newRow("both") << QList<K>{K::DropInvalidRows, K::DropDuplicates} << u"85 12 0 4"_s;
        QTest::newRow("unknown profiles") << QList<K>{K::KeepKnownProfiles} << u"97 3 12 4"_s;
        // Row 3 is refused and unknown, row 42 a duplicate and unknown.
        QTest::newRow("all") << QList<K>{K::DropInvalidRows, K::KeepFirst, K::KeepKnownProfiles} << u"84 14 0 4"_s;
    }
    void countsFollowTheTicks()
    {
        QFETCH(QList<RepairKind>, ticked);
        QFETCH(QString, numbers);
        const DepositPlan plan = planDeposit(sample(), proposals(), {ticked.begin(), ticked.end()});
        QCOMPARE(u"%1 %2 %3 %4"_s.arg(plan.willBeSent).arg(plan.leftOut).arg(plan.refused).arg(plan.duplicates),
                 numbers);
    }

    void aRefusedFileIsNotSent()
    {
        const DepositPlan plan = planDeposit(sample(), proposals(), {RepairKind::DropInvalidRows});
        QVERIFY(plan.obstacle.contains(u"Alphabet UTF-8 → ISO-8859-1"));
        QCOMPARE(plan.treatments, std::vector<Treatment>({Treatment::Stands, Treatment::LeftOut, Treatment::Stands}));
        QCOMPARE(headline(sample(), plan), u"The platform would refuse this file"_s);
    }

    void refusedContactsMustBeLeftOutOrCorrected()
    {
        const DepositPlan plan = planDeposit(sample(), proposals(), {encodingRepair});
        QVERIFY(plan.obstacle.contains(u"12 contact"));
    }

    void allRepairedCanBeSent()
    {
        const DepositPlan plan = planDeposit(sample(), proposals(), {encodingRepair, RepairKind::DropInvalidRows});
        QCOMPARE(plan.obstacle, QString());
        QVERIFY(headline(sample(), plan).startsWith(u"12 of 100 contact"));
        // A warning never stops a deposit.
        QCOMPARE(plan.treatments, std::vector<Treatment>({Treatment::Repaired, Treatment::LeftOut, Treatment::Stands}));
    }

    void aFileOfRefusedContactsHasNothingToSend()
    {
        Report report = sample();
        report.findings.erase(report.findings.begin());
        report.stats.rows = 12;
        const DepositPlan left = planDeposit(report, proposals(), {RepairKind::DropInvalidRows});
        QCOMPARE(left.willBeSent, 0);
        QVERIFY(!left.obstacle.isEmpty());
        QVERIFY(!planDeposit(report, proposals(), {}).obstacle.isEmpty());
    }

    void anEmptyFileHasNothingToSend()
    {
        const DepositPlan plan = planDeposit({}, {}, {});
        QVERIFY(!plan.obstacle.isEmpty());
        QCOMPARE(headline({}, plan), u"There are no contacts in this file"_s);
    }

    void theWrittenCopyHasTheLastWord()
    {
        RepairOutcome outcome;
        outcome.rows = 84;
        outcome.droppedInvalid = 13;
        const DepositPlan plan =
            planDeposit(sample(), proposals(), {encodingRepair, RepairKind::DropInvalidRows}, &outcome);
        QCOMPARE(plan.willBeSent, 84);
        QCOMPARE(plan.leftOut, 13);
    }

    void everyFlowHasADeed_data()
    {
        QTest::addColumn<QString>("flow");
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<bool>("confirmed");
        QTest::newRow("import") << u"digitaleo/import"_s << Deed::Import << false;
        QTest::newRow("optout") << u"digitaleo/optoutSMS"_s << Deed::OptOut << false;
        QTest::newRow("optin") << u"digitaleo/optinEMAIL"_s << Deed::OptIn << false;
        QTest::newRow("delete") << u"digitaleo/delete"_s << Deed::Delete << true;
        QTest::newRow("static list") << u"accengage/staticlist"_s << Deed::ReplaceStaticList << true;
        QTest::newRow("devices") << u"accengage/updateDevices"_s << Deed::UpdateDevices << false;
    }
    void everyFlowHasADeed()
    {
        QFETCH(QString, flow);
        QFETCH(Deed, deed);
        QFETCH(bool, confirmed);
        const auto catalog = FlowCatalog::load();
        QVERIFY(catalog);
        const Flow *found = catalog->find(flow);
        QVERIFY(found);
        QCOMPARE(deedOf(*found, {}), deed);
        QCOMPARE(needsConfirmation(deed), confirmed);
        QVERIFY(!deedText(deed, 3).isEmpty());
        if (found->usesImportMode) {
            QCOMPARE(deedOf(*found, ImportMode::SyncList), Deed::Synchronise);
            QVERIFY(needsConfirmation(Deed::Synchronise));
        }
    }

    void optOutIsNeverDefault()
    {
        QVERIFY(neverDefault(Deed::OptOut));
        QVERIFY(neverDefault(Deed::Delete));
        QVERIFY(neverDefault(Deed::Synchronise));
        QVERIFY(!neverDefault(Deed::Import));
    }
};

QTEST_GUILESS_MAIN(TestDepositPlan)
#include "tst_depositplan.moc"
