// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <functional>

class QFile;

namespace navette::archive
{

/// Makes a file that was not there, readable by this user alone, and lets `write` fill it. If that fails nothing is
/// left behind. Errors: AlreadyExists, NotWritable, NoSpace, and those of `write`; a NotWritable of `write` without a
/// sentence gets one.
[[nodiscard]] Result<void> writeNewFile(const LocalPath &target, const std::function<Result<void>(QFile &)> &write);

} // namespace navette::archive
