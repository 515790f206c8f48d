// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_relay PORT MILLISECONDS: prints the port on which it listens on 127.0.0.1, and hands what comes there to PORT
// and back, each piece so much later than it came. It limits nothing else: what is read at once goes out at once, when
// its time has come. Serves until it is killed. (The faulty relay of the tests does more and is too slow for this.)
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fcntl.h>
#include <list>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace
{

using Clock = std::chrono::steady_clock;

// More than any client keeps in flight over 50 ms.
constexpr std::size_t mostQueuedBytes = 256ul * 1024 * 1024;
constexpr std::size_t pieceBytes = 256ul * 1024;

struct Piece {
    Clock::time_point due;
    std::vector<char> bytes; ///< none: the end
    std::size_t sent = 0;
};

/// One way of a connection.
struct Direction {
    int from = -1;
    int to = -1;
    std::deque<Piece> pieces;
    std::size_t queuedBytes = 0;
    bool ended = false;  ///< nothing more comes
    bool closed = false; ///< nothing more goes

    [[nodiscard]] bool wantsToRead() const { return !ended && queuedBytes < mostQueuedBytes; }
    [[nodiscard]] bool wantsToWrite(Clock::time_point now) const
    {
        return !pieces.empty() && pieces.front().due <= now;
    }
};

struct Connection {
    Direction there;
    Direction back;
    bool broken = false;
};

void take(Connection &connection, Direction &way, Clock::duration delay)
{
    static std::vector<char> buffer(pieceBytes);
    const ssize_t got = ::recv(way.from, buffer.data(), buffer.size(), 0);
    if (got < 0) {
        connection.broken = errno != EAGAIN && errno != EINTR;
        return;
    }
    way.ended = got == 0;
    way.queuedBytes += static_cast<std::size_t>(got);
    way.pieces.push_back({Clock::now() + delay, {buffer.begin(), buffer.begin() + got}});
}

void give(Connection &connection, Direction &way)
{
    while (way.wantsToWrite(Clock::now())) {
        Piece &piece = way.pieces.front();
        if (piece.bytes.empty()) {
            ::shutdown(way.to, SHUT_WR);
            way.closed = true;
        } else {
            const ssize_t sent =
                ::send(way.to, piece.bytes.data() + piece.sent, piece.bytes.size() - piece.sent, MSG_NOSIGNAL);
            if (sent < 0) {
                connection.broken = errno != EAGAIN && errno != EINTR;
                return;
            }
            piece.sent += static_cast<std::size_t>(sent);
            way.queuedBytes -= static_cast<std::size_t>(sent);
            if (piece.sent < piece.bytes.size())
                return;
        }
        way.pieces.pop_front();
    }
}

void prepare(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

std::optional<Connection> meet(int listener, const sockaddr_in &server)
{
    const int client = ::accept(listener, nullptr, nullptr);
    if (client < 0)
        return {};
    const int onward = ::socket(AF_INET, SOCK_STREAM, 0);
    if (::connect(onward, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0) {
        ::close(client);
        ::close(onward);
        return {};
    }
    prepare(client);
    prepare(onward);
    Connection connection;
    connection.there = {client, onward, {}};
    connection.back = {onward, client, {}};
    return connection;
}

/// Until something happens or the next piece is due. Milliseconds would be coarse beside 25 of them.
void waitFor(std::vector<pollfd> &entries, std::optional<Clock::time_point> due)
{
    const auto left = due ? std::max(*due - Clock::now(), Clock::duration::zero()) : Clock::duration::zero();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
#ifdef __linux__
    const timespec time{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
    ::ppoll(entries.data(), entries.size(), due ? &time : nullptr, nullptr);
#else
    ::poll(entries.data(), static_cast<nfds_t>(entries.size()),
           due ? static_cast<int>(nanoseconds / 1'000'000 + 1) : -1);
#endif
}

pollfd entryOf(int socket, const Direction &reads, const Direction &writes, Clock::time_point now)
{
    const int events = (reads.wantsToRead() ? POLLIN : 0) | (writes.wantsToWrite(now) ? POLLOUT : 0);
    // A socket for which nothing is wanted is left out, or its hang-up would wake for ever.
    return {events == 0 ? -1 : socket, static_cast<short>(events), 0};
}

void serve(int listener, const sockaddr_in &server, Clock::duration delay)
{
    std::list<Connection> connections;
    while (true) {
        std::vector<pollfd> entries{{listener, POLLIN, 0}};
        std::optional<Clock::time_point> due;
        const auto now = Clock::now();
        for (const Connection &connection : connections) {
            entries.push_back(entryOf(connection.there.from, connection.there, connection.back, now));
            entries.push_back(entryOf(connection.back.from, connection.back, connection.there, now));
            for (const Direction *way : {&connection.there, &connection.back}) {
                if (!way->pieces.empty() && way->pieces.front().due > now)
                    due = std::min(due.value_or(way->pieces.front().due), way->pieces.front().due);
            }
        }
        waitFor(entries, due);
        auto entry = entries.begin() + 1;
        for (Connection &connection : connections) {
            for (Direction *way : {&connection.there, &connection.back}) {
                if (((entry++)->revents & (POLLIN | POLLHUP | POLLERR)) != 0 && way->wantsToRead())
                    take(connection, *way, delay);
            }
            give(connection, connection.there);
            give(connection, connection.back);
        }
        connections.remove_if([](const Connection &connection) {
            const bool over = connection.broken || (connection.there.closed && connection.back.closed);
            if (over) {
                ::close(connection.there.from);
                ::close(connection.back.from);
            }
            return over;
        });
        if ((entries.front().revents & POLLIN) != 0) {
            if (auto connection = meet(listener, server))
                connections.push_back(std::move(*connection));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: bench_relay PORT MILLISECONDS\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    socklen_t length = sizeof address;
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(listener, 64) != 0 || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) != 0) {
        std::perror("bench_relay");
        return 1;
    }
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[1])));
    serve(listener, address, std::chrono::milliseconds(std::atoi(argv[2])));
}
