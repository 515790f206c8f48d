// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sshconnection.h"

#include "practice/sftphandler.h"

#include <QElapsedTimer>

#include <libssh/callbacks.h>
#include <libssh/server.h>

#include <array>

namespace navette::practice
{

namespace
{

constexpr int pauseMs = 50; ///< how soon a stop is noticed; data wakes us at once
constexpr int farewellPauses = 10;
constexpr qint64 signInTimeMs = 60'000;     ///< as OpenSSH's LoginGraceTime, shorter
constexpr int maxAttempts = 6;              ///< as OpenSSH's MaxAuthTries
constexpr qsizetype answersAhead = 1 << 20; ///< no more requests are taken while so much waits to be sent

struct EventDeleter {
    void operator()(ssh_event event) const { ssh_event_free(event); }
};

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    int difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[b.isEmpty() ? 0 : i % b.size()];
    return difference == 0;
}

/// One client. The callbacks of libssh's C structs lead here.
class Connection
{
public:
    Connection(ssh_session session, const Identity &identity, PlatformTree &tree)
        : m_session(session), m_identity(identity), m_event(ssh_event_new()), m_sftp(tree)
    {
        m_serverCallbacks.userdata = this;
        m_serverCallbacks.auth_password_function = [](ssh_session, const char *user, const char *password, void *self) {
            return static_cast<Connection *>(self)->signIn(user, password);
        };
        m_serverCallbacks.auth_pubkey_function = [](ssh_session, const char *user, ssh_key_struct *key, char state,
                                                    void *self) {
            return static_cast<Connection *>(self)->signIn(user, key, state);
        };
        m_serverCallbacks.channel_open_request_session_function = [](ssh_session, void *self) {
            return static_cast<Connection *>(self)->openChannel();
        };
        ssh_callbacks_init(&m_serverCallbacks);
        m_channelCallbacks.userdata = this;
        m_channelCallbacks.channel_subsystem_request_function = [](ssh_session, ssh_channel, const char *name,
                                                                   void *self) {
            return static_cast<Connection *>(self)->startSubsystem(name);
        };
        ssh_callbacks_init(&m_channelCallbacks);
    }

    ~Connection()
    {
        if (m_event)
            ssh_event_remove_session(m_event.get(), m_session);
        ssh_disconnect(m_session);
    }

    void serve(const std::atomic<bool> &stopping)
    {
        if (!m_event || !begin())
            return;
        QElapsedTimer clock;
        clock.start();
        while (!stopping && step()) {
            if (!m_started && clock.elapsed() > signInTimeMs)
                return;
        }
        if (!stopping)
            finish();
    }

private:
    bool begin()
    {
        ssh_set_auth_methods(m_session, SSH_AUTH_METHOD_PASSWORD | SSH_AUTH_METHOD_PUBLICKEY);
        ssh_set_server_callbacks(m_session, &m_serverCallbacks);
        // Without blocking this only begins the exchange; the event loop does the rest. The session joins the event
        // afterwards because it has nothing to poll before.
        if (ssh_handle_key_exchange(m_session) == SSH_ERROR)
            return false;
        return ssh_event_add_session(m_event.get(), m_session) == SSH_OK;
    }

    bool wait()
    {
        return ssh_event_dopoll(m_event.get(), pauseMs) != SSH_ERROR &&
               !(ssh_get_status(m_session) & (SSH_CLOSED | SSH_CLOSED_ERROR)) && m_attempts <= maxAttempts;
    }

    /// Waits for the network, takes requests, sends answers. False when the session is over.
    bool step()
    {
        if (!wait())
            return false;
        if (!m_started)
            return true;
        bool progress = true;
        while (progress) {
            progress = receive();
            if (!m_sftp.process(m_incoming, m_answers, answersAhead))
                return false;
            progress = send() || progress;
        }
        const bool served = m_answers.isEmpty() && m_incoming.isEmpty();
        return !ssh_channel_is_closed(m_channel) && !(ssh_channel_is_eof(m_channel) && served && !m_received);
    }

    /// While answers pile up nothing is taken from libssh, so its window closes and the client waits.
    bool receive()
    {
        m_received = false;
        std::array<char, 64 * 1024> buffer;
        while (m_answers.size() < answersAhead) {
            const int got =
                ssh_channel_read_nonblocking(m_channel, buffer.data(), static_cast<uint32_t>(buffer.size()), 0);
            if (got <= 0)
                break;
            m_incoming.append(buffer.data(), got);
            m_received = true;
            if (m_incoming.size() >= answersAhead)
                break;
        }
        return m_received;
    }

    bool send()
    {
        if (m_answers.isEmpty())
            return false;
        const int sent = ssh_channel_write(m_channel, m_answers.constData(), static_cast<uint32_t>(m_answers.size()));
        if (sent <= 0)
            return false;
        m_answers.remove(0, sent);
        return true;
    }

    void finish()
    {
        if (!m_channel || ssh_channel_is_closed(m_channel))
            return;
        ssh_channel_request_send_exit_status(m_channel, 0);
        ssh_channel_send_eof(m_channel);
        ssh_channel_close(m_channel);
        // The client hangs up when it has read this; we would cut it short.
        for (int pauses = 0; pauses < farewellPauses && !ssh_channel_is_closed(m_channel) && wait(); ++pauses)
            continue;
        for (int pauses = 0; pauses < farewellPauses && wait(); ++pauses)
            continue;
    }

    int signIn(const char *user, const char *password)
    {
        ++m_attempts;
        const bool known = equalInConstantTime(user, m_identity.user);
        const bool right = equalInConstantTime(password, m_identity.password);
        m_signedIn = known && right;
        return m_signedIn ? SSH_AUTH_SUCCESS : SSH_AUTH_DENIED;
    }

    int signIn(const char *user, ssh_key_struct *key, char state)
    {
        const bool known = m_identity.user == user && m_identity.authorizedKey &&
                           ssh_key_cmp(key, m_identity.authorizedKey.get(), SSH_KEY_CMP_PUBLIC) == 0;
        if (known && state == SSH_PUBLICKEY_STATE_NONE)
            return SSH_AUTH_SUCCESS; // "this key would do": the signature follows
        m_signedIn = known && state == SSH_PUBLICKEY_STATE_VALID;
        if (!m_signedIn)
            ++m_attempts;
        return m_signedIn ? SSH_AUTH_SUCCESS : SSH_AUTH_DENIED;
    }

    ssh_channel openChannel()
    {
        if (!m_signedIn || m_channel)
            return nullptr;
        m_channel = ssh_channel_new(m_session);
        if (m_channel)
            ssh_set_channel_callbacks(m_channel, &m_channelCallbacks);
        return m_channel;
    }

    int startSubsystem(const char *name)
    {
        if (m_started || QByteArrayView(name) != QByteArrayView("sftp"))
            return 1;
        m_started = true;
        return 0;
    }

    ssh_session m_session;
    const Identity &m_identity;
    std::unique_ptr<ssh_event_struct, EventDeleter> m_event;
    ssh_server_callbacks_struct m_serverCallbacks{};
    ssh_channel_callbacks_struct m_channelCallbacks{};
    ssh_channel m_channel = nullptr; ///< freed with the session
    SftpHandler m_sftp;
    QByteArray m_incoming;
    QByteArray m_answers;
    int m_attempts = 0;
    bool m_signedIn = false;
    bool m_started = false;
    bool m_received = false;
};

} // namespace

void serveConnection(SshSession session, const Identity &identity, PlatformTree &tree,
                     const std::atomic<bool> &stopping)
{
    Connection(session.get(), identity, tree).serve(stopping);
}

} // namespace navette::practice
