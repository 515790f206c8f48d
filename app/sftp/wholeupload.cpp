// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"

#include <QRandomGenerator>

namespace navette
{

QByteArray temporaryUploadName()
{
    return ".navette-" + QByteArray::number(QRandomGenerator::system()->generate64(), 36) + ".part";
}

Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source, const RemotePath &target,
                                    const TransferProgress &progress, const JobControl &job)
{
    const RemotePath temporary = target.parent().child(temporaryUploadName());
    Result<TransferSummary> sent = await(remote.upload(source, temporary, progress), job);
    if (sent) {
        // Not cancellable from here on: a rename half asked for is either done or not, and is waited for.
        const Result<void> renamed = await(remote.rename(temporary, target));
        if (renamed)
            return sent;
        sent = tl::make_unexpected(renamed.error());
    }
    (void)await(remote.removeFile(temporary));
    return sent;
}

} // namespace navette
