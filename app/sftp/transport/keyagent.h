// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/transport/patience.h"

#include <QByteArrayView>

#include <vector>

namespace navette::sftp
{

/// Types of message, draft-ietf-sshm-ssh-agent, section 5.
namespace agentmessage
{
constexpr quint8 failure = 5;
constexpr quint8 requestIdentities = 11;
constexpr quint8 identitiesAnswer = 12;
constexpr quint8 signRequest = 13;
constexpr quint8 signResponse = 14;
} // namespace agentmessage

/// A program that keeps its owner's keys and signs with them: OpenSSH's agent and its like, PuTTY's Pageant.
class KeyAgent final
{
public:
    /// Where one may be running on this computer, likeliest first. Empty: there is none.
    [[nodiscard]] static std::vector<KeyAgent> candidates();

    /// One message, without its length, and the agent's answer to it; over a connection of its own. The agent may ask
    /// its owner before it answers. Errors, without a sentence: NotFound (not running), Timeout, Cancelled, Protocol
    /// (no message, or broken off).
    [[nodiscard]] Result<QByteArray> ask(QByteArrayView message, const Patience &patience) const;

private:
    explicit KeyAgent(QString server) : m_server(std::move(server)) {}
    QString m_server; ///< of QLocalSocket; empty: Pageant's window
};

} // namespace navette::sftp
