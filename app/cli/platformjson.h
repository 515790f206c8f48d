// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "pipeline/importmode.h"

#include <QJsonObject>

namespace navette::cli
{

[[nodiscard]] QString modeLine(const ImportModeState &state);
[[nodiscard]] QJsonObject modeToJson(const ImportModeState &state);
[[nodiscard]] QJsonObject depositToJson(const DepositRecord &record);

} // namespace navette::cli
