// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/windowsecrets.h"

#include <QCoreApplication>
#include <QMutex>

#include <set>

namespace navette::ui
{

struct WindowSecrets::Shared {
    std::unique_ptr<SecretStore> keychain;
    std::unique_ptr<SecretStore> memory = makeMemoryStore();
    std::function<void(const QString &)> notice;
    QMutex mutex;
    std::set<QString> inMemory; ///< ids of accounts whose secrets the keychain did not take
    bool told = false;

    bool isInMemory(const Account &account)
    {
        const QMutexLocker lock(&mutex);
        return account.practice || inMemory.count(account.id) > 0;
    }
    /// True the first time.
    bool keepInMemory(const Account &account)
    {
        const QMutexLocker lock(&mutex);
        inMemory.insert(account.id);
        return !std::exchange(told, true);
    }
};

WindowSecrets::WindowSecrets(std::unique_ptr<SecretStore> keychain, std::function<void(const QString &)> notice)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->keychain = std::move(keychain);
    m_shared->notice = std::move(notice);
}

QFuture<Result<Secrets>> WindowSecrets::read(const Account &account)
{
    return m_shared->isInMemory(account) ? m_shared->memory->read(account) : m_shared->keychain->read(account);
}

QFuture<Result<void>> WindowSecrets::write(const Account &account, const Secrets &secrets)
{
    if (account.practice)
        return m_shared->memory->write(account, secrets);
    return m_shared->keychain->write(account, secrets)
        .then([shared = m_shared, account, secrets](const Result<void> &written) -> Result<void> {
            if (written)
                return written;
            const bool first = shared->keepInMemory(account);
            QFuture<Result<void>> kept = shared->memory->write(account, secrets);
            kept.waitForFinished();
            if (first && shared->notice)
                shared->notice(QCoreApplication::translate(
                    "navette::ui::WindowSecrets",
                    "This computer's keychain cannot be used. Passwords are kept until Navette is closed."));
            return kept.result();
        });
}

QFuture<Result<void>> WindowSecrets::remove(const Account &account, const std::vector<Account> &others)
{
    return m_shared->isInMemory(account) ? m_shared->memory->remove(account, others)
                                         : m_shared->keychain->remove(account, others);
}

} // namespace navette::ui
