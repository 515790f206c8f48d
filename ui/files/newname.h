// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QWidget;

namespace navette::ui
{

/// Asks for another name for what the server calls `name`. None where the person leaves it as it is.
[[nodiscard]] std::optional<QString> askNewName(const QByteArray &name, QWidget *parent);

} // namespace navette::ui
