// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "cli/fileoptions.h"
#include "cli/findings.h"
#include "cli/output.h"

#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

/// "row 3, column B: …"
QString placeLine(const Place &place)
{
    if (place.rowNumber <= 0)
        return place.message;
    if (place.fieldNumber <= 0)
        return CliText::tr("row %1: %2").arg(place.rowNumber).arg(place.message);
    return CliText::tr("row %1, column %2: %3")
        .arg(QString::number(place.rowNumber), columnLetters(place.fieldNumber), place.message);
}

} // namespace

QJsonArray findingsToJson(const Report &found)
{
    QJsonArray array;
    for (const Finding &finding : found.findings)
        array.append(
            QJsonObject{{QStringLiteral("code"), key(finding.code)},
                        {QStringLiteral("severity"),
                         finding.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning")},
                        {QStringLiteral("count"), finding.count},
                        {QStringLiteral("headline"), finding.headline}});
    return array;
}

QString findingLine(const Finding &finding)
{
    const QString severity = finding.severity == Severity::Error ? CliText::tr("error") : CliText::tr("warning");
    return QStringLiteral("%1: %2 (%3, %4)")
        .arg(severity, visibleName(finding.headline.toUtf8()), key(finding.code))
        .arg(finding.count);
}

int runCheck(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("check"), {QStringLiteral("FILE")},
                      QStringLiteral("Checks a contact file against a flow's rules."));
    withFileOptions(parser).with({QStringLiteral("all"), QStringLiteral("Give every place of a finding.")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Flow> flow = parser.flow();
    if (!flow)
        return report(flow.error());
    const JobControl job = interruptibleJob();
    PrepareOptions options;
    if (parser.has(QStringLiteral("all")))
        options.maxPlaces = std::numeric_limits<int>::max();
    const Result<PreparedFile> file = openNamedFile(openForCheck, parser, *flow, options, job);
    if (!file)
        return report(file.error());
    const Report &found = file->report;
    const int code = found.isValid() ? Done : Findings;
    if (parser.json()) {
        const QByteArray json = toJson(found).trimmed() + '\n';
        printBytes(json.constData(), json.size());
        std::fflush(stdout);
        return code;
    }
    for (const Finding &finding : found.findings) {
        printLine(findingLine(finding));
        for (const Place &place : finding.places)
            printLine(QStringLiteral("  %1").arg(visibleName(placeLine(place).toUtf8())));
    }
    if (file->file)
        printLine(CliText::tr("All %1 rows checked: %2 valid, %3 not, %4 duplicates.")
                      .arg(found.stats.rows)
                      .arg(found.stats.validRows)
                      .arg(found.stats.invalidRows)
                      .arg(found.stats.duplicateRows));
    // accengage.md, Common: the weight decides whether users have to be qualified.
    if (file->file && flow->platform == Platform::Accengage && flow->direction == FlowDirection::ToPlatform)
        printLine(CliText::tr("Weight: %1 values (%2 columns, %3 profiles).")
                      .arg(found.weight())
                      .arg(found.stats.fields)
                      .arg(found.stats.rows));
    return code;
}

} // namespace navette::cli
