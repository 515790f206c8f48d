// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/droppedfiles.h"

#include <QMimeData>
#include <QUrl>

namespace navette::ui
{

QStringList localFilesOf(const QMimeData *data)
{
    QStringList files;
    if (!data || !data->hasUrls())
        return files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

bool isAccountFile(const QString &file)
{
    return file.endsWith(QLatin1String(".navette"), Qt::CaseInsensitive);
}

} // namespace navette::ui
