// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>

#include <chrono>
#include <memory>

namespace navette
{

/// What the relay does to the traffic. Offsets count from the connection's first byte, or from where setFaultsFromNow()
/// was called; -1 is never.
struct Faults {
    std::chrono::milliseconds delayEachWay{0};
    qint64 cutAfterDown = -1;   ///< closes the connection when exactly so many bytes of the server's were passed on
    qint64 cutAfterUp = -1;     ///< … of the client's
    qint64 stallAfterDown = -1; ///< passes no more than so many bytes of the server's on, but keeps the connection
    qint64 stallAfterUp = -1;   ///< … of the client's
    qint64 corruptDownAt = -1;  ///< flips one bit of this byte from the server
    qint64 corruptUpAt = -1;    ///< … from the client
    qint64 bytesPerSecond = 0;  ///< each way; 0: as fast as it goes
    int connectionsAtOnce = -1; ///< closes those beyond at once
};

/// A TCP relay on the loopback that makes a network worse. Works in a thread of its own.
class FaultProxy final
{
public:
    explicit FaultProxy(quint16 targetPort, Faults faults = {});
    /// A server of its own: says `greeting` to everyone and then closes, or waits.
    FaultProxy(QByteArray greeting, bool closesThen);
    ~FaultProxy();

    [[nodiscard]] quint16 port() const { return m_port; }
    void setFaults(Faults faults);        ///< for bytes from now on, on all connections
    void setFaultsFromNow(Faults faults); ///< and counts them from now on
    void cutAll();
    [[nodiscard]] int connections() const;     ///< so far
    [[nodiscard]] int openConnections() const; ///< now
    /// Bytes that came, whatever became of them, since the beginning or setFaultsFromNow(), of all connections.
    [[nodiscard]] qint64 bytesUp() const;
    [[nodiscard]] qint64 bytesDown() const;

private:
    class Relay;
    class Stream;
    void startThread(std::unique_ptr<Relay> relay);
    /// Waits until the relay's thread has done it.
    template<typename Function>
    void inThread(Function function);

    QThread m_thread;
    Relay *m_relay = nullptr; ///< lives in the thread, goes with it
    quint16 m_port = 0;
};

} // namespace navette
