// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/bytes.h"

#include <QFile>
#include <QFileInfo>

namespace navette::archive
{

Result<void> openForReading(QFile &file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return fail(ErrorKind::NotFound,
                    QCoreApplication::translate("Archive", "“%1” is not there any more.").arg(info.fileName()));
    if (info.isDir())
        return fail(ErrorKind::NotAFile,
                    QCoreApplication::translate("Archive", "“%1” is a folder, not a file.").arg(info.fileName()));
    // A pipe or a device could keep us waiting for ever.
    if (!info.isFile())
        return fail(ErrorKind::NotAFile,
                    QCoreApplication::translate("Archive", "“%1” is not a plain file.").arg(info.fileName()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable,
                    QCoreApplication::translate("Archive",
                                                "“%1” cannot be opened. Check that you may read it and that no other "
                                                "program holds it.")
                        .arg(info.fileName()),
                    file.errorString());
    return {};
}

QByteArray readAt(QFile &file, qint64 position, qint64 length)
{
    if (position < 0 || length < 0 || position > file.size() || length > file.size() - position || !file.seek(position))
        return {};
    QByteArray bytes = file.read(length);
    return bytes.size() == length ? bytes : QByteArray();
}

} // namespace navette::archive
