// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositfile.h"
#include "deposit/filelist.h"
#include "deposit/findingsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

Finding finding(FindingCode code, const QString &headline, qint64 count, std::vector<qint64> rows)
{
    Finding made;
    made.code = code;
    made.severity = Severity::Error;
    made.headline = headline;
    made.count = count;
    for (const qint64 row : rows)
        made.places.push_back({row, row > 0 ? 2 : 0, u"Email"_s, u"cell"_s, u"message"_s});
    return made;
}

Report sample()
{
    std::vector<qint64> many;
    for (qint64 row = 2; row < 152; ++row)
        many.push_back(row);
    Report report;
    report.findings = {finding(FindingCode::EncodingError, u"encoding"_s, 1, {0}),
                       finding(FindingCode::InvalidEmail, u"emails"_s, 3, {3, 5, 41}),
                       finding(FindingCode::LineEnding, u"line ends"_s, 1, {0}),
                       finding(FindingCode::SurroundingSpace, u"spaces"_s, 312, many)};
    return report;
}

/// The tree as indented text.
QString print(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (depth == 1 && row >= 3 && row < model.rowCount(parent) - 1)
            continue;
        text += QString(depth * 2, u' ') + index.data().toString();
        const QString rows = index.data(FindingsModel::RowsRole).toString();
        text += (rows.isEmpty() ? QString() : u" | "_s + rows) + u'\n';
        text += print(model, index, depth + 1);
    }
    return text;
}

} // namespace

class TestFindingsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindOnceWithItsPlaces()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(sample(), {});
        const QString printed = print(model);
        QCOMPARE(printed, u"encoding\n"
                          "  message\n"
                          "emails | rows 3, 5, 41\n"
                          "  Row 3 · Email\n"
                          "  Row 5 · Email\n"
                          "  Row 41 · Email\n"
                          "line ends\n"
                          "  message\n"
                          "spaces | rows 2, 3, 4 …\n"
                          "  Row 2 · Email\n"
                          "  Row 3 · Email\n"
                          "  Row 4 · Email\n"
                          "  The first 100 of 312 are listed here; the table shows them all.\n"_s);
    }

    void repairedThingsAboutTheFileAreGathered()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(sample(), {});
        QCOMPARE(model.rowCount(), 4);
        model.setTreatments({Treatment::Repaired, Treatment::LeftOut, Treatment::Repaired, Treatment::Repaired});
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex last = model.index(2, 0);
        QCOMPARE(last.data(FindingsModel::ToneRole).toInt(), int(Tone::Ok));
        QCOMPARE(model.rowCount(last), 2);
        QCOMPARE(model.index(1, 0, last).data().toString(), u"line ends"_s);
        // About cells: repaired, but still listed, so that its places can be seen.
        QVERIFY(model.index(1, 0).data(FindingsModel::RepairedRole).toBool());
        QCOMPARE(model.index(1, 0).data().toString(), u"spaces"_s);
        model.setTreatments({Treatment::Repaired, Treatment::LeftOut, Treatment::Repaired, Treatment::Stands});
        QVERIFY(!model.index(1, 0).data(FindingsModel::RepairedRole).toBool());
    }

    void aPlaceSaysWhereItIs()
    {
        FindingsModel model;
        model.setReport(sample(), {});
        const QModelIndex place = model.index(1, 0, model.index(1, 0));
        QCOMPARE(place.data(FindingsModel::RowNumberRole).toLongLong(), 5);
        QCOMPARE(place.data(FindingsModel::FieldRole).toInt(), 2);
        QCOMPARE(place.data(FindingsModel::CellRole).toString(), u"cell"_s);
    }

    void filesComeAndGo()
    {
        FileListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(new DepositFile("/nowhere/a.csv", u"a.csv"_s, nullptr));
        model.add(new DepositFile("/nowhere/b.csv", u"b.csv"_s, nullptr));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1).data().toString(), u"b.csv"_s);
        QVERIFY(!model.index(0).data(FileListModel::BadgeRole).toString().isEmpty());
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), u"b.csv"_s);
        model.remove(7);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
