// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/keyfile.h"

#include <QFileInfo>

namespace navette
{

// Windows keeps such things in lists that Qt does not read.
bool isOpenToOthers(const LocalPath &keyFile)
{
#ifdef Q_OS_WIN
    Q_UNUSED(keyFile);
    return false;
#else
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    return (QFileInfo(keyFile).permissions() & others) != 0;
#endif
}

} // namespace navette
