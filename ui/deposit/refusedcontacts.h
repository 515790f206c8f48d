// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/preparedeposit.h"

namespace navette::ui
{

/// Writes the refused rows with the reason beside each, for a spreadsheet: UTF-8 with byte-order mark, cells that a
/// spreadsheet would run are made harmless. Returns how many. Errors: NotWritable, Cancelled. In a worker thread.
[[nodiscard]] Result<qint64> saveRefusedContacts(const PreparedFile &file, const LocalPath &target,
                                                 const JobControl &job = {});
/// "vip_november – to correct.csv".
[[nodiscard]] QString refusedContactsName(const QString &listName);

} // namespace navette::ui
