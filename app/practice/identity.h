// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <libssh/libssh.h>

#include <memory>

namespace navette::practice
{

struct KeyDeleter {
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using SshKey = std::unique_ptr<ssh_key_struct, KeyDeleter>;

/// Who the practice platform is and whom it lets in; made once and kept in the platform's folder, readable by its user
/// only.
struct Identity {
    SshKey hostKey;
    QString fingerprint; ///< "SHA256:…"
    QByteArray user = "practice";
    QByteArray password;
    SshKey authorizedKey; ///< of authorized_key.pub in the folder, where somebody put one there

    /// Errors: NotReadable, NotWritable, BadFormat (a damaged key), Internal.
    [[nodiscard]] static Result<Identity> loadOrMake(const LocalPath &folder);
};

} // namespace navette::practice
