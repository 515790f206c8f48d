// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace navette
{

/// The name of a file that is being sent: hidden, ours, and no other's (architecture.md, Upload strategy).
[[nodiscard]] inline QByteArray makeTemporaryName()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return ".navette-" + QByteArray::number(random, 16).rightJustified(16, '0') + ".part";
}

[[nodiscard]] inline bool isTemporaryName(const QByteArray &name)
{
    return name.startsWith(".navette-") && name.endsWith(".part");
}

} // namespace navette
