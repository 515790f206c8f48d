// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verbs.h"
#include "pipeline/preparedeposit.h"

namespace navette::cli
{

/// What check and repair have in common on the command line.
VerbParser &withFileOptions(VerbParser &parser);

/// openForCheck() or openForDeposit().
using OpenFile = Result<PreparedFile>(const LocalPath &, const Flow &, const FlowSettings &, const csv::DialectHints &,
                                      const JobControl &, const PrepareOptions &);
/// FILE, opened as those options say. Errors: those of `open`, and Usage.
[[nodiscard]] Result<PreparedFile> openNamedFile(OpenFile &open, const VerbParser &parser, const Flow &flow,
                                                 PrepareOptions options, const JobControl &job);

} // namespace navette::cli
