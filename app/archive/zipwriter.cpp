// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/bytes.h"
#include "archive/newfile.h"

#include <QFile>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <algorithm>
#include <numeric>

namespace navette::archive
{
namespace
{

constexpr qsizetype chunkBytes = qsizetype(256) << 10;

Result<void> writeEntry(QuaZip &zip, const NamedBytes &file, const JobControl &job, Progress &progress, qint64 &done)
{
    QuaZipNewInfo info(file.name);
    info.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup |
                        QFileDevice::ReadOther);
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::WriteOnly, info))
        return fail(ErrorKind::NotWritable, {}, QStringLiteral("QuaZip open: %1").arg(entry.getZipError()));
    for (qsizetype at = 0; at < file.bytes.size(); at += chunkBytes) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        const qsizetype length = std::min(chunkBytes, file.bytes.size() - at);
        if (entry.write(file.bytes.constData() + at, length) != length)
            return fail(ErrorKind::NotWritable, {}, QStringLiteral("QuaZip write: %1").arg(entry.getZipError()));
        done += length;
        progress.at(done);
    }
    entry.close();
    if (entry.getZipError() != ZIP_OK)
        return fail(ErrorKind::NotWritable, {}, QStringLiteral("QuaZip close: %1").arg(entry.getZipError()));
    return {};
}

Result<void> writeEntries(QFile &target, const std::vector<NamedBytes> &files, const JobControl &job)
{
    QuaZip zip(&target);
    zip.setAutoClose(false);
    zip.setUtf8Enabled(true);
    // Sizes in the local headers: some readers of the platforms' time know no data descriptors.
    zip.setDataDescriptorWritingEnabled(false);
    if (!zip.open(QuaZip::mdCreate))
        return fail(ErrorKind::NotWritable, {}, QStringLiteral("QuaZip create: %1").arg(zip.getZipError()));
    Progress progress(job, std::accumulate(files.begin(), files.end(), qint64(0),
                                           [](qint64 sum, const NamedBytes &file) { return sum + file.bytes.size(); }));
    qint64 done = 0;
    for (const NamedBytes &file : files) {
        if (auto written = writeEntry(zip, file, job, progress, done); !written)
            return written;
    }
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return fail(ErrorKind::NotWritable, {}, QStringLiteral("QuaZip finish: %1").arg(zip.getZipError()));
    return {};
}

} // namespace

Result<void> writeZip(const LocalPath &target, const std::vector<NamedBytes> &files, const JobControl &job)
{
    return writeNewFile(target, [&](QFile &file) { return writeEntries(file, files, job); });
}

} // namespace navette::archive
