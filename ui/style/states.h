// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "style/theme.h"

namespace navette::ui
{

/// How a deposit's state looks, everywhere the same.
[[nodiscard]] Tone toneOf(DepositState state);

} // namespace navette::ui
