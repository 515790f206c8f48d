// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/privatekey.h"

#include "sftp/transport/puttyfile.h"
#include "sftp/transport/puttykey.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

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

} // namespace

Result<SshKeyPtr> loadPrivateKey(const LocalPath &path, const Secret &passphrase, bool &isProtected)
{
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
    isProtected = isEncryptedKey(text);
    if (isProtected && passphrase.isEmpty())
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
    if (code != SSH_OK && !isProtected && converted.empty())
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate("Sftp", "“%1” does not hold a private key.").arg(shown));
    if (code != SSH_OK) {
        const ErrorKind reason = converted.empty() ? ErrorKind::SignIn : ErrorKind::BadFormat;
        return fail(reason, whyNot(reason, shown));
    }
    return SshKeyPtr(raw);
}

} // namespace navette::sftp
