// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/localpath.h"

#include <QDir>
#include <QFileInfo>

namespace navette
{

LocalPath toLocalPath(const QString &text)
{
    return QFileInfo(text).filesystemFilePath();
}

QString displayText(const LocalPath &path)
{
    return QDir::toNativeSeparators(QFileInfo(path).filePath());
}

QString fileName(const LocalPath &path)
{
    return QFileInfo(path).fileName();
}

} // namespace navette
