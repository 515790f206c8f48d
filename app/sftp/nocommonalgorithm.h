// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace navette::sftp
{

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

} // namespace navette::sftp
