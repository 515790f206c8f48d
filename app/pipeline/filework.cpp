// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/filework.h"

#include "sftp/leftparts.h"

namespace navette
{

FileWork uploadWork(std::shared_ptr<RemoteLink> link, const LocalPath &source, const RemotePath &target,
                    const std::function<UploadClaims(const Endpoint &)> &claimsOf)
{
    FileWork work;
    // Of the server that it goes to now, whatever the account's settings were before.
    const auto claims = [link, claimsOf] { return claimsOf(link->endpoint()); };
    work.work = [source, target, claims](RemoteFileSystem &remote, const TransferProgress &progress,
                                         const JobControl &job) {
        return uploadWhole(remote, source, target, {.progress = progress, .unfinished = Unfinished::KeepIfBroken}, job,
                           claims());
    };
    work.retry.link = link;
    work.retry.giveUp = [source, target, claims](RemoteFileSystem *remote, const Error &error, const JobControl &job) {
        // One that failed may be sent again, and goes on then.
        return error.kind == ErrorKind::Cancelled ? giveUpUpload(remote, source, target, claims(), error, job) : error;
    };
    return work;
}

FileWork downloadWork(std::shared_ptr<RemoteLink> link, const RemotePath &source, const LocalPath &target)
{
    FileWork work;
    work.work = [source, target](RemoteFileSystem &remote, const TransferProgress &progress, const JobControl &job) {
        return await(remote.download(source, target, {.progress = progress, .unfinished = Unfinished::KeepIfBroken}),
                     job);
    };
    work.retry.link = std::move(link);
    work.retry.giveUp = [target](RemoteFileSystem *, const Error &error, const JobControl &) {
        if (error.kind == ErrorKind::Cancelled)
            sftp::removePartsLeftOf(target);
        return error;
    };
    return work;
}

} // namespace navette
