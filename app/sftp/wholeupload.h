// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

namespace navette
{

/// A name that no platform takes: it begins with a dot and tells whose it is.
[[nodiscard]] QByteArray temporaryUploadName();

/// Uploads under a temporary name in the target's directory, then renames, so that nothing partial is ever seen under
/// `target`. On failure the temporary file is removed where the server allows it. Call it in a worker thread.
/// Errors: those of RemoteFileSystem::upload() and rename().
[[nodiscard]] Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source,
                                                  const RemotePath &target, const TransferProgress &progress = {},
                                                  const JobControl &job = {});

} // namespace navette
