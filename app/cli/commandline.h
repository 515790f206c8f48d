// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace navette::cli
{

/// Exit codes of cli.md.
enum ExitCode { Done = 0, Findings = 1, WrongUsage = 2, ConnectionFailed = 3, RefusedForSafety = 4, NotFinished = 5 };

/// Runs `navette-cli` with these arguments (without the program's name); output goes to stdout and stderr.
[[nodiscard]] int run(const QStringList &arguments);

} // namespace navette::cli
