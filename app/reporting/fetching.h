// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

#include <vector>

namespace navette
{

struct Fetch {
    RemotePath source;
    LocalPath target;
    qint64 bytes = -1; ///< expected, for the progress
};

/// Fetches files, a few in flight at once, with one progress over all. The others are fetched even if one fails; then
/// the first error is given. Errors: those of RemoteFileSystem::download().
[[nodiscard]] Result<void> fetchAll(RemoteFileSystem &remote, const std::vector<Fetch> &files,
                                    const TransferProgress &progress, const JobControl &job);

} // namespace navette
