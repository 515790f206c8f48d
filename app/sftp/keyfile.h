// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

namespace navette
{

/// Whether other users of this computer can copy the key. Not known on Windows.
[[nodiscard]] bool isOpenToOthers(const LocalPath &keyFile);

} // namespace navette
