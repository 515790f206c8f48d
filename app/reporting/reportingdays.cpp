// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/reportingdays.h"

#include "base/localnames.h"
#include "reporting/fetching.h"
#include "reporting/keptfile.h"

#include <algorithm>
#include <map>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int daysOnPlatform = 7; // digitaleo.md, Reporting

LocalPath folderOf(const LocalPath &folder, const QDate &day)
{
    return folder / toLocalPath(day.toString(Qt::ISODate));
}

CampaignZip zipNamed(const QString &readable)
{
    CampaignZip zip;
    zip.fileName = readable;
    const auto name = parseReportingName(readable);
    zip.general = name && name->general;
    zip.campaignId = name ? name->campaignId : QString();
    zip.campaignName = name ? name->campaignName : readable.chopped(4);
    return zip;
}

bool isZipName(const QString &name)
{
    return name.size() > 4 && name.endsWith(u".zip"_s, Qt::CaseInsensitive);
}

// The general zip first, then by campaign: the order in which a person looks for them.
void sortZips(std::vector<CampaignZip> &zips)
{
    std::sort(zips.begin(), zips.end(), [](const CampaignZip &a, const CampaignZip &b) {
        if (a.general != b.general)
            return a.general;
        return std::make_tuple(a.campaignId.toLongLong(), a.fileName) <
               std::make_tuple(b.campaignId.toLongLong(), b.fileName);
    });
}

void finishDay(ReportingDay &day)
{
    sortZips(day.zips);
    day.allKept = !day.zips.empty() && std::all_of(day.zips.begin(), day.zips.end(),
                                                   [](const CampaignZip &zip) { return zip.kept.has_value(); });
}

// What the platform has of a day, and what of it is kept here; kept zips that it has no more stay in the list.
ReportingDay joined(const QDate &day, const RemotePath &directory, RemoteListing listing, const LocalPath &folder,
                    ReportingDay keptDay)
{
    ReportingDay result{.day = day, .zips = {}, .onPlatform = true, .allKept = false, .daysLeft = 0};
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const RemoteEntry &a, const RemoteEntry &b) { return a.name < b.name; });
    LocalNames names;
    std::set<LocalPath> joinedPaths;
    for (const RemoteEntry &entry : listing.entries) {
        const QString readable = readableName(entry.name);
        if (entry.kind != RemoteKind::File || !isZipName(readable) || entry.name.contains('/'))
            continue;
        CampaignZip zip = zipNamed(readable);
        zip.path = directory.child(entry.name);
        zip.bytes = entry.size;
        const QString localName = names.markedNameFor(entry.name);
        zip.kept = keptPlace(folder, localName, entry.size).kept;
        for (const CampaignZip &kept : keptDay.zips) {
            if (kept.kept == zip.kept || fileName(*kept.kept) == localName)
                joinedPaths.insert(*kept.kept);
        }
        result.zips.push_back(std::move(zip));
    }
    for (CampaignZip &kept : keptDay.zips) {
        if (!joinedPaths.contains(*kept.kept))
            result.zips.push_back(std::move(kept));
    }
    finishDay(result);
    return result;
}

} // namespace

ReportArchive::ReportArchive(LocalPath folder) : m_folder(std::move(folder)) {}

LocalPath ReportArchive::pathFor(const QDate &day, const QString &fileName) const
{
    return folderOf(m_folder, day) / toLocalPath(LocalNames().markedNameFor(fileName.toUtf8()));
}

LocalPath ReportArchive::folderFor(const QDate &day) const
{
    return folderOf(m_folder, day);
}

std::vector<ReportingDay> ReportArchive::days() const
{
    std::vector<ReportingDay> days;
    for (const QDate &date : keptDays(m_folder)) {
        ReportingDay day{.day = date, .zips = {}, .onPlatform = false, .allKept = false, .daysLeft = 0};
        for (const LocalPath &path : keptFiles(folderOf(m_folder, date))) {
            if (!isZipName(fileName(path)))
                continue;
            CampaignZip zip = zipNamed(fileName(path));
            std::error_code error;
            zip.bytes = qint64(std::filesystem::file_size(path, error));
            zip.kept = path;
            day.zips.push_back(std::move(zip));
        }
        finishDay(day);
        if (!day.zips.empty())
            days.push_back(std::move(day));
    }
    std::sort(days.begin(), days.end(), [](const ReportingDay &a, const ReportingDay &b) { return a.day > b.day; });
    return days;
}

Result<std::vector<ReportingDay>> listReportingDays(RemoteFileSystem &remote, const ReportArchive &archive,
                                                    const QDate &today, const JobControl &job)
{
    const RemotePath root = RemotePath::fromText(u"reporting"_s);
    const auto top = await(remote.list(root), job);
    // An account without the directory has no reports; what is kept here is still shown.
    if (!top && top.error().kind != ErrorKind::NotFound)
        return tl::make_unexpected(top.error());

    std::map<QDate, ReportingDay, std::greater<>> days;
    for (ReportingDay &day : archive.days())
        days.emplace(day.day, std::move(day));
    std::vector<std::pair<QDate, QFuture<Result<RemoteListing>>>> listings;
    for (const RemoteEntry &entry : top ? top->entries : std::vector<RemoteEntry>()) {
        const QDate day = QDate::fromString(QString::fromLatin1(entry.name), Qt::ISODate);
        if (entry.kind == RemoteKind::Directory && entry.name.size() == 10 && day.isValid())
            listings.emplace_back(day, remote.list(root.child(entry.name)));
    }
    for (auto &[date, future] : listings) {
        auto listing = await(std::move(future), job);
        if (!listing && listing.error().kind == ErrorKind::NotFound)
            continue; // removed by the platform just now
        if (!listing)
            return tl::make_unexpected(listing.error());
        ReportingDay kept = days.contains(date) ? std::move(days.at(date)) : ReportingDay();
        ReportingDay day = joined(date, root.child(date.toString(Qt::ISODate)), *std::move(listing),
                                  archive.folderFor(date), std::move(kept));
        day.daysLeft = std::max(0, daysOnPlatform - int(date.daysTo(today)));
        days.insert_or_assign(date, std::move(day));
    }
    std::vector<ReportingDay> result;
    for (auto &[date, day] : days)
        result.push_back(std::move(day));
    return result;
}

Result<ReportingDay> fetchDay(RemoteFileSystem &remote, const ReportArchive &archive, const ReportingDay &day,
                              const TransferProgress &progress, const JobControl &job)
{
    const LocalPath folder = archive.folderFor(day.day);
    if (auto made = makePrivateFolder(folder); !made)
        return tl::make_unexpected(made.error());
    ReportingDay result = day;
    // In the order of their bytes, as joined() gave local names.
    std::vector<CampaignZip *> zips;
    for (CampaignZip &zip : result.zips) {
        if (!zip.path.isEmpty())
            zips.push_back(&zip);
    }
    std::sort(zips.begin(), zips.end(), [](auto *a, auto *b) { return a->path.bytes() < b->path.bytes(); });
    LocalNames names;
    std::vector<Fetch> missing;
    for (CampaignZip *zip : zips) {
        const KeptPlace place = keptPlace(folder, names.markedNameFor(zip->path.name()), zip->bytes);
        zip->kept = place.kept;
        if (zip->kept)
            continue;
        missing.push_back({.source = zip->path, .target = place.fresh, .bytes = zip->bytes});
        zip->kept = place.fresh;
    }
    if (auto fetched = fetchAll(remote, missing, progress, job); !fetched)
        return tl::make_unexpected(fetched.error());
    finishDay(result);
    return result;
}

} // namespace navette
