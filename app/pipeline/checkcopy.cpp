// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/preparedeposit.h"

#include <algorithm>

namespace navette
{
namespace
{

/// Adds the findings of one more part, each sort once.
void addFindings(std::vector<Finding> &all, const std::vector<Finding> &more)
{
    for (const Finding &finding : more) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Finding &other) {
            return other.code == finding.code && other.severity == finding.severity &&
                   other.headline == finding.headline;
        });
        if (same == all.end())
            all.push_back(finding);
        else
            same->count += finding.count;
    }
}

/// The findings of a large copy from its beginning and from what is known of the source's rows; nothing where that does
/// not tell them, or tells another dialect than was written.
Result<std::optional<std::vector<Finding>>> findingsOfLargeCopy(const PreparedFile &file,
                                                                const std::set<RepairKind> &repairs,
                                                                const RepairOutcome &copy, const JobControl &job)
{
    auto found = rowFindingsLeft(file.report, repairs, copy);
    if (!found)
        return std::nullopt;
    const auto head = csv::CsvFile::openHead(copy.file);
    if (!head)
        return std::nullopt;
    CheckInput input = file.input;
    input.file = *head;
    input.depositBytes = copy.bytes;
    input.depositFileName = fileName(copy.file);
    const Result<Report> report = check(input, job);
    if (!report)
        return tl::make_unexpected(report.error());
    for (const Finding &finding : report->findings) {
        if (isAboutNameOrSize(finding.code))
            found->push_back(finding);
        else if (!isAboutRows(finding.code))
            return std::nullopt;
    }
    return found;
}

} // namespace

Result<Report> checkCopy(const PreparedFile &file, const std::set<RepairKind> &repairs, const RepairedParts &copy,
                         const JobControl &job)
{
    Report all;
    const RepairOutcome &first = copy.parts.front();
    const bool oneFile = copy.parts.size() == 1 && !repairs.contains(RepairKind::Zip);
    if (oneFile && first.bytes > csv::CsvFile::headBytes) {
        auto found = findingsOfLargeCopy(file, repairs, first, job);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found) {
            all.findings = **std::move(found);
            sortByConsequence(all.findings);
            return all;
        }
    }
    for (const RepairOutcome &part : copy.parts) {
        PrepareOptions options;
        options.knownProfiles = file.input.knownProfiles;
        const Result<PreparedFile> again =
            openForCheck(part.file, file.input.flow, file.input.settings, {}, job, options);
        if (!again)
            return tl::make_unexpected(again.error());
        addFindings(all.findings, again->report.findings);
    }
    sortByConsequence(all.findings);
    return all;
}

} // namespace navette
