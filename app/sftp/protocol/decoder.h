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
    /// The next whole packet without its length, valid until the next call and while `bytes` are; nothing if more bytes
    /// are needed. What was looked at is taken off the front of `bytes`; only packets that come in pieces are copied.
    /// Errors: Protocol, for a length that no packet has.
    [[nodiscard]] Result<std::optional<QByteArrayView>> next(QByteArrayView &bytes);

private:
    /// Moves bytes into m_begun until it has so many, if there are.
    bool fill(qsizetype count, QByteArrayView &bytes);

    QByteArray m_begun;   ///< a packet of which only the beginning came so far
    bool m_given = false; ///< m_begun was completed and given out
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
/// The 32 bytes of SHA-256 in the answer to Client::checkFile() (draft-ietf-secsh-filexfer-extensions-00, section 3);
/// nothing where the server hashed otherwise, or in pieces.
[[nodiscard]] std::optional<QByteArray> decodeCheckFile(QByteArrayView bytes);

/// The names of the extensions in a Version packet. Errors: Protocol.
[[nodiscard]] Result<QList<QByteArray>> decodeExtensions(QByteArrayView pairs);

/// The Protocol error, with the technical reason.
[[nodiscard]] Error protocolError(const QString &detail);

} // namespace navette::sftp
