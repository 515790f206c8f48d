// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/session.h"

namespace navette::sftp
{

/// The remote file system that a session serves. The session ends with it.
class SftpRemote final : public RemoteFileSystem
{
public:
    explicit SftpRemote(std::shared_ptr<Session> session) : m_session(std::move(session)) {}
    ~SftpRemote() override;

    void probe() override { m_session->probe(); }
    [[nodiscard]] QFuture<Result<RemoteListing>> list(const RemotePath &directory, ListOptions options = {}) override;
    [[nodiscard]] QFuture<Result<RemoteEntry>> stat(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<QByteArray>> sha256(const RemotePath &path, TransferProgress progress = {}) override;
    [[nodiscard]] QFuture<Result<TransferSummary>> upload(const LocalPath &source, const RemotePath &target,
                                                          TransferOptions options = {},
                                                          UploadStart start = UploadStart::New) override;
    [[nodiscard]] QFuture<Result<TransferSummary>> download(const RemotePath &source, const LocalPath &target,
                                                            TransferOptions options = {}) override;
    [[nodiscard]] QFuture<Result<void>> createEmpty(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> rename(const RemotePath &from, const RemotePath &to,
                                               TargetLook look = TargetLook::First) override;
    [[nodiscard]] QFuture<Result<void>> removeFile(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> makeDirectory(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> removeDirectory(const RemotePath &path) override;

private:
    /// Starts `Kind`, unless one of the paths is not safe to use.
    template<typename Kind, typename... Arguments>
    auto begin(std::initializer_list<RemotePath> paths, Arguments &&...arguments);
    [[nodiscard]] WirePath wire(const RemotePath &path) const { return {path, m_session->wirePath(path)}; }

    std::shared_ptr<Session> m_session;
};

} // namespace navette::sftp
