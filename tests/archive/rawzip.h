// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <zlib.h>

#include <optional>
#include <vector>

// Zips made byte by byte, so that each field can lie.
namespace rawzip
{

template<typename T>
QByteArray le(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline quint32 crcOf(const QByteArray &bytes)
{
    return static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size())));
}

inline QByteArray deflated(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

struct Entry {
    QByteArray name;
    QByteArray content;
    quint16 method = 8;
    quint16 flags = 0;
    quint16 versionMadeBy = 20;
    quint32 externalAttributes = 0;
    QByteArray extra = {}; ///< of the central header
    bool descriptor = false;
    bool zip64 = false;
    // Lies: what stands in the headers instead of the truth.
    std::optional<QByteArray> packed = {};
    std::optional<quint32> crc = {};
    std::optional<quint32> size = {};
    std::optional<quint32> localSize = {};
    std::optional<QByteArray> localName = {};
    std::optional<quint16> localMethod = {};
    std::optional<quint32> offset = {};
};

struct Archive {
    std::vector<Entry> entries;
    QByteArray prefix = {};
    QByteArray suffix = {};
    QByteArray comment = {};
    std::optional<quint16> count = {};
    std::optional<quint32> directoryOffset = {};
};

inline QByteArray made(const Archive &archive)
{
    QByteArray body = archive.prefix;
    QByteArray directory;
    for (const Entry &entry : archive.entries) {
        const quint32 offset = entry.offset.value_or(static_cast<quint32>(body.size()));
        const QByteArray packed = entry.packed.value_or(entry.method == 8 ? deflated(entry.content) : entry.content);
        const quint32 crc = entry.crc.value_or(crcOf(entry.content));
        const quint32 size = entry.size.value_or(static_cast<quint32>(entry.content.size()));
        const auto packedSize = static_cast<quint32>(packed.size());
        const auto flags = static_cast<quint16>(entry.flags | (entry.descriptor ? 8 : 0));
        const QByteArray localName = entry.localName.value_or(entry.name);
        const auto localMethod = entry.localMethod.value_or(entry.method);
        const quint32 localSize = entry.descriptor ? 0 : entry.zip64 ? 0xFFFFFFFF : entry.localSize.value_or(size);
        const quint32 localPacked = entry.descriptor ? 0 : entry.zip64 ? 0xFFFFFFFF : packedSize;
        const QByteArray zip64Sizes =
            entry.zip64 ? le<quint16>(1) + le<quint16>(16) + le<quint64>(size) + le<quint64>(packedSize) : QByteArray();
        if (!entry.offset) {
            body += le<quint32>(0x04034b50) + le<quint16>(20) + le<quint16>(flags) + le<quint16>(localMethod) +
                    le<quint32>(0x58210000) + le<quint32>(entry.descriptor ? 0 : crc) + le<quint32>(localPacked) +
                    le<quint32>(localSize) + le<quint16>(static_cast<quint16>(localName.size())) +
                    le<quint16>(static_cast<quint16>(zip64Sizes.size())) + localName + zip64Sizes + packed;
            if (entry.descriptor)
                body += le<quint32>(0x08074b50) + le<quint32>(crc) + le<quint32>(packedSize) + le<quint32>(size);
        }
        const QByteArray extra = zip64Sizes + entry.extra;
        directory += le<quint32>(0x02014b50) + le<quint16>(entry.versionMadeBy) + le<quint16>(20) + le<quint16>(flags) +
                     le<quint16>(entry.method) + le<quint32>(0x58210000) + le<quint32>(crc) +
                     le<quint32>(entry.zip64 ? 0xFFFFFFFF : packedSize) + le<quint32>(entry.zip64 ? 0xFFFFFFFF : size) +
                     le<quint16>(static_cast<quint16>(entry.name.size())) +
                     le<quint16>(static_cast<quint16>(extra.size())) + le<quint16>(0) + le<quint16>(0) +
                     le<quint16>(0) + le<quint32>(entry.externalAttributes) + le<quint32>(offset) + entry.name + extra;
    }
    const auto count = archive.count.value_or(static_cast<quint16>(archive.entries.size()));
    const auto directoryOffset = archive.directoryOffset.value_or(static_cast<quint32>(body.size()));
    return body + directory + le<quint32>(0x06054b50) + le<quint16>(0) + le<quint16>(0) + le<quint16>(count) +
           le<quint16>(count) + le<quint32>(static_cast<quint32>(directory.size())) + le<quint32>(directoryOffset) +
           le<quint16>(static_cast<quint16>(archive.comment.size())) + archive.comment + archive.suffix;
}

} // namespace rawzip
