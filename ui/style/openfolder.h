// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

namespace navette::ui
{

/// In the system's file manager.
void openFolder(const LocalPath &folder);

} // namespace navette::ui
