// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/campaignmodel.h"
#include "style/delegates.h"
#include "style/trendchart.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace navette;
using namespace navette::ui;

class CampaignModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsFiguresAndRates();
    void addsColumnsForOtherReactions();
    void scalesAxes_data();
    void scalesAxes();
};

void CampaignModelTest::showsFiguresAndRates()
{
    CampaignModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCampaigns({{.campaignId = QStringLiteral("67891"),
                         .campaignName = QStringLiteral("Black Friday teaser"),
                         .contacts = {{QStringLiteral("EMAIL_opened"), 200}, {QStringLiteral("EMAIL_clicked"), 33}}},
                        {.campaignId = QStringLiteral("67950"),
                         .campaignName = QStringLiteral("SMS last call"),
                         .contacts = {{QStringLiteral("SMS_optout"), 418}}}});
    const QLocale locale;
    QCOMPARE(model.index(0, CampaignModel::Rate).data().toString(),
             locale.toString(16.5, 'f', 1) + QStringLiteral(" %"));
    QCOMPARE(model.index(1, CampaignModel::Rate).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, CampaignModel::Opened).data(BarRole).toDouble(), 1.0);
    QCOMPARE(model.index(1, CampaignModel::Opened).data(BarRole).toDouble(), 0.0);
    QCOMPARE(model.index(1, CampaignModel::SmsStop).data(SortRole).toLongLong(), 418);
}

void CampaignModelTest::addsColumnsForOtherReactions()
{
    CampaignModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCampaigns({{.campaignId = QStringLiteral("1"), .contacts = {{QStringLiteral("VOICEMAIL_optout"), 7}}}});
    QCOMPARE(model.columnCount(), CampaignModel::FirstOther + 1);
    QCOMPARE(model.headerData(CampaignModel::FirstOther, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Stopped, VOICEMAIL"));
    QCOMPARE(model.index(0, CampaignModel::FirstOther).data().toString(), QStringLiteral("7"));
    model.setCampaigns({});
    QCOMPARE(model.columnCount(), int(CampaignModel::FirstOther));
}

void CampaignModelTest::scalesAxes_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("end");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << 1.0 << 1.0;
    QTest::newRow("one") << 1.0 << 1.0 << 1.0;
    QTest::newRow("seven") << 7.0 << 10.0 << 5.0;
    QTest::newRow("72,000") << 72'000.0 << 100'000.0 << 50'000.0;
    QTest::newRow("40,211") << 40'211.0 << 60'000.0 << 20'000.0;
}

void CampaignModelTest::scalesAxes()
{
    QFETCH(double, largest);
    QFETCH(double, end);
    QFETCH(double, step);
    const AxisScale scale = axisScale(largest);
    QCOMPARE(scale.end, end);
    QCOMPARE(scale.step, step);
}

QTEST_MAIN(CampaignModelTest)
#include "tst_campaignmodel.moc"
