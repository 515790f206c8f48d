// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include "base/tsan.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>

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
    void setFaultsFromNow(Faults faults);
    [[nodiscard]] const Faults &faults() const { return m_faults; }
    void cutAll()
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] std::atomic<qint64> &bytes(bool down) { return down ? m_bytesDown : m_bytesUp; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void greet(QTcpSocket *client)
    {
        client->write(m_greeting);
        if (m_closesThen)
            client->disconnectFromHost();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    quint16 m_targetPort;
    Faults m_faults;
    QByteArray m_greeting;
    bool m_closesThen;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_open = 0;
    std::atomic<qint64> m_bytesUp = 0;
    std::atomic<qint64> m_bytesDown = 0;
};

/// One direction of one connection. What is to be passed on waits in order for its time.
class FaultProxy::Stream final : public QObject
{
public:
    Stream(Relay *relay, QTcpSocket *from, QTcpSocket *to, bool down)
        : QObject(to), m_relay(relay), m_from(from), m_to(to), m_down(down)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Stream::passOn);
        connect(from, &QTcpSocket::readyRead, this, &Stream::take);
        connect(from, &QTcpSocket::disconnected, this, &Stream::end);
        connect(from, &QTcpSocket::errorOccurred, this, &Stream::end);
    }

    void countFromNow() { m_seen = 0; }

private:
    using Clock = std::chrono::steady_clock;
    struct Piece {
        Clock::time_point due;
        QByteArray bytes;
    };

    void take()
    {
        QByteArray bytes = m_from->readAll();
        const Faults &faults = m_relay->faults();
        const qint64 before = std::exchange(m_seen, m_seen + bytes.size());
        m_relay->bytes(m_down) += bytes.size();
        const qint64 corrupt = m_down ? faults.corruptDownAt : faults.corruptUpAt;
        if (corrupt >= before && corrupt < m_seen)
            bytes[corrupt - before] = char(bytes[corrupt - before] ^ 1);
        const qint64 cut = m_down ? faults.cutAfterDown : faults.cutAfterUp;
        const qint64 stall = m_down ? faults.stallAfterDown : faults.stallAfterUp;
        const bool isCut = cut >= 0 && m_seen > cut;
        for (const qint64 limit : {cut, stall}) {
            if (limit >= 0 && m_seen > limit)
                bytes.truncate(std::max<qint64>(limit - before, 0));
        }
        if (!bytes.isEmpty())
            m_pieces.push_back({Clock::now() + faults.delayEachWay, bytes});
        if (isCut) {
            m_from->disconnect(this);
            m_cut = true;
            end();
        } else {
            passOn();
        }
    }

    void end()
    {
        m_ended = Clock::now() + m_relay->faults().delayEachWay;
        passOn();
    }

    void passOn()
    {
        if (m_to->state() == QAbstractSocket::UnconnectedState || m_to->state() == QAbstractSocket::ClosingState)
            m_pieces.clear();
        const auto now = Clock::now();
        const qint64 rate = m_relay->faults().bytesPerSecond;
        while (!m_pieces.empty() && m_pieces.front().due <= now && (rate == 0 || m_free <= now)) {
            QByteArray &bytes = m_pieces.front().bytes;
            // In slices of 20 ms.
            const qsizetype count = rate == 0 ? bytes.size() : std::clamp<qsizetype>(rate / 50, 1, bytes.size());
            m_to->write(bytes.constData(), count);
            if (rate > 0)
                m_free = now + std::chrono::microseconds(count * 1'000'000 / rate);
            bytes.remove(0, count);
            if (bytes.isEmpty())
                m_pieces.pop_front();
        }
        if (!m_pieces.empty())
            return wake(rate == 0 ? m_pieces.front().due : std::max(m_pieces.front().due, m_free));
        if (!m_ended)
            return;
        if (*m_ended > now)
            return wake(*m_ended);
        m_to->disconnectFromHost();
        if (m_cut)
            m_from->disconnectFromHost();
    }

    void wake(Clock::time_point when)
    {
        m_timer.start(
            std::max(std::chrono::ceil<std::chrono::milliseconds>(when - Clock::now()), std::chrono::milliseconds(0)));
    }

    Relay *m_relay;
    QTcpSocket *m_from;
    QTcpSocket *m_to;
    bool m_down;
    qint64 m_seen = 0;
    std::deque<Piece> m_pieces;
    Clock::time_point m_free; ///< when the throttle lets the next slice pass
    std::optional<Clock::time_point> m_ended;
    bool m_cut = false;
    QTimer m_timer;
};

void FaultProxy::Relay::setFaultsFromNow(Faults faults)
{
    m_faults = faults;
    m_bytesUp = m_bytesDown = 0;
    for (QObject *socket : children()) {
        for (QObject *child : socket->children()) {
            if (auto *stream = dynamic_cast<Stream *>(child))
                stream->countFromNow();
        }
    }
}

void FaultProxy::Relay::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    ++m_open;
    connect(client, &QTcpSocket::disconnected, this, [this] { --m_open; });
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_targetPort == 0)
        return greet(client);
    if (m_faults.connectionsAtOnce >= 0 && m_open > m_faults.connectionsAtOnce) {
        client->disconnectFromHost();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        return;
    }
    auto *server = new QTcpSocket(this);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
    server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new Stream(this, client, server, false);
    new Stream(this, server, client, true);
}

template<typename Function>
void FaultProxy::inThread(Function function)
{
    QMetaObject::invokeMethod(m_relay, tsan::handedOver([run = &function] {
                                  (*run)();
                                  tsan::handOver();
                              }),
                              Qt::BlockingQueuedConnection);
    tsan::takeOver();
}

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
    inThread([this] {
        m_relay->listen(QHostAddress(QHostAddress::LocalHost));
        m_port = m_relay->serverPort();
    });
}

void FaultProxy::setFaults(Faults faults)
{
    inThread([this, faults] { m_relay->setFaults(faults); });
}

void FaultProxy::setFaultsFromNow(Faults faults)
{
    inThread([this, faults] { m_relay->setFaultsFromNow(faults); });
}

void FaultProxy::cutAll()
{
    inThread([this] { m_relay->cutAll(); });
}

int FaultProxy::connections() const
{
    return m_relay->connections();
}

int FaultProxy::openConnections() const
{
    return m_relay->openConnections();
}

qint64 FaultProxy::bytesUp() const
{
    return m_relay->bytes(false);
}

qint64 FaultProxy::bytesDown() const
{
    return m_relay->bytes(true);
}

} // namespace navette
