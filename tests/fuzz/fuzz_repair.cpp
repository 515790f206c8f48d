// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzinput.h"
#include "repair/repair.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace navette;

namespace
{

struct Copy {
    QByteArray bytes;
    RepairOutcome outcome;
};

std::optional<Copy> repaired(const CheckInput &input, const Report &report, const std::set<RepairKind> &repairs)
{
    static const QTemporaryDir folder;
    const LocalPath target = toLocalPath(folder.filePath(QStringLiteral("copy.csv")));
    const auto outcome = writeRepaired(input, report, repairs, target);
    if (!outcome)
        return std::nullopt;
    QFile file(outcome->file);
    FUZZ_REQUIRE(file.open(QIODevice::ReadOnly));
    Copy copy{file.readAll(), *outcome};
    FUZZ_REQUIRE(file.remove());
    FUZZ_REQUIRE(copy.bytes.size() == outcome->bytes);
    return copy;
}

std::map<std::pair<FindingCode, Severity>, qint64> rowCounts(const std::vector<Finding> &findings)
{
    std::map<std::pair<FindingCode, Severity>, qint64> counts;
    for (const Finding &finding : findings) {
        if (isAboutRows(finding.code))
            counts[{finding.code, finding.severity}] += finding.count;
    }
    return counts;
}

} // namespace

// Any choice among the proposed repairs can be written; a copy without repairs is the file itself; and what a repair
// was done for is not found in the copy any more (reliability.md, Techniques 7); and where the report tells what is
// left in the copy's rows, it tells what a check of the copy finds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const bool recommendedOnly = provider.ConsumeBool();
    const auto choice = provider.ConsumeIntegral<std::uint32_t>();
    const auto input = fuzz::consumeCheckInput(provider);
    if (!input)
        return 0;
    const Result<Report> report = check(*input);
    FUZZ_REQUIRE(report.has_value());
    const auto proposals = proposeRepairs(*input, *report);
    FUZZ_REQUIRE(proposals.has_value());
    std::set<RepairKind> repairs;
    for (std::size_t i = 0; i < proposals->size(); ++i) {
        const ProposedRepair &proposal = (*proposals)[i];
        // Zips and parts are their own matter: the copy would not be a CSV, or not one.
        const bool packs = proposal.kind == RepairKind::Zip || proposal.kind == RepairKind::Split;
        if (!packs && (recommendedOnly ? proposal.recommended : (choice >> i) & 1))
            repairs.insert(proposal.kind);
    }
    const auto copy = repaired(*input, *report, repairs);
    if (!copy)
        return 0;
    const RepairOutcome &outcome = copy->outcome;
    FUZZ_REQUIRE(outcome.rows + outcome.droppedInvalid + outcome.droppedDuplicates + outcome.droppedUnknown +
                     outcome.droppedEmptied ==
                 report->stats.rows);

    // The copy can be checked in its turn. So little text does not tell its own dialect.
    CheckInput second = *input;
    const csv::Dialect before = input->file->dialect();
    const csv::Dialect wanted = configured(input->flow, input->settings).dialect;
    csv::DialectHints hints;
    if (repairs.contains(RepairKind::Encoding))
        hints.encoding = wanted.encoding;
    else if (!repairs.contains(RepairKind::RenameColumns)) // which may bring the first letters that are not ASCII
        hints.encoding = before.encoding;
    hints.delimiter = repairs.contains(RepairKind::Delimiter) ? wanted.delimiter : before.delimiter;
    const auto file = csv::CsvFile::fromBytes(copy->bytes, input->file->name(), hints);
    if (!file)
        return 0; // nothing is left of it
    second.file = *file;
    const Result<Report> secondReport = check(second);
    FUZZ_REQUIRE(secondReport.has_value());
    if (const auto left = rowFindingsLeft(*report, repairs, outcome))
        FUZZ_REQUIRE(rowCounts(*left) == rowCounts(secondReport->findings));
    return 0;
}
