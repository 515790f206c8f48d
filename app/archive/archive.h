// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"

#include <QByteArray>

#include <vector>

namespace navette::archive
{

/// Caps against bombs (reliability.md, part B).
struct Limits {
    int entries = 10'000;
    qint64 entryBytes = qint64(2) << 30;
    qint64 totalBytes = qint64(2) << 30;
};

enum class Kind { Plain, Zip, Gzip };
/// By content, never by name. Errors: NotFound, NotAFile, NotReadable.
[[nodiscard]] Result<Kind> kindOf(const LocalPath &file);

struct ZipEntry {
    QByteArray rawName; ///< as in the archive, in any encoding; hostile
    QString name;       ///< decoded, and safe to show; a file name for this computer is safeLocalName(name.toUtf8())
    qint64 size = 0;    ///< bytes, as the archive claims
    bool directory = false;
    bool operator==(const ZipEntry &) const = default;
};

/// Names and claimed sizes. Errors: BadFormat (not a zip, overlapping or inconsistent entries), Limit, Unsupported.
[[nodiscard]] Result<std::vector<ZipEntry>> listZip(const LocalPath &zip, const Limits &limits = {});
/// The whole content of the entry at `index` of listZip(), checked to its end (CRC, size).
/// Errors: BadFormat, Limit, Unsupported (encrypted, unknown method), Cancelled.
[[nodiscard]] Result<QByteArray> readZipEntry(const LocalPath &zip, int index, const Limits &limits = {},
                                              const JobControl &job = {});
/// The content of a gz file: all members, each with a verified CRC-32 and length, or an error ("incomplete, fetch
/// again").
[[nodiscard]] Result<QByteArray> readGzip(const LocalPath &gz, const Limits &limits = {}, const JobControl &job = {});

/// The CSV inside, whatever wraps it: the bytes of a gz, or of a zip's only file.
/// For a plain file `bytes` is null and the caller opens the file itself. Errors: as above, BadFormat where a zip holds
/// no file or several.
struct PlainContent {
    Kind kind = Kind::Plain;
    QString name; ///< of the inner file
    QByteArray bytes;
};
[[nodiscard]] Result<PlainContent> openPlain(const LocalPath &file, const Limits &limits = {},
                                             const JobControl &job = {});

/// Writes a zip with the given files. The target must not exist. Errors: AlreadyExists, NotWritable, NoSpace,
/// Cancelled.
struct NamedBytes {
    QString name;
    QByteArray bytes;
};
[[nodiscard]] Result<void> writeZip(const LocalPath &target, const std::vector<NamedBytes> &files,
                                    const JobControl &job = {});

/// Writes a gz of one member. The target must not exist. Errors: as writeZip().
[[nodiscard]] Result<void> writeGzip(const LocalPath &target, const QByteArray &bytes, const JobControl &job = {});

} // namespace navette::archive
