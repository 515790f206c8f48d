// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/openfolder.h"

#include <QDesktopServices>
#include <QUrl>

namespace navette::ui
{

void openFolder(const LocalPath &folder)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdU16String(folder.u16string())));
}

} // namespace navette::ui
