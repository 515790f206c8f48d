// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette
{

/// Keeps what is in this program's memory, passwords and contacts, out of the files that a crash leaves. To be called
/// first of all. Does nothing in debug builds, whose core files are wanted.
void keepMemoryOutOfCrashFiles();

} // namespace navette
