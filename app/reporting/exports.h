// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "flows/filename.h"

#include <QMap>

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

/// Those kept on this computer alone; newest day first.
[[nodiscard]] std::vector<ExportFile> keptExports(const Account &account, const LocalPath &archiveFolder);
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

/// Reactions per message of an exportDevicesReactions file.
struct ReactionFigures {
    QString messageId;
    QString messageName;
    QString campaignName;
    qint64 devices = 0; ///< targeted: one line each
    qint64 optIns = 0;
    qint64 bounces = 0;
    qint64 reactions = 0;
};
[[nodiscard]] Result<std::vector<ReactionFigures>> readReactionFigures(const LocalPath &file,
                                                                       const JobControl &job = {});

/// Who opened the app, from an exportDevices file: numbers of devices by value ("" where none is given). A map is empty
/// where the platform leaves the column out.
struct DeviceFigures {
    qint64 devices = 0;
    QMap<QString, qint64> models;
    QMap<QString, qint64> systems;
    QMap<QString, qint64> languages;
    QMap<QString, qint64> countries;
    QMap<QString, qint64> appVersions;
    qint64 systemPushOptIns = 0;
    qint64 pushEnabled = 0;
    qint64 inAppsEnabled = 0;
};
[[nodiscard]] Result<DeviceFigures> readDeviceFigures(const LocalPath &file, const JobControl &job = {});

} // namespace navette
