// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/sharebars.h"
#include "reporting/exports.h"

namespace navette::ui
{

/// What an export of devices or reactions says in shares: opt-ins and the commonest models, or reactions per message.
/// Empty for message statistics, which have a table of their own. In a worker thread. Errors: those of reading the
/// file.
[[nodiscard]] Result<std::vector<ShareGroup>> exportShares(const QString &flowId, const LocalPath &file,
                                                           const JobControl &job = {});

} // namespace navette::ui
