// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QByteArray>

namespace navette
{

/// The history for a spreadsheet (csv::spreadsheetCsv()), one line per deposit. Labels and states are translated; times
/// are ISO 8601 in UTC.
[[nodiscard]] QByteArray historyCsv(const std::vector<DepositRecord> &records);

} // namespace navette
