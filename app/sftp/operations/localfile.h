// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFile;

// What QFile does not do, or does without telling the system's own error: 0 is success.
namespace navette::sftp
{

/// Holds the file until it is closed, or the program is no more. False where somebody else holds it.
[[nodiscard]] bool tryLock(QFile &file);
/// On the disk, and not only on its way there.
[[nodiscard]] int syncToDisk(QFile &file);
/// Gives a closed file its final name, in one step and never over another file (QFile::rename() would copy where it
/// cannot rename, so that a crash leaves half a file). The new name is on the disk then, where the system can do that.
[[nodiscard]] int renameToNew(const QString &from, const QString &to);

enum class LocalFault {
    NoSpace,
    AlreadyThere,
    HeldElsewhere, ///< another program does not let go of it
    Other,
};
[[nodiscard]] LocalFault faultOf(int systemError);

} // namespace navette::sftp
