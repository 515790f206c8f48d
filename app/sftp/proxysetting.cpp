// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/proxysetting.h"

namespace navette
{

// By hand, as an address that is no whole one may hold a password all the same.
bool holdsProxyPassword(const QString &proxy)
{
    const qsizetype scheme = proxy.indexOf(u"://");
    const qsizetype start = scheme < 0 ? 0 : scheme + 3;
    const qsizetype at = proxy.lastIndexOf(u'@');
    const qsizetype colon = proxy.indexOf(u':', start);
    return colon >= 0 && colon < at;
}

} // namespace navette
