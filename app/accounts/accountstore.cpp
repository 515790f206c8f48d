// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace navette
{
namespace
{

struct AccountStoreText {
    Q_DECLARE_TR_FUNCTIONS(AccountStoreText)
};

// "Acme FR" → "acme-fr": lower-case ASCII that is a file name on every system.
QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar c : name.normalized(QString::NormalizationForm_D).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-') && !c.isMark())
            slug += u'-';
    }
    slug = slug.left(60);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    // A prefix keeps "con" and "nul" from being devices on Windows.
    return slug.size() < 5 ? QStringLiteral("account-") + slug : slug;
}

bool isFileStem(const QString &id)
{
    return !id.startsWith(u'.') && !id.isEmpty() && id.size() <= 200 && std::none_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 0x20 || QStringView(u"/\\:*?\"<>|").contains(c);
    });
}

} // namespace

AccountStore::AccountStore(LocalPath folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    reload();
}

void AccountStore::reload()
{
    m_accounts.clear();
    m_problems.clear();
    const QDir dir(m_folder);
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Result<Account> account = Account::load(m_folder / toLocalPath(name));
        if (account)
            m_accounts.push_back(std::move(*account));
        else
            m_problems.push_back(account.error());
    }
    std::sort(m_accounts.begin(), m_accounts.end(), [](const Account &a, const Account &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    Q_EMIT changed();
}

const Account *AccountStore::find(const QString &id) const
{
    const auto it = std::find_if(m_accounts.begin(), m_accounts.end(), [&id](const Account &a) { return a.id == id; });
    return it == m_accounts.end() ? nullptr : &*it;
}

Result<Account> AccountStore::save(Account account)
{
    if (account.id.isEmpty()) {
        const QString slug = slugOf(account.name);
        account.id = slug;
        for (int i = 2; QDir(m_folder).exists(account.id + QStringLiteral(".json")); ++i)
            account.id = QStringLiteral("%1-%2").arg(slug).arg(i);
    }
    if (!isFileStem(account.id))
        return fail(ErrorKind::Unsafe, AccountStoreText::tr("This account's identifier cannot be a file name."),
                    account.id);
    // What we write must be what we would read: a form that forgets a key is found here, not at the next start.
    const QByteArray json = account.toJson();
    const Result<Account> readBack = Account::fromJson(json, account.name);
    if (!readBack)
        return tl::make_unexpected(readBack.error());
    QSaveFile file(QDir(m_folder).filePath(account.id + QStringLiteral(".json")));
    if (!QDir().mkpath(QDir(m_folder).path()) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size() ||
        !file.commit())
        return fail(
            ErrorKind::NotWritable,
            AccountStoreText::tr("The account %1 could not be saved in %2.").arg(account.name, displayText(m_folder)),
            file.errorString());
    reload();
    return account;
}

Result<void> AccountStore::remove(const QString &id)
{
    if (!isFileStem(id) || find(id) == nullptr)
        return fail(ErrorKind::NotFound, AccountStoreText::tr("There is no such account any more."), id);
    QFile file(QDir(m_folder).filePath(id + QStringLiteral(".json")));
    if (!file.remove())
        return fail(ErrorKind::NotWritable,
                    AccountStoreText::tr("The account could not be removed from this computer."), file.errorString());
    reload();
    return {};
}

} // namespace navette
