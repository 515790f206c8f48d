// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/preparedeposit.h"

#include "base/sha256.h"
#include "flows/filename.h"
#include "repair/splitparts.h"

#include <QFile>

#include <algorithm>
#include <numeric>

namespace navette
{
namespace
{

struct PrepareText {
    Q_DECLARE_TR_FUNCTIONS(PrepareText)
};

// The whole file as it is: what was checked is what is sent, whatever happens to the source meanwhile.
Result<RepairOutcome> copyOf(const LocalPath &source, const LocalPath &target, const Report &report)
{
    QFile from(source);
    QFile to(target);
    if (!from.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable, PrepareText::tr("The file %1 cannot be read.").arg(fileName(source)),
                    from.errorString());
    if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorKind::NotWritable, PrepareText::tr("No temporary copy can be written on this computer."),
                    to.errorString());
    Sha256 hash;
    constexpr qint64 chunkBytes = 1 << 20;
    while (!from.atEnd()) {
        const QByteArray chunk = from.read(chunkBytes);
        if (chunk.isEmpty())
            return fail(ErrorKind::NotReadable, PrepareText::tr("The file %1 cannot be read.").arg(fileName(source)),
                        from.errorString());
        hash.addData(chunk);
        if (to.write(chunk) != chunk.size())
            return fail(ErrorKind::NoSpace, PrepareText::tr("No temporary copy can be written on this computer."),
                        to.errorString());
    }
    if (!to.flush())
        return fail(ErrorKind::NoSpace, PrepareText::tr("No temporary copy can be written on this computer."),
                    to.errorString());
    RepairOutcome outcome;
    outcome.file = target;
    outcome.bytes = to.size();
    outcome.rows = report.stats.rows;
    outcome.sha256 = hash.result();
    return outcome;
}

/// The ticked repairs, with the zip as it will be: one stays a zip where the flow takes one.
std::set<RepairKind> repairsOf(const PreparedFile &file, const DepositChoices &choices)
{
    std::set<RepairKind> repairs = choices.repairs;
    if (endsZipped(file, choices))
        repairs.insert(RepairKind::Zip);
    else
        repairs.erase(RepairKind::Zip);
    return repairs;
}

PreparedDeposit preparedDeposit(const PreparedFile &file, const DepositChoices &choices, const RepairOutcome &outcome,
                                const QString &remoteName, const std::shared_ptr<PrivateFolder> &folder)
{
    PreparedDeposit prepared;
    prepared.folder = folder;
    prepared.outcome = outcome;
    prepared.order.flow = file.input.flow;
    prepared.order.file = outcome.file;
    prepared.order.sourceName = file.sourceName;
    prepared.order.remoteName = remoteName;
    prepared.order.mode = choices.mode;
    prepared.order.contacts = outcome.rows;
    prepared.order.keepsFile = folder;
    return prepared;
}

/// Where the copy is written: the temporary's own name names the CSV inside a zip.
LocalPath copyIn(const PrivateFolder &folder, const QString &remoteName, bool zipped)
{
    const QString stem = remoteName.endsWith(u".zip") ? remoteName.chopped(4) : remoteName;
    return folder.path() / toLocalPath(zipped ? stem + QStringLiteral(".zip") : QStringLiteral("deposit.csv"));
}

} // namespace

std::set<RepairKind> PreparedFile::recommendedRepairs() const
{
    std::set<RepairKind> kinds;
    for (const ProposedRepair &repair : repairs) {
        if (repair.recommended)
            kinds.insert(repair.kind);
    }
    return kinds;
}

QString PreparedFile::whyUnreadable() const
{
    if (file)
        return {};
    const Finding *const finding = report.find(FindingCode::SourceError);
    if (finding != nullptr && !finding->places.empty() && !finding->places.front().message.isEmpty())
        return finding->places.front().message;
    return PrepareText::tr("%1 cannot be read as a contact file.").arg(sourceName);
}

Result<PreparedFile> openForDeposit(const LocalPath &source, const Flow &flow, const FlowSettings &settings,
                                    const csv::DialectHints &hints, const JobControl &job,
                                    const PrepareOptions &options)
{
    Result<PreparedFile> prepared = openForCheck(source, flow, settings, hints, job, options);
    if (!prepared || !prepared->file)
        return prepared;
    Result<std::vector<ProposedRepair>> repairs = proposeRepairs(prepared->input, prepared->report, job);
    if (!repairs)
        return tl::make_unexpected(repairs.error());
    prepared->repairs = std::move(*repairs);
    return prepared;
}

Result<QString> plannedRemoteName(const PreparedFile &file, const DepositChoices &choices, const QDateTime &now)
{
    if (!choices.remoteName.isEmpty())
        return choices.remoteName;
    const Flow &flow = file.input.flow;
    const FlowSettings &settings = file.input.settings;
    const QString list = choices.listName.isEmpty() ? file.listName : choices.listName;
    if (flow.namePattern.contains(u"{appId}") && settings.appId.isEmpty())
        return fail(ErrorKind::Usage, PrepareText::tr("The platform's file names carry the application's number. Enter "
                                                      "it in the account's settings first."));
    if (flow.namePattern.contains(u"{list}") && list.trimmed().isEmpty())
        return fail(ErrorKind::Usage, PrepareText::tr("The list has no name yet. Give it one."));
    return depositName(flow, settings, list, now, endsZipped(file, choices));
}

Result<PreparedDeposit> writeDeposit(const PreparedFile &file, const DepositChoices &choices, const JobControl &job)
{
    if (!file.file)
        return fail(ErrorKind::BadFormat, file.whyUnreadable());
    const Result<QString> remoteName = plannedRemoteName(file, choices, QDateTime::currentDateTime());
    if (!remoteName)
        return tl::make_unexpected(remoteName.error());
    Result<PrivateFolder> folder = PrivateFolder::make();
    if (!folder)
        return tl::make_unexpected(folder.error());

    const bool zipped = endsZipped(file, choices);
    Result<RepairOutcome> outcome = tl::make_unexpected(cancelledError());
    if (choices.repairs.empty() && file.kind == archive::Kind::Zip && zipped)
        outcome = copyOf(file.source, folder->path() / "deposit.zip", file.report);
    else
        outcome =
            writeRepaired(file.input, file.report, repairsOf(file, choices), copyIn(*folder, *remoteName, zipped), job);
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    const std::optional<qint64> limit = file.input.flow.maxBytes;
    if (limit && outcome->bytes > *limit)
        return fail(ErrorKind::Limit, PrepareText::tr("%1 would have %2 bytes; the platform takes %3 at most.")
                                          .arg(file.sourceName)
                                          .arg(outcome->bytes)
                                          .arg(*limit));

    return preparedDeposit(file, choices, *outcome, *remoteName, std::make_shared<PrivateFolder>(std::move(*folder)));
}

qint64 PreparedParts::bytes() const
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0),
                           [](qint64 sum, const PreparedDeposit &part) { return sum + part.outcome.bytes; });
}

qint64 PreparedParts::largestBytes() const
{
    qint64 largest = 0;
    for (const PreparedDeposit &part : parts)
        largest = std::max(largest, part.outcome.bytes);
    return largest;
}

QByteArray PreparedParts::fingerprint() const
{
    QByteArray all;
    for (const PreparedDeposit &part : parts)
        all += part.outcome.sha256;
    return all;
}

bool maySplit(const std::optional<ImportMode> &mode)
{
    return mode != ImportMode::SyncList;
}

bool endsZipped(const PreparedFile &file, const DepositChoices &choices)
{
    return file.input.flow.allowsZip && (choices.repairs.contains(RepairKind::Zip) || file.kind == archive::Kind::Zip);
}

Result<PreparedParts> writeDepositParts(const PreparedFile &file, const DepositChoices &choices, const JobControl &job)
{
    if (!choices.repairs.contains(RepairKind::Split)) {
        Result<PreparedDeposit> one = writeDeposit(file, choices, job);
        if (!one)
            return tl::make_unexpected(one.error());
        return PreparedParts{one->outcome, {*one}};
    }
    if (!maySplit(choices.mode))
        return fail(ErrorKind::Usage,
                    PrepareText::tr("Synchronising takes one file: of several, each would leave in the list only its "
                                    "own contacts."));
    if (!file.file)
        return fail(ErrorKind::BadFormat, file.whyUnreadable());
    const Result<QString> remoteName = plannedRemoteName(file, choices, QDateTime::currentDateTime());
    if (!remoteName)
        return tl::make_unexpected(remoteName.error());
    Result<PrivateFolder> made = PrivateFolder::make();
    if (!made)
        return tl::make_unexpected(made.error());
    const auto folder = std::make_shared<PrivateFolder>(std::move(*made));
    auto written = writeRepairedParts(file.input, file.report, repairsOf(file, choices),
                                      copyIn(*folder, *remoteName, endsZipped(file, choices)), job);
    if (!written)
        return tl::make_unexpected(written.error());
    PreparedParts prepared{written->whole, {}};
    const bool several = written->parts.size() > 1;
    for (const RepairOutcome &part : written->parts) {
        const QString name = several ? partName(*remoteName, prepared.parts.size() + 1) : *remoteName;
        prepared.parts.push_back(preparedDeposit(file, choices, part, name, folder));
    }
    return prepared;
}

} // namespace navette
