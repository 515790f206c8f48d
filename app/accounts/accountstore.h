// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QObject>

namespace navette
{

/// The accounts of this user: one JSON file each in a folder, kept in the order of their names.
class AccountStore final : public QObject
{
    Q_OBJECT
public:
    explicit AccountStore(LocalPath folder, QObject *parent = nullptr);

    /// Reads the folder; a file that cannot be read becomes a problem, the others are there all the same.
    void reload();
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }
    [[nodiscard]] const Account *find(const QString &id) const;

    /// Adds or replaces; gives a fresh id where it is empty. Written to a temporary file, then renamed.
    [[nodiscard]] Result<Account> save(Account account);
    [[nodiscard]] Result<void> remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    LocalPath m_folder;
    std::vector<Account> m_accounts;
    std::vector<Error> m_problems;
};

} // namespace navette
