// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "sftp/transport/keyagent.h"

namespace navette::sftp
{

/// The keys of an agent that a server is to be shown.
struct AgentKeys {
    KeyAgent agent;
    std::vector<QByteArray> publicKeys; ///< as SSH sends them; never empty
};

/// The key whose public half stands beside `keyFile` (or in it), or, without a name, the first few that libssh knows.
/// Of several agents the first that has one counts.
/// Errors: SignIn and NotReadable with a sentence; those of KeyAgent::ask() without.
[[nodiscard]] Result<AgentKeys> agentKeys(const LocalPath &keyFile, const Patience &patience);

} // namespace navette::sftp
