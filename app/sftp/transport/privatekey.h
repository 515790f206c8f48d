// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"
#include "base/secret.h"
#include "sftp/transport/sshhandles.h"

namespace navette::sftp
{

/// A private key from its file: OpenSSH's own format, PEM, or PuTTY's. `isProtected` is set to whether the file wants a
/// passphrase. Errors: NotFound, NotReadable, SignIn (passphrase missing or wrong, or no key at all), BadFormat,
/// Unsupported, Limit.
[[nodiscard]] Result<SshKeyPtr> loadPrivateKey(const LocalPath &path, const Secret &passphrase, bool &isProtected);

} // namespace navette::sftp
