// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QByteArray>

namespace navette
{

/// The history as a CSV for a spreadsheet: UTF-8 with byte-order mark, `;`, one line per deposit, formula cells
/// neutralised. Column labels are translated; states and times are not shortened (ISO 8601, UTC).
[[nodiscard]] QByteArray historyCsv(const std::vector<DepositRecord> &records);

} // namespace navette
