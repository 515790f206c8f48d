// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace navette::practice
{

/// SFTP 3 as the platform speaks it (draft-ietf-secsh-filexfer-02). Written apart from app/sftp on purpose: a mistake
/// in the client's coder is not hidden by the same mistake here.
enum class Packet : quint8 {
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Read = 5,
    Write = 6,
    Lstat = 7,
    Fstat = 8,
    Setstat = 9,
    Fsetstat = 10,
    Opendir = 11,
    Readdir = 12,
    Remove = 13,
    Mkdir = 14,
    Rmdir = 15,
    Realpath = 16,
    Stat = 17,
    Rename = 18,
    Readlink = 19,
    Symlink = 20,
    Status = 101,
    Handle = 102,
    Data = 103,
    Name = 104,
    Attrs = 105,
    Extended = 200,
};

enum class StatusCode : quint32 {
    Ok = 0,
    Eof = 1,
    NoSuchFile = 2,
    PermissionDenied = 3,
    Failure = 4,
    BadMessage = 5,
    OpUnsupported = 8,
};

enum OpenFlag : quint32 {
    OpenRead = 1,
    OpenWrite = 2,
    OpenAppend = 4,
    OpenCreate = 8,
    OpenTruncate = 16,
    OpenExclusive = 32
};
enum AttributeFlag : quint32 { HasSize = 1, HasOwner = 2, HasPermissions = 4, HasTimes = 8, HasExtended = 0x80000000 };

struct Attributes {
    quint32 flags = 0;
    quint64 size = 0;
    quint32 owner = 0;
    quint32 group = 0;
    quint32 permissions = 0; ///< POSIX mode bits with the file type
    quint32 accessed = 0;    ///< seconds since 1970
    quint32 modified = 0;
};

/// Reads the fields of one packet in turn. After the first field that is not whole, ok() is false for good.
class PacketReader
{
public:
    explicit PacketReader(QByteArrayView bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool ok() const { return m_ok; }
    quint8 byte();
    quint32 number();
    quint64 bigNumber();
    QByteArray string();
    Attributes attributes();

private:
    QByteArrayView take(qsizetype count);
    QByteArrayView m_bytes;
    bool m_ok = true;
};

/// Builds one packet; finish() puts its length in front.
class PacketWriter
{
public:
    PacketWriter(Packet type, quint32 id);
    PacketWriter &number(quint32 value);
    PacketWriter &bigNumber(quint64 value);
    PacketWriter &string(QByteArrayView value);
    PacketWriter &attributes(const Attributes &value);
    [[nodiscard]] QByteArray finish();

private:
    QByteArray m_bytes;
};

} // namespace navette::practice
