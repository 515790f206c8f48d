// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"
#include "csv/dialect.h"

namespace navette
{

struct WrittenZip {
    qint64 bytes = 0;
    QByteArray sha256; ///< of the zip's bytes
};

/// Writes a zip of one CSV, which is called after it. `text` comes without byte-order mark; the dialect tells whether
/// it begins with one. Errors: AlreadyExists, NotWritable, NoSpace, NotReadable, Cancelled.
[[nodiscard]] Result<WrittenZip> writeCsvZip(const LocalPath &target, const csv::Dialect &dialect, QByteArray text,
                                             const JobControl &job);

} // namespace navette
