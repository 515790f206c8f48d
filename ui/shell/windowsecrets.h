// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secretstore.h"

#include <functional>

namespace navette::ui
{

/// The window's secrets: the system's keychain; memory where there is none (and says so once); memory only for
/// practice accounts, whose password is not worth an entry in anybody's keychain.
class WindowSecrets final : public SecretStore
{
public:
    /// `notice` is told, in the thread of the call, a sentence when the keychain could not be used.
    WindowSecrets(std::unique_ptr<SecretStore> keychain, std::function<void(const QString &)> notice);

    [[nodiscard]] QFuture<Result<Secrets>> read(const Account &account) override;
    [[nodiscard]] QFuture<Result<void>> write(const Account &account, const Secrets &secrets) override;
    [[nodiscard]] QFuture<Result<void>> remove(const Account &account, const std::vector<Account> &others) override;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< answers of the keychain may come after the store is gone
};

} // namespace navette::ui
