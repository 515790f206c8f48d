// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/judge.h"
#include "practice/listledger.h"
#include "practice/platformtree.h"

#include <QDate>

namespace navette::practice
{

inline constexpr int reportingDays = 7; ///< how long the platform keeps a day (digitaleo.md, Reporting)

/// reporting/<day>/ with a zip for each campaign that ran and the general one; nothing where the directory is there
/// already. Errors: NotWritable.
[[nodiscard]] Result<void> makeReportingDay(const PlatformTree &tree, const QDate &day);

/// The zip of a campaign to a freshly imported list: some of its contacts opened, clicked, unsubscribed.
[[nodiscard]] Result<void> makeCampaignReport(const PlatformTree &tree, const QDate &day, const ContactList &list,
                                              const std::vector<TakenContact> &contacts);

/// Today's directory, and those of the days since the newest one that is there: the platform worked while it was not
/// running here. Errors: NotWritable.
[[nodiscard]] Result<void> bringReportsUpTo(const PlatformTree &tree, const QDate &today);

void removeOldReports(const PlatformTree &tree, const QDate &today);

} // namespace navette::practice
