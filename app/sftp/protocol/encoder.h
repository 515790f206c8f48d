// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/protocol/packets.h"

namespace navette::sftp
{

/// Appends one packet to `out`; its length is filled in when the writer goes.
class PacketWriter final
{
public:
    PacketWriter(QByteArray &out, PacketType type);
    PacketWriter(QByteArray &out, PacketType type, quint32 id);
    PacketWriter(const PacketWriter &) = delete;
    PacketWriter &operator=(const PacketWriter &) = delete;
    ~PacketWriter();

    PacketWriter &u32(quint32 value);
    PacketWriter &u64(quint64 value);
    PacketWriter &string(QByteArrayView value);
    PacketWriter &noAttributes() { return u32(0); }

private:
    QByteArray &m_out;
    qsizetype m_start;
};

} // namespace navette::sftp
