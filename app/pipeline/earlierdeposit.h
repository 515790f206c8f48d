// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/deposit.h"

namespace navette
{

/// A file may move from one directory to the next between two listings: so often, and so far apart, it is looked for.
constexpr int looks = 3;
constexpr unsigned long pauseBetweenLooksMs = 300;

/// What became of an earlier try of the same order, before anything is sent again: of the record `lastTry` (0: there
/// was none), and, as a crash takes an order's memory, of those of the same bytes under the same name that were in
/// doubt. A record where it arrived; nothing where none did. Errors: AlreadyExists where that cannot be told, and those
/// of RemoteFileSystem and of the journal.
[[nodiscard]] Result<std::optional<DepositRecord>>
settleEarlierDeposit(RemoteFileSystem &remote, const Account &account, const DepositOrder &order, const QString &sha256,
                     qint64 lastTry, Journal &journal, const JobControl &job);

} // namespace navette
