// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sftp/transport/argon2.h"

#include <QByteArray>

namespace navette::sftp
{

/// Whether this is a private key as PuTTY keeps it (.ppk), readable or not.
[[nodiscard]] bool isPuttyKey(QByteArrayView file);
/// Whether such a file says that it wants a passphrase.
[[nodiscard]] bool isEncryptedPuttyKey(QByteArrayView file);

/// What a .ppk file of PuTTY's holds (its manual, appendix C), with the private part as it stands there. The views are
/// of the file.
struct PuttyFile {
    int version = 0; ///< 2 or 3
    QByteArrayView algorithm;
    QByteArrayView encryption; ///< "none" or "aes256-cbc"
    QByteArrayView comment;
    SecretBytes publicPart;
    SecretBytes privatePart; ///< whole AES blocks where it is encrypted
    Argon2Work work;         ///< this and the salt only where version 3 is encrypted
    QByteArray salt;
    QByteArray mac;

    [[nodiscard]] bool isEncrypted() const { return encryption != QByteArrayView("none"); }
};

/// Errors, without a sentence: BadFormat (damaged), Unsupported (another version, encryption or key derivation), Limit
/// (wants too much memory or time).
[[nodiscard]] Result<PuttyFile> parsePuttyFile(QByteArrayView text);
[[nodiscard]] tl::unexpected<Error> damagedPuttyKey(const QString &detail);

} // namespace navette::sftp
