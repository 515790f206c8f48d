// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/agentsignin.h"

#include "sftp/transport/agentbridge.h"
#include "sftp/transport/agentkeys.h"

#include <QCoreApplication>

namespace navette::sftp
{
namespace
{

// What the agent did not do, for the person.
Error sentence(const Error &error)
{
    if (!error.message.isEmpty())
        return error;
    switch (error.kind) {
    case ErrorKind::NotFound:
        return {ErrorKind::SignIn,
                QCoreApplication::translate(
                    "Sftp", "No key agent is running on this computer, so there is no key to sign in with."),
                error.detail};
    case ErrorKind::Timeout:
        return {ErrorKind::SignIn,
                QCoreApplication::translate("Sftp", "The key agent of this computer did not answer in time. It may be "
                                                    "waiting for an answer in a window of its own."),
                error.detail};
    case ErrorKind::SignIn:
        return {ErrorKind::SignIn,
                QCoreApplication::translate("Sftp",
                                            "The key agent of this computer did not allow its key to be used. It "
                                            "may be locked, or its question was answered with no."),
                error.detail};
    case ErrorKind::Protocol:
        return {ErrorKind::SignIn,
                QCoreApplication::translate(
                    "Sftp", "The key agent of this computer gave an answer that makes no sense, so it was not used."),
                error.detail};
    default:
        return error;
    }
}

} // namespace

Result<int> signInByAgent(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    const auto keys = agentKeys(request.endpoint.keyFile, patience);
    if (!keys)
        return tl::make_unexpected(sentence(keys.error()));
    // A person may have to find the agent's question, and to think about it.
    Patience longer = patience;
    longer.deadline += 3 * request.stepTimeout;
    const ssh_session session = transport.session();
    auto sockets = TcpSocket::pair();
    if (!sockets)
        return fail(ErrorKind::Internal, QCoreApplication::translate("Sftp", "The connection cannot be prepared."));
    AgentBridge bridge(session, std::move(*sockets), *keys, longer);
    const auto code =
        transport.repeat(SSH_AUTH_AGAIN, longer, [session] { return ssh_userauth_agent(session, nullptr); });
    const auto failure = bridge.close();
    if (failure && !(code && *code == SSH_AUTH_SUCCESS))
        return tl::make_unexpected(sentence(*failure));
    return code;
}

} // namespace navette::sftp
