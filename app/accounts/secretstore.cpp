// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secretstore.h"

#include "sftp/addresses.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>
#include <qt6keychain/keychain.h>

#include <algorithm>

namespace navette
{
namespace
{

struct KeychainText {
    Q_DECLARE_TR_FUNCTIONS(KeychainText)
};

// Bound to where the secret is sent, not to the account's name: an account file that points elsewhere finds nothing.
QString passwordEntry(const Account &account)
{
    return QStringLiteral("%1/password").arg(accountAddress(account.endpoint));
}

// The system's proxy may be another one tomorrow.
QString proxyEntry(const Account &account)
{
    return QStringLiteral("%1/proxy").arg(account.endpoint.proxy);
}

// The passphrase opens a local file, whichever server it is used for.
QString passphraseEntry(const Account &account)
{
    return QStringLiteral("%1/passphrase").arg(displayText(account.endpoint.keyFile));
}

using Entries = std::vector<std::pair<QString, Secret Secrets::*>>;

Entries allEntries(const Account &account)
{
    Entries entries{{passwordEntry(account), &Secrets::password}, {passphraseEntry(account), &Secrets::keyPassphrase}};
    if (!account.endpoint.proxy.isEmpty() && account.endpoint.proxy != u"system")
        entries.emplace_back(proxyEntry(account), &Secrets::proxyPassword);
    return entries;
}

// The keychain is not opened in vain: each look into it may ask its owner.
Entries wantedEntries(const Account &account)
{
    Entries entries = allEntries(account);
    const AuthMethod auth = account.endpoint.auth;
    std::erase_if(entries, [auth](const auto &entry) {
        return (entry.second == &Secrets::password && auth == AuthMethod::Agent) ||
               (entry.second == &Secrets::keyPassphrase && auth != AuthMethod::Key);
    });
    return entries;
}

// Those that no other account is signed in with.
Entries ownEntries(const Account &account, const std::vector<Account> &others)
{
    Entries entries = allEntries(account);
    for (const Account &other : others) {
        const Entries wanted = wantedEntries(other);
        std::erase_if(entries, [&wanted](const auto &entry) {
            return std::find(wanted.begin(), wanted.end(), entry) != wanted.end();
        });
    }
    return entries;
}

QString service()
{
    return QStringLiteral("Navette");
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::NotReadable,
                KeychainText::tr("The system's keychain did not let Navette in. Unlock it, then try again."),
                job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorKind::Unsupported,
                KeychainText::tr("No keychain is running on this computer, so passwords cannot be kept."),
                job.errorString()};
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorKind::Unsupported, KeychainText::tr("The system's keychain did not answer as expected."),
            job.errorString()};
}

// Runs a job and hands it over when it ended; the job deletes itself afterwards.
template<typename Job>
void start(Job *job, const QString &entry, std::function<void(const Job &)> done)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entry);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] { done(*job); });
    job->start();
}

using VoidPromise = std::shared_ptr<QPromise<Result<void>>>;
using SecretsPromise = std::shared_ptr<QPromise<Result<Secrets>>>;

template<typename T>
void finish(const std::shared_ptr<QPromise<Result<T>>> &promise, Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

class KeychainStore final : public SecretStore
{
public:
    QFuture<Result<Secrets>> read(const Account &account) override
    {
        const auto promise = std::make_shared<QPromise<Result<Secrets>>>();
        promise->start();
        readNext(promise, wantedEntries(account), {});
        return promise->future();
    }

    QFuture<Result<void>> write(const Account &account, const Secrets &secrets) override
    {
        const auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        std::vector<std::pair<QString, Secret>> entries;
        for (const auto &[entry, secret] : allEntries(account)) {
            if (!(secrets.*secret).isEmpty())
                entries.emplace_back(entry, secrets.*secret);
        }
        writeNext(promise, std::move(entries));
        return promise->future();
    }

    QFuture<Result<void>> remove(const Account &account, const std::vector<Account> &others) override
    {
        const auto promise = std::make_shared<QPromise<Result<void>>>();
        promise->start();
        QStringList entries;
        for (const auto &[entry, secret] : ownEntries(account, others))
            entries += entry;
        removeNext(promise, entries);
        return promise->future();
    }

private:
    static void readNext(const SecretsPromise &promise, Entries entries, Secrets secrets)
    {
        if (entries.empty())
            return finish<Secrets>(promise, std::move(secrets));
        const auto [entry, secret] = entries.back();
        entries.pop_back();
        start<QKeychain::ReadPasswordJob>(new QKeychain::ReadPasswordJob(service()), entry,
                                          [promise, entries, secrets, secret](const QKeychain::ReadPasswordJob &job) {
                                              if (job.error() != QKeychain::NoError &&
                                                  job.error() != QKeychain::EntryNotFound)
                                                  return finish<Secrets>(promise, tl::make_unexpected(errorOf(job)));
                                              Secrets read = secrets;
                                              read.*secret = job.textData();
                                              readNext(promise, entries, std::move(read));
                                          });
    }

    static void writeNext(const VoidPromise &promise, std::vector<std::pair<QString, Secret>> entries)
    {
        if (entries.empty())
            return finish<void>(promise, {});
        const auto [entry, secret] = entries.back();
        entries.pop_back();
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setTextData(secret.text());
        start<QKeychain::WritePasswordJob>(
            job, entry, [promise, entries = std::move(entries)](const QKeychain::WritePasswordJob &ended) {
                if (ended.error() != QKeychain::NoError)
                    return finish<void>(promise, tl::make_unexpected(errorOf(ended)));
                writeNext(promise, entries);
            });
    }

    static void removeNext(const VoidPromise &promise, QStringList entries)
    {
        if (entries.isEmpty())
            return finish<void>(promise, {});
        const QString entry = entries.takeFirst();
        start<QKeychain::DeletePasswordJob>(new QKeychain::DeletePasswordJob(service()), entry,
                                            [promise, entries](const QKeychain::DeletePasswordJob &ended) {
                                                // Most accounts have one of the two; some backends say so with
                                                // CouldNotDeleteEntry.
                                                if (ended.error() != QKeychain::NoError &&
                                                    ended.error() != QKeychain::EntryNotFound &&
                                                    ended.error() != QKeychain::CouldNotDeleteEntry)
                                                    return finish<void>(promise, tl::make_unexpected(errorOf(ended)));
                                                removeNext(promise, entries);
                                            });
    }
};

class MemoryStore final : public SecretStore
{
public:
    QFuture<Result<Secrets>> read(const Account &account) override
    {
        Secrets read;
        for (const auto &[entry, secret] : wantedEntries(account))
            read.*secret = m_secrets.value(entry);
        return ready<Secrets>(std::move(read));
    }
    QFuture<Result<void>> write(const Account &account, const Secrets &secrets) override
    {
        for (const auto &[entry, secret] : allEntries(account)) {
            if (!(secrets.*secret).isEmpty())
                m_secrets.insert(entry, secrets.*secret);
        }
        return ready<void>({});
    }
    QFuture<Result<void>> remove(const Account &account, const std::vector<Account> &others) override
    {
        for (const auto &[entry, secret] : ownEntries(account, others))
            m_secrets.remove(entry);
        return ready<void>({});
    }

private:
    template<typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    QHash<QString, Secret> m_secrets;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore()
{
    return std::make_unique<KeychainStore>();
}

std::unique_ptr<SecretStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

std::optional<Secrets> secretsFromEnvironment()
{
    if (!qEnvironmentVariableIsSet("NAVETTE_PASSWORD") && !qEnvironmentVariableIsSet("NAVETTE_KEY_PASSPHRASE"))
        return {};
    return Secrets{qEnvironmentVariable("NAVETTE_PASSWORD"), qEnvironmentVariable("NAVETTE_KEY_PASSPHRASE"),
                   proxyPasswordFromEnvironment()};
}

Secret proxyPasswordFromEnvironment()
{
    return qEnvironmentVariable("NAVETTE_PROXY_PASSWORD");
}

} // namespace navette
