// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/hostkey.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

QByteArray nameOf(const Endpoint &endpoint)
{
    return knownHostsName(endpoint.host, endpoint.port);
}

// "SHA256:… (ssh-ed25519)"
QString shown(const QByteArray &key)
{
    return u"%1 (%2)"_s.arg(fingerprintOf(key), QString::fromLatin1(keyTypeOf(key)));
}

QString shown(const QByteArrayList &keys)
{
    constexpr qsizetype most = 4;
    QStringList texts;
    for (const QByteArray &key : keys.first(std::min(keys.size(), most)))
        texts += shown(key);
    return texts.join(u", "_s) + (keys.size() > most ? u", …"_s : QString());
}

tl::unexpected<Error> keyChanged(const ConnectRequest &request, const QString &expected, const QByteArray &key)
{
    const QString what =
        QCoreApplication::translate(
            "Sftp", "%1 shows another key than the one known for it. Either the platform replaced its server, or "
                    "somebody stands between this computer and the platform. Nothing was sent. Known: %2. Shown now: "
                    "%3.")
            .arg(request.endpoint.host, expected, shown(key));
    const QString advice =
        request.howToAcceptHostKey
            ? request.howToAcceptHostKey(fingerprintOf(key))
            : QCoreApplication::translate("Sftp",
                                          "Ask the platform's support for the fingerprint of its key: the connection "
                                          "test in the account's settings takes the new key when that is entered "
                                          "there.");
    return fail(ErrorKind::Unsafe, what + u' ' + advice);
}

tl::unexpected<Error> keyNotAccepted(const ConnectRequest &request, const QByteArray &key)
{
    QString sentence =
        QCoreApplication::translate(
            "Sftp", "The key of %1 is not known here and was not accepted, so nothing was sent. Its fingerprint is %2; "
                    "the platform's support can confirm it.")
            .arg(request.endpoint.host, fingerprintOf(key));
    if (request.howToAcceptHostKey)
        sentence += u' ' + request.howToAcceptHostKey(fingerprintOf(key));
    return fail(ErrorKind::Unsafe, sentence, QLatin1String(unknownKeyDetail));
}

tl::unexpected<Error> keyRevoked(const Endpoint &endpoint, const QByteArray &key)
{
    return fail(ErrorKind::Unsafe,
                QCoreApplication::translate(
                    "Sftp",
                    "The key that %1 shows is marked as revoked on this computer: it must not be used any more, as "
                    "somebody else may have it. Nothing was sent. Ask the platform's support which key its server "
                    "should show. Shown now: %2.")
                    .arg(endpoint.host, shown(key)));
}

Result<QString> notTheConfirmedOne(const ConnectRequest &request, const QByteArray &key)
{
    return fail(ErrorKind::Unsafe,
                QCoreApplication::translate(
                    "Sftp",
                    "The key that %1 shows is not the one whose fingerprint was entered, so nothing was sent. Entered: "
                    "%2. Shown now: %3.")
                    .arg(request.endpoint.host, request.confirmedFingerprint.trimmed(), shown(key)));
}

QString accepted(const Endpoint &endpoint, const QByteArray &key)
{
    return QCoreApplication::translate("Sftp", "The key of %1 was accepted: %2").arg(endpoint.host, fingerprintOf(key));
}

// Somebody said that it must be this key: it takes the place of what is known.
Result<QString> takeConfirmed(const ConnectRequest &request, const QByteArray &key)
{
    if (!request.knownHostsFile.empty()) {
        if (auto kept = forgetKnownKeys(request.knownHostsFile, nameOf(request.endpoint), key); !kept)
            return tl::make_unexpected(kept.error());
    }
    return accepted(request.endpoint, key);
}

Result<QString> askAboutUnknownKey(const ConnectRequest &request, const QByteArray &key, bool namesAuthority)
{
    const Endpoint &endpoint = request.endpoint;
    const HostKeyAnswer answer = request.askHostKey
                                     ? request.askHostKey({.host = endpoint.host,
                                                           .port = endpoint.port,
                                                           .keyType = QString::fromLatin1(keyTypeOf(key)),
                                                           .fingerprint = fingerprintOf(key),
                                                           .certificateExpected = namesAuthority})
                                     : HostKeyAnswer::Refuse;
    switch (answer) {
    case HostKeyAnswer::Refuse:
        return keyNotAccepted(request, key);
    case HostKeyAnswer::TrustAndKeep:
        if (request.knownHostsFile.empty())
            break;
        if (auto kept = keepKnownKey(request.knownHostsFile, nameOf(endpoint), key); !kept)
            return tl::make_unexpected(kept.error());
        break;
    case HostKeyAnswer::TrustOnce:
        break;
    }
    return accepted(endpoint, key);
}

// Empty where the server shows none.
QByteArray shownKey(ssh_session session)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return {};
    const SshKeyPtr key(raw);
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(raw, &text) != SSH_OK)
        return {};
    const SshStringPtr owned(text);
    return QByteArray::fromBase64(text);
}

} // namespace

KnownKeys readKnownKeys(const ConnectRequest &request)
{
    KnownKeys known{KnownHosts(nameOf(request.endpoint))};
    if (!known.hosts.read(request.knownHostsFile))
        known.unreadable = request.knownHostsFile;
    // Where a key took the place of another in our file, the user's must not bring the old one back.
    const auto lines = known.hosts.keys().isEmpty() ? KnownHosts::Lines::All : KnownHosts::Lines::WithMarkers;
    if (!known.hosts.read(request.sshKnownHostsFile, lines))
        known.unreadable = request.sshKnownHostsFile;
    return known;
}

HostKeyCheck checkHostKey(ssh_session session, const ConnectRequest &request, const KnownKeys &known)
{
    const Endpoint &endpoint = request.endpoint;
    const QByteArray key = shownKey(session);
    if (key.isEmpty())
        return {fail(ErrorKind::Unsafe,
                     QCoreApplication::translate("Sftp", "%1 shows no key, so nothing was sent.").arg(endpoint.host),
                     QString::fromUtf8(ssh_get_error(session)))};
    const KeyVerdict verdict = known.hosts.verdict(key);
    if (verdict == KeyVerdict::Revoked)
        return {keyRevoked(endpoint, key)};
    // A file that is there and cannot be read must not make every server a stranger, nor hide that a key is revoked.
    if (!known.unreadable.empty())
        return {fail(ErrorKind::Unsafe, QCoreApplication::translate("Sftp", "The file of known server keys “%2” cannot "
                                                                            "be read, so the key of %1 cannot be "
                                                                            "compared and nothing was sent.")
                                            .arg(endpoint.host, displayText(known.unreadable)))};
    if (!endpoint.hostKeyFingerprint.isEmpty()) {
        if (!isSameFingerprint(endpoint.hostKeyFingerprint, fingerprintOf(key)))
            return {keyChanged(request, endpoint.hostKeyFingerprint.trimmed(), key), true, true, keyTypeOf(key)};
        return {QCoreApplication::translate("Sftp", "The key of %1 is the one in the account: %2")
                    .arg(endpoint.host, fingerprintOf(key))};
    }
    if (!request.confirmedFingerprint.isEmpty()) {
        const bool isOther = !isSameFingerprint(request.confirmedFingerprint, fingerprintOf(key));
        return {isOther ? notTheConfirmedOne(request, key) : takeConfirmed(request, key), true, isOther,
                keyTypeOf(key)};
    }
    switch (verdict) {
    case KeyVerdict::Known:
        return {
            QCoreApplication::translate("Sftp", "The key of %1 is known: %2").arg(endpoint.host, fingerprintOf(key))};
    case KeyVerdict::Unknown:
        return {askAboutUnknownKey(request, key, known.hosts.namesAuthority()), true};
    case KeyVerdict::Changed:
    case KeyVerdict::Revoked:
        break;
    }
    return {keyChanged(request, shown(known.hosts.keys()), key), true};
}

} // namespace navette::sftp
