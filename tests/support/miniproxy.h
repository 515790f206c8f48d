// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QThread>

#include <atomic>

namespace navette
{

/// A SOCKS5 and HTTP proxy on the loopback that leads everybody to one port, whatever name they ask for.
class MiniProxy final
{
public:
    enum class Manner { Leads, Refuses };
    /// Whom it lets through; everybody where there is no user.
    struct Guard {
        QByteArray user;
        QByteArray password;
        QByteArrayList schemes{"Basic realm=\"test\""}; ///< that it offers over HTTP
    };
    explicit MiniProxy(quint16 targetPort, Manner manner = Manner::Leads);
    MiniProxy(quint16 targetPort, Guard guard);
    ~MiniProxy();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray askedFor() const;          ///< "host:port", of the last request
    [[nodiscard]] QByteArrayList passwordsSent() const; ///< right and wrong ones, in order

private:
    class Server;
    void start();
    QThread m_thread;
    Server *m_server = nullptr; ///< lives in the thread, goes with it
    quint16 m_port = 0;
};

} // namespace navette
