// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/transport/tcpsocket.h"

#include <QNetworkProxyFactory>

#include <optional>

namespace navette::sftp
{

/// Where to connect first.
struct Proxy {
    enum class Kind { Socks5, Http } kind = Kind::Socks5;
    QString host;
    quint16 port = 0;
    QString user;
    Secret password;        ///< only the system's settings have one
    bool isSystems = false; ///< named by the system's settings, not by the account
};

/// How the system is asked; it may look for a script on the network, and take its time.
using SystemProxies = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &)>;
/// The proxy that an endpoint asks for; nothing for a direct connection. Errors: Usage, Timeout, Cancelled.
[[nodiscard]] Result<std::optional<Proxy>>
proxyFor(const Endpoint &endpoint, const Patience &patience,
         const SystemProxies &systemProxies = QNetworkProxyFactory::systemProxyForQuery);

enum class ProxyAnswer {
    Open,
    WantsPassword, ///< or another one than `password`; this socket is of no use any more
};
/// Asks the proxy at the other end of `socket` for a way to host and port; the proxy looks the name up. A password is
/// sent where the proxy wants one and `password` holds one.
/// Errors: Network, Timeout, SignIn (no user name), Unsupported (its way of signing in), Protocol, Cancelled.
[[nodiscard]] Result<ProxyAnswer> openThroughProxy(TcpSocket &socket, const Proxy &proxy, const Secret &password,
                                                   const QString &host, quint16 port, const Patience &patience);

} // namespace navette::sftp
