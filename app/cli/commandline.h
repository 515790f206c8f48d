// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette::cli
{

/// Exit codes of cli.md.
enum ExitCode { Done = 0, Findings = 1, WrongUsage = 2, ConnectionFailed = 3, RefusedForSafety = 4, NotFinished = 5 };

/// All of `navette-cli`: gives its exit code; output goes to stdout and stderr.
[[nodiscard]] int run(int argc, char *argv[]);

} // namespace navette::cli
