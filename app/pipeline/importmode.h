// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "sftp/remotefilesystem.h"

#include <optional>
#include <set>

namespace navette
{

/// digitaleo.md, Import modes.
enum class ImportMode { NewList, AddToList, SyncList };
/// "new", "add", "sync".
[[nodiscard]] QString key(ImportMode mode);
[[nodiscard]] std::optional<ImportMode> importModeFromKey(const QString &key);
/// Translated: "New list each time", "Add to the list", "Synchronise the list".
[[nodiscard]] QString label(ImportMode mode);
/// Translated sentence of what it does to contacts.
[[nodiscard]] QString consequence(ImportMode mode);
/// ".createNewList" …
[[nodiscard]] QByteArray markerName(ImportMode mode);

/// What the server's markers say.
struct ImportModeState {
    std::set<ImportMode> markers;      ///< those present; more than one is a conflict
    std::optional<qint64> changedSecs; ///< modification time of the marker in force
    /// The mode in force; nothing where the markers conflict. No marker at all means NewList (the platform's default).
    [[nodiscard]] std::optional<ImportMode> effective() const;
    [[nodiscard]] bool conflict() const { return markers.size() > 1; }
    bool operator==(const ImportModeState &) const = default;
};

[[nodiscard]] Result<ImportModeState> readImportMode(RemoteFileSystem &remote, const JobControl &job = {});
/// Makes the new marker before it removes the others, so that no moment is without one. `expected` is what the person
/// saw; where the server says otherwise now, nothing is changed (AlreadyExists: "changed by somebody else meanwhile").
[[nodiscard]] Result<ImportModeState> setImportMode(RemoteFileSystem &remote, ImportMode mode,
                                                    const std::optional<ImportModeState> &expected = {},
                                                    const JobControl &job = {});

} // namespace navette
