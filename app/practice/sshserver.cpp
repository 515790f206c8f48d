// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sshserver.h"

#include "practice/sshconnection.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <libssh/server.h>

#include <atomic>
#include <future>
#include <list>
#include <thread>

namespace navette::practice
{

namespace
{

constexpr size_t maxConnections = 64;
constexpr int acceptPauseMs = 100; ///< how soon a stop is noticed

struct BindDeleter {
    void operator()(ssh_bind bind) const { ssh_bind_free(bind); }
};

/// Qt listens, portably; what comes in is handed to libssh as a bare socket.
class Listener final : public QTcpServer
{
public:
    std::function<void(qintptr)> accepted;

protected:
    void incomingConnection(qintptr socket) override { accepted(socket); }
};

void hangUp(qintptr socket)
{
    QTcpSocket closing;
    if (closing.setSocketDescriptor(socket))
        closing.abort();
}

struct Connection {
    std::thread thread;
    std::atomic<bool> ended = false;
};

} // namespace

struct SshServer::Data {
    Data(const Identity &who, PlatformTree &what) : identity(who), tree(what) {}
    const Identity &identity;
    PlatformTree &tree;
    quint16 port = 0;
    std::unique_ptr<ssh_bind_struct, BindDeleter> bind;
    std::atomic<bool> stopping = false;
    std::list<Connection> connections; ///< the accepting thread's alone
    std::unique_ptr<QThread> acceptor;

    void accept(qintptr socket);
    void reap(bool all);
    void run(quint16 wantedPort, std::promise<Result<quint16>> &listening);
};

void SshServer::Data::accept(qintptr socket)
{
    reap(false);
    SshSession session(ssh_new());
    if (connections.size() >= maxConnections || !session) {
        hangUp(socket);
        return;
    }
    ssh_set_blocking(session.get(), 0);
    // On failure libssh has closed the socket with the session.
    if (ssh_bind_accept_fd(bind.get(), session.get(), static_cast<socket_t>(socket)) != SSH_OK)
        return;
    Connection &connection = connections.emplace_back();
    connection.thread = std::thread([this, &connection, session = std::move(session)]() mutable {
        serveConnection(std::move(session), identity, tree, stopping);
        connection.ended = true;
    });
}

void SshServer::Data::reap(bool all)
{
    connections.remove_if([all](Connection &connection) {
        if (!all && !connection.ended)
            return false;
        connection.thread.join();
        return true;
    });
}

void SshServer::Data::run(quint16 wantedPort, std::promise<Result<quint16>> &listening)
{
    Listener listener;
    listener.accepted = [this](qintptr socket) { accept(socket); };
    if (!listener.listen(QHostAddress::LocalHost, wantedPort)) {
        listening.set_value(
            fail(ErrorKind::Network,
                 QCoreApplication::translate("Practice", "The practice platform couldn’t start: port %1 is in use "
                                                         "on this computer.")
                     .arg(wantedPort),
                 listener.errorString()));
        return;
    }
    listening.set_value(listener.serverPort());
    while (!stopping)
        listener.waitForNewConnection(acceptPauseMs);
    listener.close();
    reap(true);
}

SshServer::SshServer(std::unique_ptr<Data> data) : m_data(std::move(data)) {}

SshServer::~SshServer()
{
    m_data->stopping = true;
    m_data->acceptor->wait();
}

quint16 SshServer::port() const
{
    return m_data->port;
}

Result<std::unique_ptr<SshServer>> SshServer::start(const Identity &identity, PlatformTree &tree, quint16 port)
{
    ssh_init(); // needed where libssh is linked statically; harmless elsewhere
    auto data = std::make_unique<Data>(identity, tree);
    data->bind.reset(ssh_bind_new());
    const bool processConfig = false; // the system's sshd settings are none of ours
    ssh_key hostKey = ssh_key_dup(identity.hostKey.get());
    if (!data->bind || !hostKey ||
        ssh_bind_options_set(data->bind.get(), SSH_BIND_OPTIONS_PROCESS_CONFIG, &processConfig) != SSH_OK ||
        ssh_bind_options_set(data->bind.get(), SSH_BIND_OPTIONS_IMPORT_KEY, hostKey) != SSH_OK) {
        return fail(ErrorKind::Internal,
                    QCoreApplication::translate("Practice", "The practice platform couldn’t start."),
                    data->bind ? QString::fromUtf8(ssh_get_error(data->bind.get())) : QString());
    }

    std::promise<Result<quint16>> listening;
    std::future<Result<quint16>> listens = listening.get_future();
    data->acceptor.reset(QThread::create([data = data.get(), port, &listening] { data->run(port, listening); }));
    data->acceptor->setObjectName(QStringLiteral("practice-server"));
    data->acceptor->start();
    const Result<quint16> bound = listens.get();
    if (!bound) {
        data->acceptor->wait();
        return tl::make_unexpected(bound.error());
    }
    data->port = *bound;
    return std::unique_ptr<SshServer>(new SshServer(std::move(data)));
}

} // namespace navette::practice
