// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette::ui
{

/// The whole program: reads the command line, puts the parts together, runs. Returns the exit code.
int runApplication(int argc, char *argv[]);

} // namespace navette::ui
