// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceplatform.h"

namespace navette::practice
{

/// Writes the samples of that platform which the folder lacks; what is there is the person's. Errors: NotWritable.
[[nodiscard]] Result<void> writeSamples(Platform platform, const LocalPath &folder);

} // namespace navette::practice
