// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace navette
{

/// Whether an account's `proxy` ("http://name:password@host:port") holds a password, which belongs in the keychain.
[[nodiscard]] bool holdsProxyPassword(const QString &proxy);

} // namespace navette
