// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <atomic>

namespace navette
{

/// A SOCKS5 and HTTP proxy on the loopback that leads everybody to one port, whatever name they ask for.
class MiniProxy final
{
public:
    enum class Manner { Leads, Refuses };
    explicit MiniProxy(quint16 targetPort, Manner manner = Manner::Leads);
    ~MiniProxy();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray askedFor() const; ///< "host:port", of the last request

private:
    class Server;
    QThread m_thread;
    Server *m_server = nullptr; ///< lives in the thread, goes with it
    quint16 m_port = 0;
};

} // namespace navette
