// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowcatalog.h"
#include "validation/check.h"

#include <QTest>

namespace navette
{

/// The flow of the built-in catalogue.
inline Flow flowOf(const char *id)
{
    static const Result<FlowCatalog> catalog = FlowCatalog::load();
    if (!catalog)
        qFatal("%s", qPrintable(catalog.error().message));
    const Flow *flow = catalog->find(QString::fromLatin1(id));
    if (!flow)
        qFatal("no flow %s", id);
    return *flow;
}

/// The file that those bytes are, ready to be checked.
inline CheckInput inputOf(const QByteArray &bytes, const char *flowId = "digitaleo/import",
                          const FlowSettings &settings = {}, const QString &name = QStringLiteral("list.csv"))
{
    const auto file = csv::CsvFile::fromBytes(bytes, name);
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    CheckInput input;
    input.file = *file;
    input.flow = flowOf(flowId);
    input.settings = settings;
    return input;
}

inline Report checked(const CheckInput &input)
{
    const auto report = check(input);
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return *report;
}

/// "E invalid-email 2, W surrounding-space 1": findings in the report's order, E! where they refuse the file.
inline QString printed(const Report &report)
{
    QStringList texts;
    for (const Finding &finding : report.findings) {
        const QString severity = finding.severity == Severity::Error ? QStringLiteral("E") : QStringLiteral("W");
        texts += QStringLiteral("%1%2 %3 %4")
                     .arg(severity, finding.refusesFile ? QStringLiteral("!") : QString(), key(finding.code))
                     .arg(finding.count);
    }
    return texts.join(QStringLiteral(", "));
}

/// ISO-8859-1 bytes of a UTF-8 literal.
inline QByteArray latin1(const char *utf8)
{
    return QString::fromUtf8(utf8).toLatin1();
}

} // namespace navette
