// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositplan.h"

#include "style/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DepositPlan)
};

bool leavesOut(RepairKind kind)
{
    return kind == RepairKind::DropInvalidRows || kind == RepairKind::DropDuplicates || kind == RepairKind::KeepFirst ||
           kind == RepairKind::KeepKnownProfiles;
}

Treatment treatmentOf(const Finding &finding, const std::set<RepairKind> &ticked)
{
    if (finding.code == FindingCode::FileTooLarge && ticked.contains(RepairKind::Split))
        return Treatment::Repaired;
    if (finding.repair && ticked.contains(*finding.repair))
        return leavesOut(*finding.repair) ? Treatment::LeftOut : Treatment::Repaired;
    if (finding.code == FindingCode::DuplicateRow && ticked.contains(RepairKind::KeepFirst))
        return Treatment::LeftOut;
    // Findings about refused rows go away with their rows.
    const bool aboutRows = finding.severity == Severity::Error && !finding.refusesFile;
    return aboutRows && ticked.contains(RepairKind::DropInvalidRows) ? Treatment::LeftOut : Treatment::Stands;
}

using RowNumbers = std::vector<qint64>; // ascending

/// How many rows stand in at least one of the lists.
qint64 unionSize(const RowNumbers &a, const RowNumbers &b, const RowNumbers &c = {})
{
    std::array<std::span<const qint64>, 3> rests{a, b, c};
    for (qint64 size = 0;; ++size) {
        std::optional<qint64> next;
        for (const auto &rest : rests) {
            if (!rest.empty())
                next = std::min(next.value_or(rest.front()), rest.front());
        }
        if (!next)
            return size;
        for (auto &rest : rests) {
            if (!rest.empty() && rest.front() == *next)
                rest = rest.subspan(1);
        }
    }
}

QString titleOf(RepairKind kind, const std::vector<ProposedRepair> &proposed)
{
    const auto found = std::ranges::find(proposed, kind, &ProposedRepair::kind);
    return found == proposed.end() ? QString() : found->title;
}

QString refusalOf(const Finding &finding, const std::vector<ProposedRepair> &proposed)
{
    // What cannot be zipped smaller can be split.
    const auto remedy =
        !finding.repair && finding.code == FindingCode::FileTooLarge ? RepairKind::Split : finding.repair;
    const QString title = remedy ? titleOf(*remedy, proposed) : QString();
    if (!title.isEmpty())
        return Words::tr("The platform would refuse the file as it is. Tick “%1”.").arg(title);
    return Words::tr("The platform would refuse the file: %1").arg(finding.headline);
}

QString obstacleOf(const Report &report, const std::vector<ProposedRepair> &proposed, const DepositPlan &plan)
{
    for (size_t i = 0; i < report.findings.size(); ++i) {
        if (plan.treatments[i] == Treatment::Stands && report.findings[i].refusesFile)
            return refusalOf(report.findings[i], proposed);
    }
    if (plan.refused > 0 && plan.refused < report.stats.rows)
        return Words::tr("%Ln contact(s) can’t be taken. Correct them in your file, or tick to leave them out.",
                         nullptr, asCount(plan.refused));
    if (plan.willBeSent == 0 || plan.refused > 0)
        return Words::tr("No contact of this file can be taken.");
    for (size_t i = 0; i < report.findings.size(); ++i) {
        if (plan.treatments[i] == Treatment::Stands && report.findings[i].severity == Severity::Error)
            return refusalOf(report.findings[i], proposed);
    }
    return {};
}

QString mediumOf(const Flow &flow)
{
    // The medium ends the flow's id: "digitaleo/optoutVOICEMAIL".
    if (flow.id.endsWith("VOICEMAIL"_L1))
        return Words::tr("voicemail messages");
    if (flow.id.endsWith("VOICE"_L1))
        return Words::tr("voice calls");
    return flow.id.endsWith("SMS"_L1) ? Words::tr("SMS") : Words::tr("e-mails");
}

} // namespace

Deed deedOf(const Flow &flow, const std::optional<ImportMode> &mode)
{
    if (flow.usesImportMode)
        return mode == ImportMode::SyncList ? Deed::Synchronise : Deed::Import;
    if (flow.emptyValueErases)
        return Deed::UpdateDevices;
    if (flow.platform == Platform::Accengage)
        return Deed::ReplaceStaticList;
    if (flow.id.contains("/optout"_L1))
        return Deed::OptOut;
    if (flow.id.contains("/optin"_L1))
        return Deed::OptIn;
    return flow.needsDeduplication ? Deed::Delete : Deed::Import;
}

bool needsConfirmation(Deed deed)
{
    switch (deed) {
    case Deed::Synchronise:
    case Deed::Delete:
    case Deed::ReplaceStaticList:
        return true;
    case Deed::Import:
    case Deed::OptOut:
    case Deed::OptIn:
    case Deed::UpdateDevices:
        return false;
    }
    return true;
}

bool neverDefault(Deed deed)
{
    return needsConfirmation(deed) || deed == Deed::OptOut;
}

QString deedText(Deed deed, qint64 contacts)
{
    switch (deed) {
    case Deed::Import:
        return Words::tr("Deposit %Ln contact(s)", nullptr, asCount(contacts));
    case Deed::Synchronise:
        return Words::tr("Synchronise with %Ln contact(s)…", nullptr, asCount(contacts));
    case Deed::OptOut:
        return Words::tr("Deactivate %Ln contact(s)", nullptr, asCount(contacts));
    case Deed::OptIn:
        return Words::tr("Reactivate %Ln contact(s)", nullptr, asCount(contacts));
    case Deed::Delete:
        return Words::tr("Delete %Ln contact(s)…", nullptr, asCount(contacts));
    case Deed::ReplaceStaticList:
        return Words::tr("Deposit %Ln profile(s)…", nullptr, asCount(contacts));
    case Deed::UpdateDevices:
        return Words::tr("Update %Ln device(s)", nullptr, asCount(contacts));
    }
    return {};
}

QString deedConsequence(Deed deed, const Flow &flow)
{
    switch (deed) {
    case Deed::Import:
    case Deed::Synchronise:
        return {};
    case Deed::OptOut:
        return Words::tr("These contacts no longer receive %1.").arg(mediumOf(flow));
    case Deed::OptIn:
        return Words::tr("These contacts receive %1 again.").arg(mediumOf(flow));
    case Deed::Delete:
        return Words::tr("These contacts are deleted from the platform.");
    case Deed::ReplaceStaticList:
        return Words::tr("A static list of that name is replaced; else it is made.");
    case Deed::UpdateDevices:
        return Words::tr("Devices are updated. An empty cell empties the value on the platform.");
    }
    return {};
}

DepositPlan planDeposit(const Report &report, const std::vector<ProposedRepair> &proposed,
                        const std::set<RepairKind> &ticked, const RepairOutcome *outcome)
{
    const bool dropInvalid = ticked.contains(RepairKind::DropInvalidRows);
    const bool dropDuplicates = ticked.contains(RepairKind::DropDuplicates) || ticked.contains(RepairKind::KeepFirst);
    const bool dropUnknown = ticked.contains(RepairKind::KeepKnownProfiles);
    DepositPlan plan;
    plan.duplicates = report.stats.duplicateRows;
    plan.duplicatesDropped = dropDuplicates;
    plan.refused = dropInvalid ? 0 : report.stats.invalidRows;
    static const RowNumbers none;
    const RowNumbers &invalid = dropInvalid ? report.invalidRowNumbers : none;
    const RowNumbers &unknown = dropUnknown ? report.unknownProfileRows : none;
    const RowNumbers &duplicates = dropDuplicates ? report.duplicateRowNumbers : none;
    plan.leftOut = unionSize(invalid, unknown);
    plan.willBeSent = std::max<qint64>(0, report.stats.rows - unionSize(invalid, unknown, duplicates));
    if (outcome != nullptr) {
        plan.willBeSent = outcome->rows;
        plan.leftOut = outcome->droppedInvalid + outcome->droppedUnknown;
    }
    plan.treatments.reserve(report.findings.size());
    for (const Finding &finding : report.findings) {
        const Treatment treatment = treatmentOf(finding, ticked);
        plan.treatments.push_back(treatment);
        plan.standsTooLarge = plan.standsTooLarge || (finding.code == FindingCode::FileTooLarge &&
                                                      finding.refusesFile && treatment == Treatment::Stands);
    }
    plan.obstacle = obstacleOf(report, proposed, plan);
    return plan;
}

QString headline(const Report &report, const DepositPlan &plan)
{
    for (size_t i = 0; i < report.findings.size(); ++i) {
        if (report.findings[i].refusesFile && plan.treatments[i] == Treatment::Stands)
            return Words::tr("The platform would refuse this file");
    }
    const qint64 rows = report.stats.rows;
    if (rows == 0)
        return Words::tr("There are no contacts in this file");
    if (report.stats.invalidRows > 0)
        return Words::tr("%1 of %Ln contact(s) can’t be taken", nullptr, asCount(rows))
            .arg(numberText(report.stats.invalidRows));
    if (rows == 1)
        return Words::tr("The contact can be taken");
    return Words::tr("All %Ln contact(s) can be taken", nullptr, asCount(rows));
}

} // namespace navette::ui
