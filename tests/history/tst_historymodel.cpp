// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"
#include "pipeline/historyexport.h"
#include "style/delegates.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace navette;
using namespace navette::ui;

class HistoryModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRecords();
    void exportsForSpreadsheets();

private:
    [[nodiscard]] static std::vector<DepositRecord> records();
};

std::vector<DepositRecord> HistoryModelTest::records()
{
    DepositRecord accepted;
    accepted.id = 1;
    accepted.flow = QStringLiteral("digitaleo/import");
    accepted.remoteName = QStringLiteral("vip.csv");
    accepted.mode = QStringLiteral("add");
    accepted.contacts = 12345;
    accepted.bytes = 1'200'000;
    accepted.state = DepositState::Accepted;
    accepted.depositedAt = QDateTime(QDate(2026, 11, 20), QTime(13, 5), Qt::UTC);
    DepositRecord refused = accepted;
    refused.id = 2;
    refused.remoteName = QStringLiteral("=cmd.csv");
    refused.state = DepositState::Refused;
    refused.contacts = -1;
    return {accepted, refused};
}

void HistoryModelTest::showsRecords()
{
    const auto catalog = FlowCatalog::load();
    QVERIFY(catalog.has_value());
    HistoryModel model(*catalog);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRecords(records());
    QCOMPARE(model.rowCount(), 2);
    const auto shown = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(shown(0, HistoryModel::File), QStringLiteral("vip.csv"));
    QCOMPARE(shown(0, HistoryModel::FlowTitle), flowTitle(*catalog->find(QStringLiteral("digitaleo/import"))));
    QCOMPARE(shown(0, HistoryModel::Mode), QStringLiteral("Add to the list"));
    QCOMPARE(shown(1, HistoryModel::Contacts), QString());
    QCOMPARE(model.index(0, HistoryModel::State).data(ToneRole).toInt(), static_cast<int>(Tone::Ok));
    QCOMPARE(model.index(1, HistoryModel::State).data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
    QCOMPARE(model.index(0, HistoryModel::Contacts).data(SortRole).toLongLong(), 12345);

    // A clock that was set back makes no deposit older.
    std::vector<DepositRecord> setBack = records();
    setBack.back().depositedAt = setBack.front().depositedAt.addSecs(-3600);
    model.setRecords(setBack);
    QVERIFY(model.index(1, HistoryModel::When).data(SortRole).toLongLong() >
            model.index(0, HistoryModel::When).data(SortRole).toLongLong());

    model.setRecords({});
    QCOMPARE(model.rowCount(), 0);
}

void HistoryModelTest::exportsForSpreadsheets()
{
    const QByteArray csv = historyCsv(records());
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    const QList<QByteArray> lines = csv.mid(3).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(1).startsWith("2026-11-20T13:05:00Z;vip.csv;digitaleo/import;add;12345;1200000;"));
    QVERIFY2(lines.at(2).contains(";'=cmd.csv;"), lines.at(2).constData());
}

QTEST_MAIN(HistoryModelTest)
#include "tst_historymodel.moc"
