// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/agentbridge.h"

#include "sftp/protocol/decoder.h"
#include "sftp/protocol/encoder.h"
#include "sftp/protocol/fieldreader.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// An agent's messages have the frame of SFTP's packets.
PacketType framed(quint8 messageType)
{
    return static_cast<PacketType>(messageType);
}

QByteArray failureMessage()
{
    QByteArray message;
    PacketWriter(message, framed(agentmessage::failure));
    return message;
}

} // namespace

AgentBridge::AgentBridge(ssh_session session, SocketPair sockets, AgentKeys keys, Patience patience)
    : m_session(session), m_keys(std::move(keys)), m_patience(std::move(patience)), m_sockets(std::move(sockets))
{
    m_sockets.theirs.makeBlocking(); // on Windows libssh takes "not now" for an end
    ssh_set_agent_socket(m_session, static_cast<socket_t>(m_sockets.theirs.handle()));
    m_thread = std::thread([this] { serve(); });
}

AgentBridge::~AgentBridge()
{
    close();
}

std::optional<Error> AgentBridge::close()
{
    if (!m_thread.joinable())
        return m_failure;
    // libssh has no way to give a socket back, but closes none that it does not have.
    ssh_set_agent_socket(m_session, SSH_INVALID_SOCKET);
    m_sockets.theirs.endSending();
    m_thread.join();
    return m_failure;
}

void AgentBridge::serve()
{
    while (true) {
        const auto message = receive();
        if (!message)
            break;
        const auto answer = answerTo(*message);
        if (!answer)
            m_failure = answer.error();
        if (!answer || !m_sockets.ours.send(*answer, m_patience))
            break;
    }
    // libssh, which may be waiting, reads that nothing more comes. What it still sends must not meet a closed socket,
    // which would be a signal that ends the program.
    m_sockets.ours.endSending();
}

Result<QByteArray> AgentBridge::receive()
{
    const auto length = m_sockets.ours.receiveExactly(sizeof(quint32), m_patience);
    if (!length)
        return length;
    const auto bytes = qFromBigEndian<quint32>(length->constData());
    if (bytes == 0 || bytes > maxPacketBytes)
        return fail(ErrorKind::Network, {});
    return m_sockets.ours.receiveExactly(qsizetype(bytes), m_patience);
}

Result<QByteArray> AgentBridge::answerTo(const QByteArray &message)
{
    switch (quint8(message.front())) {
    case agentmessage::requestIdentities:
        return identities();
    case agentmessage::signRequest:
        return sign(message);
    default:
        return failureMessage();
    }
}

QByteArray AgentBridge::identities() const
{
    QByteArray message;
    {
        PacketWriter writer(message, framed(agentmessage::identitiesAnswer));
        writer.u32(quint32(m_keys.publicKeys.size()));
        for (const QByteArray &key : m_keys.publicKeys)
            writer.string(key).string({}); // no comment
    }
    return message;
}

Result<QByteArray> AgentBridge::sign(const QByteArray &message)
{
    FieldReader request(message);
    request.u8();
    const QByteArray key = request.string().toByteArray();
    if (std::find(m_keys.publicKeys.begin(), m_keys.publicKeys.end(), key) == m_keys.publicKeys.end())
        return failureMessage();
    const auto signature = m_keys.agent.ask(message, m_patience);
    if (!signature)
        return tl::make_unexpected(signature.error());
    FieldReader answer(*signature);
    const quint8 type = answer.u8();
    if (type == agentmessage::failure)
        return fail(ErrorKind::SignIn, {}, u"key agent: no signature"_s);
    const QByteArrayView signedData = answer.string();
    if (type != agentmessage::signResponse || answer.failed() || !answer.atEnd())
        return fail(ErrorKind::Protocol, {}, u"key agent: no answer to a request for a signature"_s);
    QByteArray passedOn;
    PacketWriter(passedOn, framed(agentmessage::signResponse)).string(signedData);
    return passedOn;
}

} // namespace navette::sftp
