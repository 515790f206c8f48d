// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/keyagent.h"

#include "sftp/transport/pageant.h"

#include <QEventLoop>
#include <QLocalSocket>
#include <QTimer>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr qsizetype lengthBytes = sizeof(quint32);
constexpr qsizetype maxMessageBytes = 256 * 1024; ///< OpenSSH's agent has the same

/// One question over a local socket or a named pipe. The local event loop lets us look at the clock meanwhile.
class Conversation
{
public:
    Conversation()
    {
        QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_loop, [this] { read(); });
        QObject::connect(&m_socket, &QLocalSocket::errorOccurred, &m_loop, [this] { breakOff(); });
    }

    [[nodiscard]] Result<QByteArray> run(const QString &server, QByteArrayView message, const Patience &patience)
    {
        QTimer clock;
        QObject::connect(&clock, &QTimer::timeout, &m_loop, [&] {
            if (auto go = patience.check(); !go)
                finish(tl::make_unexpected(go.error()));
        });
        QObject::connect(&m_socket, &QLocalSocket::connected, &m_loop, [&] {
            m_connected = true;
            QByteArray request(lengthBytes, Qt::Uninitialized);
            qToBigEndian(quint32(message.size()), request.data());
            m_socket.write(request.append(message));
        });
        clock.start(50);
        m_socket.connectToServer(server);
        if (!m_result)
            m_loop.exec();
        return *m_result;
    }

private:
    void read()
    {
        m_received += m_socket.readAll();
        if (m_received.size() < lengthBytes)
            return;
        const auto length = qsizetype(qFromBigEndian<quint32>(m_received.constData()));
        const qsizetype came = m_received.size() - lengthBytes;
        if (length == 0 || length > maxMessageBytes || came > length)
            finish(fail(ErrorKind::Protocol, {}, u"key agent: a message of %1 bytes"_s.arg(length)));
        else if (came == length)
            finish(m_received.sliced(lengthBytes));
    }
    void breakOff()
    {
        const QString text = u"key agent: "_s + m_socket.errorString();
        finish(fail(m_connected ? ErrorKind::Protocol : ErrorKind::NotFound, {}, text));
    }
    void finish(Result<QByteArray> result)
    {
        if (m_result)
            return;
        m_result = std::move(result);
        m_loop.quit();
    }

    QEventLoop m_loop; // first: in a thread that Qt did not start, sockets need what it brings
    QLocalSocket m_socket;
    QByteArray m_received;
    bool m_connected = false;
    std::optional<Result<QByteArray>> m_result;
};

} // namespace

std::vector<KeyAgent> KeyAgent::candidates()
{
    std::vector<KeyAgent> found;
    if (const QString named = qEnvironmentVariable("SSH_AUTH_SOCK"); !named.isEmpty())
        found.push_back(KeyAgent(named));
#ifdef Q_OS_WIN
    found.push_back(KeyAgent(uR"(\\.\pipe\openssh-ssh-agent)"_s));
    for (const QString &pipe : pageantPipes())
        found.push_back(KeyAgent(pipe));
    found.push_back(KeyAgent(QString()));
#endif
    return found;
}

Result<QByteArray> KeyAgent::ask(QByteArrayView message, const Patience &patience) const
{
#ifdef Q_OS_WIN
    if (m_server.isEmpty())
        return askPageantsWindow(message, patience);
#endif
    return Conversation().run(m_server, message, patience);
}

} // namespace navette::sftp
