// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

#include <QProcess>
#include <QTemporaryDir>

namespace navette
{

/// An SFTP server of this system on a free port of the loopback, with a host key, a user key and a directory of its
/// own. It ends with its object, and where the test itself is killed, too.
class LoopbackServer
{
public:
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;
    virtual ~LoopbackServer();

    /// Starts, or starts again on the same port. False with errorText() if it does not come up.
    [[nodiscard]] bool start();
    void stop();
    /// Ends the processes that serve connections, as a crash would; new connections are possible. False where that
    /// cannot be done.
    virtual bool killConnections();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// By key, with the account's root in filesDirectory(); no fingerprint pinned.
    [[nodiscard]] virtual Endpoint endpoint() const;
    [[nodiscard]] QString filesDirectory() const;
    [[nodiscard]] QString keyFile() const; ///< accepted
    [[nodiscard]] LocalPath knownHostsFile() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    /// A request for connectSftp() that trusts and keeps the key.
    [[nodiscard]] ConnectRequest request() const;

protected:
    LoopbackServer() = default;
    explicit LoopbackServer(const QString &directoryTemplate) : m_dir(directoryTemplate) {}

    struct Command {
        QString program; ///< empty: the configuration could not be written
        QStringList arguments;
    };
    /// Makes the keys and the directory, once.
    [[nodiscard]] virtual bool prepare();
    /// Writes the configuration for port(), and says how to start.
    [[nodiscard]] virtual Command configured() = 0;

    void kill(); ///< at once, with all that it started
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] static bool runQuietly(const QString &program, const QStringList &arguments);
    /// By ssh-keygen, an Ed25519 key if nothing else is asked for.
    [[nodiscard]] static bool makeKey(const QString &path, const QString &passphrase = {},
                                      const QStringList &kind = {QStringLiteral("-t"), QStringLiteral("ed25519")});
    [[nodiscard]] static QByteArray contentOf(const QString &path);
    [[nodiscard]] static bool writeFile(const QString &path, const QByteArray &bytes);

private:
    [[nodiscard]] bool waitUntilReady();

    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_errorText;
};

} // namespace navette
