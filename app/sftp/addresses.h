// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace navette
{

struct Endpoint;

/// "user@host:port": who an endpoint is to its server, for what is kept or counted by account. Not to be shown.
[[nodiscard]] QString accountAddress(const Endpoint &endpoint);

namespace sftp
{

/// A server's name as protocols carry it; international names in their ASCII form.
[[nodiscard]] QByteArray wireHost(const QString &host);

} // namespace sftp
} // namespace navette
