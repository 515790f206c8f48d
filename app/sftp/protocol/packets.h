// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

// SFTP version 3, draft-ietf-secsh-filexfer-02, as bytes: no sockets, no files.
namespace navette::sftp
{

enum class PacketType : quint8 {
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Read = 5,
    Write = 6,
    LStat = 7,
    FStat = 8,
    OpenDir = 11,
    ReadDir = 12,
    Remove = 13,
    MakeDir = 14,
    RemoveDir = 15,
    RealPath = 16,
    Stat = 17,
    Rename = 18,
    Status = 101,
    Handle = 102,
    Data = 103,
    Name = 104,
    Attributes = 105,
    Extended = 200,
    ExtendedReply = 201,
};

/// Codes of SSH_FXP_STATUS: 0 to 8 are version 3's, the others later drafts', which some servers send all the same.
namespace status
{
constexpr quint32 ok = 0;
constexpr quint32 endOfFile = 1;
constexpr quint32 noSuchFile = 2;
constexpr quint32 permissionDenied = 3;
constexpr quint32 failure = 4;
constexpr quint32 badMessage = 5;
constexpr quint32 noConnection = 6;
constexpr quint32 connectionLost = 7;
constexpr quint32 unsupported = 8;
constexpr quint32 noSuchPath = 10;
constexpr quint32 fileAlreadyExists = 11;
constexpr quint32 writeProtected = 12;
constexpr quint32 noSpace = 14;
constexpr quint32 quotaExceeded = 15;
constexpr quint32 directoryNotEmpty = 18;
constexpr quint32 notADirectory = 19;
constexpr quint32 isADirectory = 24;
} // namespace status

namespace openflag
{
constexpr quint32 read = 0x01;
constexpr quint32 write = 0x02;
constexpr quint32 create = 0x08;
constexpr quint32 exclusive = 0x20;
} // namespace openflag

struct Attributes {
    std::optional<quint64> size;
    std::optional<quint32> permissions;
    std::optional<quint32> modifiedSecs;

    [[nodiscard]] bool isDirectory() const;
    [[nodiscard]] bool isFile() const; ///< and not a link to one; false where the server does not say
    /// -1 where the server gave none, or one that no file can have.
    [[nodiscard]] qint64 sizeBytes() const;
};

struct NameEntry {
    QByteArray name;
    QByteArray longName;
    Attributes attributes;
};

/// One packet from the server. The views are valid while its bytes are: until the handler returns.
struct Reply {
    PacketType type = PacketType::Status;
    quint32 id = 0;
    quint32 status = status::ok; ///< of Status
    QByteArrayView text;         ///< message of Status
    QByteArrayView bytes;        ///< of Handle, Data, ExtendedReply, and extension pairs of Version
    std::vector<NameEntry> names;
    Attributes attributes;

    [[nodiscard]] bool isStatus(quint32 code) const { return type == PacketType::Status && status == code; }
};

/// The row of a listing, or the answer of a stat, from what the server said.
[[nodiscard]] RemoteEntry toEntry(const QByteArray &name, const QByteArray &longName, const Attributes &attributes);

} // namespace navette::sftp
