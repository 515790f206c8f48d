// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

#include <optional>

struct ssh_session_struct;

namespace navette::sftp
{

/// What we offer a server, each in the order of our liking: name lists of RFC 4251, 6.
struct Algorithms {
    QByteArray keyExchanges;
    QByteArray hostKeys;
    QByteArray userKeys;
    QByteArray ciphers;
    QByteArray macs;
};
/// Which of a server's keys we want to see, by their types ("ssh-rsa").
struct HostKeyTypes {
    QByteArrayList first;   ///< before others
    QByteArrayList without; ///< not at all
};
/// The old ones come behind the safe ones, and only where they are allowed.
[[nodiscard]] Algorithms algorithmsFor(bool allowOld, const HostKeyTypes &types);

/// A server with which there is nothing in common.
struct NoCommonAlgorithm {
    enum class Use { KeyExchange, HostKey, Cipher, Mac, Other };
    Use use = Use::Other;
    QStringList offered; ///< by the server, made safe to show; the first 20
    bool isOld = false;  ///< it would work with the old ones
};
/// Taken from libssh's sentence about it, which is all that tells; nothing where it is about something else.
[[nodiscard]] std::optional<NoCommonAlgorithm> noCommonAlgorithm(const QString &detail);
/// The safe ones for this use that other servers most often have, for those who can allow them there.
[[nodiscard]] QStringList recommendedAlgorithms(NoCommonAlgorithm::Use use);

/// Those of the connection that are offered to nobody who did not allow them. libssh does not tell how the server's key
/// signed, so that this one is missing here.
[[nodiscard]] QStringList oldAlgorithmsInUse(ssh_session_struct *session);

} // namespace navette::sftp
