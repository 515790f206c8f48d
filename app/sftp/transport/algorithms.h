// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QStringList>

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

/// Whether an algorithm is offered to nobody who did not allow the old ones.
[[nodiscard]] bool isOldAlgorithm(const QByteArray &name);
/// Those of the connection that are offered to nobody who did not allow them. libssh does not tell how the server's key
/// signed, so that this one is missing here.
[[nodiscard]] QStringList oldAlgorithmsInUse(ssh_session_struct *session);

} // namespace navette::sftp
