// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowsettings.h"

class QWidget;

namespace navette::ui
{

/// Names of `Champ 1` … `Champ 15` as they are configured on the platform. True where something was changed.
[[nodiscard]] bool editLabels(QMap<QString, QString> &labels, QWidget *parent);
/// The custom fields of an Accengage account.
[[nodiscard]] bool editCustomFields(std::vector<CustomField> &fields, QWidget *parent);

} // namespace navette::ui
