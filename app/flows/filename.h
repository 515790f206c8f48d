// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "flows/flowsettings.h"

#include <QDate>
#include <QDateTime>

namespace navette
{

/// The name under which a file of this flow is deposited. `list` is the list's name where the flow has one.
[[nodiscard]] QString depositName(const Flow &flow, const FlowSettings &settings, const QString &list,
                                  const QDateTime &now, bool zipped = false);
/// The list's name for a local or remote file name: without `.csv`/`.zip`, and per the flow's pattern.
[[nodiscard]] QString listName(const Flow &flow, const QString &fileName);

/// `1447797847_mylist.csv` taken apart (digitaleo.md, Tree). A name without a plausible prefix has no time.
struct PrefixedName {
    std::optional<QDateTime> depositedAt; ///< UTC
    QString name;
};
[[nodiscard]] PrefixedName parsePrefixedName(const QString &fileName);

/// A reporting zip's name (digitaleo.md, Reporting).
struct ReportingName {
    std::optional<QDate> day;
    QString campaignId;   ///< empty for the general zip
    QString campaignName; ///< empty for the general zip
    bool general = false;
};
[[nodiscard]] std::optional<ReportingName> parseReportingName(const QString &fileName);

/// An Accengage export's name, compressed or not (accengage.md, Exports).
struct ExportName {
    QString flowId; ///< "accengage/exportDevices"
    QString appId;
    QDate day;
    bool compressed = false;
};
[[nodiscard]] std::optional<ExportName> parseExportName(const QString &fileName);

} // namespace navette
