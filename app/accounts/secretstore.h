// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QFuture>

#include <vector>

namespace navette
{

/// Passwords and passphrases in the system's keychain, one entry per secret. Works without an event loop of its own
/// only in the thread that made it; the command line asks secretsFromEnvironment() first.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    [[nodiscard]] virtual QFuture<Result<Secrets>> read(const Account &account) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const Account &account, const Secrets &secrets) = 0;
    /// What one of `others` is signed in with too stays.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const Account &account, const std::vector<Account> &others) = 0;
};

[[nodiscard]] std::unique_ptr<SecretStore> makeKeychainStore();
/// Kept in memory only: for tests and where no keychain is running (the window says so).
[[nodiscard]] std::unique_ptr<SecretStore> makeMemoryStore();
/// NAVETTE_PASSWORD and NAVETTE_KEY_PASSPHRASE, with the proxy's; nothing where neither of the two is set.
[[nodiscard]] std::optional<Secrets> secretsFromEnvironment();
/// NAVETTE_PROXY_PASSWORD.
[[nodiscard]] Secret proxyPasswordFromEnvironment();

} // namespace navette
