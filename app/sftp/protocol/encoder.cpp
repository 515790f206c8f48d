// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/protocol/encoder.h"

#include <QtEndian>

namespace navette::sftp
{

PacketWriter::PacketWriter(QByteArray &out, PacketType type) : m_out(out), m_start(out.size())
{
    u32(0);
    m_out.append(static_cast<char>(type));
}

PacketWriter::PacketWriter(QByteArray &out, PacketType type, quint32 id) : PacketWriter(out, type)
{
    u32(id);
}

PacketWriter::~PacketWriter()
{
    const auto length = static_cast<quint32>(m_out.size() - m_start - 4);
    qToBigEndian(length, m_out.data() + m_start);
}

PacketWriter &PacketWriter::u32(quint32 value)
{
    const quint32 big = qToBigEndian(value);
    m_out.append(reinterpret_cast<const char *>(&big), sizeof big);
    return *this;
}

PacketWriter &PacketWriter::u64(quint64 value)
{
    const quint64 big = qToBigEndian(value);
    m_out.append(reinterpret_cast<const char *>(&big), sizeof big);
    return *this;
}

PacketWriter &PacketWriter::string(QByteArrayView value)
{
    u32(static_cast<quint32>(value.size()));
    m_out.append(value);
    return *this;
}

} // namespace navette::sftp
