// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/identity.h"
#include "practice/platformtree.h"

#include <libssh/libssh.h>

#include <atomic>
#include <memory>

namespace navette::practice
{

struct SessionDeleter {
    void operator()(ssh_session session) const { ssh_free(session); }
};
using SshSession = std::unique_ptr<ssh_session_struct, SessionDeleter>;

/// Serves one accepted, non-blocking session until the client leaves or `stopping` is set: key exchange, sign-in, one
/// SFTP channel. Runs in the connection's own thread.
void serveConnection(SshSession session, const Identity &identity, PlatformTree &tree,
                     const std::atomic<bool> &stopping);

} // namespace navette::practice
