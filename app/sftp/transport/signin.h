// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/transport/signinasker.h"
#include "sftp/transport/sshtransport.h"

namespace navette::sftp
{

/// Shows the server who we are: by the endpoint's method, then by whatever else the server says it wants after that.
/// What is missing is asked for. Gives the step's sentence.
/// Errors: SignIn; NotFound, NotReadable, BadFormat, Unsupported and Limit (key file); Network, Timeout,
/// Cancelled.
[[nodiscard]] Result<QString> signIn(SshTransport &transport, const ConnectRequest &request, SignInAsker &asker,
                                     const Patience &patience);

} // namespace navette::sftp
