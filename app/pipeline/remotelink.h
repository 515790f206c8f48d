// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

#include <mutex>
#include <type_traits>

namespace navette
{

/// An account's connection as any thread sees it: the one that is there now, also after it broke and was made again.
class RemoteLink final
{
public:
    RemoteLink() = default;
    RemoteLink(const RemoteLink &) = delete;
    RemoteLink &operator=(const RemoteLink &) = delete;

    void set(std::shared_ptr<RemoteFileSystem> remote);
    /// Errors: Network, while there is no connection.
    [[nodiscard]] Result<std::shared_ptr<RemoteFileSystem>> connected() const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<RemoteFileSystem> m_remote;
};

/// A transfer's work on the connection that is there when it runs, and not on the one of the moment it was queued: what
/// is tried again after the line broke goes over the new one. `work(remote, progress, job)` returns a Result.
template<typename Work>
auto overLink(std::shared_ptr<RemoteLink> link, Work work)
{
    return [link = std::move(link), work = std::move(work)](const TransferProgress &progress, const JobControl &job) {
        using Worked =
            std::invoke_result_t<const Work &, RemoteFileSystem &, const TransferProgress &, const JobControl &>;
        const auto remote = link->connected();
        return remote ? work(**remote, progress, job) : Worked(tl::make_unexpected(remote.error()));
    };
}

} // namespace navette
