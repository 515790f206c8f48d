// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sftp/protocol/packets.h"
#include "sftp/remotepath.h"

struct ssh_session_struct;

namespace navette
{

/// The Error that a server's status answer means for `path`. `serverText` goes into the detail.
[[nodiscard]] Error errorFromStatus(quint32 status, const RemotePath &path, QByteArrayView serverText = {});

namespace sftp
{

/// What libssh says went wrong last. `message` is the sentence for the person where libssh's kind of error tells
/// nothing better than that the connection is gone.
[[nodiscard]] Error errorFromSsh(ssh_session_struct *session, const QString &host);
[[nodiscard]] Error connectionLostError(const QString &host, const QString &detail);
[[nodiscard]] Error noAnswerError(const QString &host, const QString &detail);
[[nodiscard]] Error unsafePathError(const RemotePath &path);
[[nodiscard]] Error alreadyExistsError(const RemotePath &path);
/// Of a file on this computer, by its name.
[[nodiscard]] Error sourceChangedError(const QString &name, const QString &detail);
/// Of a file that could not be made at `path`, by the server's answer: where that is the folder's fault, it is the
/// folder that the person can do something about.
[[nodiscard]] Error notMadeError(quint32 status, const RemotePath &path, QByteArrayView serverText);
/// Where the sentence names `path`, which only we know, it names `known` instead.
[[nodiscard]] Error knownAs(Error error, const RemotePath &path, const RemotePath &known);
/// With the sentence that an upload goes on from what is left under this name.
[[nodiscard]] Error leftOnServer(Error error, const RemotePath &temporary);
/// With the sentence that what was sent may lie there still.
[[nodiscard]] Error mayBeOnServer(Error error, const RemotePath &temporary);
/// Version 3 has no code for a name that is taken: most servers say "failure", and ProFTPD "permission denied".
[[nodiscard]] bool mayMeanExists(quint32 status);

} // namespace sftp
} // namespace navette
