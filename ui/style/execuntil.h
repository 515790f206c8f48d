// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"

class QDialog;

namespace navette::ui
{

/// As QDialog::exec(), but for a question that may be withdrawn: then the dialog is rejected.
int execUntil(const CancelToken &withdrawn, QDialog &dialog);

} // namespace navette::ui
