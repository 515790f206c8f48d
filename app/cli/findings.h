// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/report.h"

#include <QJsonArray>

namespace navette::cli
{

/// Code, severity, count and headline of each; the whole report is check's own.
[[nodiscard]] QJsonArray findingsToJson(const Report &found);
[[nodiscard]] QString findingLine(const Finding &finding);

} // namespace navette::cli
