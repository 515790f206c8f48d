// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/miniproxy.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace navette
{

class MiniProxy::Server final : public QTcpServer
{
public:
    Server(quint16 targetPort, Manner manner, Guard guard)
        : m_targetPort(targetPort), m_manner(manner), m_guard(std::move(guard))
    {
    }
    ~Server() override
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->disconnect();
    }
    // Read through a blocking call only.
    QByteArray askedFor;
    QByteArrayList passwordsSent;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *client = new QTcpSocket(this);
        client->setSocketDescriptor(descriptor);
        connect(client, &QTcpSocket::readyRead, client, [this, client] { talk(client); });
    }

private:
    void talk(QTcpSocket *client)
    {
        const QByteArray start = client->peek(4);
        if (start.startsWith("CONN")) {
            if (!client->peek(8192).contains("\r\n\r\n"))
                return;
            const QByteArray request = client->readAll();
            askedFor = request.split(' ').value(1);
            if (!isLetThrough(request)) {
                client->write("HTTP/1.1 407 Proxy Authentication Required\r\n");
                for (const QByteArray &scheme : std::as_const(m_guard.schemes))
                    client->write("Proxy-Authenticate: " + scheme + "\r\n");
                client->write("Content-Length: 0\r\n\r\n");
                return client->disconnectFromHost();
            }
            if (m_manner == Manner::Refuses) {
                client->write("HTTP/1.1 403 Forbidden\r\n\r\n");
                return client->disconnectFromHost();
            }
            lead(client, "HTTP/1.1 200 OK\r\nProxy: test\r\n\r\n");
        } else if (client->property("greeted").isNull() && start.startsWith('\x05')) {
            const bool knowsPasswords = client->readAll().mid(2).contains('\x02');
            client->setProperty("greeted", true);
            client->write(QByteArray(m_guard.user.isEmpty() ? "\x05\x00"
                                     : knowsPasswords       ? "\x05\x02"
                                                            : "\x05\xff",
                                     2));
        } else if (!m_guard.user.isEmpty() && client->property("letThrough").isNull() && start.startsWith('\x01')) {
            const QByteArray message = client->readAll();
            const QByteArray user = message.mid(2, uchar(message[1]));
            const QByteArray password = message.mid(3 + user.size());
            passwordsSent += password;
            const bool right = user == m_guard.user && password == m_guard.password;
            client->setProperty("letThrough", right);
            client->write(QByteArray(right ? "\x01\x00" : "\x01\x01", 2));
            if (!right)
                client->disconnectFromHost();
        } else if (start == QByteArray("\x05\x01\x00\x03", 4)) {
            const QByteArray request = client->readAll();
            const int length = uchar(request[4]);
            const int port = uchar(request[5 + length]) * 256 + uchar(request[6 + length]);
            askedFor = request.mid(5, length) + ':' + QByteArray::number(port);
            if (m_manner == Manner::Refuses) {
                client->write(QByteArray("\x05\x02\x00\x01\0\0\0\0\0\0", 10));
                return client->disconnectFromHost();
            }
            lead(client, QByteArray("\x05\x00\x00\x01\0\0\0\0\0\0", 10));
        }
    }

    bool isLetThrough(const QByteArray &request)
    {
        if (m_guard.user.isEmpty())
            return true;
        constexpr QByteArrayView header("\r\nProxy-Authorization: Basic ");
        const qsizetype at = request.indexOf(header);
        if (at < 0)
            return false;
        const qsizetype from = at + header.size();
        const QByteArray pair = QByteArray::fromBase64(request.mid(from, request.indexOf('\r', from) - from));
        passwordsSent += pair.mid(pair.indexOf(':') + 1);
        return pair == m_guard.user + ':' + m_guard.password;
    }

    void lead(QTcpSocket *client, const QByteArray &answer)
    {
        auto *server = new QTcpSocket(this);
        client->disconnect();
        // The server's first word goes out in one piece with the proxy's answer, which is the hard case for a client.
        connect(server, &QTcpSocket::readyRead, client, [server, client, answer, said = false]() mutable {
            client->write((said ? QByteArray() : answer) + server->readAll());
            said = true;
        });
        connect(client, &QTcpSocket::readyRead, server, [server, client] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
    }

    quint16 m_targetPort;
    Manner m_manner;
    Guard m_guard;
};

MiniProxy::MiniProxy(quint16 targetPort, Manner manner) : m_server(new Server(targetPort, manner, {}))
{
    start();
}

MiniProxy::MiniProxy(quint16 targetPort, Guard guard)
    : m_server(new Server(targetPort, Manner::Leads, std::move(guard)))
{
    start();
}

void MiniProxy::start()
{
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_server,
        [this] {
            m_server->listen(QHostAddress(QHostAddress::LocalHost));
            m_port = m_server->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

MiniProxy::~MiniProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QByteArray MiniProxy::askedFor() const
{
    QByteArray asked;
    QMetaObject::invokeMethod(
        m_server, [&] { asked = m_server->askedFor; }, Qt::BlockingQueuedConnection);
    return asked;
}

QByteArrayList MiniProxy::passwordsSent() const
{
    QByteArrayList sent;
    QMetaObject::invokeMethod(
        m_server, [&] { sent = m_server->passwordsSent; }, Qt::BlockingQueuedConnection);
    return sent;
}

} // namespace navette
