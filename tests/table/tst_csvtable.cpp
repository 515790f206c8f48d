// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flowcatalog.h"
#include "table/csvheaderview.h"
#include "table/csvtablemodel.h"
#include "table/csvtableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Opened {
    std::shared_ptr<const csv::CsvFile> file;
    std::shared_ptr<const csv::RecordIndex> index;
};

Opened open(const QByteArray &bytes)
{
    const auto file = csv::CsvFile::fromBytes(bytes, u"test.csv"_s);
    if (!file)
        return {};
    auto index = csv::RecordIndex::build(**file);
    return {*file, std::make_shared<const csv::RecordIndex>(std::move(*index))};
}

QByteArray manyRows(int rows)
{
    QByteArray bytes = "Nom;Email\n";
    for (int i = 0; i < rows; ++i)
        bytes += "n" + QByteArray::number(i) + ";e" + QByteArray::number(i) + "@example.org\n";
    return bytes;
}

Report reportWithInvalid(std::vector<qint64> rows)
{
    Report report;
    report.mappedLabels = {u"Nom"_s, u"Email"_s};
    Finding finding;
    finding.code = FindingCode::InvalidEmail;
    finding.count = static_cast<qint64>(rows.size());
    for (const qint64 row : rows)
        finding.places.push_back({row, 2, u"Email"_s, {}, u"no @"_s});
    report.findings = {finding};
    report.invalidRowNumbers = std::move(rows);
    return report;
}

QString textAt(const CsvTableModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestCsvTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRecordsUnderTheirLabels()
    {
        CsvTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Opened opened = open("Nom;Email\nZo\xC3\xA9;zoe@example.org\n\"a\nb\";\n");
        QVERIFY(opened.file);
        model.setFile(opened.file, opened.index);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Email"_s);
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toLongLong(), 2);
        QCOMPARE(textAt(model, 0, 0), u"Zoé"_s);
        // One line in the table, the real text behind it.
        QCOMPARE(textAt(model, 1, 0), u"a b"_s);
        QCOMPARE(model.index(1, 0).data(CsvTableModel::OriginalTextRole).toString(), u"a\nb"_s);
        QCOMPARE(textAt(model, 1, 1), QString());
        model.setFile(nullptr, nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
    }

    void hostileCellsAreShownHarmless()
    {
        CsvTableModel model;
        const Opened opened =
            open(QByteArray("A;B\n<b>x</b>;\x1b[31m\n") + QByteArray("y") + QByteArray(5000, 'z') + "\n");
        QVERIFY(opened.file);
        model.setFile(opened.file, opened.index);
        QVERIFY(!textAt(model, 0, 1).contains(QChar(0x1b)));
        QVERIFY(textAt(model, 1, 0).size() < 3000);
        // A short row has no second cell; nothing is read beyond it.
        QCOMPARE(textAt(model, 1, 1), QString());
    }

    void onlyRowsWithProblems()
    {
        CsvTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Opened opened = open(manyRows(100));
        model.setFile(opened.file, opened.index);
        model.setFindings(FindingIndex(reportWithInvalid({5, 50, 99}), {}, {}));
        QCOMPARE(model.rowCount(), 100);
        model.setOnlyProblems(true);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(textAt(model, 1, 0), u"n48"_s);
        QCOMPARE(model.rowNumber(1), 50);
        QCOMPARE(model.rowOf(50), 1);
        QCOMPARE(model.rowOf(51), 2);
        QCOMPARE(model.rowOf(100), -1);
        QCOMPARE(model.index(1, 1).data(CsvTableModel::ToneRole).toInt(), int(Tone::Bad));
        QVERIFY(model.index(1, 1).data(Qt::ToolTipRole).toString().contains(u"no @"));
        model.setOnlyProblems(false);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.rowOf(50), 48);
    }

    void aMillionRowsFilterAtOnce()
    {
        CsvTableModel model;
        const Opened opened = open(manyRows(1'000'000));
        model.setFile(opened.file, opened.index);
        std::vector<qint64> bad;
        for (qint64 row = 2; row <= 1'000'001; row += 2)
            bad.push_back(row);
        model.setFindings(FindingIndex(reportWithInvalid(bad), {}, {}));
        QElapsedTimer timer;
        timer.start();
        model.setOnlyProblems(true);
        QCOMPARE(model.rowCount(), 500'000);
        QCOMPARE(textAt(model, 499'999, 0), u"n999998"_s);
        // Generous for a busy machine; asking every row would take seconds.
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void repairsShowInCellsAndLabels()
    {
        const auto catalog = FlowCatalog::load();
        QVERIFY(catalog);
        const Flow *flow = catalog->find(u"digitaleo/import"_s);
        QVERIFY(flow);
        CsvTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Opened opened = open("Nom;E-mail;Extra\n  Zo\xC3\xA9 ;zoe@example.org;1\n");
        model.setFile(opened.file, opened.index);
        RepairPreview preview{configured(*flow, {}), {}, {u"Nom"_s, u"Email"_s, QString()}, {}};
        model.setPreview(preview);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"E-mail"_s);
        QVERIFY(!model.index(0, 0).data(CsvTableModel::ChangedRole).toBool());
        preview.repairs = {RepairKind::TrimSpaces, RepairKind::RenameColumns, RepairKind::RemoveColumns};
        model.setPreview(preview);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Email"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal, CsvTableModel::WasLabelRole).toString(), u"E-mail"_s);
        QVERIFY(model.headerData(0, Qt::Horizontal, CsvTableModel::WasLabelRole).toString().isEmpty());
        QVERIFY(model.headerData(2, Qt::Horizontal, CsvTableModel::RemovedRole).toBool());
        QCOMPARE(textAt(model, 0, 0), u"Zoé"_s);
        QVERIFY(model.index(0, 0).data(CsvTableModel::ChangedRole).toBool());
    }

    void f8WalksFromProblemToProblem()
    {
        CsvTableModel model;
        const Opened opened = open(manyRows(100));
        model.setFile(opened.file, opened.index);
        model.setFindings(FindingIndex(reportWithInvalid({5, 50}), {}, {}));
        CsvTableView view;
        view.setCsvModel(&model);
        view.resize(400, 300);
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(model.rowNumber(view.currentIndex().row()), 5);
        QCOMPARE(view.currentIndex().column(), 1);
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(model.rowNumber(view.currentIndex().row()), 50);
        QTest::keyClick(&view, Qt::Key_F8);
        QCOMPARE(model.rowNumber(view.currentIndex().row()), 5);
        QTest::keyClick(&view, Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(model.rowNumber(view.currentIndex().row()), 50);
        QVERIFY(view.visualRect(view.currentIndex()).isValid());
    }

    void copiesCellsWithTabs()
    {
        CsvTableModel model;
        const Opened opened = open(manyRows(10));
        model.setFile(opened.file, opened.index);
        CsvTableView view;
        view.setCsvModel(&model);
        view.selectionModel()->select(QItemSelection(model.index(0, 0), model.index(1, 1)),
                                      QItemSelectionModel::Select);
        view.copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"n0\te0@example.org\nn1\te1@example.org\n"_s);
    }

    void widthsOfThePersonStay()
    {
        CsvTableModel model;
        const Opened opened = open(manyRows(10));
        model.setFile(opened.file, opened.index);
        CsvTableView view;
        view.setCsvModel(&model);
        view.setColumnWidth(0, 321);
        model.setFindings(FindingIndex(reportWithInvalid({5}), {}, {}));
        model.setOnlyProblems(true);
        QCOMPARE(view.columnWidth(0), 321);
    }
};

QTEST_MAIN(TestCsvTable)
#include "tst_csvtable.moc"
