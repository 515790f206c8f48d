// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace navette::cli
{

using RunVerb = int(const QStringList &arguments);

/// The verbs that repair a file, connect, or read what came back; null for all others. On Linux they are in a module
/// that is loaded when one is asked for (see CMakeLists.txt), which is why this has a C name.
extern "C" [[nodiscard]] RunVerb *navetteLateVerb(const char *name);

} // namespace navette::cli
