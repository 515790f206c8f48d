// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/newfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace navette::archive
{
namespace
{

Error writeError(const LocalPath &target, const QFile &file, const QString &detail)
{
    // Qt reports a full disk as one of several errors, by system; what is left on it tells more surely.
    const QStorageInfo storage(QFileInfo(target).absolutePath());
    const bool full =
        file.error() == QFileDevice::ResourceError || (storage.isValid() && storage.bytesAvailable() < 65536);
    const QString technical =
        detail.isEmpty() ? file.errorString() : detail + QStringLiteral("; ") + file.errorString();
    if (full)
        return {ErrorKind::NoSpace,
                QCoreApplication::translate("Archive",
                                            "There is no room left to write “%1”. Free some space and try again.")
                    .arg(fileName(target)),
                technical};
    return {ErrorKind::NotWritable,
            QCoreApplication::translate("Archive", "“%1” cannot be written. Check that you may write in this folder.")
                .arg(fileName(target)),
            technical};
}

} // namespace

Result<void> writeNewFile(const LocalPath &target, const std::function<Result<void>(QFile &)> &write)
{
    QFile file(target);
    // NewOnly is O_EXCL: neither an existing file nor a link planted at the place is written through.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        if (QFileInfo(target).exists() || QFileInfo(target).isSymLink())
            return fail(ErrorKind::AlreadyExists,
                        QCoreApplication::translate("Archive", "“%1” is there already; it is not overwritten.")
                            .arg(fileName(target)));
        return tl::make_unexpected(writeError(target, file, {}));
    }
    auto written = write(file);
    if (written && !file.flush())
        written = tl::make_unexpected(Error{ErrorKind::NotWritable, {}, {}});
    if (!written && written.error().message.isEmpty())
        written = tl::make_unexpected(writeError(target, file, written.error().detail));
    file.close();
    if (!written)
        file.remove();
    return written;
}

} // namespace navette::archive
