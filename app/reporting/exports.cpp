// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/exports.h"

#include "base/localnames.h"
#include "reporting/fetching.h"
#include "reporting/keptfile.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <tuple>

namespace navette
{
namespace
{

// accengage.md, Exports: written in the night after its day, removed 7 days later.
constexpr int daysUntilRemoval = 8;

using Key = std::pair<QDate, QString>; ///< day, flow

LocalPath folderOf(const LocalPath &archiveFolder, const QDate &day)
{
    return archiveFolder / toLocalPath(day.toString(Qt::ISODate));
}

bool isOfAccount(const ExportName &name, const Account &account)
{
    return account.settings.appId.isEmpty() || name.appId == account.settings.appId;
}

// Where a file is there plain and compressed (the platform is at it), the plain one is whole for certain.
bool isBetter(const ExportFile &candidate, const ExportFile &known)
{
    return !known.onPlatform || (known.compressed && !candidate.compressed);
}

void addKept(std::map<Key, ExportFile> &files, const Account &account, const LocalPath &archiveFolder)
{
    for (const QDate &day : keptDays(archiveFolder)) {
        for (const LocalPath &path : keptFiles(folderOf(archiveFolder, day))) {
            QString name = fileName(path);
            static const QRegularExpression version(QStringLiteral(" \\([0-9]+\\)(?=\\.csv)"));
            name.remove(version);
            const auto parsed = parseExportName(name);
            if (!parsed || parsed->day != day || !isOfAccount(*parsed, account))
                continue;
            ExportFile &file = files[{day, parsed->flowId}];
            if (file.kept && !parsed->compressed)
                continue; // kept in both forms: the compressed one was fetched last
            std::error_code error;
            file = {.flowId = parsed->flowId,
                    .day = day,
                    .fileName = name,
                    .path = {},
                    .kept = path,
                    .onPlatform = false,
                    .compressed = parsed->compressed,
                    .bytes = qint64(std::filesystem::file_size(path, error)),
                    .daysLeft = 0};
        }
    }
}

std::vector<ExportFile> newestFirst(std::map<Key, ExportFile> files)
{
    std::vector<ExportFile> result;
    for (auto &[key, file] : files)
        result.push_back(std::move(file));
    std::stable_sort(result.begin(), result.end(),
                     [](const ExportFile &a, const ExportFile &b) { return a.day > b.day; });
    return result;
}

} // namespace

std::vector<ExportFile> keptExports(const Account &account, const LocalPath &archiveFolder)
{
    std::map<Key, ExportFile> files;
    addKept(files, account, archiveFolder);
    return newestFirst(std::move(files));
}

Result<std::vector<ExportFile>> listExports(RemoteFileSystem &remote, const Account &account,
                                            const LocalPath &archiveFolder, const QDate &today, const JobControl &job)
{
    std::map<Key, ExportFile> files;
    addKept(files, account, archiveFolder);
    const RemotePath directory = RemotePath::fromText(account.exportsDirectory);
    const auto listing = await(remote.list(directory), job);
    if (!listing)
        return tl::make_unexpected(listing.error());
    for (const RemoteEntry &entry : listing->entries) {
        const QString name = readableName(entry.name);
        const auto parsed = parseExportName(name);
        if (!parsed || entry.kind != RemoteKind::File || !isOfAccount(*parsed, account))
            continue;
        const Key key{parsed->day, parsed->flowId};
        ExportFile file{.flowId = parsed->flowId,
                        .day = parsed->day,
                        .fileName = name,
                        .path = directory.child(entry.name),
                        .kept = {},
                        .onPlatform = true,
                        .compressed = parsed->compressed,
                        .bytes = entry.size,
                        .daysLeft = std::max(0, daysUntilRemoval - int(parsed->day.daysTo(today)))};
        const auto known = files.find(key);
        if (known != files.end() && !isBetter(file, known->second))
            continue;
        file.kept = keptPlace(folderOf(archiveFolder, file.day), name, file.bytes).kept;
        // Fetched plain before the platform compressed it: that is the same file.
        const bool otherForm =
            known != files.end() && known->second.kept && known->second.compressed != file.compressed;
        if (!file.kept && otherForm)
            file.kept = known->second.kept;
        files.insert_or_assign(key, std::move(file));
    }
    return newestFirst(std::move(files));
}

Result<LocalPath> fetchExport(RemoteFileSystem &remote, const ExportFile &file, const LocalPath &archiveFolder,
                              const TransferProgress &progress, const JobControl &job)
{
    if (file.kept)
        return *file.kept;
    const LocalPath folder = folderOf(archiveFolder, file.day);
    if (auto made = makePrivateFolder(folder); !made)
        return tl::make_unexpected(made.error());
    const KeptPlace place = keptPlace(folder, LocalNames().markedNameFor(file.path.name()), file.bytes);
    if (place.kept)
        return *place.kept;
    const auto fetched =
        fetchAll(remote, {{.source = file.path, .target = place.fresh, .bytes = file.bytes}}, progress, job);
    if (!fetched)
        return tl::make_unexpected(fetched.error());
    return place.fresh;
}

} // namespace navette
