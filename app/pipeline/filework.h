// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/remotelink.h"
#include "sftp/wholeupload.h"

namespace navette
{

/// For TransferQueue: one file as it is. What a broken line leaves of it, the next try goes on with; a cancel leaves
/// nothing, also between two tries.
using FileWork = LinkedWork<
    std::function<Result<TransferSummary>(RemoteFileSystem &, const TransferProgress &, const JobControl &)>>;

[[nodiscard]] FileWork uploadWork(std::shared_ptr<RemoteLink> link, const LocalPath &source, const RemotePath &target,
                                  const std::function<UploadClaims(const Endpoint &)> &claimsOf);
[[nodiscard]] FileWork downloadWork(std::shared_ptr<RemoteLink> link, const RemotePath &source,
                                    const LocalPath &target);

} // namespace navette
