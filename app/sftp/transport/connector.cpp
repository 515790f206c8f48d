// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/connector.h"

#include "sftp/errors.h"
#include "sftp/nocommonalgorithm.h"
#include "sftp/transport/accountpresence.h"
#include "sftp/transport/proxy.h"
#include "sftp/transport/signin.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QHostInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// QHostInfo asks the system in a thread of its own; the local event loop lets us look at the clock meanwhile.
Result<QList<QHostAddress>> lookUp(const QString &host, const Patience &patience)
{
    if (const QHostAddress literal(host); !literal.isNull())
        return QList{literal};
    QEventLoop loop;
    std::optional<QHostInfo> info;
    const int id = QHostInfo::lookupHost(host, &loop, [&](const QHostInfo &result) {
        info = result;
        loop.quit();
    });
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        if (!patience.check())
            loop.quit();
    });
    clock.start(50);
    loop.exec();
    if (!info) {
        QHostInfo::abortHostLookup(id);
        if (auto go = patience.check(); !go && go.error().kind == ErrorKind::Cancelled)
            return tl::make_unexpected(go.error());
        return fail(ErrorKind::Timeout,
                    QCoreApplication::translate(
                        "Sftp", "The name %1 could not be looked up in time. This computer may be offline.")
                        .arg(host));
    }
    if (info->error() != QHostInfo::NoError || info->addresses().isEmpty())
        return fail(
            ErrorKind::Network,
            QCoreApplication::translate(
                "Sftp", "The name %1 is not known on the internet. It may be mistyped, or this computer is offline.")
                .arg(host),
            info->errorString());
    return info->addresses();
}

} // namespace

QByteArray wireRoot(const Endpoint &endpoint)
{
    QByteArray root = endpoint.root.toUtf8();
    while (root.size() > 1 && root.endsWith('/'))
        root.chop(1);
    return root.isEmpty() ? QByteArray(".") : root;
}

Connector::Connector(const ConnectRequest &request, SshTransport &transport, Client &client,
                     std::function<bool()> isCancelled, const std::optional<GivenSecrets> &given)
    : m_request(request)
    , m_transport(transport)
    , m_client(client)
    , m_isCancelled(std::move(isCancelled))
    , m_asker(request, given.value_or(GivenSecrets{}))
    , m_isLastTry(given.has_value())
{
}

Result<void> Connector::run(ConnectStep last)
{
    static constexpr std::pair<ConnectStep, Step> steps[] = {
        {ConnectStep::NameLookup, &Connector::lookUpName}, {ConnectStep::Port, &Connector::openPort},
        {ConnectStep::HostKey, &Connector::checkKey},      {ConnectStep::SignIn, &Connector::showIdentity},
        {ConnectStep::Tree, &Connector::openTree},
    };
    for (const auto &[step, function] : steps) {
        if (auto done = runStep(step, function); !done)
            return done;
        if (step == last)
            break;
    }
    return {};
}

Result<void> Connector::runStep(ConnectStep step, Step function)
{
    QElapsedTimer timer;
    timer.start();
    Patience patience{std::chrono::steady_clock::now() + m_request.stepTimeout, m_isCancelled};
    Result<QString> result = (this->*function)(patience);
    if (!result && result.error().kind == ErrorKind::Network && step != ConnectStep::NameLookup &&
        step != ConnectStep::Port)
        result.error().message = endedEarly();
    const bool cancelled = !result && result.error().kind == ErrorKind::Cancelled;
    if (m_request.onStep && !cancelled && !isWorthAnotherTry())
        m_request.onStep({step, result.has_value(), result ? *result : result.error().message, timer.elapsed(),
                          result ? Remedy::None : m_remedy});
    if (!result)
        return tl::make_unexpected(result.error());
    return {};
}

// Servers seldom say why, and libssh loses the words of those that do.
QString Connector::endedEarly() const
{
    const Endpoint &endpoint = m_request.endpoint;
    if (AccountPresence::isThere(endpoint))
        return QCoreApplication::translate(
                   "Sftp", "%1 ended this connection, while another one of Navette's to the same account is open. Most "
                           "often the server allows no more connections at once; use the open one, or close it first.")
            .arg(endpoint.host);
    return QCoreApplication::translate(
               "Sftp", "%1 ended the connection before it was set up. Most often the platform's allow list does not "
                       "hold this network's address yet, or the server is busy; trying again later helps.")
        .arg(endpoint.host);
}

Result<QString> Connector::lookUpName(Patience &patience)
{
    const auto proxy = proxyFor(m_request.endpoint, patience);
    if (!proxy)
        return tl::make_unexpected(proxy.error());
    m_proxy = *proxy;
    const QString host = m_proxy ? m_proxy->host : m_request.endpoint.host;
    const auto addresses = lookUp(host, patience);
    if (!addresses)
        return tl::make_unexpected(addresses.error());
    m_addresses = *addresses;
    if (m_proxy)
        return QCoreApplication::translate("Sftp", "The proxy %1 looks %2 up").arg(host, m_request.endpoint.host);
    return QCoreApplication::translate("Sftp", "%1 is %2").arg(host, m_addresses.front().toString());
}

Error Connector::unreachable(const Error &cause) const
{
    const Endpoint &endpoint = m_request.endpoint;
    if (!cause.message.isEmpty() || cause.kind == ErrorKind::Cancelled)
        return cause;
    if (m_proxy)
        return {cause.kind,
                QCoreApplication::translate("Sftp", "The proxy %1 cannot be reached on port %2.")
                    .arg(m_proxy->host)
                    .arg(m_proxy->port),
                cause.detail};
    const QString sentence =
        cause.kind == ErrorKind::Timeout
            ? QCoreApplication::translate(
                  "Sftp",
                  "%1 does not answer on port %2. Most often the platform's allow list does not hold this network's "
                  "address yet; the platform's support can add it.")
            : QCoreApplication::translate(
                  "Sftp",
                  "%1 cannot be reached on port %2. Most often the port is mistyped, or the platform's allow list does "
                  "not hold this network's address yet; the platform's support can add it.");
    return {cause.kind, sentence.arg(endpoint.host).arg(endpoint.port), cause.detail};
}

Result<TcpSocket> Connector::openSocket(const Patience &patience)
{
    const quint16 port = m_proxy ? m_proxy->port : m_request.endpoint.port;
    Error last{ErrorKind::Network, {}, {}};
    for (qsizetype i = 0; i < m_addresses.size(); ++i) {
        // An address that swallows everything must leave time for the others.
        Patience share = patience;
        share.deadline = std::chrono::steady_clock::now() + patience.left() / (m_addresses.size() - i);
        auto socket = TcpSocket::connect(m_addresses[i], port, share);
        if (socket)
            return socket;
        last = socket.error();
        if (last.kind == ErrorKind::Cancelled)
            break;
    }
    return tl::make_unexpected(last);
}

// A proxy that wants a password is talked to anew with it, as it may have hung up. Before it does, none is sent.
Result<TcpSocket> Connector::openProxy(Patience &patience)
{
    constexpr int maxAsked = 3;
    const Endpoint &endpoint = m_request.endpoint;
    // What was typed has served, unlike what was kept: the next connection of the same account uses that.
    const Secret &typedBefore = m_asker.given().all.proxyPassword;
    std::vector<Secret> kept{m_proxy->password, typedBefore.isEmpty() ? m_request.secrets.proxyPassword : typedBefore};
    std::erase_if(kept, [](const Secret &secret) { return secret.isEmpty(); });
    Secret password;
    for (int asked = 0;;) {
        auto socket = openSocket(patience);
        if (!socket)
            return socket;
        const auto answer = openThroughProxy(*socket, *m_proxy, password, endpoint.host, endpoint.port, patience);
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (*answer == ProxyAnswer::Open)
            return socket;
        if (!kept.empty()) {
            password = kept.back();
            kept.pop_back();
            continue;
        }
        if (!m_asker.isPersonAtHand() || asked++ == maxAsked)
            break;
        const auto typed = m_asker.askOne({.what = SignInQuestion::What::ProxyPassword,
                                           .host = m_proxy->host,
                                           .user = m_proxy->user,
                                           .keyFile = {},
                                           .prompts = {},
                                           .again = !password.isEmpty()},
                                          patience);
        if (!typed)
            return tl::make_unexpected(typed.error());
        password = *typed;
    }
    return fail(
        ErrorKind::SignIn,
        (password.isEmpty()
             ? QCoreApplication::translate("Sftp", "The proxy %1 wants a password, and none is kept for it.")
             : QCoreApplication::translate("Sftp", "The proxy %1 does not accept the user name or the password."))
            .arg(m_proxy->host));
}

Result<QString> Connector::openPort(Patience &patience)
{
    auto socket = m_proxy ? openProxy(patience) : openSocket(patience);
    if (!socket)
        return tl::make_unexpected(unreachable(socket.error()));
    m_socket.emplace(std::move(*socket));
    return QCoreApplication::translate("Sftp", "Port %1 answers").arg(m_request.endpoint.port);
}

Result<QString> Connector::checkKey(Patience &patience)
{
    const KnownKeys known = readKnownKeys(m_request);
    HostKeyTypes types{.first = known.hosts.keyTypes(), .without = {}};
    std::optional<HostKeyCheck> first;
    while (true) {
        auto done = m_transport.handshake(std::move(*m_socket), m_request, types, patience);
        if (done) {
            HostKeyCheck check = checkHostKey(m_transport.session(), m_request, known);
            if (check.outcome || !check.isOtherThanNamed)
                return sayKey(check);
            // A fingerprint does not tell its key's type: the server may have several keys, and that one among them.
            types.without += check.keyType;
            if (!first)
                first = std::move(check);
            m_transport.close(); // some servers allow one connection at a time
            m_socket.reset();
            done = openPort(patience).map([](const QString &) {});
        }
        if (!done && first && done.error().kind != ErrorKind::Cancelled)
            return sayKey(*first);
        if (!done)
            return tl::make_unexpected(refusedHandshake(done.error()));
    }
}

Error Connector::refusedHandshake(const Error &error)
{
    const auto none = noCommonAlgorithm(error.detail);
    if (none && none->isOld && !m_request.endpoint.oldAlgorithms)
        m_remedy = Remedy::AllowOldAlgorithms;
    return error;
}

Result<QString> Connector::sayKey(const HostKeyCheck &check)
{
    if (!check.outcome) {
        m_remedy = check.canBeConfirmed ? Remedy::ConfirmHostKey : Remedy::None;
        return check.outcome;
    }
    const QStringList old = oldAlgorithmsInUse(m_transport.session());
    if (old.isEmpty())
        return check.outcome;
    return *check.outcome + u". "_s +
           QCoreApplication::translate("Sftp", "Old encryption, as the account allows it: %1").arg(old.join(u", "_s));
}

Result<QString> Connector::showIdentity(Patience &patience)
{
    return signIn(m_transport, m_request, m_asker, patience);
}

Result<void> Connector::exchange(const Patience &patience, const std::function<bool()> &isDone)
{
    QByteArray received;
    while (!isDone()) {
        const auto written = m_transport.write(m_client.output());
        if (!written)
            return tl::make_unexpected(written.error());
        m_client.consumeOutput(*written);
        received.resize(0);
        const auto got = m_transport.read(received);
        if (!got)
            return tl::make_unexpected(got.error());
        if (auto taken = m_client.receive(received); !taken)
            return taken;
        if (*got > 0 || *written > 0)
            continue;
        if (auto go = patience.check(); !go)
            return tl::make_unexpected(go.error().kind == ErrorKind::Timeout ? m_transport.timeoutError() : go.error());
        m_transport.wait(patience.slice());
    }
    return {};
}

Result<QString> Connector::openTree(Patience &patience)
{
    m_client.sayHello();
    const auto open = m_transport.openChannel(m_client.output(), patience);
    if (!open)
        return tl::make_unexpected(open.error());
    m_client.consumeOutput(*open);
    if (auto hello = exchange(patience, [this] { return m_client.isReady(); }); !hello)
        return tl::make_unexpected(hello.error());
    if (m_client.hasExtension("limits@openssh.com"))
        m_client.askLimits();
    // Where sign-in leads is a directory that is there, or the first listing says what is wrong with it: only whoever
    // wants to be told of the steps waits for that. The limits come when they come.
    if (m_request.endpoint.root.isEmpty() && !m_request.onStep)
        return QString();
    std::optional<Result<void>> found;
    const QByteArray root = wireRoot(m_request.endpoint);
    m_client.stat(root, [&](const Reply &reply) {
        if (reply.type != PacketType::Attributes)
            found = tl::make_unexpected(errorFromStatus(reply.status, RemotePath(root), reply.text));
        else if (reply.attributes.permissions && !reply.attributes.isDirectory())
            found = tl::make_unexpected(errorFromStatus(status::notADirectory, RemotePath(root)));
        else
            found = Result<void>();
    });
    if (auto done = exchange(patience, [&] { return m_client.requestsInFlight() == 0; }); !done)
        return tl::make_unexpected(done.error());
    if (!found->has_value()) {
        Error error = found->error();
        if (error.kind == ErrorKind::NotFound)
            error.message =
                QCoreApplication::translate("Sftp", "The directory “%1” named in the account is not on the server.")
                    .arg(m_request.endpoint.root);
        return tl::make_unexpected(error);
    }
    return m_request.endpoint.root.isEmpty()
               ? QCoreApplication::translate("Sftp", "The account's directory opens")
               : QCoreApplication::translate("Sftp", "The directory “%1” opens").arg(m_request.endpoint.root);
}

} // namespace navette::sftp

namespace navette
{

Result<void> checkServer(const ConnectRequest &request, const JobControl &job)
{
    sftp::SshTransport transport(request.endpoint.host);
    sftp::Client client;
    return sftp::Connector(request, transport, client, [&job] { return job.isCancelled(); }).run(ConnectStep::HostKey);
}

} // namespace navette
