// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "sftp/remotefilesystem.h"

#include <optional>

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
    bool oldAlgorithms = false; ///< also those with SHA-1 and CBC, where the server has nothing better
    bool operator==(const Endpoint &) const = default;
};

struct Secrets {
    Secret password;
    Secret keyPassphrase = {};
    Secret proxyPassword = {};

    [[nodiscard]] bool isEmpty() const
    {
        return password.isEmpty() && keyPassphrase.isEmpty() && proxyPassword.isEmpty();
    }
    /// Takes over those that `newer` has.
    void add(const Secrets &newer);
};

enum class ConnectStep { NameLookup, Port, HostKey, SignIn, Tree };

/// What a person can do about a step that failed, besides trying again.
enum class Remedy {
    None,
    ConfirmHostKey,     ///< enter the fingerprint that the server's people say: ConnectRequest::confirmedFingerprint
    AllowOldAlgorithms, ///< Endpoint::oldAlgorithms
};

/// What became of one step, for the connection test and the state line.
struct StepReport {
    ConnectStep step = ConnectStep::NameLookup;
    bool succeeded = false;
    QString message; ///< translated: "sftp.example is 203.0.113.80"
    qint64 milliseconds = 0;
    Remedy remedy = Remedy::None;
};

/// An unknown host key, to be shown to the person once.
struct HostKeyQuestion {
    QString host;
    quint16 port = 22;
    QString keyType;     ///< "ssh-ed25519"
    QString fingerprint; ///< "SHA256:…"
    /// A known_hosts file names who vouches for this server's keys, by certificates that are not looked at here.
    bool certificateExpected = false;
    /// Whether nobody waits for the answer any more; for the asking thread only.
    std::function<bool()> isCancelled = {};
};
enum class HostKeyAnswer { Refuse, TrustOnce, TrustAndKeep };

/// What a person at hand is asked at sign-in. Texts of the server are bounded and safe to show.
struct SignInQuestion {
    enum class What {
        Password,
        Passphrase,    ///< of the key file
        ProxyPassword, ///< `host` is the proxy
        Answers,       ///< to what the server asks, such as a one-time code; never kept
    };
    struct Prompt {
        QString text;      ///< the server's; may be empty but for Answers
        bool echo = false; ///< what is typed may be seen
    };
    What what = What::Password;
    QString host;
    QString user;
    QString keyFile;             ///< its name; for Passphrase
    QString title = {};          ///< the server's, or empty
    QString instruction = {};    ///< the server's, or empty; of several lines
    std::vector<Prompt> prompts; ///< one, but for Answers
    bool again = false;          ///< what was given before was not accepted
    bool mayKeep = false;        ///< the keychain is where it would be looked for next time
    /// As in HostKeyQuestion.
    std::function<bool()> isCancelled = {};
};
struct SignInAnswer {
    std::vector<Secret> values; ///< one for each prompt
    bool keep = false;
};

/// What a person typed that serves again, when it has served once.
struct GivenSecrets {
    Secrets all;
    Secrets toKeep; ///< of these, what belongs in the keychain
};

struct ConnectRequest {
    Endpoint endpoint;
    Secrets secrets;
    LocalPath knownHostsFile;    ///< ours, OpenSSH format; made when the first key is kept
    LocalPath sshKnownHostsFile; ///< the user's own, read too and never written
    /// "SHA256:…" as the platform's people said it. A key that is unknown, or another than the one in our file, is
    /// taken and kept without asking where it has this fingerprint, and refused where not. Empty: none was said.
    QString confirmedFingerprint;
    /// Asked from the session's thread when the key is unknown and the endpoint pins none; may block. Empty: refuse.
    std::function<HostKeyAnswer(const HostKeyQuestion &)> askHostKey;
    /// The sentence that says how a refused key of this fingerprint is accepted on purpose, for the end of the error:
    /// each surface has its own way. Empty: the window's.
    std::function<QString(const QString &fingerprint)> howToAcceptHostKey;
    /// Asked from the session's thread for what `secrets` lacks or the server did not accept; may block. Nothing: the
    /// person does not want to. Empty: nobody is at hand.
    std::function<std::optional<SignInAnswer>(const SignInQuestion &)> askSignIn;
    /// Told from the session's thread, before the connection is handed over, what was typed for it.
    std::function<void(const GivenSecrets &)> onSecretsGiven;
    /// Told of every step as it ends, from the session's thread.
    std::function<void(const StepReport &)> onStep;
    std::chrono::milliseconds stepTimeout = std::chrono::seconds(15);
    /// A connection that leaves a request, or a keep-alive (after half of this), unanswered for so long is dead.
    std::chrono::milliseconds answerTimeout = std::chrono::seconds(30);
};

/// Connects and signs in. The session owns one thread and one SSH connection; when the last pointer goes, it ends.
/// Errors: Network, Timeout, SignIn, Unsafe (host key changed or refused), NotFound (root), Cancelled.
[[nodiscard]] QFuture<Result<std::shared_ptr<RemoteFileSystem>>> connectSftp(ConnectRequest request);

/// The first steps of the same, as far as the server's key; nothing is sent of who we are. Blocks.
/// Errors: Network, Timeout, Unsafe, Cancelled.
[[nodiscard]] Result<void> checkServer(const ConnectRequest &request, const JobControl &job);

} // namespace navette
