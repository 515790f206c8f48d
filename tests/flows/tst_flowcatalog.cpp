// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flowcatalog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto header = R"("name": "digitaleo/x", "title": "X", "encoding": "utf-8", "fieldsMatch": "superset",
    "dialect": { "delimiter": ";" },)";
constexpr auto navetteKey = R"("navette": { "platform": "digitaleo", "direction": "toPlatform", "upload": "direct",
    "fileName": "{list}.csv" })";

QByteArray flowJson(const QByteArray &fields, const QByteArray &head = header, const QByteArray &extras = navetteKey)
{
    return "{ " + head + " \"fields\": " + fields + ", " + extras + " }";
}

const Flow &flowOf(const QString &id)
{
    static const auto catalog = FlowCatalog::load();
    const Flow *flow = catalog->find(id);
    if (!flow)
        qFatal("no flow %s", qUtf8Printable(id));
    return *flow;
}

} // namespace

class TestFlowCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneFlowAloneIsTheSame();
    void builtInFlowsAreThere_data();
    void builtInFlowsAreThere();
    void catalogHoldsNothingElse();
    void digitaleoColumnsAreThoseOfTheSpec();
    void mediumDecidesTheMeans_data();
    void mediumDecidesTheMeans();
    void onlyImportUsesTheModeAndOnlyDeleteNeedsDeduplication();
    void typesOfColumns_data();
    void typesOfColumns();
    void accengageRules();
    void titlesAreKnownToTheTranslators();
    void baseIsExtended();
    void brokenDescriptionsAreRefused_data();
    void brokenDescriptionsAreRefused();
    void twoFlowsOfOneNameAreRefused();
};

void TestFlowCatalog::builtInFlowsAreThere_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("toPlatform");
    for (const char *action : {"import", "optoutEMAIL", "optoutSMS", "optoutVOICE", "optoutVOICEMAIL", "optinEMAIL",
                               "optinSMS", "optinVOICE", "optinVOICEMAIL", "delete"}) {
        QTest::addRow("digitaleo/%s", action)
            << 31 << u"contacts/"_s + QLatin1StringView(action) << u"{list}.csv"_s << true;
    }
    QTest::addRow("digitaleo/reporting") << 31 << u"reporting"_s << u"{medium}_{reaction}.csv"_s << false;
    QTest::addRow("accengage/exportMessagesStatistics")
        << 10 << QString() << u"exportMessagesStatistics_{appId}_{day}.csv"_s << false;
    QTest::addRow("accengage/exportDevicesReactions")
        << 11 << QString() << u"exportDevicesReactions_{appId}_{day}.csv"_s << false;
    QTest::addRow("accengage/exportDevices") << 22 << QString() << u"exportDevices_{appId}_{day}.csv"_s << false;
    QTest::addRow("accengage/staticlist") << 3 << QString() << u"staticlist_{list}_{appId}_{timestamp}.csv"_s << true;
    QTest::addRow("accengage/updateDevices") << 2 << QString() << u"updateDevices_{appId}_{day}.csv"_s << true;
}

void TestFlowCatalog::builtInFlowsAreThere()
{
    QFETCH(int, columns);
    QFETCH(QString, directory);
    QFETCH(QString, pattern);
    QFETCH(bool, toPlatform);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    const Flow &flow = flowOf(id);
    QCOMPARE(flow.columns.size(), std::size_t(columns));
    QCOMPARE(flow.directory, directory);
    QCOMPARE(flow.namePattern, pattern);
    QCOMPARE(flow.direction == FlowDirection::ToPlatform, toPlatform);
    QCOMPARE(key(flow.platform), id.section(u'/', 0, 0));
    const bool digitaleo = flow.platform == Platform::Digitaleo;
    QCOMPARE(flow.dialect.encoding, digitaleo ? csv::Encoding::Latin1 : csv::Encoding::Utf8);
    QCOMPARE(flow.dialect.lineEnding, csv::LineEnding::Lf);
    QCOMPARE(flow.dialect.delimiter, ';');
    QCOMPARE(flow.dialect.quoteAll, !digitaleo);
    if (toPlatform)
        QCOMPARE(flow.upload, digitaleo ? UploadStrategy::Temporary : UploadStrategy::Confirmed);
    QCOMPARE(flow.allowsExtraColumns, !toPlatform);
    QCOMPARE(flow.maxBytes, digitaleo && toPlatform ? std::optional<qint64>(20 * 1024 * 1024) : std::nullopt);
    QCOMPARE(flow.warnBytes, digitaleo && toPlatform ? std::optional<qint64>(20'000'000) : std::nullopt);
    QCOMPARE(flow.allowsZip, digitaleo && toPlatform);
}

void TestFlowCatalog::catalogHoldsNothingElse()
{
    const auto catalog = FlowCatalog::load();
    QVERIFY2(catalog.has_value(), qUtf8Printable(catalog ? QString() : catalog.error().message));
    QCOMPARE(catalog->flows().size(), std::size_t(16));
    QCOMPARE(catalog->ofPlatform(Platform::Digitaleo).size(), std::size_t(11));
    QCOMPARE(catalog->ofPlatform(Platform::Accengage).size(), std::size_t(5));
}

void TestFlowCatalog::digitaleoColumnsAreThoseOfTheSpec()
{
    QStringList expected{u"Civilité"_s,
                         u"Prénom"_s,
                         u"Nom"_s,
                         u"Email"_s,
                         u"Téléphone Fixe"_s,
                         u"Mobile"_s,
                         u"Fax"_s,
                         u"Adresse 1"_s,
                         u"Adresse 2"_s,
                         u"Code postal"_s,
                         u"Ville"_s,
                         u"Etat"_s,
                         u"Pays"_s,
                         u"Date de naissance"_s,
                         u"Société"_s,
                         u"Référence"_s};
    for (int i = 1; i <= 15; ++i)
        expected += u"Champ %1"_s.arg(i);
    QStringList names;
    for (const Column &column : flowOf(u"digitaleo/import"_s).columns) {
        names += column.name;
        QCOMPARE(column.configurableLabel, column.name.startsWith(u"Champ"));
    }
    QCOMPARE(names, expected);
    const auto catalog = FlowCatalog::load();
    for (const Flow *flow : catalog->ofPlatform(Platform::Digitaleo))
        QCOMPARE(flow->columns, flowOf(u"digitaleo/import"_s).columns);
}

void TestFlowCatalog::mediumDecidesTheMeans_data()
{
    QTest::addColumn<QStringList>("means");
    const QStringList all{u"Email"_s, u"Téléphone Fixe"_s, u"Mobile"_s};
    QTest::addRow("digitaleo/import") << all;
    QTest::addRow("digitaleo/delete") << all;
    for (const char *way : {"in", "out"}) {
        QTest::addRow("digitaleo/opt%sEMAIL", way) << QStringList{u"Email"_s};
        QTest::addRow("digitaleo/opt%sSMS", way) << QStringList{u"Mobile"_s};
        QTest::addRow("digitaleo/opt%sVOICE", way) << QStringList{u"Téléphone Fixe"_s};
        QTest::addRow("digitaleo/opt%sVOICEMAIL", way) << QStringList{u"Mobile"_s};
    }
    QTest::addRow("digitaleo/reporting") << QStringList();
}

void TestFlowCatalog::mediumDecidesTheMeans()
{
    QFETCH(QStringList, means);
    const Flow &flow = flowOf(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(flow.meansOfContact, means);
    QCOMPARE(flow.oneOfColumns, means);
}

void TestFlowCatalog::onlyImportUsesTheModeAndOnlyDeleteNeedsDeduplication()
{
    const auto catalog = FlowCatalog::load();
    for (const Flow &flow : catalog->flows()) {
        QCOMPARE(flow.usesImportMode, flow.id == u"digitaleo/import");
        QCOMPARE(flow.needsDeduplication, flow.id == u"digitaleo/delete");
        QCOMPARE(flow.emptyValueErases, flow.id == u"accengage/updateDevices");
    }
}

void TestFlowCatalog::typesOfColumns_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ColumnType>("type");
    const auto add = [](const char *flow, const char *name, ColumnType type) {
        QTest::addRow("%s %s", flow, name) << QString::fromLatin1(flow) << QString::fromUtf8(name) << type;
    };
    add("digitaleo/import", "Email", ColumnType::Email);
    add("digitaleo/import", "Mobile", ColumnType::Phone);
    add("digitaleo/import", "Téléphone Fixe", ColumnType::Phone);
    add("digitaleo/import", "Fax", ColumnType::Phone);
    add("digitaleo/import", "Date de naissance", ColumnType::Date);
    add("digitaleo/import", "Code postal", ColumnType::Text);
    add("accengage/exportMessagesStatistics", "message_type", ColumnType::Enumeration);
    add("accengage/exportMessagesStatistics", "send_date", ColumnType::DateTime);
    add("accengage/exportMessagesStatistics", "number_of_targets", ColumnType::Integer);
    add("accengage/exportMessagesStatistics", "number_of_messages_sent", ColumnType::Integer);
    add("accengage/exportDevicesReactions", "device_id", ColumnType::Uuid);
    add("accengage/exportDevicesReactions", "optin", ColumnType::Boolean);
    add("accengage/exportDevicesReactions", "reaction_date", ColumnType::DateTime);
    add("accengage/exportDevices", "latitude", ColumnType::Number);
    add("accengage/exportDevices", "altitude", ColumnType::Number);
    add("accengage/exportDevices", "feedback", ColumnType::Integer);
    add("accengage/exportDevices", "system_push_opt-in", ColumnType::Boolean);
    add("accengage/exportDevices", "timezone", ColumnType::Text);
    add("accengage/staticlist", "expiry_date", ColumnType::DateTime);
}

void TestFlowCatalog::typesOfColumns()
{
    QFETCH(QString, flow);
    QFETCH(QString, name);
    QFETCH(ColumnType, type);
    const Column *column = flowOf(flow).column(name);
    QVERIFY(column);
    QCOMPARE(column->type, type);
    if (type == ColumnType::Number)
        QVERIFY(column->decimalComma);
    if (type == ColumnType::DateTime)
        QCOMPARE(column->format, u"yyyy-MM-dd HH:mm:ss"_s);
}

void TestFlowCatalog::accengageRules()
{
    const Flow &list = flowOf(u"accengage/staticlist"_s);
    QCOMPARE(list.maxCustomFields, 10);
    QCOMPARE(list.maxCustomFieldLength, 255);
    QVERIFY(list.hasMatchingKey && list.takesCustomData && list.accountDecides.delimiter);
    const Flow &update = flowOf(u"accengage/updateDevices"_s);
    QVERIFY(update.hasMatchingKey && update.takesCustomData && !update.accountDecides.delimiter);
    QVERIFY(flowOf(u"accengage/exportDevices"_s).takesCustomData);
    const Flow &statistics = flowOf(u"accengage/exportMessagesStatistics"_s);
    QVERIFY(std::all_of(statistics.columns.begin(), statistics.columns.end(),
                        [](const Column &column) { return column.labelRequired; }));
    const Flow &devices = flowOf(u"accengage/exportDevices"_s); // a subset is valid
    QVERIFY(std::none_of(devices.columns.begin(), devices.columns.end(),
                         [](const Column &column) { return column.labelRequired; }));
    QCOMPARE(statistics.column(u"message_type"_s)->enumeration.size(), 5);
    for (const QString &name : {u"campaign_id"_s, u"campaign_name"_s}) {
        QCOMPARE(statistics.column(name)->onlyForColumn, u"message_type"_s);
        QCOMPARE(statistics.column(name)->onlyForValue, u"push notification"_s);
    }
    for (const Column &column : statistics.columns)
        QCOMPARE(column.minimum, column.name.startsWith(u"number_of_") ? std::optional<qint64>(0) : std::nullopt);
    QCOMPARE(devices.column(u"country_code"_s)->minLength, 2);
}

void TestFlowCatalog::titlesAreKnownToTheTranslators()
{
    QFile source(QStringLiteral(NAVETTE_SOURCE_DIR "/app/flows/flow.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    const auto catalog = FlowCatalog::load();
    for (const Flow &flow : catalog->flows())
        QVERIFY2(text.contains("QT_TRANSLATE_NOOP(\"Flow\", \"" + flow.title.toUtf8() + "\")"),
                 qUtf8Printable(flow.title));
}

void TestFlowCatalog::baseIsExtended()
{
    const QMap<QString, QByteArray> bases{
        {u"base-a"_s, R"({ "encoding": "iso-8859-1", "dialect": { "delimiter": "|" }, "fieldsMatch": "superset",
                           "fields": [{ "name": "A", "type": "string" }],
                           "navette": { "base": true, "platform": "digitaleo", "maxBytes": 10 } })"},
        {u"base-b"_s, R"({ "navette": { "base": true, "extends": "base-a", "direction": "fromPlatform" } })"}};
    const auto flow = parseFlow(R"({ "name": "digitaleo/y", "title": "Y",
                                     "navette": { "extends": "base-b", "fileName": "y.csv", "maxBytes": 20 } })",
                                u"y.json"_s, bases);
    QVERIFY2(flow.has_value(), qUtf8Printable(flow ? QString() : flow.error().message));
    QCOMPARE(flow->dialect.delimiter, '|');
    QCOMPARE(flow->dialect.encoding, csv::Encoding::Latin1);
    QCOMPARE(flow->direction, FlowDirection::FromPlatform);
    QCOMPARE(flow->maxBytes, 20);
    QVERIFY(flow->column(u"A"_s));
}

void TestFlowCatalog::brokenDescriptionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mentions");
    const auto field = [](const char *text) { return flowJson(QByteArray("[") + text + "]"); };
    const QByteArray good = R"([{ "name": "A", "type": "string" }])";
    const auto extras = [&](const QByteArray &text) {
        return flowJson(good, header,
                        R"("navette": { "platform": "digitaleo", "direction": "toPlatform", "upload": "direct",
                           "fileName": "{list}.csv", )" +
                            text + " }");
    };
    QTest::addRow("not JSON") << QByteArray("{\n\n oops }") << u"line 3"_s;
    QTest::addRow("empty") << QByteArray() << u"not JSON"_s;
    QTest::addRow("a list") << QByteArray("[]") << u"at $ "_s;
    QTest::addRow("unknown key") << flowJson(good, QByteArray(header) + "\"colour\": 1,") << u"$.colour"_s;
    QTest::addRow("key twice") << flowJson(good, QByteArray(header) + "\"title\": \"X\",") << u"$.title"_s;
    QTest::addRow("key of a field twice")
        << field(R"({ "name": "{,\"", "type": "string" }, { "name": "B", "type": "string", "name": "C" })")
        << u"$.fields[1].name"_s;
    QTest::addRow("unknown key of a field")
        << field(R"({ "name": "A", "type": "string", "x": 1 })") << u"$.fields[0].x"_s;
    QTest::addRow("unknown type") << field(R"({ "name": "A", "type": "strin" })") << u"\"strin\""_s;
    QTest::addRow("missing type") << field(R"({ "name": "A" })") << u"$.fields[0].type"_s;
    QTest::addRow("missing label") << field(R"({ "type": "string" })") << u"$.fields[0].name"_s;
    QTest::addRow("label twice") << field(R"({ "name": "A", "type": "string" }, { "name": "a", "type": "string" })")
                                 << u"$.fields[1]"_s;
    QTest::addRow("synonym twice")
        << field(
               R"({ "name": "A", "type": "string" }, { "name": "B", "type": "string", "navette": { "synonyms": ["A"] } })")
        << u"$.fields[1]"_s;
    QTest::addRow("no column") << flowJson("[]") << u"$.fields"_s;
    QTest::addRow("fields of another type") << flowJson("{}") << u"$.fields"_s;
    QTest::addRow("field of another type") << flowJson("[3]") << u"$.fields[0]"_s;
    QTest::addRow("date pattern") << field(R"({ "name": "A", "type": "date", "format": "%Q" })")
                                  << u"$.fields[0].format"_s;
    QTest::addRow("truth") << field(R"({ "name": "A", "type": "boolean" })") << u"$.fields[0].trueValues"_s;
    QTest::addRow("phone kind") << field(R"({ "name": "A", "type": "string", "navette": { "phone": "car" } })")
                                << u"fixed, mobile"_s;
    QTest::addRow("phone that is a number")
        << field(R"({ "name": "A", "type": "integer", "navette": { "phone": "any" } })")
        << u"$.fields[0].navette.phone"_s;
    QTest::addRow("length") << field(R"({ "name": "A", "type": "string", "constraints": { "maxLength": 0.5 } })")
                            << u"$.fields[0].constraints.maxLength"_s;
    QTest::addRow("smallest of a text") << field(
                                               R"({ "name": "A", "type": "string", "constraints": { "minimum": 0 } })")
                                        << u"$.fields[0].constraints.minimum"_s;
    QTest::addRow("shortest") << field(R"({ "name": "A", "type": "string", "constraints": { "minLength": "2" } })")
                              << u"$.fields[0].constraints.minLength"_s;
    QTest::addRow("half a condition")
        << field(R"({ "name": "A", "type": "string", "navette": { "onlyFor": { "field": "A" } } })")
        << u"$.fields[0].navette.onlyFor"_s;
    QTest::addRow("condition on a missing column")
        << field(R"({ "name": "A", "type": "string", "navette": { "onlyFor": { "field": "Z", "value": "x" } } })")
        << u"“Z”"_s;
    QTest::addRow("encoding") << flowJson(good, R"("name": "digitaleo/x", "title": "X", "encoding": "big5",)")
                              << u"$.encoding"_s;
    QTest::addRow("missing encoding") << flowJson(good,
                                                  R"("name": "digitaleo/x", "title": "X", "fieldsMatch": "superset",)")
                                      << u"$.encoding"_s;
    QTest::addRow("delimiter of two") << flowJson(good, R"("name": "digitaleo/x", "title": "X", "encoding": "utf-8",
                                          "dialect": { "delimiter": ";;" },)")
                                      << u"$.dialect.delimiter"_s;
    QTest::addRow("missing title") << flowJson(good, R"("name": "digitaleo/x", "encoding": "utf-8",
                                       "fieldsMatch": "superset", "dialect": {},)")
                                   << u"$.title"_s;
    QTest::addRow("name of another platform")
        << flowJson(good, QByteArray(header).replace("digitaleo/x", "accengage/x")) << u"$.name"_s;
    QTest::addRow("name out of form") << flowJson(good, QByteArray(header).replace("digitaleo/x", "x")) << u"$.name"_s;
    QTest::addRow("no navette") << flowJson(good, header, R"("description": "d")") << u"$.navette"_s;
    QTest::addRow("missing upload") << flowJson(good, header, R"("navette": { "platform": "digitaleo",
                                        "direction": "toPlatform", "fileName": "{list}.csv" })")
                                    << u"$.navette.upload"_s;
    QTest::addRow("unknown base") << extras(R"("extends": "nobody")") << u"nobody"_s;
    QTest::addRow("size of another type") << extras(R"("maxBytes": "20 MB")") << u"$.navette.maxBytes"_s;
    QTest::addRow("warning above the limit") << extras(R"("maxBytes": 5, "warnBytes": 6)") << u"$.navette.warnBytes"_s;
    QTest::addRow("rule about a missing column") << extras(R"("meansOfContact": ["Z"])") << u"“Z”"_s;
    QTest::addRow("same column twice") << extras(R"("oneOfColumns": ["A", "A"])") << u"$.navette.oneOfColumns[1]"_s;
    QTest::addRow("directory upwards") << extras(R"("directory": "a/../b")") << u"$.navette.directory"_s;
    QTest::addRow("name with an unknown place")
        << flowJson(good, header, R"("navette": { "platform": "digitaleo", "direction": "toPlatform",
            "upload": "direct", "fileName": "{who}.csv" })")
        << u"$.navette.fileName"_s;
    QTest::addRow("key rule without key") << extras(R"("matchingKey": "account")") << u"$.navette.matchingKey"_s;
}

void TestFlowCatalog::brokenDescriptionsAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, mentions);
    const auto flow = parseFlow(json, u"some.json"_s);
    QVERIFY(!flow);
    QCOMPARE(flow.error().kind, ErrorKind::BadFormat);
    QVERIFY2(flow.error().message.contains(u"some.json"_s), qUtf8Printable(flow.error().message));
    QVERIFY2(flow.error().message.contains(mentions), qUtf8Printable(flow.error().message));
}

void TestFlowCatalog::twoFlowsOfOneNameAreRefused()
{
    QTemporaryDir folder;
    for (const QString &name : {u"a.json"_s, u"b.json"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(flowJson(R"([{ "name": "A", "type": "string" }])"));
    }
    const auto catalog = FlowCatalog::loadFolder(folder.path());
    QVERIFY(!catalog);
    QVERIFY2(catalog.error().message.contains(u"b.json"_s), qUtf8Printable(catalog.error().message));
    QCOMPARE(FlowCatalog::loadFolder(folder.filePath(u"none"_s)).error().kind, ErrorKind::NotFound);
}

void TestFlowCatalog::oneFlowAloneIsTheSame()
{
    const auto catalog = FlowCatalog::load();
    QVERIFY(catalog);
    for (const Flow &expected : catalog->flows()) {
        const std::optional<Flow> flow = FlowCatalog::loadFlow(expected.id);
        QVERIFY2(flow, qPrintable(expected.id));
        QCOMPARE(flow->id, expected.id);
        QCOMPARE(flow->columns, expected.columns);
        QCOMPARE(flow->dialect, expected.dialect);
        QCOMPARE(flow->namePattern, expected.namePattern);
        QCOMPARE(flow->meansOfContact, expected.meansOfContact);
    }
    QVERIFY(!FlowCatalog::loadFlow(QStringLiteral("digitaleo/nothing")));
    QVERIFY(!FlowCatalog::loadFlow(QStringLiteral("base-digitaleo-contacts")));
}

QTEST_GUILESS_MAIN(TestFlowCatalog)
#include "tst_flowcatalog.moc"
