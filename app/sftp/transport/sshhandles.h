// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/libssh.h>

#include <memory>

namespace navette::sftp
{

struct SshSessionDeleter {
    void operator()(ssh_session session) const
    {
        ssh_disconnect(session);
        ssh_free(session);
    }
};
struct SshKeyDeleter {
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
struct SshStringDeleter {
    void operator()(char *string) const { ssh_string_free_char(string); }
};
using SshSessionPtr = std::unique_ptr<ssh_session_struct, SshSessionDeleter>;
using SshKeyPtr = std::unique_ptr<ssh_key_struct, SshKeyDeleter>;
using SshStringPtr = std::unique_ptr<char, SshStringDeleter>;

} // namespace navette::sftp
