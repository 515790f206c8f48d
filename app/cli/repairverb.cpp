// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "cli/fileoptions.h"
#include "cli/findings.h"
#include "cli/output.h"

#include <QFileInfo>
#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

/// Before anything is read: who repairs a missing file, or into one that is there, is told so at once.
Result<void> checkTarget(const LocalPath &target)
{
    if (QFileInfo::exists(displayText(target)))
        return fail(
            ErrorKind::AlreadyExists,
            CliText::tr("%1 is there already and is not overwritten. Choose another name.").arg(displayText(target)));
    return {};
}

QJsonArray repairsToJson(const std::vector<ProposedRepair> &proposed, const std::set<RepairKind> &done)
{
    QJsonArray array;
    for (const RepairKind kind : done) {
        QJsonObject json{{QStringLiteral("repair"), key(kind)}};
        for (const ProposedRepair &repair : proposed) {
            if (repair.kind != kind)
                continue;
            json.insert(QStringLiteral("title"), repair.title);
            json.insert(QStringLiteral("count"), repair.count);
        }
        array.append(json);
    }
    return array;
}

/// What the options ask for, over what is recommended: rows are left out, and a zip made, only where it was asked for.
std::set<RepairKind> repairsFor(const VerbParser &parser, const PreparedFile &file)
{
    std::set<RepairKind> repairs = file.recommendedRepairs();
    repairs.erase(RepairKind::DropInvalidRows);
    repairs.erase(RepairKind::Zip);
    const auto addFor = [&](const QString &option, RepairKind kind) {
        if (parser.has(option))
            repairs.insert(kind);
    };
    addFor(QStringLiteral("drop-invalid"), RepairKind::DropInvalidRows);
    addFor(QStringLiteral("zip"), RepairKind::Zip);
    addFor(QStringLiteral("split"), RepairKind::Split);
    addFor(QStringLiteral("order"), RepairKind::ColumnOrder);
    addFor(QStringLiteral("profiles"), RepairKind::KeepKnownProfiles);
    const QString duplicates = parser.value(QStringLiteral("duplicates"));
    if (duplicates == u"last")
        repairs.insert(RepairKind::DropDuplicates);
    else if (duplicates == u"first")
        repairs.insert(RepairKind::KeepFirst);
    return repairs;
}

/// The copy, in parts where that was asked for or where even its zip is too large.
Result<RepairedParts> writeCopy(const PreparedFile &file, const std::set<RepairKind> &repairs, const LocalPath &target,
                                const CopyOptions &options, const JobControl &job)
{
    if (repairs.contains(RepairKind::Split) || repairs.contains(RepairKind::Zip))
        return writeRepairedParts(file.input, file.report, repairs, target, job);
    auto whole = writeRepaired(file.input, file.report, repairs, target, job, options);
    if (!whole)
        return tl::make_unexpected(whole.error());
    return RepairedParts{*whole, {*whole}};
}

QJsonArray partsToJson(const RepairedParts &copy)
{
    QJsonArray array;
    for (const RepairOutcome &part : copy.parts)
        array.append(QJsonObject{{QStringLiteral("file"), displayText(part.file)},
                                 {QStringLiteral("bytes"), part.bytes},
                                 {QStringLiteral("sha256"), QString::fromLatin1(part.sha256.toHex())},
                                 {QStringLiteral("rows"), part.rows}});
    return array;
}

} // namespace

int runRepair(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("repair"), {QStringLiteral("FILE")},
                      QStringLiteral("Writes a copy that fits the flow; the file itself is not changed."));
    withFileOptions(parser)
        .with({QStringLiteral("o"), QStringLiteral("The copy to write."), QStringLiteral("OUT")})
        .with({QStringLiteral("zip"), QStringLiteral("Write a zip; several, where one would be too large.")})
        .with({QStringLiteral("split"), QStringLiteral("Write several files where one would be too large.")})
        .with({QStringLiteral("order"), QStringLiteral("Put the columns in the platform's order.")})
        .with({QStringLiteral("duplicates"), QStringLiteral("Keep of contacts that stand twice only the row named."),
               QStringLiteral("first|last")})
        .with({QStringLiteral("drop-invalid"), QStringLiteral("Leave out rows that the platform would not take.")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    if (parser.value(QStringLiteral("o")).isEmpty())
        return report({ErrorKind::Usage, CliText::tr("-o OUT is missing: the name of the copy to write."), {}});
    if (const QString kept = parser.value(QStringLiteral("duplicates"));
        !kept.isEmpty() && kept != u"first" && kept != u"last")
        return report({ErrorKind::Usage, CliText::tr("--duplicates takes first or last, not \"%1\".").arg(kept), {}});
    const Result<Flow> flow = parser.flow();
    if (!flow)
        return report(flow.error());
    const LocalPath target = toLocalPath(parser.value(QStringLiteral("o")));
    if (const Result<void> free = checkTarget(target); !free)
        return report(free.error());
    const JobControl job = interruptibleJob();
    const Result<PreparedFile> file = openNamedFile(openForDeposit, parser, *flow, {}, job);
    if (!file)
        return report(file.error());
    if (!file->file)
        return report({ErrorKind::BadFormat, file->whyUnreadable(), {}});

    const std::set<RepairKind> repairs = repairsFor(parser, *file);
    const Result<RepairedParts> copy = writeCopy(*file, repairs, target, {.hash = parser.json()}, job);
    if (!copy)
        return report(copy.error());
    const Result<Report> left = checkCopy(*file, repairs, *copy, job);
    if (!left)
        return report(left.error());
    const RepairOutcome &outcome = copy->whole;
    const RepairOutcome &first = copy->parts.front();
    const int code = left->isValid() ? Done : Findings;
    if (parser.json()) {
        printJson({{QStringLiteral("file"), displayText(first.file)},
                   {QStringLiteral("bytes"), first.bytes},
                   {QStringLiteral("sha256"), QString::fromLatin1(first.sha256.toHex())},
                   {QStringLiteral("rows"), outcome.rows},
                   {QStringLiteral("droppedInvalid"), outcome.droppedInvalid},
                   {QStringLiteral("droppedDuplicates"), outcome.droppedDuplicates},
                   {QStringLiteral("droppedUnknown"), outcome.droppedUnknown},
                   {QStringLiteral("changedCells"), outcome.changedCells},
                   {QStringLiteral("repairs"), repairsToJson(file->repairs, repairs)},
                   {QStringLiteral("parts"), partsToJson(*copy)},
                   {QStringLiteral("valid"), left->isValid()},
                   {QStringLiteral("findings"), findingsToJson(*left)}});
        return code;
    }
    for (const ProposedRepair &repair : file->repairs) {
        if (repairs.contains(repair.kind))
            printLine(
                QStringLiteral("%1 (%2)").arg(visibleName(repair.title.toUtf8()), visibleName(repair.effect.toUtf8())));
    }
    for (const RepairOutcome &part : copy->parts)
        printLine(CliText::tr("%1: %2 contacts, %3 bytes.").arg(displayText(part.file)).arg(part.rows).arg(part.bytes));
    for (const Finding &finding : left->findings)
        printLine(CliText::tr("still there: %1").arg(findingLine(finding)));
    return code;
}

} // namespace navette::cli
