// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contact lists in reporting zips (digitaleo.md, Reporting).
#include "reporting/reportingdays.h"

#include <QRegularExpression>

#include <algorithm>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

std::optional<ReactionList> reactionListNamed(const QString &entryName)
{
    static const QRegularExpression form(u"\\A([A-Z]+)_([A-Za-z0-9_-]+)\\.csv\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(entryName.section(u'/', -1));
    if (!match.hasMatch())
        return {};
    return ReactionList{
        .medium = match.captured(1).toUpper(), .reaction = match.captured(2), .zipIndex = 0, .contacts = 0};
}

Result<qint64> contactsIn(const csv::CsvFile &file, const JobControl &job)
{
    csv::Reader reader = file.reader();
    csv::Record record;
    qint64 contacts = 0;
    constexpr qint64 checkEvery = 4096; // records
    while (reader.next(record)) {
        if (record.number % checkEvery == 0 && job.isCancelled())
            return tl::make_unexpected(cancelledError());
        contacts += record.number > 1 && !record.isBlank();
    }
    return contacts;
}

} // namespace

Result<std::shared_ptr<const csv::CsvFile>> openReactionList(const LocalPath &zip, const ReactionList &list,
                                                             const JobControl &job)
{
    auto bytes = archive::readZipEntry(zip, list.zipIndex, {}, job);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    return csv::CsvFile::fromBytes(*std::move(bytes), list.medium + u'_' + list.reaction + u".csv"_s);
}

Result<std::vector<ReactionList>> readReactionLists(const LocalPath &zip, const JobControl &job)
{
    const auto entries = archive::listZip(zip);
    if (!entries)
        return tl::make_unexpected(entries.error());
    std::vector<ReactionList> lists;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const archive::ZipEntry &entry = (*entries)[i];
        auto list = entry.directory ? std::nullopt : reactionListNamed(entry.name);
        if (!list)
            continue;
        list->zipIndex = static_cast<int>(i);
        // Read whatever size the archive claims: a list must not be counted as shorter than it is.
        auto bytes = archive::readZipEntry(zip, list->zipIndex, {}, job);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        if (!bytes->isEmpty()) { // nobody reacted: the list may be an empty file
            const auto file = csv::CsvFile::fromBytes(*std::move(bytes), entry.name);
            const auto contacts = file ? contactsIn(**file, job) : tl::make_unexpected(file.error());
            if (!contacts)
                return tl::make_unexpected(contacts.error());
            list->contacts = *contacts;
        }
        lists.push_back(*std::move(list));
        job.report(qint64(i) + 1, qint64(entries->size()));
    }
    return lists;
}

Result<std::vector<CampaignFigures>> figuresOfDay(const ReportingDay &day, const JobControl &job)
{
    // The general zip holds all campaigns together: it counts only where it stands alone.
    const bool onlyGeneral =
        std::all_of(day.zips.begin(), day.zips.end(), [](const CampaignZip &zip) { return zip.general; });
    std::vector<CampaignFigures> figures;
    for (const CampaignZip &zip : day.zips) {
        if (!zip.kept || (zip.general && !onlyGeneral))
            continue;
        const auto lists = readReactionLists(*zip.kept, {.progress = {}, .cancel = job.cancel});
        if (!lists)
            return tl::make_unexpected(lists.error());
        CampaignFigures campaign{
            .campaignId = zip.campaignId, .campaignName = zip.campaignName, .zip = *zip.kept, .contacts = {}};
        for (const ReactionList &list : *lists)
            campaign.contacts[list.medium + u'_' + list.reaction] += list.contacts;
        figures.push_back(std::move(campaign));
        job.report(qint64(figures.size()), qint64(day.zips.size()));
    }
    return figures;
}

} // namespace navette
