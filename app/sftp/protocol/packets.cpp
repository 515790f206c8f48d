// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/protocol/packets.h"

#include <limits>

namespace navette::sftp
{
namespace
{

// POSIX file types in the permission bits (draft section 5), written in octal as everywhere.
constexpr quint32 typeMask = 0170000;
constexpr quint32 typeDirectory = 0040000;
constexpr quint32 typeLink = 0120000;
constexpr quint32 typeFile = 0100000;

RemoteKind kindOf(const QByteArray &longName, const Attributes &attributes)
{
    if (attributes.permissions && (*attributes.permissions & typeMask) != 0) {
        const quint32 type = *attributes.permissions & typeMask;
        return type == typeDirectory ? RemoteKind::Directory
               : type == typeLink    ? RemoteKind::Link
               : type == typeFile    ? RemoteKind::File
                                     : RemoteKind::Other;
    }
    // Without a type in the bits the line of "ls -l" is the only hint.
    const char first = longName.isEmpty() ? '-' : longName.front();
    return first == 'd' ? RemoteKind::Directory : first == 'l' ? RemoteKind::Link : RemoteKind::File;
}

} // namespace

bool Attributes::isDirectory() const
{
    return permissions && (*permissions & typeMask) == typeDirectory;
}

bool Attributes::isFile() const
{
    return permissions && (*permissions & typeMask) == typeFile;
}

qint64 Attributes::sizeBytes() const
{
    if (!size || *size > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return -1;
    return static_cast<qint64>(*size);
}

RemoteEntry toEntry(const QByteArray &name, const QByteArray &longName, const Attributes &attributes)
{
    return {.name = name,
            .kind = kindOf(longName, attributes),
            .size = attributes.sizeBytes(),
            .modifiedSecs = attributes.modifiedSecs ? qint64(*attributes.modifiedSecs) : -1,
            .permissions = attributes.permissions.value_or(0) & 07777};
}

} // namespace navette::sftp
