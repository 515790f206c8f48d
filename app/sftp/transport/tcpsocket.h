// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/transport/patience.h"

#include <QByteArrayView>

#include <optional>

class QHostAddress;

namespace navette::sftp
{

using SocketHandle = qintptr;

struct SocketPair;

/// A connected TCP socket, non-blocking, with TCP_NODELAY. POSIX and Windows differ inside its file only.
class TcpSocket final
{
public:
    /// Two that are connected with each other, which need not be TCP's. Nothing where the system has none left.
    [[nodiscard]] static std::optional<SocketPair> pair();
    /// Errors: Network, Timeout, Cancelled; without a sentence.
    [[nodiscard]] static Result<TcpSocket> connect(const QHostAddress &address, quint16 port, const Patience &patience);
    TcpSocket(TcpSocket &&other) noexcept : m_handle(other.release()) {}
    TcpSocket &operator=(TcpSocket &&other) noexcept;
    ~TcpSocket();

    [[nodiscard]] SocketHandle handle() const { return m_handle; }
    SocketHandle release(); ///< the caller closes it from now on

    void makeBlocking();
    /// The other side reads an end behind what was sent.
    void endSending();
    /// Whole, or an error.
    [[nodiscard]] Result<void> send(QByteArrayView bytes, const Patience &patience);
    /// Exactly so many bytes and not one more: what follows belongs to somebody else.
    [[nodiscard]] Result<QByteArray> receiveExactly(qsizetype count, const Patience &patience);

private:
    explicit TcpSocket(SocketHandle handle) : m_handle(handle) {}
    SocketHandle m_handle;
};

struct SocketPair {
    TcpSocket ours;
    TcpSocket theirs; ///< to be handed to a library
};

struct Readiness {
    bool readable = false;
    bool writable = false;
};

/// Waits for a socket, or for wake() from any thread.
class SocketWaiter final
{
public:
    SocketWaiter();
    SocketWaiter(const SocketWaiter &) = delete;
    SocketWaiter &operator=(const SocketWaiter &) = delete;
    ~SocketWaiter();

    void wake();
    Readiness wait(SocketHandle socket, bool forWriting, std::chrono::milliseconds timeout);

private:
    int m_pipe[2] = {-1, -1}; ///< unused on Windows
};

/// Without wake().
Readiness waitForSocket(SocketHandle socket, bool forReading, bool forWriting, std::chrono::milliseconds timeout);

} // namespace navette::sftp
