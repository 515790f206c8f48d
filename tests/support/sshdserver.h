// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

#include <QProcess>
#include <QTemporaryDir>

namespace navette
{

/// OpenSSH's sshd on a free port of the loopback, with a host key, a user key and a directory of its own.
class SshdServer final
{
public:
    SshdServer() = default;
    ~SshdServer();

    /// False where this system has no sshd: the test is skipped (never on Linux CI).
    [[nodiscard]] static bool isInstalled();
    /// Starts, or starts again on the same port. False with errorText() if it does not come up.
    [[nodiscard]] bool start();
    void stop();
    /// Ends the processes that serve connections, as a crash would; new connections are possible.
    void killConnections() const;
    /// Lines for sshd_config, from the next start on.
    void setExtraConfiguration(const QString &lines) { m_extra = lines; }
    /// From the next start on the server shows another key.
    [[nodiscard]] bool makeNewHostKey();
    /// From now on who has this key may sign in; a line as in a ".pub" file.
    [[nodiscard]] bool allow(const QByteArray &publicKey) const;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// By key, with the account's root in filesDirectory(); no fingerprint pinned.
    [[nodiscard]] Endpoint endpoint() const;
    [[nodiscard]] QString fingerprint() const; ///< of the host key, as ssh-keygen prints it
    [[nodiscard]] QString filesDirectory() const;
    [[nodiscard]] QString keyFile() const;          ///< accepted
    [[nodiscard]] QString otherKeyFile() const;     ///< not accepted
    [[nodiscard]] QString protectedKeyFile() const; ///< accepted, with the passphrase "open sesame"
    [[nodiscard]] LocalPath knownHostsFile() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    /// A request for connectSftp() that trusts and keeps the key.
    [[nodiscard]] ConnectRequest request() const;

private:
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool writeConfiguration();
    [[nodiscard]] bool waitUntilReady();
    [[nodiscard]] QString path(const QString &name) const;

    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_errorText;
    QString m_extra;
};

} // namespace navette
