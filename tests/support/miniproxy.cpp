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
    Server(quint16 targetPort, Manner manner) : m_targetPort(targetPort), m_manner(manner) {}
    ~Server() override
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->disconnect();
    }
    QByteArray askedFor; ///< read through a blocking call only

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
            askedFor = client->readAll().split(' ').value(1);
            if (m_manner == Manner::Refuses) {
                client->write("HTTP/1.1 403 Forbidden\r\n\r\n");
                return client->disconnectFromHost();
            }
            lead(client, "HTTP/1.1 200 OK\r\nProxy: test\r\n\r\n");
        } else if (client->property("greeted").isNull() && start.startsWith('\x05')) {
            client->readAll();
            client->setProperty("greeted", true);
            client->write(QByteArray("\x05\x00", 2));
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
};

MiniProxy::MiniProxy(quint16 targetPort, Manner manner) : m_server(new Server(targetPort, manner))
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

} // namespace navette
