// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/transport/agentkeys.h"
#include "sftp/transport/sshhandles.h"
#include "sftp/transport/tcpsocket.h"

#include <optional>
#include <thread>

namespace navette::sftp
{

/// Stands between libssh and a key agent while it lives, in a thread of its own. libssh waits for an agent without end,
/// and would show the server every key of it; this one answers in time and passes on nothing but requests to sign with
/// the keys it was given.
class AgentBridge final
{
public:
    AgentBridge(ssh_session session, SocketPair sockets, AgentKeys keys, Patience patience);
    AgentBridge(const AgentBridge &) = delete;
    AgentBridge &operator=(const AgentBridge &) = delete;
    ~AgentBridge();

    /// Ends it; libssh has no agent any more. What went wrong with the agent, if anything did: Timeout, Cancelled,
    /// Protocol, NotFound, or SignIn where it did not sign. Without a sentence.
    std::optional<Error> close();

private:
    void serve();
    /// Errors: Network (libssh has gone), and what close() tells.
    [[nodiscard]] Result<QByteArray> receive();
    [[nodiscard]] Result<QByteArray> answerTo(const QByteArray &message);
    [[nodiscard]] QByteArray identities() const;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &message);

    ssh_session m_session;
    AgentKeys m_keys;
    Patience m_patience;
    SocketPair m_sockets;
    std::optional<Error> m_failure; ///< the thread's until it has ended
    std::thread m_thread;
};

} // namespace navette::sftp
