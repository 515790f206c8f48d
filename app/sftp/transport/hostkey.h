// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/transport/knownhosts.h"
#include "sftp/transport/sshhandles.h"

namespace navette::sftp
{

/// "SHA256:…" without padding, as ssh-keygen -l prints it.
[[nodiscard]] QString fingerprintOf(ssh_key key);

/// Decides whether the server's key is the one to talk to; nothing secret was sent so far. Gives the step's sentence.
/// Errors: Unsafe, Internal.
[[nodiscard]] Result<QString> checkHostKey(ssh_session session, const ConnectRequest &request);

} // namespace navette::sftp
