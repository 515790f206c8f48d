// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/proxy.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>
#include <QUrl>

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

std::optional<Proxy> systemProxy(const Endpoint &endpoint)
{
    const QNetworkProxyQuery query(endpoint.host, endpoint.port, u"ssh"_s, QNetworkProxyQuery::TcpSocket);
    const QList<QNetworkProxy> candidates = QNetworkProxyFactory::systemProxyForQuery(query);
    for (const QNetworkProxy &candidate : candidates) {
        if (candidate.type() == QNetworkProxy::NoProxy)
            return std::nullopt;
        if (candidate.type() == QNetworkProxy::Socks5Proxy || candidate.type() == QNetworkProxy::HttpProxy)
            return Proxy{candidate.type() == QNetworkProxy::HttpProxy ? Proxy::Kind::Http : Proxy::Kind::Socks5,
                         candidate.hostName(), candidate.port(), candidate.user(), candidate.password()};
    }
    return std::nullopt;
}

// A name as the proxy's protocol carries it; international names in their ASCII form.
QByteArray wireName(const QString &host)
{
    const QByteArray ascii = QUrl::toAce(host);
    return ascii.isEmpty() ? host.toUtf8() : ascii;
}

// RFC 1928 and RFC 1929.
Result<void> openSocks5(TcpSocket &socket, const Proxy &proxy, const QString &host, quint16 port,
                        const Patience &patience)
{
    const bool hasUser = !proxy.user.isEmpty();
    const QByteArray hello = hasUser ? QByteArray("\x05\x02\x00\x02", 4) : QByteArray("\x05\x01\x00", 3);
    if (auto sent = socket.send(hello, patience); !sent)
        return sent;
    auto answer = socket.receiveExactly(2, patience);
    if (!answer)
        return tl::make_unexpected(answer.error());
    if (answer->at(0) != 5 || (answer->at(1) != 0 && answer->at(1) != 2))
        return proxyRefused(proxy, u"SOCKS greeting %1"_s.arg(QString::fromLatin1(answer->toHex())));
    if (answer->at(1) == 2) {
        const QByteArray user = proxy.user.toUtf8().left(255);
        const QByteArray password = proxy.password.toUtf8().left(255);
        const QByteArray signIn = QByteArray(1, 1) + char(user.size()) + user + char(password.size()) + password;
        if (auto sent = socket.send(signIn, patience); !sent)
            return sent;
        answer = socket.receiveExactly(2, patience);
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (answer->at(1) != 0)
            return fail(ErrorKind::SignIn, QCoreApplication::translate(
                                               "Sftp", "The proxy %1 does not accept the user name or the password.")
                                               .arg(proxy.host));
    }
    const QByteArray name = wireName(host);
    if (name.size() > 255)
        return proxyRefused(proxy, u"name too long"_s);
    const QByteArray request =
        QByteArray("\x05\x01\x00\x03", 4) + char(name.size()) + name + char(port >> 8) + char(port & 0xff);
    if (auto sent = socket.send(request, patience); !sent)
        return sent;
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
    return {};
}

// RFC 9110, section 9.3.6.
Result<void> openHttp(TcpSocket &socket, const Proxy &proxy, const QString &host, quint16 port,
                      const Patience &patience)
{
    const QByteArray name = wireName(host);
    const QByteArray target = (name.contains(':') ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
    QByteArray request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n";
    if (!proxy.user.isEmpty())
        request += "Proxy-Authorization: Basic " + (proxy.user + u':' + proxy.password).toUtf8().toBase64() + "\r\n";
    if (auto sent = socket.send(request + "\r\n", patience); !sent)
        return sent;
    QByteArray answer;
    constexpr qsizetype maxAnswerBytes = 16 * 1024;
    while (!answer.endsWith("\r\n\r\n")) {
        // One byte at a time: what comes behind the blank line is the server's first word.
        const auto byte = socket.receiveExactly(1, patience);
        if (!byte)
            return tl::make_unexpected(byte.error());
        answer += *byte;
        if (answer.size() > maxAnswerBytes)
            return proxyRefused(proxy, u"endless answer"_s);
    }
    const QList<QByteArray> words = answer.left(answer.indexOf('\r')).split(' ');
    const int code = words.size() > 1 ? words[1].toInt() : 0;
    if (code == 407)
        return fail(
            ErrorKind::SignIn,
            QCoreApplication::translate("Sftp", "The proxy %1 asks for a user name and a password.").arg(proxy.host));
    if (!answer.startsWith("HTTP/1.") || code / 100 != 2)
        return proxyRefused(proxy, u"HTTP status %1"_s.arg(code));
    return {};
}

} // namespace

Result<std::optional<Proxy>> proxyFor(const Endpoint &endpoint)
{
    if (endpoint.proxy.isEmpty())
        return std::nullopt;
    if (endpoint.proxy == u"system")
        return systemProxy(endpoint);
    const QUrl url(endpoint.proxy, QUrl::StrictMode);
    const bool socks = url.scheme() == u"socks5" || url.scheme() == u"socks5h";
    if (!url.isValid() || url.host().isEmpty() || (!socks && url.scheme() != u"http"))
        return fail(
            ErrorKind::Usage,
            QCoreApplication::translate(
                "Sftp", "The proxy has to be written as socks5://host:port or http://host:port in the account."),
            u"proxy of scheme \"%1\""_s.arg(url.scheme()));
    return Proxy{socks ? Proxy::Kind::Socks5 : Proxy::Kind::Http, url.host(),
                 static_cast<quint16>(url.port(socks ? 1080 : 8080)), url.userName(), url.password()};
}

Result<void> openThroughProxy(TcpSocket &socket, const Proxy &proxy, const QString &host, quint16 port,
                              const Patience &patience)
{
    switch (proxy.kind) {
    case Proxy::Kind::Socks5:
        return openSocks5(socket, proxy, host, port, patience);
    case Proxy::Kind::Http:
        return openHttp(socket, proxy, host, port, patience);
    }
    return {};
}

} // namespace navette::sftp
