// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "validation/check.h"

#include <vector>

namespace navette
{

/// What a label of a header stands for, in full (LabelMatch of check.h is the short form).
struct LabelReading {
    int column = -1; ///< index in the flow's columns; -1 unknown
    bool exact = false;
    LabelCertainty certainty = LabelCertainty::None;
    int takenColumn = -1; ///< the column it would stand for, had not another label taken it
};
[[nodiscard]] std::vector<LabelReading> readLabels(const QStringList &labels, const Flow &configuredFlow);

/// Letters and digits alone, without case and accents: "Tél. Mobile" → "telmobile".
[[nodiscard]] QString foldedLabel(const QString &label);

} // namespace navette
