// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>

namespace navette
{

class FaultProxy::Relay final : public QTcpServer
{
public:
    Relay(quint16 targetPort, Faults faults, QByteArray greeting, bool closesThen)
        : m_targetPort(targetPort), m_faults(faults), m_greeting(std::move(greeting)), m_closesThen(closesThen)
    {
    }

    // The sockets say good-bye while they go, and must not find half a relay then.
    ~Relay() override
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets) {
            socket->disconnect();
            socket->abort();
        }
    }

    void setFaults(Faults faults) { m_faults = faults; }
    void cutAll()
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_open; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++m_connections;
        auto *client = new QTcpSocket(this);
        client->setSocketDescriptor(descriptor);
        ++m_open;
        connect(client, &QTcpSocket::disconnected, this, [this] { --m_open; });
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (m_targetPort == 0)
            return greet(client);
        auto *server = new QTcpSocket(this);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
        server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        pass(client, server, false);
        pass(server, client, true);
    }

private:
    void greet(QTcpSocket *client)
    {
        client->write(m_greeting);
        if (m_closesThen)
            client->disconnectFromHost();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    void pass(QTcpSocket *from, QTcpSocket *to, bool down)
    {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to, down, seen = qint64(0)]() mutable {
            QByteArray bytes = from->readAll();
            const qint64 before = seen;
            seen += bytes.size();
            harm(bytes, before, from, to, down);
        });
        const auto follow = [this, to] {
            QTimer::singleShot(m_faults.delayEachWay, to, [to] { to->disconnectFromHost(); });
        };
        connect(from, &QTcpSocket::disconnected, to, follow);
        connect(from, &QTcpSocket::errorOccurred, to, follow);
    }

    void harm(QByteArray &bytes, qint64 before, QTcpSocket *from, QTcpSocket *to, bool down)
    {
        const qint64 seen = before + bytes.size();
        const qint64 cut = down ? m_faults.cutAfterDown : m_faults.cutAfterUp;
        if (cut >= 0 && seen > cut) {
            from->abort();
            to->abort();
            return;
        }
        if (down && m_faults.stallAfterDown >= 0 && seen > m_faults.stallAfterDown)
            return;
        if (down && m_faults.corruptDownAt >= before && m_faults.corruptDownAt < seen) {
            char &byte = bytes[m_faults.corruptDownAt - before];
            byte = char(byte ^ 1);
        }
        if (m_faults.delayEachWay.count() == 0) {
            to->write(bytes);
            return;
        }
        QTimer::singleShot(m_faults.delayEachWay, Qt::PreciseTimer, to, [to, bytes] { to->write(bytes); });
    }

    quint16 m_targetPort;
    Faults m_faults;
    QByteArray m_greeting;
    bool m_closesThen;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
};

FaultProxy::FaultProxy(quint16 targetPort, Faults faults)
{
    startThread(std::make_unique<Relay>(targetPort, faults, QByteArray(), false));
}

FaultProxy::FaultProxy(QByteArray greeting, bool closesThen)
{
    startThread(std::make_unique<Relay>(quint16(0), Faults(), std::move(greeting), closesThen));
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::startThread(std::unique_ptr<Relay> relay)
{
    m_relay = relay.release();
    m_relay->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_relay, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_relay,
        [this] {
            m_relay->listen(QHostAddress(QHostAddress::LocalHost));
            m_port = m_relay->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

void FaultProxy::setFaults(Faults faults)
{
    QMetaObject::invokeMethod(
        m_relay, [this, faults] { m_relay->setFaults(faults); }, Qt::BlockingQueuedConnection);
}

void FaultProxy::cutAll()
{
    QMetaObject::invokeMethod(
        m_relay, [this] { m_relay->cutAll(); }, Qt::BlockingQueuedConnection);
}

int FaultProxy::connections() const
{
    return m_relay->connections();
}

int FaultProxy::openConnections() const
{
    return m_relay->openConnections();
}

} // namespace navette
