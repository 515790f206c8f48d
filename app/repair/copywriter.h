// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair/repair.h"
#include "repair/repairplan.h"

#include <functional>
#include <string_view>

namespace navette
{

/// Takes the copy's text piece by piece, in the plan's encoding (UTF-8 for UTF-16), without byte-order mark.
using CopySink = std::function<Result<void>(std::string_view)>;

/// Streams the records as the plan repairs them, or the bytes as they are where it changes nothing in them. The outcome
/// tells of rows and cells; file, bytes and hash are the caller's. Errors: Unsupported (a letter that nothing stands
/// for), Cancelled, those of the sink.
[[nodiscard]] Result<RepairOutcome> writeContent(const CheckInput &input, const Report &report, const RepairPlan &plan,
                                                 const CopySink &sink, const JobControl &job);

} // namespace navette
