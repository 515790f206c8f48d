// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "sftp/remotefilesystem.h"

namespace navette
{

enum class AuthMethod { Password, Key, Agent };
/// "password", "key", "agent".
[[nodiscard]] QString key(AuthMethod method);

/// Where and as whom to connect (the `endpoint` of an account file, cli.md).
struct Endpoint {
    QString host;
    quint16 port = 22;
    QString user;
    AuthMethod auth = AuthMethod::Password;
    LocalPath keyFile;
    QString hostKeyFingerprint; ///< "SHA256:…"; where set, only this key is accepted
    QString proxy;              ///< "", "system", "socks5://host:port", "http://host:port"
    QString root;               ///< directory of the account on the server; empty: where sign-in leads
    bool operator==(const Endpoint &) const = default;
};

struct Secrets {
    Secret password;
    Secret keyPassphrase;
};

enum class ConnectStep { NameLookup, Port, HostKey, SignIn, Tree };

/// What became of one step, for the connection test and the state line.
struct StepReport {
    ConnectStep step = ConnectStep::NameLookup;
    bool succeeded = false;
    QString message; ///< translated: "sftp.example is 203.0.113.80"
    qint64 milliseconds = 0;
};

/// An unknown host key, to be shown to the person once.
struct HostKeyQuestion {
    QString host;
    quint16 port = 22;
    QString keyType;     ///< "ssh-ed25519"
    QString fingerprint; ///< "SHA256:…"
};
enum class HostKeyAnswer { Refuse, TrustOnce, TrustAndKeep };

struct ConnectRequest {
    Endpoint endpoint;
    Secrets secrets;
    LocalPath knownHostsFile; ///< ours, OpenSSH format; made when the first key is kept
    /// Asked from the session's thread when the key is unknown and the endpoint pins none; may block. Empty: refuse.
    std::function<HostKeyAnswer(const HostKeyQuestion &)> askHostKey;
    /// Told of every step as it ends, from the session's thread.
    std::function<void(const StepReport &)> onStep;
    std::chrono::milliseconds stepTimeout = std::chrono::seconds(15);
    /// A connection that leaves a request, or a keep-alive (after half of this), unanswered for so long is dead.
    std::chrono::milliseconds answerTimeout = std::chrono::seconds(30);
};

/// Connects and signs in. The session owns one thread and one SSH connection; when the last pointer goes, it ends.
/// Errors: Network, Timeout, SignIn, Unsafe (host key changed or refused), NotFound (root), Cancelled.
[[nodiscard]] QFuture<Result<std::shared_ptr<RemoteFileSystem>>> connectSftp(ConnectRequest request);

} // namespace navette
