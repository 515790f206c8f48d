// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QByteArrayView>

namespace navette::sftp
{

/// The same key as the text of an OpenSSH key file, not encrypted, with a zero at its end. Versions 2 and 3 of the
/// format (PuTTY's manual, appendix C) with RSA, ECDSA and Ed25519 keys. A passphrase that is not needed is not looked
/// at. Version 3 takes as long as its maker chose, most often a tenth of a second.
/// Errors, without a sentence: SignIn (not the passphrase, or damaged where only that tells), BadFormat (damaged),
/// Unsupported (another version or kind of key), Limit (wants too much memory or time).
[[nodiscard]] Result<SecretBytes> openSshFromPutty(QByteArrayView file, const Secret &passphrase);

} // namespace navette::sftp
