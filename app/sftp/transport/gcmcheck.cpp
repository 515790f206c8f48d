// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/gcmcheck.h"

#include "sftp/transport/sshhandles.h"
#include "sftp/transport/tcpsocket.h"

#include <QtGlobal>

#ifndef Q_OS_WIN

#include <libssh/server.h>

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace navette::sftp
{
namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct BindDeleter {
    void operator()(ssh_bind bind) const { ssh_bind_free(bind); }
};

/// A client and a server of libssh's, with us on the line between them.
class Rehearsal
{
public:
    [[nodiscard]] bool connect();
    /// Whether the client takes a packet of the server's, whose last byte, one of its tag, is damaged or not.
    [[nodiscard]] bool isTaken(bool damaged);

private:
    [[nodiscard]] bool prepareClient();
    [[nodiscard]] bool prepareServer();
    /// Hands over what there is to be read; whether that was anything.
    static bool carry(const SocketPair &from, const SocketPair &to, bool damaged = false);
    [[nodiscard]] bool carryUntil(const std::function<bool()> &isDone);

    std::optional<SocketPair> m_clientLine = TcpSocket::pair();
    std::optional<SocketPair> m_serverLine = TcpSocket::pair();
    std::unique_ptr<ssh_bind_struct, BindDeleter> m_bind{ssh_bind_new()};
    SshSessionPtr m_client{ssh_new()};
    SshSessionPtr m_server{ssh_new()};
    Clock::time_point m_deadline = Clock::now() + 2s;
};

constexpr char cipher[] = "aes128-gcm@openssh.com";
constexpr char keyExchange[] = "curve25519-sha256";

bool Rehearsal::prepareClient()
{
    const int no = 0;
    const auto socket = static_cast<socket_t>(m_clientLine->theirs.handle());
    const auto set = [this](ssh_options_e option, const void *value) {
        return ssh_options_set(m_client.get(), option, value) == SSH_OK;
    };
    if (!m_client || !set(SSH_OPTIONS_PROCESS_CONFIG, &no) || !set(SSH_OPTIONS_HOST, "localhost") ||
        !set(SSH_OPTIONS_USER, "user") || !set(SSH_OPTIONS_CIPHERS_C_S, cipher) ||
        !set(SSH_OPTIONS_CIPHERS_S_C, cipher) || !set(SSH_OPTIONS_KEY_EXCHANGE, keyExchange) ||
        !set(SSH_OPTIONS_FD, &socket))
        return false;
    ssh_set_blocking(m_client.get(), 0);
    return true;
}

bool Rehearsal::prepareServer()
{
    ssh_key key = nullptr;
    if (!m_bind || !m_server || ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return false;
    SshKeyPtr owned(key);
    const bool no = false;
    const auto set = [this](ssh_bind_options_e option, const void *value) {
        return ssh_bind_options_set(m_bind.get(), option, value) == SSH_OK;
    };
    if (!set(SSH_BIND_OPTIONS_PROCESS_CONFIG, &no) || !set(SSH_BIND_OPTIONS_CIPHERS_C_S, cipher) ||
        !set(SSH_BIND_OPTIONS_CIPHERS_S_C, cipher) || !set(SSH_BIND_OPTIONS_KEY_EXCHANGE, keyExchange) ||
        !set(SSH_BIND_OPTIONS_IMPORT_KEY, key))
        return false;
    (void)owned.release(); // it is the bind's from now on
    ssh_set_blocking(m_server.get(), 0);
    const bool accepted = ssh_bind_accept_fd(m_bind.get(), m_server.get(),
                                             static_cast<socket_t>(m_serverLine->theirs.handle())) == SSH_OK;
    m_serverLine->theirs.release(); // closed by now, or with the session
    return accepted;
}

bool Rehearsal::carry(const SocketPair &from, const SocketPair &to, bool damaged)
{
    std::array<char, 16 * 1024> bytes;
    const ssize_t got = ::read(int(from.ours.handle()), bytes.data(), bytes.size());
    if (got <= 0)
        return false;
    if (damaged)
        bytes[size_t(got) - 1] ^= 1;
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL; // libssh may have closed its end
#else
    constexpr int flags = 0;
#endif
    return ::send(int(to.ours.handle()), bytes.data(), size_t(got), flags) == got;
}

bool Rehearsal::carryUntil(const std::function<bool()> &isDone)
{
    while (!isDone()) {
        const bool there = carry(*m_clientLine, *m_serverLine);
        const bool back = carry(*m_serverLine, *m_clientLine);
        if (!there && !back && Clock::now() > m_deadline)
            return false;
    }
    return true;
}

bool Rehearsal::connect()
{
    if (!m_clientLine || !m_serverLine || !prepareClient() || !prepareServer())
        return false;
    int client = SSH_AGAIN;
    int server = SSH_AGAIN;
    const auto isDone = [&] {
        if (client == SSH_AGAIN) {
            client = ssh_connect(m_client.get());
            m_clientLine->theirs.release(); // from its first call on libssh closes it
        }
        if (server == SSH_AGAIN)
            server = ssh_handle_key_exchange(m_server.get());
        return client == SSH_ERROR || server == SSH_ERROR || (client == SSH_OK && server == SSH_OK);
    };
    if (!carryUntil(isDone) || client != SSH_OK || server != SSH_OK)
        return false;
    // What is still under way, such as the list of the server's extensions.
    while (carry(*m_clientLine, *m_serverLine) || carry(*m_serverLine, *m_clientLine)) {
        ssh_execute_message_callbacks(m_client.get());
        ssh_execute_message_callbacks(m_server.get());
    }
    return ssh_is_connected(m_client.get()) != 0;
}

bool Rehearsal::isTaken(bool damaged)
{
    if (ssh_send_ignore(m_server.get(), "nothing") != SSH_OK || !carry(*m_serverLine, *m_clientLine, damaged))
        return false;
    ssh_execute_message_callbacks(m_client.get());
    constexpr int gone = SSH_CLOSED | SSH_CLOSED_ERROR;
    return ssh_is_connected(m_client.get()) != 0 && (ssh_get_status(m_client.get()) & gone) == 0;
}

} // namespace

bool checksGcmTags()
{
    Rehearsal rehearsal;
    return rehearsal.connect() && rehearsal.isTaken(false) && !rehearsal.isTaken(true);
}

} // namespace navette::sftp

#else

namespace navette::sftp
{

// Here libssh comes with the program, so that its version tells.
bool checksGcmTags()
{
    return false;
}

} // namespace navette::sftp

#endif
