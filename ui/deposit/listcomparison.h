// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "csv/csvfile.h"
#include "flows/flow.h"
#include "flows/flowsettings.h"
#include "sftp/remotefilesystem.h"

#include <QStringList>

namespace navette::ui
{

/// What a synchronisation changes: the contacts of the new file against those of the list's last accepted one.
struct ListComparison {
    qint64 added = 0;
    qint64 kept = 0;
    qint64 removed = 0;
    QStringList addedNames; ///< the first ones, as a person would know them
    QStringList removedNames;
    bool operator==(const ListComparison &) const = default;
};

/// Contacts are told apart as the account does: by reference, else by their means of contact (digitaleo.md,
/// Deduplication). Error: Cancelled.
[[nodiscard]] Result<ListComparison> compareLists(const csv::CsvFile &before, const csv::CsvFile &after,
                                                  const Flow &configuredFlow, const FlowSettings &settings,
                                                  const JobControl &job = {});

/// Fetches the accepted file into a private folder and compares the copy with it. In a worker thread.
[[nodiscard]] Result<ListComparison> compareWithAccepted(RemoteFileSystem &remote, const RemotePath &accepted,
                                                         const LocalPath &copy, const Flow &configuredFlow,
                                                         const FlowSettings &settings, const JobControl &job = {});

} // namespace navette::ui
