// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"
#include "sftp/uploadclaim.h"

namespace navette
{

/// Where the next try learns of what an upload that did not reach its end has left.
struct UploadClaims {
    LocalPath folder;  ///< the same for all programs of this user
    QByteArray server; ///< tells apart the servers, and the accounts on them
};

/// Uploads under a temporary name in the target's directory, then renames, so that nothing partial is ever seen under
/// `target`. On failure the temporary file is removed, or left for the next try as `options.unfinished` says, which
/// needs `claims`; the error tells where one is left. Where only the rename's answer was lost, that is no failure. Call
/// it in a worker thread.
///
/// A temporary name is given to one file only, and only one try at a time knows it (UploadClaim). Whoever sends the
/// same file meanwhile does so under another name, and leaves nothing to go on from.
/// Errors: those of RemoteFileSystem::upload() and rename().
[[nodiscard]] Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source,
                                                  const RemotePath &target, const TransferOptions &options = {},
                                                  const JobControl &job = {}, const UploadClaims &claims = {});

/// Of an upload that broke off, and that nobody goes on with: removes what its last try left, over `remote`, or tells
/// of it in `error`. Without a connection `remote` is null. What is being sent just now is left to its sender.
[[nodiscard]] Error giveUpUpload(RemoteFileSystem *remote, const LocalPath &source, const RemotePath &target,
                                 const UploadClaims &claims, const Error &error, const JobControl &job);

enum class Leftover { Removed, WasNotThere, MayLieThere };

/// Of a temporary file of ours. After a cancel the answer comes soon (Grace), known or not.
[[nodiscard]] Leftover clearLeftover(RemoteFileSystem &remote, const RemotePath &temporary, const JobControl &job);

} // namespace navette
