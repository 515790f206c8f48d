// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowsettings.h"

#include <QByteArray>
#include <QDate>

namespace navette::practice
{

/// One daily export of Accengage (accengage.md, Exports).
struct DailyExport {
    QString fileName; ///< "exportDevices_6_20261120.csv"
    QByteArray bytes;
};

/// The three exports about that day; the same day always gives the same.
[[nodiscard]] std::vector<DailyExport> exportsOf(const QDate &day, const FlowSettings &settings);

} // namespace navette::practice
