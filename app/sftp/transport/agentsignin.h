// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/transport/sshtransport.h"

namespace navette::sftp
{

/// Shows the server keys of this computer's key agent: the endpoint's key file's, if it names one, else the agent's
/// first few, as servers hang up after some. Gives libssh's code. The agent's owner may take three steps' time to allow
/// a signature. Errors: SignIn (no agent, no such key in it, no answer or no signature from it), NotReadable (key
/// file), Timeout, Cancelled.
[[nodiscard]] Result<int> signInByAgent(SshTransport &transport, const ConnectRequest &request,
                                        const Patience &patience);

} // namespace navette::sftp
