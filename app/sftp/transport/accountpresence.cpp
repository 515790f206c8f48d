// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/accountpresence.h"

#include "sftp/addresses.h"
#include "sftp/openconnections.h"

#include <mutex>
#include <set>

namespace navette::sftp
{
namespace
{

struct Accounts {
    std::mutex mutex;
    std::multiset<QString> connected;
};

Accounts &accounts()
{
    static Accounts all;
    return all;
}

} // namespace

AccountPresence::AccountPresence(const Endpoint &endpoint) : m_account(accountAddress(endpoint))
{
    const std::lock_guard lock(accounts().mutex);
    accounts().connected.insert(m_account);
}

AccountPresence::~AccountPresence()
{
    const std::lock_guard lock(accounts().mutex);
    accounts().connected.extract(m_account);
}

bool AccountPresence::isThere(const Endpoint &endpoint)
{
    const std::lock_guard lock(accounts().mutex);
    return accounts().connected.contains(accountAddress(endpoint));
}

} // namespace navette::sftp

bool navette::isConnected(const Endpoint &endpoint)
{
    return sftp::AccountPresence::isThere(endpoint);
}
