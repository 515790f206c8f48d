// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/importmode.h"

#include <QCoreApplication>

#include <array>

namespace navette
{
namespace
{

struct ImportModeText {
    Q_DECLARE_TR_FUNCTIONS(ImportModeText)
};

constexpr std::array allModes{ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList};

// digitaleo.md, Import modes: the markers lie beside the status directories.
RemotePath markerDirectory()
{
    return RemotePath(QByteArrayLiteral("contacts/import"));
}

Error changedMeanwhile()
{
    return {
        ErrorKind::AlreadyExists,
        ImportModeText::tr("The import mode was changed by somebody else meanwhile. Look at it again, then choose."),
        {}};
}

// Does one act on the markers and, where its answer was lost or a refusal, looks whether the aim is reached all the
// same. Never cancelled half way: afterwards there would be two markers.
Result<ImportModeState> act(RemoteFileSystem &remote, QFuture<Result<void>> future, ImportMode marker, bool wanted)
{
    const Result<void> done = await(std::move(future));
    Result<ImportModeState> state = readImportMode(remote);
    if (state && state->markers.contains(marker) != wanted)
        return tl::make_unexpected(done ? changedMeanwhile() : done.error());
    return state;
}

} // namespace

QString key(ImportMode mode)
{
    switch (mode) {
    case ImportMode::NewList:
        return QStringLiteral("new");
    case ImportMode::AddToList:
        return QStringLiteral("add");
    case ImportMode::SyncList:
        return QStringLiteral("sync");
    }
    return {};
}

std::optional<ImportMode> importModeFromKey(const QString &text)
{
    for (const ImportMode mode : allModes) {
        if (key(mode) == text)
            return mode;
    }
    return {};
}

QString label(ImportMode mode)
{
    switch (mode) {
    case ImportMode::NewList:
        return ImportModeText::tr("New list each time");
    case ImportMode::AddToList:
        return ImportModeText::tr("Add to the list");
    case ImportMode::SyncList:
        return ImportModeText::tr("Synchronise the list");
    }
    return {};
}

QString consequence(ImportMode mode)
{
    switch (mode) {
    case ImportMode::NewList:
        return ImportModeText::tr(
            "Every file makes a new list named after the file, even where a list of that name exists.");
    case ImportMode::AddToList:
        return ImportModeText::tr("The contacts are added to the list of the file's name; nobody is removed.");
    case ImportMode::SyncList:
        return ImportModeText::tr(
            "The list of the file's name will hold only the file's contacts; all others are removed from it.");
    }
    return {};
}

QByteArray markerName(ImportMode mode)
{
    switch (mode) {
    case ImportMode::NewList:
        return QByteArrayLiteral(".createNewList");
    case ImportMode::AddToList:
        return QByteArrayLiteral(".addToExistingList");
    case ImportMode::SyncList:
        return QByteArrayLiteral(".syncExistingList");
    }
    return {};
}

std::optional<ImportMode> ImportModeState::effective() const
{
    if (markers.empty())
        return ImportMode::NewList;
    if (conflict())
        return {};
    return *markers.begin();
}

Result<ImportModeState> readImportMode(RemoteFileSystem &remote, const JobControl &job)
{
    const Result<RemoteListing> listing = await(remote.list(markerDirectory()), job);
    if (!listing)
        return tl::make_unexpected(listing.error());
    // A marker that an incomplete listing does not show may be there all the same.
    if (!listing->complete)
        return fail(ErrorKind::Limit, ImportModeText::tr("The folder of the import mode holds too many entries to be "
                                                         "read whole, so the mode is not known."));
    ImportModeState state;
    for (const RemoteEntry &entry : listing->entries) {
        for (const ImportMode mode : allModes) {
            if (entry.name != markerName(mode))
                continue;
            state.markers.insert(mode);
            if (entry.modifiedSecs >= 0)
                state.changedSecs = std::max(state.changedSecs.value_or(0), entry.modifiedSecs);
        }
    }
    return state;
}

Result<ImportModeState> setImportMode(RemoteFileSystem &remote, ImportMode mode,
                                      const std::optional<ImportModeState> &expected, const JobControl &job)
{
    Result<ImportModeState> state = readImportMode(remote, job);
    if (!state)
        return state;
    if (expected && expected->markers != state->markers)
        return tl::make_unexpected(changedMeanwhile());
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    // The new one first: no moment is without a marker, and a failure half way is seen as two (digitaleo.md).
    if (!state->markers.contains(mode)) {
        state = act(remote, remote.createEmpty(markerDirectory().child(markerName(mode))), mode, true);
        if (!state)
            return state;
    }
    for (const ImportMode other : allModes) {
        if (other == mode || !state->markers.contains(other))
            continue;
        state = act(remote, remote.removeFile(markerDirectory().child(markerName(other))), other, false);
        if (!state)
            return state;
    }
    if (state->effective() != mode || state->markers.empty())
        return tl::make_unexpected(changedMeanwhile());
    return state;
}

} // namespace navette
