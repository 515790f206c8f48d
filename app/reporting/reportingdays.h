// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "archive/archive.h"
#include "csv/csvfile.h"
#include "flows/filename.h"

namespace navette
{

/// A reporting zip on the server or kept here.
struct CampaignZip {
    QString fileName; ///< made visible
    RemotePath path;  ///< empty where only kept here
    std::optional<LocalPath> kept;
    QString campaignId;
    QString campaignName; ///< of the general zip: empty
    bool general = false;
    qint64 bytes = -1;
};

struct ReportingDay {
    QDate day;
    std::vector<CampaignZip> zips;
    bool onPlatform = false;
    bool allKept = false;
    int daysLeft = 0; ///< until the platform removes it (7 days, digitaleo.md); 1: it is gone tomorrow
};

/// A contact list in a zip: EMAIL_opened.csv.
struct ReactionList {
    QString medium;   ///< "EMAIL"
    QString reaction; ///< "opened"
    int zipIndex = 0; ///< of archive::listZip()
    qint64 contacts = 0;
};

/// The folder in which this account's reports are kept, by day.
class ReportArchive
{
public:
    explicit ReportArchive(LocalPath folder);
    [[nodiscard]] std::vector<ReportingDay> days() const;
    [[nodiscard]] LocalPath pathFor(const QDate &day, const QString &fileName) const;
    [[nodiscard]] LocalPath folderFor(const QDate &day) const;

private:
    LocalPath m_folder;
};

/// Days on the platform, joined with those kept here; newest first. Listings of all days are in flight together.
[[nodiscard]] Result<std::vector<ReportingDay>> listReportingDays(RemoteFileSystem &remote,
                                                                  const ReportArchive &archive, const QDate &today,
                                                                  const JobControl &job = {});
/// Fetches every zip of the day that is not kept yet.
[[nodiscard]] Result<ReportingDay> fetchDay(RemoteFileSystem &remote, const ReportArchive &archive,
                                            const ReportingDay &day, const TransferProgress &progress = {},
                                            const JobControl &job = {});
/// The lists in a zip with their numbers of contacts. Errors: those of archive.
[[nodiscard]] Result<std::vector<ReactionList>> readReactionLists(const LocalPath &zip, const JobControl &job = {});

/// A list of a zip as a table. Errors: those of archive and CsvFile.
[[nodiscard]] Result<std::shared_ptr<const csv::CsvFile>>
openReactionList(const LocalPath &zip, const ReactionList &list, const JobControl &job = {});

/// Totals by reaction over a day's campaigns (the general zip not counted twice).
struct CampaignFigures {
    QString campaignId;
    QString campaignName;
    LocalPath zip;
    QMap<QString, qint64> contacts; ///< "EMAIL_opened" → number
};
[[nodiscard]] Result<std::vector<CampaignFigures>> figuresOfDay(const ReportingDay &day, const JobControl &job = {});

} // namespace navette
