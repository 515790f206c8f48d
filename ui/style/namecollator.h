// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace navette::ui
{

/// Sorts names as people do: list2 before list10, whatever the case.
[[nodiscard]] QCollator nameCollator();

} // namespace navette::ui
