// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/transport/algorithms.h"
#include "sftp/transport/sshhandles.h"
#include "sftp/transport/tcpsocket.h"

#include <limits>

namespace navette::sftp
{

/// One SSH connection with one SFTP channel. libssh is never blocking here: every wait is ours, bounded and
/// cancellable. All of it belongs to one thread, but for wake().
class SshTransport final
{
public:
    explicit SshTransport(QString host);
    ~SshTransport();

    /// Key exchange over a connected socket, with strict algorithms and no configuration files.
    /// Errors: Network, Timeout, Protocol, Unsupported, Cancelled, Usage.
    [[nodiscard]] Result<void> handshake(TcpSocket socket, const ConnectRequest &request, const HostKeyTypes &types,
                                         const Patience &patience);
    /// `hello` goes out behind the request for SFTP, whose answer is waited for only then, as OpenSSH's client does it.
    /// How much of it went. Errors: Network, Timeout, Unsupported, Cancelled.
    [[nodiscard]] Result<qsizetype> openChannel(QByteArrayView hello, const Patience &patience);

    /// Repeats a non-blocking libssh call while it says `again` and the server is there.
    template<typename Call>
    [[nodiscard]] Result<int> repeat(int again, const Patience &patience, Call call)
    {
        while (true) {
            const int code = call();
            if (code != again)
                return code;
            // libssh does so for ever where the server said good-bye instead of answering.
            if (!isConnected())
                return SSH_ERROR;
            if (auto go = patience.check(); !go)
                return tl::make_unexpected(go.error().kind == ErrorKind::Timeout ? timeoutError() : go.error());
            wait(patience.slice());
        }
    }

    /// Bytes from the channel, appended; how many. 0: none now. Errors: Network.
    [[nodiscard]] Result<qsizetype> read(QByteArray &into);
    /// Hands over what the channel takes now; how many. Errors: Network.
    [[nodiscard]] Result<qsizetype> write(QByteArrayView bytes);
    /// Whether write() would take something now.
    [[nodiscard]] bool canWrite() const;
    void wait(std::chrono::milliseconds timeout);
    /// Whether there is something to read from the wire, be it only its end.
    [[nodiscard]] bool hasInput() const;
    /// Bytes that came over the wire so far, whatever they were: signs of life.
    [[nodiscard]] quint64 receivedBytes() const { return m_counter.in_bytes; }
    void wake() { m_waiter.wake(); }
    /// Says good-bye. Only wake() may follow, or another handshake().
    void close();
    /// Something the server has to answer, so that a dead link shows.
    void sendKeepAlive();
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] ssh_session session() const { return m_session.get(); }
    [[nodiscard]] const QString &host() const { return m_host; }
    [[nodiscard]] Error sshError() const;
    [[nodiscard]] Error timeoutError() const;

private:
    [[nodiscard]] Result<void> setOptions(const Endpoint &endpoint, const HostKeyTypes &types);
    [[nodiscard]] int readPiece(QByteArray &into);
    [[nodiscard]] int readPiece(char *into);

    QString m_host;
    SocketWaiter m_waiter;
    ssh_counter_struct m_counter{}; ///< filled by libssh
    SshSessionPtr m_session;
    ssh_channel m_channel = nullptr;                                        ///< freed with the session
    SocketHandle m_socket = -1;                                             ///< owned by libssh
    qsizetype m_readSinceGrown = std::numeric_limits<qsizetype>::max() / 2; ///< at first the window has to grow too
};

} // namespace navette::sftp
