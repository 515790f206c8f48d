// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/knownhosts.h"
#include "sftp/transport/sshhandles.h"

namespace navette::sftp
{

/// What is known of the server before it shows its key.
struct KnownKeys {
    KnownHosts hosts;
    LocalPath unreadable = {}; ///< a file that is there and cannot be read; it may revoke the key
};
[[nodiscard]] KnownKeys readKnownKeys(const ConnectRequest &request);

struct HostKeyCheck {
    Result<QString> outcome;       ///< the step's sentence. Errors: Unsafe, NotReadable, NotWritable
    bool canBeConfirmed = false;   ///< refused for want of somebody who knows the fingerprint
    bool isOtherThanNamed = false; ///< a fingerprint was named, and this key is another one
    QByteArray keyType{};          ///< of the key that was shown
};
/// Decides whether the server's key is the one to talk to; nothing secret was sent so far.
[[nodiscard]] HostKeyCheck checkHostKey(ssh_session session, const ConnectRequest &request, const KnownKeys &known);

} // namespace navette::sftp
