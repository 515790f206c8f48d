// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "journal/journal.h"
#include "pipeline/deposittries.h"
#include "pipeline/importmode.h"

#include <memory>

namespace navette
{

/// An order to deposit one prepared file.
struct DepositOrder {
    Flow flow;
    LocalPath file;                 ///< the bytes to send: a repaired copy or the file itself
    QString sourceName;             ///< what the person knows it as
    QString remoteName;             ///< final name
    std::optional<ImportMode> mode; ///< must be in force right before the upload; set where it is not
    /// What the person saw when choosing `mode`: it is not set where somebody else has set another one since.
    std::optional<ImportModeState> seenMode;
    qint64 contacts = -1;
    std::shared_ptr<const void> keepsFile; ///< keeps a temporary `file` on the disk while a copy of the order lives
};

/// Sends it by the flow's strategy: temporary name, size checked, renamed; CSV then `.txt` where confirmed. Every step
/// is journalled before it is taken. Ends in Waiting (the platform has it) or an error, with the journal saying which;
/// a lost answer makes it look in in/on/ok/ko before anything is sent again. Call it in a worker thread. Errors:
/// AlreadyExists (that name is waiting there, or it cannot be told whether an earlier try arrived), Limit, and those of
/// RemoteFileSystem.
///
/// With `tries` an error that may pass (retrying.h) leaves the deposit open as long as the file cannot be under its
/// final name, and the next call with the same order and the same `tries` goes on with what is there of it. Whoever
/// makes no other try says so to `tries`.
///
/// An earlier try that arrived is the answer, and nothing is sent: one of the same `tries`, and, whoever made it, one
/// of the same bytes under the same name that was in doubt until now.
[[nodiscard]] Result<DepositRecord> deposit(RemoteFileSystem &remote, const Account &account, const DepositOrder &order,
                                            Journal &journal, const TransferProgress &progress = {},
                                            const JobControl &job = {}, DepositTries *tries = nullptr);

/// Ends what a crash or a lost connection left open: finds the file where the platform has it by now, removes temporary
/// files left behind, and says of every order how it ended. What a living process is sending is left to it. Returns
/// what changed.
[[nodiscard]] Result<std::vector<DepositRecord>> settleInterrupted(RemoteFileSystem &remote, const Account &account,
                                                                   const std::vector<Flow> &flows, Journal &journal,
                                                                   const JobControl &job = {});

} // namespace navette
