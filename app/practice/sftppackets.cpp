// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sftppackets.h"

#include <QtEndian>

namespace navette::practice
{

QByteArrayView PacketReader::take(qsizetype count)
{
    if (!m_ok || count < 0 || count > m_bytes.size()) {
        m_ok = false;
        return {};
    }
    const QByteArrayView taken = m_bytes.first(count);
    m_bytes = m_bytes.sliced(count);
    return taken;
}

quint8 PacketReader::byte()
{
    const QByteArrayView bytes = take(1);
    return m_ok ? static_cast<quint8>(bytes.front()) : quint8(0);
}

quint32 PacketReader::number()
{
    const QByteArrayView bytes = take(4);
    return m_ok ? qFromBigEndian<quint32>(bytes.data()) : 0;
}

quint64 PacketReader::bigNumber()
{
    const QByteArrayView bytes = take(8);
    return m_ok ? qFromBigEndian<quint64>(bytes.data()) : 0;
}

QByteArray PacketReader::string()
{
    const qsizetype length = static_cast<qsizetype>(number());
    return take(length).toByteArray();
}

Attributes PacketReader::attributes()
{
    Attributes result;
    result.flags = number();
    if (result.flags & HasSize)
        result.size = bigNumber();
    if (result.flags & HasOwner) {
        result.owner = number();
        result.group = number();
    }
    if (result.flags & HasPermissions)
        result.permissions = number();
    if (result.flags & HasTimes) {
        result.accessed = number();
        result.modified = number();
    }
    if (result.flags & HasExtended) {
        // The loop ends at the packet's end whatever the count says.
        for (quint32 pairs = number(); pairs > 0 && m_ok; --pairs) {
            string();
            string();
        }
    }
    return result;
}

PacketWriter::PacketWriter(Packet type, quint32 id)
{
    m_bytes.resize(4);
    m_bytes.append(static_cast<char>(type));
    number(id);
}

PacketWriter &PacketWriter::number(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    return *this;
}

PacketWriter &PacketWriter::bigNumber(quint64 value)
{
    const quint64 big = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    return *this;
}

PacketWriter &PacketWriter::string(QByteArrayView value)
{
    number(static_cast<quint32>(value.size()));
    m_bytes.append(value.data(), value.size());
    return *this;
}

PacketWriter &PacketWriter::attributes(const Attributes &value)
{
    number(value.flags);
    if (value.flags & HasSize)
        bigNumber(value.size);
    if (value.flags & HasOwner)
        number(value.owner).number(value.group);
    if (value.flags & HasPermissions)
        number(value.permissions);
    if (value.flags & HasTimes)
        number(value.accessed).number(value.modified);
    return *this;
}

QByteArray PacketWriter::finish()
{
    qToBigEndian(static_cast<quint32>(m_bytes.size() - 4), m_bytes.data());
    return std::move(m_bytes);
}

} // namespace navette::practice
