// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/addresses.h"

#include "sftp/connection.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace navette
{

QString accountAddress(const Endpoint &endpoint)
{
    return u"%1@%2:%3"_s.arg(endpoint.user, endpoint.host).arg(endpoint.port);
}

namespace sftp
{

QByteArray wireHost(const QString &host)
{
    const QByteArray ascii = QUrl::toAce(host);
    return ascii.isEmpty() ? host.toUtf8() : ascii;
}

} // namespace sftp
} // namespace navette
