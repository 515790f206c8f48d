// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

QString key(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    }
    return {};
}

/// cli.md knows one finding per code and severity; the causes that the window tells apart are added up.
std::vector<Finding> mergedByCode(const Report &report)
{
    std::vector<Finding> merged;
    for (const Finding &finding : report.findings) {
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const Finding &other) {
            return other.code == finding.code && other.severity == finding.severity;
        });
        if (same == merged.end()) {
            merged.push_back(finding);
            continue;
        }
        same->count += finding.count;
        if (!same->repair)
            same->repair = finding.repair;
        same->places.insert(same->places.end(), finding.places.begin(), finding.places.end());
        std::stable_sort(same->places.begin(), same->places.end(), [](const Place &left, const Place &right) {
            return std::pair(left.rowNumber, left.fieldNumber) < std::pair(right.rowNumber, right.fieldNumber);
        });
        if (same->places.size() > static_cast<std::size_t>(report.maxPlaces))
            same->places.resize(static_cast<std::size_t>(report.maxPlaces));
    }
    return merged;
}

QJsonObject toJson(const Place &place)
{
    return {{u"rowNumber"_s, place.rowNumber},
            {u"fieldNumber"_s, place.fieldNumber},
            {u"fieldName"_s, place.fieldName},
            {u"cell"_s, place.cell},
            {u"message"_s, place.message}};
}

QJsonObject toJson(const Finding &finding)
{
    QJsonArray places;
    for (const Place &place : finding.places)
        places.append(toJson(place));
    return {{u"code"_s, navette::key(finding.code)},
            {u"severity"_s, key(finding.severity)},
            {u"count"_s, finding.count},
            {u"repair"_s, finding.repair ? QJsonValue(navette::key(*finding.repair)) : QJsonValue(QJsonValue::Null)},
            {u"places"_s, places}};
}

} // namespace

QByteArray toJson(const Report &report)
{
    QJsonArray findings;
    for (const Finding &finding : mergedByCode(report))
        findings.append(toJson(finding));
    const CheckStats &stats = report.stats;
    const QJsonObject root{{u"valid"_s, report.isValid()},
                           {u"flow"_s, report.flowId},
                           {u"file"_s, QJsonObject{{u"name"_s, report.fileName},
                                                   {u"bytes"_s, report.fileBytes},
                                                   {u"encoding"_s, csv::key(report.dialect.encoding)},
                                                   {u"lineEnding"_s, csv::key(report.dialect.lineEnding)},
                                                   {u"delimiter"_s, QString(QLatin1Char(report.dialect.delimiter))}}},
                           {u"stats"_s, QJsonObject{{u"rows"_s, stats.rows},
                                                    {u"fields"_s, stats.fields},
                                                    {u"validRows"_s, stats.validRows},
                                                    {u"invalidRows"_s, stats.invalidRows},
                                                    {u"duplicateRows"_s, stats.duplicateRows},
                                                    {u"errors"_s, stats.errors},
                                                    {u"warnings"_s, stats.warnings},
                                                    {u"seconds"_s, stats.seconds}}},
                           {u"findings"_s, findings}};
    return QJsonDocument(root).toJson();
}

} // namespace navette
