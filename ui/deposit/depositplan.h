// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/importmode.h"
#include "repair/repair.h"

#include <optional>
#include <set>

namespace navette::ui
{

/// What a deposit does to contacts; decides words and how much the page insists.
enum class Deed { Import, Synchronise, OptOut, OptIn, Delete, ReplaceStaticList, UpdateDevices };
[[nodiscard]] Deed deedOf(const Flow &flow, const std::optional<ImportMode> &mode);
/// Contacts leave a list or the base: asked once more, with object and count.
[[nodiscard]] bool needsConfirmation(Deed deed);
/// Return alone never sends these (ux.md: destructive modes never get the default button).
[[nodiscard]] bool neverDefault(Deed deed);
/// "Deposit 12,345 contacts".
[[nodiscard]] QString deedText(Deed deed, qint64 contacts);
/// What it does, for flows without an import mode.
[[nodiscard]] QString deedConsequence(Deed deed, const Flow &flow);

/// What becomes of a finding in the copy.
enum class Treatment {
    Stands,   ///< nothing is ticked against it
    Repaired, ///< a ticked repair mends it
    LeftOut,  ///< its rows are left out
};

/// What will happen with the file when the ticked repairs are made: computed from the report alone, so at once.
struct DepositPlan {
    qint64 willBeSent = 0; ///< contacts in the file that is sent
    qint64 leftOut = 0;    ///< refused contacts and unknown profiles that a ticked repair leaves out
    qint64 refused = 0;    ///< refused contacts that stay in the file
    qint64 duplicates = 0; ///< contacts that stand twice
    bool duplicatesDropped = false;
    std::vector<Treatment> treatments; ///< of each finding of the report
    bool standsTooLarge = false;       ///< larger than the platform takes, and nothing ticked helps
    QString obstacle;                  ///< translated: why it cannot be sent; empty where it can
    bool operator==(const DepositPlan &) const = default;
};

/// `outcome` is that of the copy written with these repairs, where there is one already: its counts are exact.
[[nodiscard]] DepositPlan planDeposit(const Report &report, const std::vector<ProposedRepair> &proposed,
                                      const std::set<RepairKind> &ticked, const RepairOutcome *outcome = nullptr);

/// "12 of 12,357 contacts can't be taken", "All 310 contacts can be taken", "The platform would refuse this file".
[[nodiscard]] QString headline(const Report &report, const DepositPlan &plan);

} // namespace navette::ui
