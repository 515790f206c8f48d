// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"

namespace navette::ui
{

/// "connected", "offline", "connecting… (try 3)", "not connected, again in 12 s (try 4)".
[[nodiscard]] QString connectionText(const AccountSession &session);
/// How the subtitles of its pages begin: "Acme · connected", and what is unusual about it.
[[nodiscard]] QString accountText(const AccountSession &session);

} // namespace navette::ui
