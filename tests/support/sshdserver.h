// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"

namespace navette
{

/// OpenSSH's sshd.
class SshdServer final : public LoopbackServer
{
public:
    SshdServer() = default;
    /// In a directory that QTemporaryDir makes of this.
    explicit SshdServer(const QString &directoryTemplate) : LoopbackServer(directoryTemplate) {}

    /// False where this system has no sshd: the test is skipped (never on Linux CI).
    [[nodiscard]] static bool isInstalled();
    /// Lines for sshd_config, from the next start on.
    void setExtraConfiguration(const QString &lines) { m_extra = lines; }
    /// From the next start on the server shows another key.
    [[nodiscard]] bool makeNewHostKey();
    /// From now on who has this key may sign in; a line as in a ".pub" file.
    [[nodiscard]] bool allow(const QByteArray &publicKey) const;

    [[nodiscard]] Endpoint endpoint() const override;
    [[nodiscard]] QString fingerprint() const; ///< of the host key, as ssh-keygen prints it
    [[nodiscard]] QString hostKeyFile() const;
    [[nodiscard]] QString otherKeyFile() const;     ///< not accepted
    [[nodiscard]] QString protectedKeyFile() const; ///< accepted, with the passphrase "open sesame"

private:
    [[nodiscard]] bool prepare() override;
    [[nodiscard]] Command configured() override;

    QString m_extra;
};

} // namespace navette
