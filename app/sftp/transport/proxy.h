// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/transport/tcpsocket.h"

#include <optional>

namespace navette::sftp
{

/// Where to connect first.
struct Proxy {
    enum class Kind { Socks5, Http } kind = Kind::Socks5;
    QString host;
    quint16 port = 0;
    QString user; ///< only the system's settings have these
    QString password;
};

/// The proxy that an endpoint asks for; nothing for a direct connection. Errors: Usage.
[[nodiscard]] Result<std::optional<Proxy>> proxyFor(const Endpoint &endpoint);

/// Asks the proxy at the other end of `socket` for a way to host and port; the proxy looks the name up.
/// Errors: Network, Timeout, SignIn, Protocol, Cancelled.
[[nodiscard]] Result<void> openThroughProxy(TcpSocket &socket, const Proxy &proxy, const QString &host, quint16 port,
                                            const Patience &patience);

} // namespace navette::sftp
