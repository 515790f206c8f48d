// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/signin.h"

#include "sftp/errors.h"
#include "sftp/transport/agentsignin.h"
#include "sftp/transport/puttykey.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr int maxPromptRounds = 5; ///< a server may ask for ever

// Whether the private key in this file needs a passphrase. libssh does not tell, and would ask on the terminal.
bool isEncryptedKey(const QByteArray &file)
{
    if (isPuttyKey(file))
        return isEncryptedPuttyKey(file);
    constexpr QByteArrayView begin("-----BEGIN OPENSSH PRIVATE KEY-----");
    constexpr QByteArrayView end("-----END OPENSSH PRIVATE KEY-----");
    const qsizetype from = file.indexOf(begin);
    const qsizetype to = file.indexOf(end);
    if (from < 0 || to < from)
        return file.contains("ENCRYPTED");
    // No more of it than is looked at: what follows may be the key in clear.
    constexpr qsizetype lookedAt = 64;
    const QByteArray start = file.mid(from + begin.size(), std::min(lookedAt, to - from - begin.size()));
    const QByteArray blob = QByteArray::fromBase64(start);
    // openssh/PROTOCOL.key: "openssh-key-v1", NUL, then the cipher's name as a string.
    constexpr qsizetype magicBytes = 15;
    return !blob.mid(magicBytes).startsWith(QByteArray("\0\0\0\4none", 8));
}

// A key that everybody on this computer can copy. Windows keeps such things in lists that Qt does not read.
bool isOpenToOthers(const Endpoint &endpoint)
{
#ifdef Q_OS_WIN
    Q_UNUSED(endpoint);
    return false;
#else
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    return endpoint.auth == AuthMethod::Key && (QFileInfo(endpoint.keyFile).permissions() & others) != 0;
#endif
}

QString whyNot(ErrorKind reason, const QString &keyName)
{
    switch (reason) {
    case ErrorKind::SignIn:
        return QCoreApplication::translate("Sftp", "The passphrase does not open the key “%1”.").arg(keyName);
    case ErrorKind::Unsupported:
        return QCoreApplication::translate("Sftp", "“%1” is a kind of PuTTY key that is not possible here. PuTTYgen "
                                                   "can make a new one: RSA, ECDSA and Ed25519 work.")
            .arg(keyName);
    case ErrorKind::Limit:
        return QCoreApplication::translate(
                   "Sftp", "The PuTTY key “%1” is protected in a way that takes too much memory or time to open. "
                           "PuTTYgen can save it again with the usual protection.")
            .arg(keyName);
    default:
        return QCoreApplication::translate("Sftp", "The key file “%1” is damaged.").arg(keyName);
    }
}

Result<SshKeyPtr> loadKey(const ConnectRequest &request)
{
    const LocalPath &path = request.endpoint.keyFile;
    const QString shown = fileName(path);
    QFile file(path);
    if (path.empty() || !file.exists())
        return fail(ErrorKind::NotFound, QCoreApplication::translate(
                                             "Sftp", "The key file “%1” named in the account is not on this computer.")
                                             .arg(shown));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable,
                    QCoreApplication::translate("Sftp", "The key file “%1” cannot be read.").arg(shown),
                    file.errorString());
    QByteArray text = file.read(1024 * 1024);
    const auto wiped = qScopeGuard([&text] { wipeMemory(text.data(), size_t(text.size())); });
    const bool encrypted = isEncryptedKey(text);
    const Secret &passphrase = request.secrets.keyPassphrase;
    if (encrypted && passphrase.isEmpty())
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate("Sftp", "The key “%1” is protected, and its passphrase is missing.")
                        .arg(shown));
    SecretBytes converted;
    if (isPuttyKey(text)) {
        auto openSsh = openSshFromPutty(text, passphrase);
        if (!openSsh)
            return fail(openSsh.error().kind, whyNot(openSsh.error().kind, shown), openSsh.error().detail);
        converted = std::move(*openSsh);
    }
    ssh_key raw = nullptr;
    const char *readable = converted.empty() ? text.constData() : converted.data();
    const int code = ssh_pki_import_privkey_base64(readable, passphrase.utf8(), nullptr, nullptr, &raw);
    if (code != SSH_OK && !encrypted && converted.empty())
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate("Sftp", "“%1” does not hold a private key.").arg(shown));
    if (code != SSH_OK) {
        const ErrorKind reason = converted.empty() ? ErrorKind::SignIn : ErrorKind::BadFormat;
        return fail(reason, whyNot(reason, shown));
    }
    return SshKeyPtr(raw);
}

// One hidden question is the password; anything else (a code, several questions) needs a person.
Result<int> answerPrompts(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    const ssh_session session = transport.session();
    bool answered = false;
    for (int round = 0; round < maxPromptRounds; ++round) {
        const auto code = transport.repeat(SSH_AUTH_AGAIN, patience,
                                           [session] { return ssh_userauth_kbdint(session, nullptr, nullptr); });
        if (!code || *code != SSH_AUTH_INFO)
            return code;
        const int prompts = ssh_userauth_kbdint_getnprompts(session);
        if (prompts == 0)
            continue;
        char echo = 0;
        ssh_userauth_kbdint_getprompt(session, 0, &echo);
        if (prompts > 1 || echo != 0 || answered)
            return fail(ErrorKind::SignIn,
                        QCoreApplication::translate(
                            "Sftp",
                            "%1 asks for more than a password, such as a one-time code, which is not possible yet. The "
                            "platform's support can allow a key instead.")
                            .arg(transport.host()));
        answered = true;
        if (ssh_userauth_kbdint_setanswer(session, 0, request.secrets.password.utf8()) < 0)
            return SSH_AUTH_ERROR;
    }
    return SSH_AUTH_DENIED;
}

Result<int> tryPassword(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    const ssh_session session = transport.session();
    const char *password = request.secrets.password.utf8();
    const auto code =
        transport.repeat(SSH_AUTH_AGAIN, patience, [&] { return ssh_userauth_password(session, nullptr, password); });
    if (!code || *code != SSH_AUTH_DENIED)
        return code;
    // Only where the method itself is missing: a wrong password is sent once, not twice.
    const int methods = ssh_userauth_list(session, nullptr);
    if ((methods & SSH_AUTH_METHOD_PASSWORD) == 0 && (methods & SSH_AUTH_METHOD_INTERACTIVE) != 0)
        return answerPrompts(transport, request, patience);
    return code;
}

Result<int> tryKey(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    auto key = loadKey(request);
    if (!key)
        return tl::make_unexpected(key.error());
    return transport.repeat(SSH_AUTH_AGAIN, patience,
                            [&] { return ssh_userauth_publickey(transport.session(), nullptr, key->get()); });
}

Result<int> tryMethod(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    switch (request.endpoint.auth) {
    case AuthMethod::Password:
        return tryPassword(transport, request, patience);
    case AuthMethod::Key:
        return tryKey(transport, request, patience);
    case AuthMethod::Agent:
        return signInByAgent(transport, request, patience);
    }
    return SSH_AUTH_ERROR;
}

// A server that wants a key and then the password says "partial", and lists what is left: the password may be asked for
// as one, or as a question.
Result<int> tryNextStep(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    if (request.endpoint.auth == AuthMethod::Password || request.secrets.password.isEmpty())
        return SSH_AUTH_PARTIAL;
    const int left = ssh_userauth_list(transport.session(), nullptr);
    if ((left & SSH_AUTH_METHOD_PASSWORD) != 0)
        return tryPassword(transport, request, patience);
    if ((left & SSH_AUTH_METHOD_INTERACTIVE) != 0)
        return answerPrompts(transport, request, patience);
    return SSH_AUTH_PARTIAL;
}

QString refusal(const Endpoint &endpoint)
{
    switch (endpoint.auth) {
    case AuthMethod::Password:
        return QCoreApplication::translate(
                   "Sftp",
                   "%1 does not accept this user name with this password. Typing both again helps most often; the "
                   "platform's support can set a new password.")
            .arg(endpoint.host);
    case AuthMethod::Key:
        return QCoreApplication::translate(
                   "Sftp",
                   "%1 does not accept the key “%2” for the user “%3”. The platform's support needs its public half.")
            .arg(endpoint.host, fileName(endpoint.keyFile), endpoint.user);
    case AuthMethod::Agent:
        return QCoreApplication::translate("Sftp", "%1 accepts none of the key agent's keys for the user “%2”.")
            .arg(endpoint.host, endpoint.user);
    }
    return {};
}

// Nothing says which methods a server wants better than its own list.
QString offeredMethods(ssh_session session)
{
    const int methods = ssh_userauth_list(session, nullptr);
    QStringList names;
    if (methods & SSH_AUTH_METHOD_PASSWORD)
        names += u"password"_s;
    if (methods & SSH_AUTH_METHOD_PUBLICKEY)
        names += u"publickey"_s;
    if (methods & SSH_AUTH_METHOD_INTERACTIVE)
        names += u"keyboard-interactive"_s;
    return u"the server offers: "_s + names.join(u", "_s);
}

} // namespace

Result<QString> signIn(SshTransport &transport, const ConnectRequest &request, const Patience &patience)
{
    // Servers count an empty password as a failure, and lock accounts after some.
    if (request.endpoint.auth == AuthMethod::Password && request.secrets.password.isEmpty())
        return fail(ErrorKind::SignIn, QCoreApplication::translate(
                                           "Sftp", "There is no password for %1 on this computer, so none was sent. "
                                                   "It can be entered in the account's settings.")
                                           .arg(transport.host()));
    auto code = tryMethod(transport, request, patience);
    if (code && *code == SSH_AUTH_PARTIAL)
        code = tryNextStep(transport, request, patience);
    if (!code)
        return tl::make_unexpected(code.error());
    const ssh_session session = transport.session();
    switch (*code) {
    case SSH_AUTH_SUCCESS:
        if (isOpenToOthers(request.endpoint))
            return QCoreApplication::translate("Sftp", "%1 knows the user “%2”. Other users of this computer can read "
                                                       "the key file; only its owner should.")
                .arg(request.endpoint.host, request.endpoint.user);
        return QCoreApplication::translate("Sftp", "%1 knows the user “%2”")
            .arg(request.endpoint.host, request.endpoint.user);
    case SSH_AUTH_PARTIAL:
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate(
                        "Sftp", "%1 asks for a second step after the first one, which is not possible yet.")
                        .arg(transport.host()),
                    offeredMethods(session));
    case SSH_AUTH_DENIED:
        return fail(ErrorKind::SignIn, refusal(request.endpoint), offeredMethods(session));
    default:
        break;
    }
    // Servers hang up after too many attempts.
    if (!transport.isConnected())
        return fail(ErrorKind::SignIn, refusal(request.endpoint), transport.sshError().detail);
    return fail(ErrorKind::SignIn, refusal(request.endpoint), transport.sshError().detail);
}

} // namespace navette::sftp
