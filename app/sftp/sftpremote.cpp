// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/sftpremote.h"

#include "sftp/errors.h"
#include "sftp/operations/contenthash.h"
#include "sftp/operations/download.h"
#include "sftp/operations/listing.h"
#include "sftp/operations/simple.h"
#include "sftp/operations/upload.h"

#include <algorithm>

namespace navette::sftp
{

SftpRemote::~SftpRemote()
{
    m_session->requestStop();
    m_session->join();
}

template<typename Kind, typename... Arguments>
auto SftpRemote::begin(std::initializer_list<RemotePath> paths, Arguments &&...arguments)
{
    const auto operation = std::make_shared<Kind>(std::forward<Arguments>(arguments)...);
    auto future = operation->future();
    const auto unsafe = std::find_if(paths.begin(), paths.end(), [](const RemotePath &path) { return !path.isSafe(); });
    if (unsafe != paths.end())
        operation->abandon(unsafePathError(*unsafe));
    else
        m_session->add(operation);
    return future;
}

QFuture<Result<RemoteListing>> SftpRemote::list(const RemotePath &directory, ListOptions options)
{
    return begin<Listing>({directory}, wire(directory), std::move(options));
}

QFuture<Result<RemoteEntry>> SftpRemote::stat(const RemotePath &path)
{
    return begin<StatOperation>({path}, wire(path));
}

QFuture<Result<QByteArray>> SftpRemote::sha256(const RemotePath &path, TransferProgress progress)
{
    return begin<ContentHash>({path}, wire(path), std::move(progress));
}

QFuture<Result<TransferSummary>> SftpRemote::upload(const LocalPath &source, const RemotePath &target,
                                                    TransferOptions options, UploadStart start)
{
    return begin<Upload>({target}, source, wire(target), std::move(options), start);
}

QFuture<Result<TransferSummary>> SftpRemote::download(const RemotePath &source, const LocalPath &target,
                                                      TransferOptions options)
{
    return begin<Download>({source}, wire(source), target, std::move(options));
}

QFuture<Result<void>> SftpRemote::createEmpty(const RemotePath &path)
{
    return begin<CreateEmptyOperation>({path}, wire(path));
}

QFuture<Result<void>> SftpRemote::rename(const RemotePath &from, const RemotePath &to, TargetLook look)
{
    return begin<RenameOperation>({from, to}, wire(from), wire(to), look);
}

QFuture<Result<void>> SftpRemote::removeFile(const RemotePath &path)
{
    return begin<RemoveOperation>({path}, wire(path));
}

QFuture<Result<void>> SftpRemote::makeDirectory(const RemotePath &path)
{
    return begin<MakeDirectoryOperation>({path}, wire(path));
}

QFuture<Result<void>> SftpRemote::removeDirectory(const RemotePath &path)
{
    return begin<RemoveDirectoryOperation>({path}, wire(path));
}

} // namespace navette::sftp
