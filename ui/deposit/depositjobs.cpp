// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositjobs.h"

#include "flows/filename.h"
#include "flows/flowcatalog.h"
#include "reporting/packedcsv.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DepositJobs)
};

/// The table tints that many cells of each kind; rows beyond are still found and marked.
constexpr int maxPlaces = 5'000;

Result<QStringList> refusalsOf(const PreparedFile &file, const PreparedDeposit &deposit, const JobControl &job)
{
    // The copy as a platform would open it: unpacked where it is a zip.
    const auto opened = openPackedCsv(deposit.outcome.file, job);
    if (!opened) {
        if (opened.error().kind == ErrorKind::Cancelled)
            return tl::make_unexpected(opened.error());
        return QStringList{opened.error().message};
    }
    CheckInput input = file.input;
    input.file = *opened;
    input.depositBytes = deposit.outcome.bytes;
    input.depositFileName = deposit.order.remoteName;
    const auto report = check(input, job);
    if (!report)
        return tl::make_unexpected(report.error());
    QStringList refusals;
    for (const Finding &finding : report->findings) {
        if (finding.refusesFile)
            refusals.append(finding.headline);
    }
    return refusals;
}

std::optional<DepositRecord> lastOfList(const std::vector<DepositRecord> &deposits, const Flow &flow,
                                        const QString &remoteName)
{
    const QString list = listName(flow, remoteName);
    const auto found = std::ranges::find_if(deposits, [&](const DepositRecord &record) {
        const bool arrived = record.state != DepositState::Failed && record.state != DepositState::Cancelled &&
                             record.state != DepositState::Refused;
        return arrived && record.flow == flow.id && listName(flow, record.remoteName) == list;
    });
    return found == deposits.end() ? std::nullopt : std::optional(*found);
}

} // namespace

std::optional<Error> spreadsheetError(const LocalPath &path)
{
    const QString sentence =
        Words::tr("This is a spreadsheet file. Open it in your spreadsheet program, save it as CSV "
                  "(“CSV UTF-8”), and add that file.");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(8);
    // The container of .xls before 2007 (Compound File Binary).
    if (head.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return Error{ErrorKind::Unsupported, sentence, u"compound file"_s};
    if (!head.startsWith("PK\x03\x04"))
        return {};
    const auto entries = archive::listZip(path);
    if (!entries)
        return {};
    const bool spreadsheet = std::ranges::any_of(*entries, [](const archive::ZipEntry &entry) {
        return entry.rawName == "xl/workbook.xml" || entry.rawName == "xl/workbook.bin" ||
               entry.rawName == "META-INF/manifest.xml";
    });
    return spreadsheet ? std::optional(Error{ErrorKind::Unsupported, sentence, u"xlsx or ods"_s}) : std::nullopt;
}

Result<std::optional<csv::IndexedFile>> readHead(const LocalPath &path, const csv::DialectHints &hints)
{
    constexpr qint64 soonChecked = 4 * 1024 * 1024;
    const auto kind = archive::kindOf(path);
    if (!kind)
        return tl::make_unexpected(kind.error());
    if (*kind != archive::Kind::Plain || QFileInfo(path).size() < soonChecked)
        return std::nullopt;
    auto head = csv::indexed(csv::CsvFile::openHead(path, hints));
    if (!head)
        return tl::make_unexpected(head.error());
    return std::move(*head);
}

Result<std::shared_ptr<CheckedFile>> readAndCheck(const LocalPath &path, const DepositContext &context,
                                                  const csv::DialectHints &hints, const JobControl &job)
{
    if (const auto error = spreadsheetError(path))
        return tl::make_unexpected(*error);
    auto prepared = openForDeposit(path, context.flow, context.settings, hints, job,
                                   {.maxPlaces = maxPlaces, .knownProfiles = context.knownProfiles});
    if (!prepared)
        return tl::make_unexpected(prepared.error());
    auto checked = std::make_shared<CheckedFile>();
    if (prepared->file) {
        auto table = csv::indexed(prepared->file, {.progress = {}, .cancel = job.cancel});
        if (!table)
            return tl::make_unexpected(table.error());
        checked->index = std::move(table->index);
    }
    checked->prepared = std::move(*prepared);
    return checked;
}

Result<std::shared_ptr<CheckedCopy>> writeAndCheck(const PreparedFile &file, const DepositChoices &choices,
                                                   const DepositContext &context, const JobControl &job)
{
    auto deposit = writeDepositParts(file, choices, job);
    if (!deposit)
        return tl::make_unexpected(deposit.error());
    auto copy = std::make_shared<CheckedCopy>();
    for (const PreparedDeposit &part : deposit->parts) {
        const auto refusals = refusalsOf(file, part, job);
        if (!refusals)
            return tl::make_unexpected(refusals.error());
        copy->refusals += *refusals;
    }
    if (context.journal) {
        // A journal that cannot be read must not stop a deposit; it only warns less.
        for (const PreparedDeposit &part : deposit->parts) {
            const QString sha256 = QString::fromLatin1(part.outcome.sha256.toHex());
            if (const auto twin = context.journal->sameContent(context.accountId, sha256); twin && *twin)
                copy->twins.push_back(**twin);
        }
        if (const auto deposits = context.journal->deposits(context.accountId))
            copy->older = lastOfList(*deposits, context.flow, deposit->parts.front().order.remoteName);
    }
    copy->deposit = std::move(*deposit);
    return copy;
}

} // namespace navette::ui
