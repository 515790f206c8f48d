// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "flows/flow.h"
#include "flows/flowsettings.h"

namespace navette::practice
{

/// A row that the platform could use.
struct TakenContact {
    QByteArray email; ///< bytes of the file
    QByteArray mobile;
    QByteArray phone;
    QByteArray reference;
};

/// What Digitaleo makes of a deposited file.
struct Judgement {
    bool accepted = false;
    QString reason; ///< why not; technical, names no contact
    std::vector<TakenContact> contacts;
    qint64 refusedRows = 0;
};

/// Judges by the platform's document alone (digitaleo.md): alphabet, line ends, separator, labels, a means of contact.
/// Deliberately knows nothing of validation/ and csv/, so that a mistake there shows as a refusal here.
[[nodiscard]] Judgement judge(const LocalPath &file, const Flow &configuredFlow, const FlowSettings &settings);

} // namespace navette::practice
