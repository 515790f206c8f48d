// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/tcpsocket.h"

#include <QHostAddress>
#include <QtEndian>

#include <cstring>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

#ifdef Q_OS_WIN
using NativeSocket = SOCKET;
using NativeLength = int;
int lastError()
{
    return WSAGetLastError();
}
bool isInProgress(int error)
{
    return error == WSAEWOULDBLOCK || error == WSAEINPROGRESS;
}
bool isTimeout(int error)
{
    return error == WSAETIMEDOUT;
}
void closeNative(SocketHandle handle)
{
    closesocket(NativeSocket(handle));
}
bool setBlocking(SocketHandle handle, bool blocking)
{
    u_long on = blocking ? 0 : 1;
    return ioctlsocket(NativeSocket(handle), FIONBIO, &on) == 0;
}
bool makeNonBlocking(SocketHandle handle)
{
    return setBlocking(handle, false);
}
constexpr int sendingSide = SD_SEND;
int pollNative(pollfd *entries, unsigned count, int timeoutMs)
{
    return WSAPoll(entries, count, timeoutMs);
}
#else
using NativeSocket = int;
using NativeLength = size_t;
int lastError()
{
    return errno;
}
bool isInProgress(int error)
{
    return error == EINPROGRESS || error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}
bool isTimeout(int error)
{
    return error == ETIMEDOUT;
}
void closeNative(SocketHandle handle)
{
    ::close(int(handle));
}
bool setBlocking(SocketHandle handle, bool blocking)
{
    const int flags = fcntl(int(handle), F_GETFL);
    return flags >= 0 && fcntl(int(handle), F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK) == 0;
}
bool makeNonBlocking(SocketHandle handle)
{
    // Not to be inherited by programs that are started meanwhile.
    return setBlocking(handle, false) && fcntl(int(handle), F_SETFD, FD_CLOEXEC) == 0;
}
constexpr int sendingSide = SHUT_WR;
int pollNative(pollfd *entries, unsigned count, int timeoutMs)
{
    return ::poll(entries, nfds_t(count), timeoutMs);
}
#endif

constexpr SocketHandle noSocket = -1;

// A line that broke is an error of the next call, where the system would else end the program.
bool prepare(SocketHandle socket)
{
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(NativeSocket(socket), SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    return makeNonBlocking(socket);
}

tl::unexpected<Error> socketError(int error)
{
    return fail(isTimeout(error) ? ErrorKind::Timeout : ErrorKind::Network, {},
                qt_error_string(error) + u" (%1)"_s.arg(error));
}

// The address as the system wants it.
struct NativeAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

NativeAddress toNative(const QHostAddress &address, quint16 port)
{
    NativeAddress native;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *in6 = reinterpret_cast<sockaddr_in6 *>(&native.storage);
        in6->sin6_family = AF_INET6;
        in6->sin6_port = qToBigEndian(port);
        in6->sin6_scope_id = address.scopeId().toUInt();
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in6->sin6_addr, &bytes, sizeof bytes);
        native.length = sizeof(sockaddr_in6);
    } else {
        auto *in4 = reinterpret_cast<sockaddr_in *>(&native.storage);
        in4->sin_family = AF_INET;
        in4->sin_port = qToBigEndian(port);
        in4->sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
        native.length = sizeof(sockaddr_in);
    }
    return native;
}

} // namespace

Readiness waitForSocket(SocketHandle socket, bool forReading, bool forWriting, std::chrono::milliseconds timeout)
{
    pollfd entry{};
    entry.fd = NativeSocket(socket);
    entry.events = static_cast<short>((forReading ? POLLIN : 0) | (forWriting ? POLLOUT : 0));
    if (pollNative(&entry, 1, int(timeout.count())) <= 0)
        return {};
    // A broken socket is "ready": the next call says what is wrong.
    const bool broken = (entry.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    return {broken || (entry.revents & POLLIN) != 0, broken || (entry.revents & POLLOUT) != 0};
}

Result<TcpSocket> TcpSocket::connect(const QHostAddress &address, quint16 port, const Patience &patience)
{
    const NativeAddress native = toNative(address, port);
    const auto handle = SocketHandle(::socket(native.storage.ss_family, SOCK_STREAM, IPPROTO_TCP));
    if (handle == noSocket)
        return socketError(lastError());
    TcpSocket socket(handle);
    // Small SFTP requests must not wait for one another: without it uploads crawl (up to 30 times slower).
    const int on = 1;
    ::setsockopt(NativeSocket(handle), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
#ifdef TCP_NOTSENT_LOWAT
    // What the system holds back is behind us: nothing can overtake it any more, nor be taken back by a cancel.
    const int mostUnsent = 128 * 1024;
    ::setsockopt(NativeSocket(handle), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &mostUnsent, sizeof mostUnsent);
#endif
    if (!prepare(handle))
        return socketError(lastError());
    if (::connect(NativeSocket(handle), reinterpret_cast<const sockaddr *>(&native.storage), native.length) != 0 &&
        !isInProgress(lastError()))
        return socketError(lastError());
    while (!waitForSocket(handle, false, true, patience.slice()).writable) {
        if (auto go = patience.check(); !go)
            return tl::make_unexpected(go.error());
    }
    int error = 0;
    socklen_t length = sizeof error;
    ::getsockopt(NativeSocket(handle), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &length);
    if (error != 0)
        return socketError(error);
    return socket;
}

TcpSocket &TcpSocket::operator=(TcpSocket &&other) noexcept
{
    if (this != &other) {
        if (m_handle != noSocket)
            closeNative(m_handle);
        m_handle = other.release();
    }
    return *this;
}

TcpSocket::~TcpSocket()
{
    if (m_handle != noSocket)
        closeNative(m_handle);
}

SocketHandle TcpSocket::release()
{
    return std::exchange(m_handle, noSocket);
}

void TcpSocket::makeBlocking()
{
    setBlocking(m_handle, true);
}

void TcpSocket::endSending()
{
    ::shutdown(NativeSocket(m_handle), sendingSide);
}

Result<void> TcpSocket::send(QByteArrayView bytes, const Patience &patience)
{
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0;
#endif
    while (!bytes.isEmpty()) {
        const auto sent = ::send(NativeSocket(m_handle), bytes.data(), NativeLength(bytes.size()), flags);
        if (sent < 0 && !isInProgress(lastError()))
            return socketError(lastError());
        if (sent > 0) {
            bytes = bytes.sliced(sent);
            continue;
        }
        waitForSocket(m_handle, false, true, patience.slice());
        if (auto go = patience.check(); !go)
            return go;
    }
    return {};
}

Result<QByteArray> TcpSocket::receiveExactly(qsizetype count, const Patience &patience)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (qsizetype received = 0; received < count;) {
        const auto got = ::recv(NativeSocket(m_handle), bytes.data() + received, NativeLength(count - received), 0);
        if (got == 0)
            return fail(ErrorKind::Network, {}, u"closed by the other side"_s);
        if (got < 0 && !isInProgress(lastError()))
            return socketError(lastError());
        if (got > 0) {
            received += got;
            continue;
        }
        waitForSocket(m_handle, true, false, patience.slice());
        if (auto go = patience.check(); !go)
            return tl::make_unexpected(go.error());
    }
    return bytes;
}

#ifdef Q_OS_WIN

// Windows has no socketpair(). Somebody else on this computer may be quicker to connect, so who came is looked at.
std::optional<SocketPair> TcpSocket::pair()
{
    using namespace std::chrono_literals;
    const NativeAddress anyPort = toNative(QHostAddress::LocalHost, 0);
    const auto handle = SocketHandle(::socket(AF_INET, SOCK_STREAM, IPPROTO_TCP));
    if (handle == noSocket)
        return {};
    const TcpSocket listener(handle);
    sockaddr_in address{};
    NativeLength length = sizeof address;
    if (::bind(NativeSocket(handle), reinterpret_cast<const sockaddr *>(&anyPort.storage), anyPort.length) != 0 ||
        ::listen(NativeSocket(handle), 1) != 0 ||
        ::getsockname(NativeSocket(handle), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return {};
    const Patience patience{std::chrono::steady_clock::now() + 2s, {}};
    auto theirs = connect(QHostAddress::LocalHost, qFromBigEndian(address.sin_port), patience);
    if (!theirs)
        return {};
    sockaddr_in caller{};
    length = sizeof caller;
    TcpSocket ours(SocketHandle(::accept(NativeSocket(handle), reinterpret_cast<sockaddr *>(&caller), &length)));
    length = sizeof address;
    if (ours.handle() == noSocket || !prepare(ours.handle()) ||
        ::getsockname(NativeSocket(theirs->handle()), reinterpret_cast<sockaddr *>(&address), &length) != 0 ||
        address.sin_port != caller.sin_port)
        return {};
    return SocketPair{std::move(ours), std::move(*theirs)};
}

// WSAPoll takes sockets only; a look every 10 ms stands for the pipe.
SocketWaiter::SocketWaiter() = default;
SocketWaiter::~SocketWaiter() = default;
void SocketWaiter::wake() {}

Readiness SocketWaiter::wait(SocketHandle socket, bool forWriting, std::chrono::milliseconds timeout)
{
    return waitForSocket(socket, true, forWriting, std::min(timeout, std::chrono::milliseconds(10)));
}

#else

std::optional<SocketPair> TcpSocket::pair()
{
    int handles[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, handles) != 0)
        return {};
    SocketPair sockets{TcpSocket(handles[0]), TcpSocket(handles[1])};
    for (const int handle : handles) {
        if (!prepare(handle))
            return {};
    }
    return sockets;
}

SocketWaiter::SocketWaiter()
{
    if (::pipe(m_pipe) == 0) {
        makeNonBlocking(m_pipe[0]);
        makeNonBlocking(m_pipe[1]);
    }
}

SocketWaiter::~SocketWaiter()
{
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void SocketWaiter::wake()
{
    // A full pipe wakes as well as one byte more.
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(m_pipe[1], &byte, 1);
}

Readiness SocketWaiter::wait(SocketHandle socket, bool forWriting, std::chrono::milliseconds timeout)
{
    pollfd entries[2]{};
    entries[0].fd = int(socket);
    entries[0].events = static_cast<short>(POLLIN | (forWriting ? POLLOUT : 0));
    entries[1].fd = m_pipe[0];
    entries[1].events = POLLIN;
    if (pollNative(entries, 2, int(timeout.count())) <= 0)
        return {};
    char drained[64];
    while (entries[1].revents != 0 && ::read(m_pipe[0], drained, sizeof drained) == sizeof drained) {
    }
    const bool broken = (entries[0].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    return {broken || (entries[0].revents & POLLIN) != 0, broken || (entries[0].revents & POLLOUT) != 0};
}

#endif

} // namespace navette::sftp
