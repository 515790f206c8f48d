// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filename.h"
#include "flows/flowcatalog.h"

#include <QTest>
#include <QTimeZone>

using namespace navette;
using namespace Qt::StringLiterals;

class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void depositNames_data();
    void depositNames();
    void listNames_data();
    void listNames();
    void prefixes_data();
    void prefixes();
    void reportingNames_data();
    void reportingNames();
    void exportNames_data();
    void exportNames();

private:
    FlowCatalog m_catalog;
};

void TestFileName::initTestCase()
{
    auto catalog = FlowCatalog::load();
    QVERIFY(catalog);
    m_catalog = *std::move(catalog);
}

void TestFileName::depositNames_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("list");
    QTest::addColumn<bool>("zipped");
    QTest::addColumn<QString>("expected");
    const QString import = u"digitaleo/import"_s;
    const QString list = u"accengage/staticlist"_s;
    QTest::addRow("free") << import << u"mylist"_s << false << u"mylist.csv"_s;
    QTest::addRow("zipped") << import << u"mylist"_s << true << u"mylist.zip"_s;
    QTest::addRow("accents") << import << u"Été 2026"_s << false << u"Été 2026.csv"_s;
    QTest::addRow("separators") << import << u"a/b\\c"_s << false << u"a_b_c.csv"_s;
    QTest::addRow("hidden") << import << u"../.x"_s << false << u"_.x.csv"_s;
    QTest::addRow("invisible") << import << u"a\n\u202eb"_s << false << u"ab.csv"_s;
    QTest::addRow("nothing") << import << u" . "_s << false << u"list.csv"_s;
    // 23:30:05 UTC on the 30th is half past midnight in GMT+1, in summer too.
    QTest::addRow("static list") << list << u"christmas_vip"_s << false
                                 << u"staticlist_christmas_vip_6_20260701003005.csv"_s;
    QTest::addRow("list like a place") << list << u"{day}"_s << false << u"staticlist_{day}_6_20260701003005.csv"_s;
    QTest::addRow("update") << u"accengage/updateDevices"_s << u"x"_s << false << u"updateDevices_6_20260701.csv"_s;
}

void TestFileName::depositNames()
{
    QFETCH(QString, flow);
    QFETCH(QString, list);
    QFETCH(bool, zipped);
    QFETCH(QString, expected);
    FlowSettings settings;
    settings.appId = u"6"_s;
    const QDateTime now(QDate(2026, 6, 30), QTime(23, 30, 5), QTimeZone::utc());
    QCOMPARE(depositName(*m_catalog.find(flow), settings, list, now, zipped), expected);
    QCOMPARE(depositName(*m_catalog.find(flow), settings, list, now.toTimeZone(QTimeZone("America/New_York")), zipped),
             expected);
}

void TestFileName::listNames_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("expected");
    const QString import = u"digitaleo/import"_s;
    const QString list = u"accengage/staticlist"_s;
    QTest::addRow("csv") << import << u"mylist.csv"_s << u"mylist"_s;
    QTest::addRow("CSV") << import << u"mylist.CSV"_s << u"mylist"_s;
    QTest::addRow("zip") << import << u"mylist.zip"_s << u"mylist"_s;
    QTest::addRow("both") << import << u"mylist.csv.zip"_s << u"mylist"_s;
    QTest::addRow("text") << import << u"mylist.txt"_s << u"mylist"_s;
    QTest::addRow("neither") << import << u"mylist.2026"_s << u"mylist.2026"_s;
    QTest::addRow("only a suffix") << import << u".csv"_s << u".csv"_s;
    QTest::addRow("digits") << import << u"1447797847_mylist.csv"_s << u"1447797847_mylist"_s;
    QTest::addRow("static list") << list << u"staticlist_vip_6_20151207103000.csv"_s << u"vip"_s;
    QTest::addRow("underscores") << list << u"staticlist_a_b_7_c_6_20151207103000.csv"_s << u"a_b_7_c"_s;
    QTest::addRow("without time") << list << u"staticlist_christmas_6_20151207.csv"_s << u"christmas"_s;
    QTest::addRow("confirmation") << list << u"staticlist_vip_6_20151207103000.txt"_s << u"vip"_s;
    QTest::addRow("a person's own name") << list << u"vip clients.csv"_s << u"vip clients"_s;
}

void TestFileName::listNames()
{
    QFETCH(QString, flow);
    QFETCH(QString, fileName);
    QFETCH(QString, expected);
    QCOMPARE(listName(*m_catalog.find(flow), fileName), expected);
}

void TestFileName::prefixes_data()
{
    QTest::addColumn<qint64>("seconds"); // 0: no prefix
    QTest::addColumn<QString>("name");
    QTest::addRow("1447797847_mylist.csv") << qint64(1447797847) << u"mylist.csv"_s;
    QTest::addRow("1447797847_1447797000_x.csv") << qint64(1447797847) << u"1447797000_x.csv"_s;
    QTest::addRow("4102444799_x.csv") << qint64(4102444799) << u"x.csv"_s;
    for (const char *own : {"mylist.csv", "4102444800_x.csv", "0000000001_x.csv", "20151207_x.csv", "1447797847.csv",
                            "1447797847_", "14477978470_x.csv", "a1447797847_x.csv", "", "９９９９９９９９９９_x.csv"})
        QTest::addRow("own: %s", own) << qint64(0) << QString::fromUtf8(own);
}

void TestFileName::prefixes()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, name);
    const PrefixedName parsed = parsePrefixedName(seconds ? QString::fromLatin1(QTest::currentDataTag()) : name);
    QCOMPARE(parsed.name, name);
    QCOMPARE(parsed.depositedAt.has_value(), seconds != 0);
    if (seconds)
        QCOMPARE(parsed.depositedAt->toSecsSinceEpoch(), seconds);
}

void TestFileName::reportingNames_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("campaign");
    QTest::addColumn<bool>("general");
    const QDate day(2015, 4, 27);
    QTest::addRow("campaign") << u"2015-04-27_67891_Soldes d'été_#2.zip"_s << true << day << u"67891"_s
                              << u"Soldes d'été_#2"_s << false;
    QTest::addRow("general") << u"2015-04-27.zip"_s << true << day << QString() << QString() << true;
    QTest::addRow("daily") << u"2015-04-27_Daily.zip"_s << true << day << QString() << QString() << true;
    QTest::addRow("without day") << u"0067891_Campaign #2.zip"_s << true << QDate() << u"0067891"_s << u"Campaign #2"_s
                                 << false;
    QTest::addRow("campaign called Daily")
        << u"2015-04-27_5_Daily.zip"_s << true << day << u"5"_s << u"Daily"_s << false;
    QTest::addRow("campaign like a day") << u"2015-04-27_5_2015-04-27.zip"_s << true << day << u"5"_s << u"2015-04-27"_s
                                         << false;
    QTest::addRow("capitals") << u"2015-04-27.ZIP"_s << true << day << QString() << QString() << true;
    for (const char *name :
         {"2015-02-30.zip", "2015-04-27.csv", "2015-04-27_name.zip", "readme.zip", ".zip", "2015-04-271_x.zip"})
        QTest::addRow("unknown: %s", name)
            << QString::fromLatin1(name) << false << QDate() << QString() << QString() << false;
}

void TestFileName::reportingNames()
{
    QFETCH(QString, fileName);
    QFETCH(bool, known);
    QFETCH(QDate, day);
    QFETCH(QString, id);
    QFETCH(QString, campaign);
    QFETCH(bool, general);
    const auto name = parseReportingName(fileName);
    QCOMPARE(name.has_value(), known);
    if (!known)
        return;
    QCOMPARE(name->day.value_or(QDate()), day);
    QCOMPARE(name->campaignId, id);
    QCOMPARE(name->campaignName, campaign);
    QCOMPARE(name->general, general);
}

void TestFileName::exportNames_data()
{
    QTest::addColumn<QString>("flow"); // empty: no export
    QTest::addColumn<bool>("compressed");
    QTest::addRow("exportDevices_6_20151207.csv") << u"accengage/exportDevices"_s << false;
    QTest::addRow("exportDevices_6_20151207.csv.gz") << u"accengage/exportDevices"_s << true;
    QTest::addRow("exportDevicesReactions_6_20151207.csv") << u"accengage/exportDevicesReactions"_s << false;
    QTest::addRow("exportMessagesStatistics_6_20151207.csv") << u"accengage/exportMessagesStatistics"_s << false;
    for (const char *name :
         {"exportDevices_6_20151307.csv", "exportDevices_x_20151207.csv", "exportDevices_6_20151207.zip",
          "exportOther_6_20151207.csv", "exportDevices_6_20151207.csv\n", "../exportDevices_6_20151207.csv"})
        QTest::addRow("%s", name) << QString() << false;
}

void TestFileName::exportNames()
{
    QFETCH(QString, flow);
    QFETCH(bool, compressed);
    const auto name = parseExportName(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(name.has_value(), !flow.isEmpty());
    if (!name)
        return;
    QCOMPARE(name->flowId, flow);
    QCOMPARE(name->appId, u"6"_s);
    QCOMPARE(name->day, QDate(2015, 12, 7));
    QCOMPARE(name->compressed, compressed);
}

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
