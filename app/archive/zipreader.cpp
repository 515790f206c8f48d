// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/bytes.h"
#include "archive/zipdirectory.h"

#include <QFile>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace navette::archive
{
namespace
{

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr qint64 chunkBytes = qint64(64) << 10;

tl::unexpected<Error> damaged(const ZipRecord &record, const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive",
                                            "“%1” in this zip file is damaged. Fetch the zip file or make it "
                                            "again.")
                    .arg(record.visible()),
                detail);
}

Result<void> checkReadable(const ZipRecord &record, const Limits &limits)
{
    if (record.isEncrypted())
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Archive", "“%1” in this zip file is protected by a password. Make a "
                                                           "zip file without one.")
                        .arg(record.visible()));
    if (record.method != stored && record.method != deflated)
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Archive", "“%1” is packed in a way that Navette does not know. Make "
                                                           "the zip file again with the usual means of your computer.")
                        .arg(record.visible()),
                    QStringLiteral("zip method %1").arg(record.method));
    if (record.isLink())
        return fail(ErrorKind::Unsafe,
                    QCoreApplication::translate("Archive", "“%1” in this zip file is a link to another place, not a "
                                                           "file, so it is not opened.")
                        .arg(record.visible()));
    if (record.size > static_cast<quint64>(limits.entryBytes))
        return fail(ErrorKind::Limit,
                    QCoreApplication::translate("Archive", "“%1” would unpack to more than %2 MB, which Navette does "
                                                           "not open.")
                        .arg(record.visible())
                        .arg(limits.entryBytes >> 20));
    return {};
}

// QuaZip goes through the directory in its order; that it sees what we saw is checked, not assumed.
bool select(QuaZip &zip, int index, const ZipRecord &record)
{
    bool found = zip.goToFirstFile();
    for (int i = 0; found && i < index; ++i)
        found = zip.goToNextFile();
    QuaZipFileInfo64 info;
    return found && zip.getCurrentFileInfo(&info) && info.crc == record.crc && info.uncompressedSize == record.size &&
           info.compressedSize == record.compressedSize && info.method == record.method;
}

Result<QByteArray> readWhole(QuaZip &zip, const ZipRecord &record, const JobControl &job)
{
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::ReadOnly))
        return damaged(record, QStringLiteral("QuaZip open: %1").arg(entry.getZipError()));
    QByteArray content;
    // The stated size is a claim: room is made for what comes, not for what is said.
    content.reserve(static_cast<qsizetype>(std::min<quint64>(record.size, quint64(16) << 20)));
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    Progress progress(job, static_cast<qint64>(record.size));
    for (;;) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        const qint64 got = entry.read(chunk.data(), chunk.size());
        if (got < 0)
            return damaged(record, QStringLiteral("QuaZip read: %1").arg(entry.getZipError()));
        if (got == 0)
            break;
        if (static_cast<quint64>(content.size() + got) > record.size)
            return damaged(record, QStringLiteral("longer than stated"));
        content.append(chunk.constData(), got);
        progress.at(content.size());
    }
    // The checksum is compared by close(), and only when everything was read.
    entry.close();
    if (entry.getZipError() != UNZ_OK)
        return damaged(record, QStringLiteral("QuaZip close: %1").arg(entry.getZipError()));
    if (static_cast<quint64>(content.size()) != record.size)
        return damaged(record, QStringLiteral("shorter than stated"));
    // Null means "not read" to openPlain()'s callers.
    return content.isNull() ? QByteArray("") : content;
}

} // namespace

Result<std::vector<ZipEntry>> listZip(const LocalPath &zip, const Limits &limits)
{
    QFile file(zip);
    if (auto opened = openForReading(file); !opened)
        return tl::make_unexpected(opened.error());
    return readZipDirectory(file, limits).map([](const std::vector<ZipRecord> &records) {
        std::vector<ZipEntry> entries;
        entries.reserve(records.size());
        for (const ZipRecord &record : records)
            entries.push_back({.rawName = record.rawName,
                               .name = record.visible(),
                               .size = static_cast<qint64>(record.size),
                               .directory = record.isDirectory()});
        return entries;
    });
}

Result<QByteArray> readZipEntry(const LocalPath &zip, int index, const Limits &limits, const JobControl &job)
{
    QFile file(zip);
    if (auto opened = openForReading(file); !opened)
        return tl::make_unexpected(opened.error());
    const auto records = readZipDirectory(file, limits);
    if (!records)
        return tl::make_unexpected(records.error());
    if (index < 0 || static_cast<std::size_t>(index) >= records->size())
        return fail(ErrorKind::NotFound,
                    QCoreApplication::translate("Archive", "This file is not in the zip file any more."));
    const ZipRecord &record = records->at(static_cast<std::size_t>(index));
    if (auto readable = checkReadable(record, limits); !readable)
        return tl::make_unexpected(readable.error());

    QuaZip archive(&file);
    archive.setAutoClose(false);
    if (!file.seek(0) || !archive.open(QuaZip::mdUnzip))
        return damaged(record, QStringLiteral("QuaZip open: %1").arg(archive.getZipError()));
    if (!select(archive, index, record))
        return damaged(record, QStringLiteral("QuaZip reads another directory"));
    return readWhole(archive, record, job);
}

} // namespace navette::archive
