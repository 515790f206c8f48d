// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/proxy.h"

#include "sftp/addresses.h"
#include "sftp/proxysetting.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QThreadPool>
#include <QUrl>

#include <future>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

tl::unexpected<Error> proxyRefused(const Proxy &proxy, const QString &detail)
{
    return fail(ErrorKind::Network,
                QCoreApplication::translate(
                    "Sftp", "The proxy %1 does not lead to the server. The people who run this network can allow it.")
                    .arg(proxy.host),
                detail);
}

tl::unexpected<Error> userNameMissing(const Proxy &proxy)
{
    const QString sentence =
        proxy.isSystems
            ? QCoreApplication::translate(
                  "Sftp",
                  "The proxy %1 wants to know who you are, and this computer's settings do not say it. Name the "
                  "proxy in the account's settings, with your user name before its address: %3://name@%1:%2.")
            : QCoreApplication::translate("Sftp", "The proxy %1 wants to know who you are. Write your user name before "
                                                  "its address in the account's settings: %3://name@%1:%2.");
    return fail(ErrorKind::SignIn, sentence.arg(proxy.host, QString::number(proxy.port),
                                                proxy.kind == Proxy::Kind::Socks5 ? u"socks5"_s : u"http"_s));
}

// Not the global pool's: those may all wait for transfers.
QThreadPool &lookUpThreads()
{
    static QThreadPool threads;
    threads.setMaxThreadCount(16); // one that never ends must not hold the others up
    return threads;
}

// In another thread, as nothing bounds it; what comes too late is dropped.
Result<QList<QNetworkProxy>> askSystem(const Endpoint &endpoint, const Patience &patience,
                                       const SystemProxies &systemProxies)
{
    const auto answer = std::make_shared<std::promise<QList<QNetworkProxy>>>();
    auto candidates = answer->get_future();
    const QNetworkProxyQuery query(endpoint.host, endpoint.port, u"ssh"_s, QNetworkProxyQuery::TcpSocket);
    lookUpThreads().start([answer, query, systemProxies] { answer->set_value(systemProxies(query)); });
    while (candidates.wait_for(patience.slice()) != std::future_status::ready) {
        if (auto go = patience.check(); !go && go.error().kind == ErrorKind::Timeout)
            return fail(ErrorKind::Timeout,
                        QCoreApplication::translate(
                            "Sftp", "This computer did not say in time which proxy leads to %1. The account's settings "
                                    "can name the proxy, or none.")
                            .arg(endpoint.host));
        else if (!go)
            return tl::make_unexpected(go.error());
    }
    return candidates.get();
}

Result<std::optional<Proxy>> systemProxy(const Endpoint &endpoint, const Patience &patience,
                                         const SystemProxies &systemProxies)
{
    const auto candidates = askSystem(endpoint, patience, systemProxies);
    if (!candidates)
        return tl::make_unexpected(candidates.error());
    for (const QNetworkProxy &candidate : *candidates) {
        if (candidate.type() == QNetworkProxy::NoProxy)
            return std::nullopt;
        if (candidate.type() == QNetworkProxy::Socks5Proxy || candidate.type() == QNetworkProxy::HttpProxy)
            return Proxy{candidate.type() == QNetworkProxy::HttpProxy ? Proxy::Kind::Http : Proxy::Kind::Socks5,
                         candidate.hostName(),
                         candidate.port(),
                         candidate.user(),
                         candidate.password(),
                         true};
    }
    return std::nullopt;
}

// RFC 1929. Whether the proxy lets us in.
Result<bool> signInToSocks5(TcpSocket &socket, const QString &user, const Secret &password, const Patience &patience)
{
    constexpr qsizetype longest = 255;
    const QByteArray name = user.toUtf8().left(longest);
    const QByteArrayView secret =
        QByteArrayView(password.utf8(), std::min(longest, qsizetype(qstrlen(password.utf8()))));
    QByteArray message;
    message.reserve(3 + name.size() + secret.size()); // growing would leave the shorter one
    const auto wiped = qScopeGuard([&message] { wipeMemory(message.data(), size_t(message.size())); });
    message += char(1);
    message += char(name.size());
    message += name;
    message += char(secret.size());
    message += secret;
    if (auto sent = socket.send(message, patience); !sent)
        return tl::make_unexpected(sent.error());
    const auto answer = socket.receiveExactly(2, patience);
    if (!answer)
        return tl::make_unexpected(answer.error());
    return answer->at(1) == 0;
}

// RFC 1928.
Result<ProxyAnswer> openSocks5(TcpSocket &socket, const Proxy &proxy, const Secret &password, const QString &host,
                               quint16 port, const Patience &patience)
{
    if (auto sent = socket.send(QByteArrayView("\x05\x02\x00\x02", 4), patience); !sent)
        return tl::make_unexpected(sent.error());
    auto answer = socket.receiveExactly(2, patience);
    if (!answer)
        return tl::make_unexpected(answer.error());
    if (answer->at(0) != 5 || (answer->at(1) != 0 && answer->at(1) != 2))
        return proxyRefused(proxy, u"SOCKS greeting %1"_s.arg(QString::fromLatin1(answer->toHex())));
    if (answer->at(1) == 2) {
        if (proxy.user.isEmpty())
            return userNameMissing(proxy);
        if (password.isEmpty())
            return ProxyAnswer::WantsPassword;
        const auto accepted = signInToSocks5(socket, proxy.user, password, patience);
        if (!accepted)
            return tl::make_unexpected(accepted.error());
        if (!*accepted)
            return ProxyAnswer::WantsPassword;
    }
    const QByteArray name = wireHost(host);
    if (name.size() > 255)
        return proxyRefused(proxy, u"name too long"_s);
    const QByteArray request =
        QByteArray("\x05\x01\x00\x03", 4) + char(name.size()) + name + char(port >> 8) + char(port & 0xff);
    if (auto sent = socket.send(request, patience); !sent)
        return tl::make_unexpected(sent.error());
    answer = socket.receiveExactly(4, patience);
    if (!answer)
        return tl::make_unexpected(answer.error());
    if (answer->at(0) != 5 || answer->at(1) != 0)
        return proxyRefused(proxy, u"SOCKS answer %1"_s.arg(QString::fromLatin1(answer->toHex())));
    // The bound address follows, in one of three forms, and its port.
    qsizetype rest = answer->at(3) == 1 ? 4 : answer->at(3) == 4 ? 16 : 0;
    if (rest == 0) {
        const auto length = socket.receiveExactly(1, patience);
        if (!length)
            return tl::make_unexpected(length.error());
        rest = uchar(length->at(0));
    }
    if (const auto bound = socket.receiveExactly(rest + 2, patience); !bound)
        return tl::make_unexpected(bound.error());
    return ProxyAnswer::Open;
}

// The head of an answer, up to its blank line: what comes behind that is the server's first word.
Result<QByteArray> readHead(TcpSocket &socket, const Patience &patience)
{
    constexpr qsizetype maxHeadBytes = 16 * 1024;
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        const auto byte = socket.receiveExactly(1, patience);
        if (!byte)
            return byte;
        head += *byte;
        if (head.size() > maxHeadBytes)
            return fail(ErrorKind::Protocol, {}, u"endless answer"_s);
    }
    return head;
}

// How a proxy lets people sign in: "Basic", "NTLM" … (RFC 9110, section 11.7.1); as it wrote them, and not many.
QStringList offeredSchemes(const QByteArray &head)
{
    constexpr qsizetype most = 5;
    constexpr qsizetype longest = 20;
    QStringList schemes;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (schemes.size() == most || line.left(colon).trimmed().toLower() != "proxy-authenticate")
            continue;
        const QByteArray scheme = line.mid(colon + 1).trimmed().split(' ').constFirst();
        const bool plain = std::all_of(scheme.begin(), scheme.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        });
        if (plain && !scheme.isEmpty() && scheme.size() <= longest)
            schemes += QString::fromLatin1(scheme);
    }
    return schemes;
}

Result<ProxyAnswer> whatProxyWants(const Proxy &proxy, const QByteArray &head)
{
    const QStringList schemes = offeredSchemes(head);
    if (!schemes.contains(u"Basic", Qt::CaseInsensitive))
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate(
                        "Sftp", "The proxy %1 lets people sign in only in a way that Navette does not know. The people "
                                "who run this network can let this server through without it.")
                        .arg(proxy.host),
                    u"the proxy offers: "_s + schemes.join(u", "_s));
    if (proxy.user.isEmpty())
        return userNameMissing(proxy);
    return ProxyAnswer::WantsPassword;
}

// RFC 9110, section 9.3.6; RFC 7617 for the password.
Result<ProxyAnswer> openHttp(TcpSocket &socket, const Proxy &proxy, const Secret &password, const QString &host,
                             quint16 port, const Patience &patience)
{
    const QByteArray name = wireHost(host);
    const QByteArray target = (name.contains(':') ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
    QByteArray request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n";
    QByteArray pair, encoded;
    const auto wiped = qScopeGuard([&] {
        for (QByteArray *bytes : {&request, &pair, &encoded})
            wipeMemory(bytes->data(), size_t(bytes->size()));
    });
    if (!password.isEmpty()) {
        const QByteArray user = proxy.user.toUtf8() + ':';
        pair.reserve(user.size() + qsizetype(qstrlen(password.utf8()))); // growing would leave the shorter one
        pair += user;
        pair += password.utf8();
        encoded = pair.toBase64();
        request.reserve(request.size() + encoded.size() + 64);
        request += "Proxy-Authorization: Basic ";
        request += encoded;
        request += "\r\n";
    }
    request += "\r\n";
    if (auto sent = socket.send(request, patience); !sent)
        return tl::make_unexpected(sent.error());
    const auto head = readHead(socket, patience);
    if (!head && head.error().kind == ErrorKind::Protocol)
        return proxyRefused(proxy, head.error().detail);
    if (!head)
        return tl::make_unexpected(head.error());
    const QList<QByteArray> words = head->left(head->indexOf('\r')).split(' ');
    const int code = words.size() > 1 ? words[1].toInt() : 0;
    if (head->startsWith("HTTP/1.") && code == 407)
        return whatProxyWants(proxy, *head);
    if (!head->startsWith("HTTP/1.") || code / 100 != 2)
        return proxyRefused(proxy, u"HTTP status %1"_s.arg(code));
    return ProxyAnswer::Open;
}

} // namespace

Result<std::optional<Proxy>> proxyFor(const Endpoint &endpoint, const Patience &patience,
                                      const SystemProxies &systemProxies)
{
    if (endpoint.proxy.isEmpty())
        return std::nullopt;
    if (endpoint.proxy == u"system")
        return systemProxy(endpoint, patience, systemProxies);
    const QUrl url(endpoint.proxy, QUrl::StrictMode);
    const bool socks = url.scheme() == u"socks5" || url.scheme() == u"socks5h";
    if (!url.isValid() || url.host().isEmpty() || (!socks && url.scheme() != u"http"))
        return fail(
            ErrorKind::Usage,
            QCoreApplication::translate(
                "Sftp", "The proxy has to be written as socks5://host:port or http://host:port in the account."),
            u"proxy of scheme \"%1\""_s.arg(url.scheme()));
    if (holdsProxyPassword(endpoint.proxy))
        return fail(ErrorKind::Usage,
                    QCoreApplication::translate("Sftp",
                                                "The proxy's password does not belong in the account. It is asked for "
                                                "when the proxy wants it, and can then be kept in this computer's "
                                                "keychain."));
    return Proxy{socks ? Proxy::Kind::Socks5 : Proxy::Kind::Http,
                 url.host(),
                 static_cast<quint16>(url.port(socks ? 1080 : 8080)),
                 url.userName(),
                 {}};
}

Result<ProxyAnswer> openThroughProxy(TcpSocket &socket, const Proxy &proxy, const Secret &password, const QString &host,
                                     quint16 port, const Patience &patience)
{
    switch (proxy.kind) {
    case Proxy::Kind::Socks5:
        return openSocks5(socket, proxy, password, host, port, patience);
    case Proxy::Kind::Http:
        return openHttp(socket, proxy, password, host, port, patience);
    }
    return ProxyAnswer::Open;
}

} // namespace navette::sftp
