// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

namespace navette::sftp
{

/// While it lives, this program has a connection of the endpoint's account. Some servers allow only one, and end the
/// next without a word.
class AccountPresence final
{
public:
    explicit AccountPresence(const Endpoint &endpoint);
    ~AccountPresence();
    AccountPresence(const AccountPresence &) = delete;
    AccountPresence &operator=(const AccountPresence &) = delete;

    [[nodiscard]] static bool isThere(const Endpoint &endpoint);

private:
    QString m_account;
};

} // namespace navette::sftp
