// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define SSH_SUPPRESS_DEPRECATED // messages are the plain way to script a server
#include "support/stepserver.h"

#include <QTcpServer>

#include <libssh/libssh.h>
#include <libssh/server.h>

#include <atomic>
#include <future>

namespace navette
{
namespace
{

int methodOf(StepServer::Step step)
{
    switch (step) {
    case StepServer::Step::Key:
        return SSH_AUTH_METHOD_PUBLICKEY;
    case StepServer::Step::Password:
        return SSH_AUTH_METHOD_PASSWORD;
    case StepServer::Step::Prompt:
    case StepServer::Step::Rounds:
        return SSH_AUTH_METHOD_INTERACTIVE;
    }
    return 0;
}

// Qt listens, portably; what comes in is handed to libssh as a bare socket.
class Listener final : public QTcpServer
{
public:
    qintptr socket = -1;

protected:
    void incomingConnection(qintptr descriptor) override { socket = descriptor; }
};

} // namespace

class StepServer::Data
{
public:
    Data(QList<Step> steps, QByteArray secret, QList<Round> rounds)
        : m_steps(std::move(steps)), m_secret(std::move(secret)), m_rounds(std::move(rounds))
    {
        m_bind = ssh_bind_new();
        ssh_key key = nullptr;
        const bool noConfiguration = false;
        if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK ||
            ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &noConfiguration) != SSH_OK ||
            ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_IMPORT_KEY, key) != SSH_OK)
            qFatal("no host key can be made");
    }
    Data(const Data &) = delete;
    Data &operator=(const Data &) = delete;
    ~Data() { ssh_bind_free(m_bind); }

    void serve(qintptr socket)
    {
        m_session = ssh_new();
        m_left = m_steps;
        m_leaves = false;
        talk(socket);
        ssh_free(m_session);
        ++m_ended;
    }

    [[nodiscard]] int endedConnections() const { return m_ended; }
    [[nodiscard]] const QByteArrayList &attempts() const { return m_attempts; }

private:
    void talk(qintptr socket)
    {
        if (ssh_bind_accept_fd(m_bind, m_session, socket_t(socket)) != SSH_OK ||
            ssh_handle_key_exchange(m_session) != SSH_OK)
            return;
        while (ssh_message message = ssh_message_get(m_session)) {
            if (ssh_message_type(message) != SSH_REQUEST_AUTH || !answer(message, ssh_message_subtype(message)))
                refuse(message);
            ssh_message_free(message);
            if (m_leaves)
                break;
        }
        ssh_disconnect(m_session);
    }

    /// False: it is to be refused.
    bool answer(ssh_message message, int method)
    {
        if (m_left.isEmpty())
            return false;
        const bool wanted = method == methodOf(m_left.constFirst());
        switch (method) {
        case SSH_AUTH_METHOD_PUBLICKEY:
            if (wanted && ssh_message_auth_publickey_state(message) == SSH_PUBLICKEY_STATE_NONE)
                return ssh_message_auth_reply_pk_ok_simple(message) == SSH_OK;
            m_attempts.append("publickey");
            return wanted && ssh_message_auth_publickey_state(message) == SSH_PUBLICKEY_STATE_VALID && pass(message);
        case SSH_AUTH_METHOD_PASSWORD:
            m_attempts.append("password");
            return wanted && m_secret == ssh_message_auth_password(message) && pass(message);
        case SSH_AUTH_METHOD_INTERACTIVE:
            return wanted && answerInteractive(message);
        default:
            return false;
        }
    }

    bool answerInteractive(ssh_message message)
    {
        if (!ssh_message_auth_kbdint_is_response(message)) {
            m_attempts.append("keyboard-interactive");
            m_round = 0;
            return ask(message);
        }
        const Round round = currentRounds().at(m_round);
        if (ssh_userauth_kbdint_getnanswers(m_session) != round.questions.size())
            return false;
        for (qsizetype i = 0; i < round.questions.size(); ++i) {
            if (round.questions.at(i).answer != ssh_userauth_kbdint_getanswer(m_session, unsigned(i)))
                return false;
        }
        if (!round.again && ++m_round == currentRounds().size())
            return pass(message);
        return ask(message);
    }

    [[nodiscard]] QList<Round> currentRounds() const
    {
        if (m_left.constFirst() == Step::Rounds)
            return m_rounds;
        return {Round{.title = {}, .instruction = {}, .questions = {{"Password: ", false, m_secret}}}};
    }

    bool ask(ssh_message message)
    {
        const Round round = currentRounds().at(m_round);
        std::vector<const char *> texts;
        std::vector<char> echoes;
        for (const Question &question : round.questions) {
            texts.push_back(question.text.constData());
            echoes.push_back(question.echo ? 1 : 0);
        }
        m_leaves = m_ended < round.leaves;
        return ssh_message_auth_interactive_request(message, round.title.constData(), round.instruction.constData(),
                                                    unsigned(texts.size()), texts.data(), echoes.data()) == SSH_OK;
    }

    bool pass(ssh_message message)
    {
        m_left.removeFirst();
        if (!m_left.isEmpty())
            ssh_message_auth_set_methods(message, methodOf(m_left.constFirst()));
        return ssh_message_auth_reply_success(message, m_left.isEmpty() ? 0 : 1) == SSH_OK;
    }

    void refuse(ssh_message message)
    {
        if (!m_left.isEmpty())
            ssh_message_auth_set_methods(message, methodOf(m_left.constFirst()));
        ssh_message_reply_default(message);
    }

    QList<Step> m_steps;
    QList<Step> m_left; ///< of this connection
    QByteArray m_secret;
    QList<Round> m_rounds;
    qsizetype m_round = 0;
    bool m_leaves = false;
    std::atomic<int> m_ended = 0;
    QByteArrayList m_attempts;
    ssh_bind m_bind = nullptr;
    ssh_session m_session = nullptr;
};

StepServer::StepServer(QList<Step> steps, QByteArray secret, QList<Round> rounds, int connections)
    : m_data(std::make_unique<Data>(std::move(steps), std::move(secret), std::move(rounds)))
{
    std::promise<quint16> listening;
    std::future<quint16> port = listening.get_future();
    m_thread = std::thread([data = m_data.get(), connections, listening = std::move(listening)]() mutable {
        Listener listener;
        if (!listener.listen(QHostAddress::LocalHost))
            qFatal("no port is free");
        listening.set_value(listener.serverPort());
        constexpr int patienceMs = 10'000;
        for (int i = 0; i < connections && listener.waitForNewConnection(patienceMs); ++i)
            data->serve(listener.socket);
    });
    m_port = port.get();
}

StepServer::~StepServer()
{
    if (m_thread.joinable())
        m_thread.join();
}

int StepServer::endedConnections() const
{
    return m_data->endedConnections();
}

QByteArrayList StepServer::attempts()
{
    if (m_thread.joinable())
        m_thread.join();
    return m_data->attempts();
}

} // namespace navette
