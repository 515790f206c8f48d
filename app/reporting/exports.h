// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "flows/filename.h"

namespace navette
{

/// One export file of an Accengage account, on the platform or kept here.
struct ExportFile {
    QString flowId;
    QDate day;
    QString fileName;
    RemotePath path;
    std::optional<LocalPath> kept;
    bool onPlatform = false;
    bool compressed = false;
    qint64 bytes = -1;
    int daysLeft = 0;
};

/// Exports on the platform joined with those kept here; newest day first.
[[nodiscard]] Result<std::vector<ExportFile>> listExports(RemoteFileSystem &remote, const Account &account,
                                                          const LocalPath &archiveFolder, const QDate &today,
                                                          const JobControl &job = {});
[[nodiscard]] Result<LocalPath> fetchExport(RemoteFileSystem &remote, const ExportFile &file,
                                            const LocalPath &archiveFolder, const TransferProgress &progress = {},
                                            const JobControl &job = {});

/// Sums of an exportMessagesStatistics file; totals add up over days (accengage.md).
struct MessageFigures {
    QString messageId;
    QString messageName;
    QString messageType;
    qint64 targets = 0;
    qint64 bounces = 0;
    qint64 sent = 0;
    qint64 reactions = 0;
};
[[nodiscard]] Result<std::vector<MessageFigures>> readMessageFigures(const LocalPath &file, const JobControl &job = {});

} // namespace navette
