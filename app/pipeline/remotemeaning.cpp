// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/remotemeaning.h"

#include "flows/filename.h"
#include "pipeline/board.h"
#include "pipeline/importmode.h"

#include <QCoreApplication>

namespace navette
{
namespace
{

struct RemotePlace {
    Q_DECLARE_TR_FUNCTIONS(RemotePlace)
};

RemoteMeaning importMarker(const QByteArray &name)
{
    for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
        if (markerName(mode) == name)
            return {.label = RemotePlace::tr("Import mode: %1").arg(label(mode))};
    }
    return {};
}

RemoteMeaning statusDirectory(const Flow &flow, const RemotePath &path)
{
    for (const BoardColumn column : columnsOf(Platform::Digitaleo)) {
        if (path.name() != directoryOf(column).toUtf8())
            continue;
        const bool takesFiles = column == BoardColumn::Waiting;
        return {.label = label(column), .readOnly = !takesFiles, .depositFlow = takesFiles ? flow.id : QString()};
    }
    return {};
}

RemoteMeaning digitaleoMeaning(const RemotePath &path, const std::vector<Flow> &flows)
{
    if (path.isEmpty())
        return {.label = RemotePlace::tr("The account’s root"), .readOnly = true};
    if (path == RemotePath("contacts"))
        return {.label = RemotePlace::tr("Contact files"), .readOnly = true};
    if (path == RemotePath("reporting"))
        return {.label = RemotePlace::tr("Reports, one folder a day"), .readOnly = true};
    if (path.parent() == RemotePath("reporting"))
        return {.label = RemotePlace::tr("Reports of that day"), .readOnly = true};
    for (const Flow &flow : flows) {
        if (flow.direction != FlowDirection::ToPlatform || flow.directory.isEmpty())
            continue;
        const RemotePath action = RemotePath::fromText(flow.directory);
        if (path == action)
            return {.label = flowTitle(flow), .readOnly = !flow.usesImportMode};
        if (path.parent() == action) {
            const RemoteMeaning marker = flow.usesImportMode ? importMarker(path.name()) : RemoteMeaning{};
            return marker.label.isEmpty() ? statusDirectory(flow, path) : marker;
        }
    }
    return {};
}

RemoteMeaning accengageMeaning(const RemotePath &path, const Account &account, const std::vector<Flow> &flows)
{
    if (!account.importsDirectory.isEmpty() && path == RemotePath::fromText(account.importsDirectory))
        return {.label = RemotePlace::tr("Files for the platform")};
    if (!account.exportsDirectory.isEmpty() && path == RemotePath::fromText(account.exportsDirectory))
        return {.label = RemotePlace::tr("Files from the platform"), .readOnly = true};
    if (const auto exported = parseExportName(QString::fromUtf8(path.name()))) {
        for (const Flow &flow : flows) {
            if (flow.id == exported->flowId)
                return {.label = flowTitle(flow), .readOnly = true};
        }
    }
    return {};
}

} // namespace

RemoteMeaning meaningOf(const RemotePath &path, const Account &account, const std::vector<Flow> &flows)
{
    switch (account.platform) {
    case Platform::Digitaleo:
        return digitaleoMeaning(path, flows);
    case Platform::Accengage:
        return accengageMeaning(path, account, flows);
    }
    return {};
}

} // namespace navette
