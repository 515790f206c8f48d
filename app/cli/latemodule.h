// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace navette::cli
{

/// A function of a module in lib/navette/, which is loaded for it and stays. Where it cannot be loaded, the program
/// ends: it is not completely installed.
[[nodiscard]] QFunctionPointer lateFunction(const char *module, const char *function);

} // namespace navette::cli
