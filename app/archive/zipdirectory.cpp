// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipdirectory.h"

#include "archive/bytes.h"
#include "archive/zipname.h"
#include "base/safename.h"

#include <QFile>

#include <algorithm>
#include <optional>

// Section numbers are those of PKWARE's APPNOTE.TXT 6.3.10.
namespace navette::archive
{
namespace
{

constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 zip64EndSignature = 0x06064b50;
constexpr quint32 zip64LocatorSignature = 0x07064b50;
constexpr QByteArrayView endSignature("PK\x05\x06");

constexpr qint64 localHeaderBytes = 30;
constexpr qint64 centralHeaderBytes = 46;
constexpr qint64 endRecordBytes = 22;
constexpr qint64 zip64LocatorBytes = 20;
constexpr qint64 zip64EndBytes = 56;
// More than 10,000 entries with the longest usual paths.
constexpr quint64 mostDirectoryBytes = quint64(64) << 20;

tl::unexpected<Error> notWhole(const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive",
                                            "This zip file is not whole, or not a zip file. Fetch it or make "
                                            "it again."),
                detail);
}

tl::unexpected<Error> contradictory(const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive", "The parts of this zip file contradict each other, so it is not "
                                                       "opened. Make it again with the usual means of your computer."),
                detail);
}

tl::unexpected<Error> contradictory(const ZipRecord &record, const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive", "This zip file says different things about “%1”, so it is not "
                                                       "opened. Make it again with the usual means of your computer.")
                    .arg(record.visible()),
                detail);
}

// Where the central directory stands (4.3.14, 4.3.16).
struct End {
    quint64 entries = 0;
    quint64 directoryBytes = 0;
    quint64 directoryOffset = 0;
    quint64 directoryEnd = 0; ///< start of the end record, or of the zip64 one
    bool split = false;
};

// The zip64 end record in front of the end record at `endOffset`, nothing if there is none.
Result<std::optional<End>> readZip64End(QFile &file, qint64 endOffset)
{
    const QByteArray locator = readAt(file, endOffset - zip64LocatorBytes, zip64LocatorBytes);
    if (locator.isNull() || number<quint32>(locator, 0) != zip64LocatorSignature)
        return std::nullopt;
    const auto offset = number<quint64>(locator, 8);
    const auto latest = static_cast<quint64>(endOffset - zip64LocatorBytes - zip64EndBytes);
    if (endOffset < zip64LocatorBytes + zip64EndBytes || offset > latest)
        return contradictory(QStringLiteral("zip64 end record lies outside"));
    const QByteArray record = readAt(file, static_cast<qint64>(offset), zip64EndBytes);
    if (record.isNull() || number<quint32>(record, 0) != zip64EndSignature)
        return contradictory(QStringLiteral("no zip64 end record at its place"));
    // Its size field does not count itself and the signature: 12 bytes.
    if (number<quint64>(record, 4) != static_cast<quint64>(endOffset - zip64LocatorBytes) - offset - 12)
        return contradictory(QStringLiteral("zip64 end record does not reach its locator"));
    return End{.entries = number<quint64>(record, 32),
               .directoryBytes = number<quint64>(record, 40),
               .directoryOffset = number<quint64>(record, 48),
               .directoryEnd = offset,
               .split = number<quint32>(locator, 16) > 1 || number<quint32>(record, 16) != 0 ||
                        number<quint32>(record, 20) != 0 || number<quint64>(record, 24) != number<quint64>(record, 32)};
}

Result<End> readEnd(QFile &file)
{
    const qint64 tailBytes = std::min<qint64>(file.size(), endRecordBytes + 0xFFFF);
    const QByteArray tail = readAt(file, file.size() - tailBytes, tailBytes);
    const qsizetype at = QByteArrayView(tail).lastIndexOf(endSignature);
    if (at < 0 || tail.size() - at < endRecordBytes)
        return notWhole(QStringLiteral("no end record"));
    const QByteArrayView record = QByteArrayView(tail).sliced(at);
    if (number<quint16>(record, 20) != record.size() - endRecordBytes)
        return notWhole(QStringLiteral("end record and its comment do not end the file"));
    const qint64 endOffset = file.size() - record.size();
    const End plain{.entries = number<quint16>(record, 10),
                    .directoryBytes = number<quint32>(record, 12),
                    .directoryOffset = number<quint32>(record, 16),
                    .directoryEnd = static_cast<quint64>(endOffset),
                    .split = number<quint16>(record, 4) != 0 || number<quint16>(record, 6) != 0 ||
                             number<quint16>(record, 8) != number<quint16>(record, 10)};
    const auto zip64 = readZip64End(file, endOffset);
    if (!zip64)
        return tl::make_unexpected(zip64.error());
    if (!zip64->has_value())
        return plain;
    const End &end = **zip64;
    // Each number of the old record is either the same or says "see zip64" (4.4.1.4).
    const bool agree = (plain.entries == 0xFFFF || plain.entries == end.entries) &&
                       (plain.directoryBytes == 0xFFFFFFFF || plain.directoryBytes == end.directoryBytes) &&
                       (plain.directoryOffset == 0xFFFFFFFF || plain.directoryOffset == end.directoryOffset);
    if (!agree)
        return contradictory(QStringLiteral("end record and zip64 end record disagree"));
    return end;
}

// Takes from a header's zip64 extra field (4.5.3) those of the numbers that the header itself left at 0xFFFFFFFF.
bool applyZip64(QByteArrayView extra, std::initializer_list<quint64 *> values)
{
    const bool wanted = std::ranges::any_of(values, [](const quint64 *value) { return *value == 0xFFFFFFFF; });
    while (wanted && extra.size() >= 4) {
        const auto id = number<quint16>(extra, 0);
        const auto size = number<quint16>(extra, 2);
        if (size > extra.size() - 4)
            return false;
        if (id == 0x0001) {
            qsizetype at = 4;
            for (quint64 *value : values) {
                if (*value != 0xFFFFFFFF)
                    continue;
                if (at + 8 > 4 + size)
                    return false;
                *value = number<quint64>(extra, at);
                at += 8;
            }
            return true;
        }
        extra = extra.sliced(4 + size);
    }
    // A size of exactly 4 GiB − 1 needs no zip64 field.
    return true;
}

// The central header at the front of `bytes` (4.3.12); its length is added to `used`.
Result<ZipRecord> readCentralHeader(QByteArrayView bytes, qsizetype &used)
{
    if (bytes.size() < centralHeaderBytes || number<quint32>(bytes, 0) != centralSignature)
        return contradictory(QStringLiteral("fewer central headers than counted"));
    const qsizetype nameBytes = number<quint16>(bytes, 28);
    const qsizetype extraBytes = number<quint16>(bytes, 30);
    const qsizetype commentBytes = number<quint16>(bytes, 32);
    const qsizetype length = centralHeaderBytes + nameBytes + extraBytes + commentBytes;
    if (length > bytes.size())
        return contradictory(QStringLiteral("a central header reaches beyond the directory"));
    used += length;
    ZipRecord record{.rawName = bytes.sliced(centralHeaderBytes, nameBytes).toByteArray(),
                     .extra = bytes.sliced(centralHeaderBytes + nameBytes, extraBytes).toByteArray(),
                     .versionMadeBy = number<quint16>(bytes, 4),
                     .flags = number<quint16>(bytes, 8),
                     .method = number<quint16>(bytes, 10),
                     .crc = number<quint32>(bytes, 16),
                     .compressedSize = number<quint32>(bytes, 20),
                     .size = number<quint32>(bytes, 24),
                     .externalAttributes = number<quint32>(bytes, 38),
                     .offset = number<quint32>(bytes, 42)};
    if (!applyZip64(record.extra, {&record.size, &record.compressedSize, &record.offset}))
        return contradictory(record, QStringLiteral("zip64 extra field too short"));
    if (record.rawName.isEmpty())
        return contradictory(QStringLiteral("an entry without a name"));
    return record;
}

// Compares with the local header (4.3.7) and notes where the entry's data ends.
Result<void> checkLocalHeader(QFile &file, ZipRecord &record, quint64 directoryOffset)
{
    if (record.offset >= directoryOffset)
        return contradictory(record, QStringLiteral("local header lies outside"));
    const QByteArray header = readAt(file, static_cast<qint64>(record.offset), localHeaderBytes);
    if (header.isNull() || number<quint32>(header, 0) != localSignature)
        return contradictory(record, QStringLiteral("no local header at its place"));
    const auto nameBytes = number<quint16>(header, 26);
    const auto extraBytes = number<quint16>(header, 28);
    const auto variable = readAt(file, static_cast<qint64>(record.offset) + localHeaderBytes, nameBytes + extraBytes);
    if (variable.isNull() || variable.first(nameBytes) != record.rawName)
        return contradictory(record, QStringLiteral("local name differs"));
    const auto flags = number<quint16>(header, 6);
    if (number<quint16>(header, 8) != record.method || ((flags ^ record.flags) & 0x0009) != 0)
        return contradictory(record, QStringLiteral("local method or flags differ"));
    quint64 compressedSize = number<quint32>(header, 18);
    quint64 size = number<quint32>(header, 22);
    const auto crc = number<quint32>(header, 14);
    if (!applyZip64(QByteArrayView(variable).sliced(nameBytes), {&size, &compressedSize}))
        return contradictory(record, QStringLiteral("local zip64 extra field too short"));
    // With bit 3 the numbers follow the data and may stand as zero here (4.4.4).
    const bool later = (flags & 0x0008) != 0;
    const auto agrees = [later](quint64 local, quint64 central) { return local == central || (later && local == 0); };
    if (!agrees(crc, record.crc) || !agrees(size, record.size) || !agrees(compressedSize, record.compressedSize))
        return contradictory(record, QStringLiteral("local sizes or checksum differ"));
    const quint64 dataStart = record.offset + static_cast<quint64>(localHeaderBytes + nameBytes + extraBytes);
    if (dataStart > directoryOffset || record.compressedSize > directoryOffset - dataStart)
        return contradictory(record, QStringLiteral("data reaches beyond its place"));
    record.dataEnd = dataStart + record.compressedSize;
    return {};
}

Result<void> checkLayout(const std::vector<ZipRecord> &records)
{
    std::vector<const ZipRecord *> byOffset;
    byOffset.reserve(records.size());
    for (const ZipRecord &record : records)
        byOffset.push_back(&record);
    std::ranges::sort(byOffset, {}, &ZipRecord::offset);
    quint64 end = 0;
    for (const ZipRecord *record : byOffset) {
        if (record == byOffset.front() && record->offset != 0)
            return contradictory(QStringLiteral("bytes in front of the first entry"));
        // One stretch of data that serves several entries is how a small zip becomes 5.5 GB (CVE-2024-0450).
        if (record->offset < end)
            return contradictory(*record, QStringLiteral("entries overlap"));
        end = record->dataEnd;
    }
    return {};
}

Result<void> checkLimits(const End &end, const std::vector<ZipRecord> &records, const Limits &limits)
{
    quint64 total = 0;
    for (const ZipRecord &record : records) {
        if (record.size > static_cast<quint64>(limits.totalBytes) - total)
            return fail(ErrorKind::Limit,
                        QCoreApplication::translate("Archive", "This zip file would unpack to more than %1 MB, which "
                                                               "Navette does not open.")
                            .arg(limits.totalBytes >> 20),
                        QStringLiteral("%1 entries").arg(end.entries));
        total += record.size;
    }
    return {};
}

} // namespace

bool ZipRecord::isLink() const
{
    // Unix (3) and macOS (19) keep the file mode in the high half.
    const int host = versionMadeBy >> 8;
    return (host == 3 || host == 19) && ((externalAttributes >> 16) & 0170000) == 0120000;
}

QString ZipRecord::visible() const
{
    return visibleName(decodedZipName({.raw = rawName,
                                       .utf8Flag = (flags & 0x0800) != 0,
                                       .hostSystem = static_cast<quint8>(versionMadeBy >> 8),
                                       .extra = extra})
                           .toUtf8());
}

Result<std::vector<ZipRecord>> readZipDirectory(QFile &file, const Limits &limits)
{
    const auto end = readEnd(file);
    if (!end)
        return tl::make_unexpected(end.error());
    if (end->split)
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Archive", "This zip file is one part of several. Join them, or make "
                                                           "one whole zip file."));
    if (end->entries > static_cast<quint64>(limits.entries) || end->directoryBytes > mostDirectoryBytes)
        return fail(ErrorKind::Limit,
                    QCoreApplication::translate("Archive", "This zip file holds more than %1 files, which Navette does "
                                                           "not open.")
                        .arg(limits.entries));
    if (end->directoryOffset > end->directoryEnd || end->directoryEnd - end->directoryOffset != end->directoryBytes)
        return contradictory(QStringLiteral("the directory is not where the end record says"));

    const QByteArray directory =
        readAt(file, static_cast<qint64>(end->directoryOffset), static_cast<qint64>(end->directoryBytes));
    if (directory.size() != static_cast<qsizetype>(end->directoryBytes))
        return notWhole(file.errorString());
    std::vector<ZipRecord> records;
    qsizetype used = 0;
    for (quint64 i = 0; i < end->entries; ++i) {
        auto record = readCentralHeader(QByteArrayView(directory).sliced(used), used);
        if (!record)
            return tl::make_unexpected(record.error());
        if (auto checked = checkLocalHeader(file, *record, end->directoryOffset); !checked)
            return tl::make_unexpected(checked.error());
        records.push_back(*std::move(record));
    }
    if (used != directory.size())
        return contradictory(QStringLiteral("more central headers than counted"));
    if (auto checked = checkLayout(records); !checked)
        return tl::make_unexpected(checked.error());
    if (auto checked = checkLimits(*end, records, limits); !checked)
        return tl::make_unexpected(checked.error());
    return records;
}

} // namespace navette::archive
