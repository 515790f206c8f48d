// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

#include <QByteArray>

namespace navette
{

/// The public half of a key for people: one line as in OpenSSH's ".pub" files, from such a file beside the key, from
/// the key's own if it is one, or from PuTTY's, where it stands in clear. Empty where there is none.
[[nodiscard]] QByteArray publicKeyLine(const LocalPath &keyFile);
/// The same as SSH sends it.
[[nodiscard]] QByteArray publicKeyBytes(const LocalPath &keyFile);

} // namespace navette
