// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"

namespace navette::ui
{

/// "connected", "offline", "connecting… (try 3)", "not connected, again in 12 s (try 4)".
[[nodiscard]] QString connectionText(const AccountSession &session);

} // namespace navette::ui
