// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QByteArrayView>

namespace navette::sftp
{

/// What Argon2 (RFC 9106) is to do, and how much of it.
struct Argon2Work {
    enum class Flavour { D, I, Id };
    Flavour flavour = Flavour::Id;
    quint32 memoryKiB = 0;
    quint32 passes = 0;
    quint32 lanes = 0;
};

/// `count` bytes from a passphrase; it takes its time and cannot be stopped. Empty where there is too little memory, or
/// the work is none that the rules allow.
[[nodiscard]] SecretBytes argon2(const Argon2Work &work, const Secret &passphrase, QByteArrayView salt,
                                 std::size_t count);

} // namespace navette::sftp
