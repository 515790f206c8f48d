// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

namespace navette
{

/// The name of a file that is being sent: hidden, ours, and no other's (architecture.md, Upload strategy).
[[nodiscard]] QByteArray makeTemporaryName();
[[nodiscard]] bool isTemporaryName(const QByteArray &name);

/// Uploads under a temporary name in the target's directory, then renames, so that nothing partial is ever seen under
/// `target`. On failure the temporary file is removed, or left for the next try as `unfinished` says; the error tells
/// where one is left. Where only the rename's answer was lost, that is no failure. Call it in a worker thread.
/// Errors: those of RemoteFileSystem::upload() and rename().
[[nodiscard]] Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source,
                                                  const RemotePath &target, const TransferProgress &progress = {},
                                                  const JobControl &job = {},
                                                  Unfinished unfinished = Unfinished::Discard);

} // namespace navette
