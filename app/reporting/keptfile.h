// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QDate>

#include <optional>
#include <vector>

// How files from a platform are kept on this computer: a folder per day, private to this user, safe names, and nothing
// ever overwritten.
namespace navette
{

/// Where a remote file is kept, or where it is to go.
struct KeptPlace {
    std::optional<LocalPath> kept; ///< the version of that size
    LocalPath fresh;               ///< a path that is free: "x.zip", or "x (2).zip" where another version is kept
};
/// `bytes` is the size on the server, -1 where unknown (then any version will do).
[[nodiscard]] KeptPlace keptPlace(const LocalPath &folder, const QString &localName, qint64 bytes);

/// Files in a day's folder, without those of which a newer version is there ("x.zip" where "x (2).zip" is).
[[nodiscard]] std::vector<LocalPath> keptFiles(const LocalPath &folder);
/// The days for which there is a folder.
[[nodiscard]] std::vector<QDate> keptDays(const LocalPath &folder);

/// Makes a folder that only this user can read. Errors: NotWritable.
[[nodiscard]] Result<void> makePrivateFolder(const LocalPath &folder);

} // namespace navette
