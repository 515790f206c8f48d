// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verbs.h"

namespace navette::cli
{

/// Adds --retries.
VerbParser &withRetries(VerbParser &parser);

/// The connection of a verb that works on the server, made again where it breaks off.
class RetriedConnection
{
public:
    /// Errors: Usage (--retries).
    [[nodiscard]] static Result<RetriedConnection> of(const VerbParser &parser, const Account &account);

    /// Calls `work(remote)`, and again over a new connection, as often as --retries says, where the one before broke
    /// off; `mayRepeat` may forbid it. Each time is told on stderr. A first connection that cannot be made is an error
    /// at once: a wrong address or password shall show.
    template<typename Work>
    auto run(Work work, const std::function<bool()> &mayRepeat = {})
    {
        using Worked = std::invoke_result_t<Work, RemoteFileSystem &>;
        auto remote = connected();
        if (!remote)
            return Worked(tl::make_unexpected(remote.error()));
        while (true) {
            Worked worked = remote ? work(**remote) : Worked(tl::make_unexpected(remote.error()));
            if (worked || (mayRepeat && !mayRepeat()))
                return worked;
            if (const Result<void> waited = waitAfter(worked.error()); !waited)
                return Worked(tl::make_unexpected(waited.error()));
            remote = connected();
        }
    }
    /// The one that is there now. Errors: as connectTo().
    [[nodiscard]] Result<std::shared_ptr<RemoteFileSystem>> connected();

private:
    RetriedConnection(const VerbParser &parser, const Account &account, int retries)
        : m_parser(parser), m_account(account), m_retries(retries)
    {
    }
    /// The next connection is a new one. Errors: the given one where there is no other try; Cancelled.
    Result<void> waitAfter(const Error &error);

    const VerbParser &m_parser;
    const Account &m_account;
    int m_retries;
    int m_attempt = 1;
    Secrets m_typed;
    std::shared_ptr<RemoteFileSystem> m_remote;
};

} // namespace navette::cli
