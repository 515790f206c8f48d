// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/retrying.h"
#include "sftp/connection.h"

#include <QObject>

#include <mutex>
#include <type_traits>

namespace navette
{

enum class LinkState {
    Closed, ///< nobody wants the connection, or its account is gone
    Coming, ///< wanted, but not there just now
    Open,
};

/// Lets go of a connection in a thread of the pool: the end of one whose line is dead takes seconds.
void letGo(std::shared_ptr<RemoteFileSystem> remote);

/// An account's connection as any thread sees it: the one that is there now, also after it broke and was made again,
/// and after the account's settings were changed.
class RemoteLink final : public QObject
{
    Q_OBJECT
public:
    void open(std::shared_ptr<RemoteFileSystem> remote, const Endpoint &endpoint = {});
    void await(); ///< it is not there, but shall be
    /// `why` is what those are told who would still use it.
    void close(const std::optional<Error> &why = {});
    [[nodiscard]] LinkState state() const;
    [[nodiscard]] Endpoint endpoint() const; ///< of the last connection
    [[nodiscard]] std::optional<Error> whyClosed() const;
    /// Errors: whyClosed(); Network, while there is no connection.
    [[nodiscard]] Result<std::shared_ptr<RemoteFileSystem>> connected() const;

    /// Work over the connection broke off, so it may be dead.
    void doubt() { Q_EMIT doubted(); }
    /// Somebody would have the connection now rather than when it is due.
    void want() { Q_EMIT wanted(); }

Q_SIGNALS:
    void stateChanged();
    void doubted(); ///< from any thread
    void wanted();

private:
    void set(LinkState state, std::shared_ptr<RemoteFileSystem> remote, const std::optional<Error> &why = {});

    mutable std::mutex m_mutex;
    LinkState m_state = LinkState::Closed;
    Endpoint m_endpoint;
    std::optional<Error> m_whyClosed;
    std::shared_ptr<RemoteFileSystem> m_remote;
};

/// How a transfer that breaks off is tried again by itself.
struct TransferRetry {
    std::shared_ptr<RemoteLink> link; ///< over which it goes; null: never by itself
    std::function<bool()> mayRepeat;  ///< false: only a person decides about another try; empty: it may
    /// Sees to what the last try left when no other follows: it was cancelled in between, or broke off too often. Gives
    /// `error` with what is still left told. Called in a worker thread; without a connection `remote` is null, and once
    /// there is one it is called again, unless the transfer was begun anew. `job` is cancelled where somebody waits:
    /// then it has to be soon.
    std::function<Error(RemoteFileSystem *remote, const Error &error, const JobControl &job)> giveUp;
};

/// A transfer's work over a link.
template<typename Work>
struct LinkedWork {
    Work work;
    TransferRetry retry;

    auto operator()(const TransferProgress &progress, const JobControl &job) const
    {
        using Worked =
            std::invoke_result_t<const Work &, RemoteFileSystem &, const TransferProgress &, const JobControl &>;
        const auto remote = retry.link->connected();
        if (!remote)
            return Worked(tl::make_unexpected(remote.error()));
        Worked worked = work(**remote, progress, job);
        if (!worked && mayPass(worked.error()))
            retry.link->doubt();
        return worked;
    }
};

/// A transfer's work on the connection that is there when it runs, and not on the one of the moment it was queued: what
/// is tried again after the line broke goes over the new one. `work(remote, progress, job)` returns a Result.
template<typename Work>
LinkedWork<Work> overLink(std::shared_ptr<RemoteLink> link, Work work)
{
    return {std::move(work), {std::move(link), {}, {}}};
}

} // namespace navette
