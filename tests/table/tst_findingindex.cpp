// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/findingindex.h"

#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

Finding finding(FindingCode code, Severity severity, std::vector<Place> places)
{
    Finding made;
    made.code = code;
    made.severity = severity;
    made.headline = u"headline of "_s + key(code);
    made.count = static_cast<qint64>(places.size());
    made.places = std::move(places);
    return made;
}

Place at(qint64 row, int field, const QString &message = {})
{
    return {.rowNumber = row, .fieldNumber = field, .fieldName = {}, .cell = {}, .message = message};
}

Flow importFlow()
{
    Flow flow;
    flow.id = u"digitaleo/import"_s;
    flow.meansOfContact = {u"Email"_s, u"Mobile"_s};
    flow.oneOfColumns = {u"Email"_s, u"Mobile"_s};
    return flow;
}

Report report(std::vector<Finding> findings)
{
    Report made;
    made.labels = {u"Nom"_s, u"E-mail"_s, u"Mobile"_s};
    made.mappedLabels = {u"Nom"_s, u"Email"_s, u"Mobile"_s};
    made.findings = std::move(findings);
    return made;
}

QString spell(const std::optional<CellPlace> &place)
{
    return place ? u"%1:%2"_s.arg(place->rowNumber).arg(place->field) : u"none"_s;
}

} // namespace

class TestFindingIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyReportHasNoProblems()
    {
        const FindingIndex index(report({}), importFlow(), {});
        QCOMPARE(index.tone(2, 1), Tone::Neutral);
        QVERIFY(index.problemRows().empty());
        QVERIFY(!index.next({}));
        QVERIFY(!index.previous({100, 1}));
    }

    void theWorstToneOfACellHolds()
    {
        const FindingIndex index(report({finding(FindingCode::SurroundingSpace, Severity::Warning, {at(3, 2, u"w"_s)}),
                                         finding(FindingCode::InvalidEmail, Severity::Error, {at(3, 2, u"e"_s)})}),
                                 importFlow(), {});
        QCOMPARE(index.tone(3, 2), Tone::Bad);
        QCOMPARE(index.tone(3, 1), Tone::Neutral);
        QCOMPARE(index.messages(3, 2), QStringList({u"e"_s, u"w"_s}));
    }

    void aRowWithoutMeansShowsOnItsMeans()
    {
        Report made = report({finding(FindingCode::MissingMeans, Severity::Error, {at(5, 0, u"none"_s)})});
        made.invalidRowNumbers = {5};
        const FindingIndex index(made, importFlow(), {});
        QCOMPARE(index.tone(5, 1), Tone::Neutral);
        QCOMPARE(index.tone(5, 2), Tone::Bad);
        QCOMPARE(index.tone(5, 3), Tone::Bad);
        QCOMPARE(index.rowTone(5), Tone::Bad);
    }

    void aDuplicateShowsOnTheCriterion_data()
    {
        QTest::addColumn<Deduplication>("deduplication");
        QTest::addColumn<QString>("tones");
        QTest::newRow("triplet") << Deduplication::Triplet << u"-ww"_s;
        QTest::newRow("reference, which the file lacks") << Deduplication::Reference << u"---"_s;
    }
    void aDuplicateShowsOnTheCriterion()
    {
        QFETCH(Deduplication, deduplication);
        QFETCH(QString, tones);
        FlowSettings settings;
        settings.deduplication = deduplication;
        Report made = report({finding(FindingCode::DuplicateRow, Severity::Warning, {at(10, 0)})});
        made.duplicateRowNumbers = {10};
        const FindingIndex index(made, importFlow(), settings);
        QString shown;
        for (int field = 1; field <= 3; ++field)
            shown += index.tone(10, field) == Tone::Warn ? u'w' : u'-';
        QCOMPARE(shown, tones);
        QCOMPARE(index.rowTone(10), Tone::Warn);
    }

    void rowsBeyondTheListedPlacesAreProblemsToo()
    {
        Report made = report({finding(FindingCode::InvalidEmail, Severity::Error, {at(3, 2)})});
        made.invalidRowNumbers = {3, 70, 80};
        made.duplicateRowNumbers = {70, 75};
        const FindingIndex index(made, importFlow(), {});
        QCOMPARE(index.problemRows(), std::vector<qint64>({3, 70, 75, 80}));
        QVERIFY(index.isInvalid(80));
        QVERIFY(!index.isInvalid(75));
    }

    void walkingVisitsEveryProblemBothWays()
    {
        Report made = report({finding(FindingCode::MissingLabel, Severity::Error, {at(0, 0)}),
                              finding(FindingCode::IncorrectLabel, Severity::Warning, {at(1, 2)}),
                              finding(FindingCode::InvalidEmail, Severity::Error, {at(3, 2), at(8, 2)}),
                              finding(FindingCode::InvalidPhone, Severity::Error, {at(3, 3)})});
        made.invalidRowNumbers = {3, 8, 9};
        const FindingIndex index(made, importFlow(), {});
        QStringList forward;
        for (auto place = index.next({}); place; place = index.next(*place))
            forward.append(spell(place));
        QCOMPARE(forward, QStringList({u"1:2"_s, u"3:2"_s, u"3:3"_s, u"8:2"_s, u"9:0"_s}));
        QStringList backward;
        for (auto place = index.previous({1000, 0}); place; place = index.previous(*place))
            backward.prepend(spell(place));
        QCOMPARE(backward, forward);
    }
};

QTEST_GUILESS_MAIN(TestFindingIndex)
#include "tst_findingindex.moc"
