// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

#include <QDateTime>

namespace navette::ui
{

/// Why a step of the connection most likely stopped, and what a marketer can forward to get it mended.
struct ConnectionAdvice {
    QString headline;                 ///< "Most likely: your address isn’t on the platform’s allow list"
    QString sentence;                 ///< what to do
    QString supportText;              ///< to forward; may be empty where only the person can mend it
    bool needsOnlyConnection = false; ///< a test once no other connection to the account is open may go well
};

/// `ownAddress` is this computer's public address where it is known, else empty. `otherIsOpen`: Navette has a
/// connection to the account beside the one that failed.
[[nodiscard]] ConnectionAdvice adviceFor(const Endpoint &endpoint, const StepReport &failed, const Error &error,
                                         const QDateTime &when, const QString &ownAddress, bool otherIsOpen = false);
/// An address of this computer that is valid on the whole internet; empty behind a router.
[[nodiscard]] QString publicAddressOfThisComputer();

} // namespace navette::ui
