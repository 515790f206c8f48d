// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sftp/protocol/packets.h"

namespace navette::sftp
{

/// OpenSSH's limit for one packet, and a little room for its header.
constexpr quint32 maxPacketBytes = 256 * 1024 + 1024;

/// Cuts a stream of bytes, in whatever pieces it comes, into packets.
class PacketBuffer final
{
public:
    void append(QByteArrayView bytes);
    /// The next whole packet without its length, valid until append(); nothing if more bytes are needed.
    /// Errors: Protocol, for a length that no packet has.
    [[nodiscard]] Result<std::optional<QByteArrayView>> next();

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

/// Takes one packet apart. Errors: Protocol, for anything that the draft does not allow.
[[nodiscard]] Result<Reply> decodeReply(QByteArrayView packet);

/// What limits@openssh.com answers, as it came; 0 means "no limit named".
struct ServerLimits {
    quint64 packetBytes = 0;
    quint64 readBytes = 0;
    quint64 writeBytes = 0;
    quint64 openHandles = 0;
};
[[nodiscard]] std::optional<ServerLimits> decodeLimits(QByteArrayView bytes);

/// The names of the extensions in a Version packet. Errors: Protocol.
[[nodiscard]] Result<QList<QByteArray>> decodeExtensions(QByteArrayView pairs);

/// The Protocol error, with the technical reason.
[[nodiscard]] Error protocolError(const QString &detail);

} // namespace navette::sftp
