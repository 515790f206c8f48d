// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flowcatalog.h"

#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestConfigured : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void digitaleoTakesTheSeparatorButNotTheEncoding();
    void champLabelsAreReplaced();
    void uselessLabelsAreIgnored();
    void referenceIsNeededWhereDeduplicatedOn();
    void accengageTakesTheEncodingButOnlyTheListTheSeparator();
    void memberColumnIsRenamed();
    void staticListHoldsOnlyTheAccountsKey_data();
    void staticListHoldsOnlyTheAccountsKey();
    void updateTakesEitherKey();
    void customFieldsBecomeColumns();

private:
    const Flow &flow(const char *id) { return *m_catalog.find(QString::fromLatin1(id)); }
    FlowCatalog m_catalog;
};

void TestConfigured::initTestCase()
{
    auto catalog = FlowCatalog::load();
    QVERIFY(catalog);
    m_catalog = *std::move(catalog);
}

void TestConfigured::digitaleoTakesTheSeparatorButNotTheEncoding()
{
    FlowSettings settings;
    settings.delimiter = ',';
    settings.encoding = csv::Encoding::Utf8;
    const Flow result = configured(flow("digitaleo/import"), settings);
    QCOMPARE(result.dialect.delimiter, ',');
    QCOMPARE(result.dialect.encoding, csv::Encoding::Latin1);
}

void TestConfigured::champLabelsAreReplaced()
{
    FlowSettings settings;
    settings.fieldLabels = {{u"Champ 2"_s, u" Points "_s}};
    const Flow result = configured(flow("digitaleo/import"), settings);
    QVERIFY(!result.column(u"Champ 2"_s));
    const Column *column = result.column(u"Points"_s);
    QVERIFY(column);
    QVERIFY(column->synonyms.contains(u"Champ 2"_s));
    QCOMPARE(result.columns.size(), std::size_t(31));
    // A label may be what is elsewhere a synonym: the account's word counts.
    settings.fieldLabels = {{u"Champ 3"_s, u"portable"_s}};
    const Flow other = configured(flow("digitaleo/import"), settings);
    QVERIFY(other.column(u"portable"_s));
    QVERIFY(!other.column(u"Mobile"_s)->synonyms.contains(u"Portable"_s));
}

void TestConfigured::uselessLabelsAreIgnored()
{
    FlowSettings settings;
    settings.fieldLabels = {{u"Champ 1"_s, u"  "_s}, {u"Champ 2"_s, u"Email"_s}, {u"Email"_s, u"Adresse"_s}};
    QCOMPARE(configured(flow("digitaleo/import"), settings).columns, flow("digitaleo/import").columns);
}

void TestConfigured::referenceIsNeededWhereDeduplicatedOn()
{
    FlowSettings settings;
    QVERIFY(!configured(flow("digitaleo/import"), settings).column(u"Référence"_s)->labelRequired);
    settings.deduplication = Deduplication::Reference;
    QVERIFY(configured(flow("digitaleo/import"), settings).column(u"Référence"_s)->labelRequired);
    QVERIFY(!configured(flow("digitaleo/reporting"), settings).column(u"Référence"_s)->labelRequired);
}

void TestConfigured::accengageTakesTheEncodingButOnlyTheListTheSeparator()
{
    FlowSettings settings;
    settings.delimiter = '|';
    settings.encoding = csv::Encoding::Windows1252;
    for (const char *id : {"accengage/staticlist", "accengage/updateDevices", "accengage/exportDevices"})
        QCOMPARE(configured(flow(id), settings).dialect.encoding, csv::Encoding::Windows1252);
    QCOMPARE(configured(flow("accengage/staticlist"), settings).dialect.delimiter, '|');
    QCOMPARE(configured(flow("accengage/updateDevices"), settings).dialect.delimiter, ';');
    QCOMPARE(configured(flow("accengage/exportDevices"), settings).dialect.delimiter, ';');
}

void TestConfigured::memberColumnIsRenamed()
{
    FlowSettings settings;
    settings.memberIdColumn = u"customer_no"_s;
    const Flow result = configured(flow("accengage/exportDevicesReactions"), settings);
    QVERIFY(result.column(u"customer_no"_s));
    QVERIFY(!result.column(u"member_id"_s));
}

void TestConfigured::staticListHoldsOnlyTheAccountsKey_data()
{
    QTest::addColumn<MatchingKey>("key");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("gone");
    QTest::addRow("device") << MatchingKey::DeviceId << u"device_id"_s << u"member_id"_s;
    QTest::addRow("member") << MatchingKey::MemberId << u"member_id"_s << u"device_id"_s;
}

void TestConfigured::staticListHoldsOnlyTheAccountsKey()
{
    QFETCH(MatchingKey, key);
    QFETCH(QString, wanted);
    QFETCH(QString, gone);
    FlowSettings settings;
    settings.matchingKey = key;
    const Flow result = configured(flow("accengage/staticlist"), settings);
    QVERIFY(!result.column(gone));
    QVERIFY(result.column(wanted)->required && result.column(wanted)->labelRequired);
    QCOMPARE(result.keyColumns, QStringList{wanted});
    QCOMPARE(result.oneOfColumns, QStringList{wanted});
}

void TestConfigured::updateTakesEitherKey()
{
    FlowSettings settings;
    settings.matchingKey = MatchingKey::MemberId;
    const Flow result = configured(flow("accengage/updateDevices"), settings);
    QCOMPARE(result.keyColumns, (QStringList{u"member_id"_s, u"device_id"_s}));
    QCOMPARE(result.oneOfColumns, result.keyColumns);
    QVERIFY(!result.column(u"device_id"_s)->required);
    QVERIFY(!result.column(u"member_id"_s)->required);
}

void TestConfigured::customFieldsBecomeColumns()
{
    FlowSettings settings;
    settings.customData = {{.name = u"city"_s, .label = u"City"_s, .type = CustomField::Type::Text, .size = 300},
                           {.name = u"score"_s, .label = {}, .type = CustomField::Type::Decimal, .size = {}},
                           {.name = u"age"_s, .label = {}, .type = CustomField::Type::Integer, .size = 3},
                           {.name = u"since"_s, .label = {}, .type = CustomField::Type::Date, .size = {}},
                           {.name = u"device_id"_s, .label = {}, .type = CustomField::Type::Text, .size = {}},
                           {.name = u" "_s, .label = {}, .type = CustomField::Type::Text, .size = {}}};
    const Flow list = configured(flow("accengage/staticlist"), settings);
    QCOMPARE(list.columns.size(), std::size_t(2 + 4));
    QCOMPARE(list.column(u"city"_s)->maxLength, 255);
    QCOMPARE(list.column(u"score"_s)->maxLength, 255);
    QCOMPARE(list.column(u"age"_s)->maxLength, 3);
    QCOMPARE(list.column(u"age"_s)->type, ColumnType::Integer);
    QCOMPARE(list.column(u"since"_s)->type, ColumnType::DateTime);
    QVERIFY(list.column(u"score"_s)->decimalComma && list.column(u"score"_s)->customField);
    const Flow update = configured(flow("accengage/updateDevices"), settings);
    QCOMPARE(update.column(u"city"_s)->maxLength, 300);
    QCOMPARE(update.column(u"score"_s)->maxLength, std::nullopt);
    QCOMPARE(configured(flow("digitaleo/import"), settings).columns.size(), std::size_t(31));
}

QTEST_GUILESS_MAIN(TestConfigured)
#include "tst_configured.moc"
