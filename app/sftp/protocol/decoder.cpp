// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/protocol/decoder.h"

#include "sftp/protocol/fieldreader.h"

#include <QCoreApplication>
#include <QList>
#include <QtEndian>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr quint32 hasSize = 0x01;
constexpr quint32 hasOwner = 0x02;
constexpr quint32 hasPermissions = 0x04;
constexpr quint32 hasTimes = 0x08;
constexpr quint32 hasExtensions = 0x80000000;
constexpr quint32 maxExtensionPairs = 64;
constexpr qsizetype maxHandleBytes = 256; // draft section 6.3

Attributes readAttributes(FieldReader &reader)
{
    Attributes attributes;
    const quint32 flags = reader.u32();
    if ((flags & ~(hasSize | hasOwner | hasPermissions | hasTimes | hasExtensions)) != 0)
        reader.fail();
    if (flags & hasSize)
        attributes.size = reader.u64();
    if (flags & hasOwner) {
        reader.u32();
        reader.u32();
    }
    if (flags & hasPermissions)
        attributes.permissions = reader.u32();
    if (flags & hasTimes) {
        reader.u32();
        attributes.modifiedSecs = reader.u32();
    }
    if (flags & hasExtensions) {
        const quint32 pairs = reader.u32();
        if (pairs > maxExtensionPairs)
            reader.fail();
        for (quint32 i = 0; i < pairs && !reader.failed(); ++i) {
            reader.string();
            reader.string();
        }
    }
    return attributes;
}

void readNames(FieldReader &reader, std::vector<NameEntry> &names)
{
    // The count is the server's word; each entry takes at least 12 bytes, so nothing is reserved from it.
    const quint32 count = reader.u32();
    for (quint32 i = 0; i < count && !reader.failed(); ++i) {
        NameEntry entry;
        entry.name = reader.string().toByteArray();
        entry.longName = reader.string().toByteArray();
        entry.attributes = readAttributes(reader);
        names.push_back(std::move(entry));
    }
}

// The fields after the type and id. False: a type that no server sends.
bool readBody(FieldReader &reader, Reply &reply)
{
    switch (reply.type) {
    case PacketType::Status:
        reply.status = reader.u32();
        // Old servers leave out message and language; what is there must fit.
        if (!reader.failed() && !reader.atEnd())
            reply.text = reader.string();
        if (!reader.failed() && !reader.atEnd())
            reader.string();
        return true;
    case PacketType::Handle:
        reply.bytes = reader.string();
        if (reply.bytes.size() > maxHandleBytes)
            reader.fail();
        return true;
    case PacketType::Data:
        reply.bytes = reader.string();
        return true;
    case PacketType::Name:
        readNames(reader, reply.names);
        return true;
    case PacketType::Attributes:
        reply.attributes = readAttributes(reader);
        return true;
    case PacketType::Init:
    case PacketType::Version:
    case PacketType::Open:
    case PacketType::Close:
    case PacketType::Read:
    case PacketType::Write:
    case PacketType::LStat:
    case PacketType::FStat:
    case PacketType::OpenDir:
    case PacketType::ReadDir:
    case PacketType::Remove:
    case PacketType::MakeDir:
    case PacketType::RemoveDir:
    case PacketType::RealPath:
    case PacketType::Stat:
    case PacketType::Rename:
    case PacketType::Extended:
    case PacketType::ExtendedReply:
        break;
    }
    return false;
}

} // namespace

Error protocolError(const QString &detail)
{
    return {ErrorKind::Protocol,
            QCoreApplication::translate("Sftp", "The server's answer does not follow the SFTP rules, so the connection "
                                                "was closed. Nothing was changed by that answer."),
            detail};
}

namespace
{

constexpr qsizetype lengthBytes = 4;

Result<qsizetype> packetBytes(QByteArrayView start)
{
    const auto length = qFromBigEndian<quint32>(start.data());
    // The shortest packet is a type and an id.
    if (length < 5 || length > maxPacketBytes)
        return tl::make_unexpected(protocolError(u"packet of %1 bytes"_s.arg(length)));
    return qsizetype(length);
}

} // namespace

bool PacketBuffer::fill(qsizetype count, QByteArrayView &bytes)
{
    const qsizetype taken = std::clamp<qsizetype>(count - m_begun.size(), 0, bytes.size());
    m_begun.append(bytes.first(taken));
    bytes = bytes.sliced(taken);
    return m_begun.size() >= count;
}

Result<std::optional<QByteArrayView>> PacketBuffer::next(QByteArrayView &bytes)
{
    if (std::exchange(m_given, false))
        m_begun.resize(0);
    if (m_begun.isEmpty() && bytes.size() >= lengthBytes) {
        const auto length = packetBytes(bytes);
        if (!length)
            return tl::make_unexpected(length.error());
        if (bytes.size() - lengthBytes >= *length) {
            const QByteArrayView packet = bytes.sliced(lengthBytes, *length);
            bytes = bytes.sliced(lengthBytes + *length);
            return packet;
        }
    }
    if (!fill(lengthBytes, bytes))
        return std::nullopt;
    const auto length = packetBytes(m_begun);
    if (!length)
        return tl::make_unexpected(length.error());
    if (!fill(lengthBytes + *length, bytes))
        return std::nullopt;
    m_given = true;
    return QByteArrayView(m_begun).sliced(lengthBytes);
}

Result<Reply> decodeReply(QByteArrayView packet)
{
    FieldReader reader(packet);
    Reply reply;
    const quint8 type = reader.u8();
    reply.type = static_cast<PacketType>(type);
    reply.id = reader.u32();
    if (reply.type == PacketType::Version || reply.type == PacketType::ExtendedReply) {
        reply.bytes = reader.rest();
        if (reader.failed())
            return tl::make_unexpected(protocolError(u"cut packet of type %1"_s.arg(type)));
        return reply;
    }
    const bool known = readBody(reader, reply);
    if (!known)
        return tl::make_unexpected(protocolError(u"packet of type %1"_s.arg(type)));
    if (reader.failed() || !reader.atEnd())
        return tl::make_unexpected(
            protocolError(u"malformed packet of type %1, %2 bytes"_s.arg(type).arg(packet.size())));
    return reply;
}

std::optional<ServerLimits> decodeLimits(QByteArrayView bytes)
{
    FieldReader reader(bytes);
    ServerLimits limits;
    limits.packetBytes = reader.u64();
    limits.readBytes = reader.u64();
    limits.writeBytes = reader.u64();
    limits.openHandles = reader.u64();
    return reader.failed() ? std::nullopt : std::optional(limits);
}

std::optional<QByteArray> decodeCheckFile(QByteArrayView bytes)
{
    FieldReader reader(bytes);
    QByteArrayView algorithm = reader.string();
    if (algorithm == "check-file") // the draft's own repetition of the name, which some leave out
        algorithm = reader.string();
    constexpr qsizetype sha256Bytes = 32;
    if (reader.failed() || algorithm != "sha256" || reader.rest().size() != sha256Bytes)
        return {};
    return reader.rest().toByteArray();
}

Result<QList<QByteArray>> decodeExtensions(QByteArrayView pairs)
{
    FieldReader reader(pairs);
    QList<QByteArray> names;
    while (!reader.atEnd() && !reader.failed()) {
        names += reader.string().toByteArray();
        reader.string();
    }
    if (reader.failed())
        return tl::make_unexpected(protocolError(u"malformed extensions"_s));
    return names;
}

} // namespace navette::sftp
