// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/protocol/client.h"
#include "sftp/transport/hostkey.h"
#include "sftp/transport/proxy.h"
#include "sftp/transport/signinasker.h"
#include "sftp/transport/sshtransport.h"

#include <QHostAddress>
#include <QList>

namespace navette::sftp
{

/// Walks the five steps and reports each as it ends. Runs in the session's thread.
class Connector final
{
public:
    /// `given` as of an earlier try, which this one is the last after.
    Connector(const ConnectRequest &request, SshTransport &transport, Client &client, std::function<bool()> isCancelled,
              const std::optional<GivenSecrets> &given = {});

    /// As far as `last`. Errors: as of connectSftp().
    [[nodiscard]] Result<void> run(ConnectStep last = ConnectStep::Tree);
    [[nodiscard]] const GivenSecrets &given() const { return m_asker.given(); }
    /// Whether run() failed only because the server did not wait for a person, and another try is worth it.
    [[nodiscard]] bool isWorthAnotherTry() const { return m_asker.isLate() && !m_isLastTry; }

private:
    /// A question to a person gives the step its time anew.
    using Step = Result<QString> (Connector::*)(Patience &);
    Result<void> runStep(ConnectStep step, Step function);
    [[nodiscard]] QString endedEarly() const;
    Result<QString> lookUpName(Patience &patience);
    Result<QString> openPort(Patience &patience);
    Result<TcpSocket> openSocket(const Patience &patience);
    Result<TcpSocket> openProxy(Patience &patience);
    Result<QString> checkKey(Patience &patience);
    Result<QString> showIdentity(Patience &patience);
    Result<QString> openTree(Patience &patience);
    /// Carries bytes to and fro until `isDone`.
    Result<void> exchange(const Patience &patience, const std::function<bool()> &isDone);
    Error unreachable(const Error &cause) const;
    /// The step's sentence, with what there is to say of the connection; sets the remedy.
    Result<QString> sayKey(const HostKeyCheck &check);
    Error refusedHandshake(const Error &error);

    const ConnectRequest &m_request;
    SshTransport &m_transport;
    Client &m_client;
    std::function<bool()> m_isCancelled;
    SignInAsker m_asker;
    bool m_isLastTry;
    std::optional<Proxy> m_proxy;
    QList<QHostAddress> m_addresses;
    std::optional<TcpSocket> m_socket;
    Remedy m_remedy = Remedy::None; ///< for the step that fails
};

/// The root as the server is asked for it: "." where the endpoint names none.
[[nodiscard]] QByteArray wireRoot(const Endpoint &endpoint);

} // namespace navette::sftp
