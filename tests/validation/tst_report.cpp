// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace navette;
using namespace Qt::StringLiterals;

/// The JSON of `check --json` against cli.md, key by key.
class TestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysAreTheContracts();
    void codesAreTheContracts();
    void repairKeysAreDistinct();
    void oneFindingPerCodeAndSeverity();
    void placesAreCapped();
};

namespace
{

QJsonObject jsonOf(const Report &report)
{
    return QJsonDocument::fromJson(toJson(report)).object();
}

QSet<QString> keysOf(const QJsonValue &value)
{
    const QStringList keys = value.toObject().keys();
    return {keys.begin(), keys.end()};
}

} // namespace

void TestReport::keysAreTheContracts()
{
    const QJsonObject json = jsonOf(checked(inputOf("Email,Nom\r\njean@,A\r\n", "digitaleo/import", {}, u"x.csv"_s)));
    QCOMPARE(keysOf(json), (QSet<QString>{u"valid"_s, u"flow"_s, u"file"_s, u"stats"_s, u"findings"_s}));
    QCOMPARE(json[u"valid"_s], QJsonValue(false));
    QCOMPARE(json[u"flow"_s].toString(), u"digitaleo/import"_s);
    const QJsonObject file = json[u"file"_s].toObject();
    QCOMPARE(keysOf(file), (QSet<QString>{u"name"_s, u"bytes"_s, u"encoding"_s, u"lineEnding"_s, u"delimiter"_s}));
    QCOMPARE(file[u"name"_s].toString(), u"x.csv"_s);
    QCOMPARE(file[u"bytes"_s].toInt(), 20);
    QCOMPARE(file[u"encoding"_s].toString(), u"utf-8"_s);
    QCOMPARE(file[u"lineEnding"_s].toString(), u"crlf"_s);
    QCOMPARE(file[u"delimiter"_s].toString(), u","_s);
    const QJsonObject stats = json[u"stats"_s].toObject();
    QCOMPARE(keysOf(stats), (QSet<QString>{u"rows"_s, u"fields"_s, u"validRows"_s, u"invalidRows"_s, u"duplicateRows"_s,
                                           u"errors"_s, u"warnings"_s, u"seconds"_s}));
    QCOMPARE(stats[u"rows"_s].toInt(), 1);
    QCOMPARE(stats[u"fields"_s].toInt(), 2);
    QVERIFY(stats[u"seconds"_s].toDouble() >= 0);
    const QJsonArray findings = json[u"findings"_s].toArray();
    QVERIFY(findings.size() >= 3);
    for (const QJsonValue &finding : findings) {
        QCOMPARE(keysOf(finding), (QSet<QString>{u"code"_s, u"severity"_s, u"count"_s, u"repair"_s, u"places"_s}));
        for (const QJsonValue &place : finding[u"places"_s].toArray())
            QCOMPARE(keysOf(place),
                     (QSet<QString>{u"rowNumber"_s, u"fieldNumber"_s, u"fieldName"_s, u"cell"_s, u"message"_s}));
        const QString code = finding[u"code"_s].toString();
        if (code == u"line-ending"_s)
            QCOMPARE(finding[u"repair"_s].toString(), u"line-endings"_s);
        if (code == u"missing-means"_s)
            QVERIFY(finding[u"repair"_s].isNull());
    }
}

void TestReport::codesAreTheContracts()
{
    const QStringList codes{
        u"source-error"_s,       u"encoding-error"_s,    u"line-ending"_s,    u"byte-order-mark"_s,
        u"delimiter-mismatch"_s, u"file-too-large"_s,    u"file-name"_s,      u"blank-label"_s,
        u"duplicate-label"_s,    u"missing-label"_s,     u"extra-label"_s,    u"incorrect-label"_s,
        u"blank-row"_s,          u"missing-cell"_s,      u"extra-cell"_s,     u"unclosed-quote"_s,
        u"stray-quote"_s,        u"control-character"_s, u"type-error"_s,     u"constraint-error"_s,
        u"invalid-email"_s,      u"invalid-phone"_s,     u"invalid-date"_s,   u"unrepresentable-character"_s,
        u"surrounding-space"_s,  u"formula-cell"_s,      u"unquoted-field"_s, u"missing-means"_s,
        u"missing-reference"_s,  u"missing-key"_s,       u"duplicate-row"_s,  u"empties-value"_s,
        u"unknown-profile"_s,    u"inconsistent-total"_s};
    for (qsizetype i = 0; i < codes.size(); ++i) {
        QCOMPARE(key(static_cast<FindingCode>(i)), codes[i]);
        QCOMPARE(findingCodeFromKey(codes[i]), static_cast<FindingCode>(i));
    }
    QCOMPARE(findingCodeFromKey(u"nonsense"_s), std::nullopt);
}

void TestReport::repairKeysAreDistinct()
{
    QSet<QString> keys;
    for (int i = 0; i <= static_cast<int>(RepairKind::FileName); ++i)
        keys += key(static_cast<RepairKind>(i));
    QCOMPARE(keys.size(), static_cast<int>(RepairKind::FileName) + 1);
    QVERIFY(!keys.contains(QString()));
}

void TestReport::oneFindingPerCodeAndSeverity()
{
    const Report report = checked(inputOf("Email;Mobile\n;0612\n;0286786589\n;0613\n"));
    QVERIFY(report.findings.size() > 2);
    const QJsonArray findings = jsonOf(report)[u"findings"_s].toArray();
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0][u"code"_s].toString(), u"invalid-phone"_s);
    QCOMPARE(findings[0][u"count"_s].toInt(), 3);
    const QJsonArray places = findings[0][u"places"_s].toArray();
    QCOMPARE(places.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(places[i][u"rowNumber"_s].toInt(), i + 2);
}

void TestReport::placesAreCapped()
{
    const QByteArray bytes = "Mobile\n" + QByteArray("0612\n0286786589\n").repeated(90);
    CheckInput input = inputOf(bytes);
    const auto places = [&] { return jsonOf(checked(input))[u"findings"_s][0][u"places"_s].toArray().size(); };
    QCOMPARE(places(), 100);
    input.maxPlaces = 1'000'000;
    QCOMPARE(places(), 180);
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
