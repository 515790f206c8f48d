// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "flows/flowcatalog.h"

namespace navette::samples
{

inline Flow flow(const QString &id)
{
    const auto catalog = FlowCatalog::load();
    const Flow *found = catalog ? catalog->find(id) : nullptr;
    return found != nullptr ? *found : Flow();
}

inline Account digitaleo()
{
    Account account;
    account.id = QStringLiteral("acme");
    account.name = QStringLiteral("Acme FR");
    account.endpoint.host = QStringLiteral("sftp.example");
    account.endpoint.user = QStringLiteral("acme");
    account.settings.deduplication = Deduplication::Triplet;
    return account;
}

inline Account accengage()
{
    Account account = digitaleo();
    account.id = QStringLiteral("app");
    account.platform = Platform::Accengage;
    account.settings.appId = QStringLiteral("6");
    account.importsDirectory = QStringLiteral("imports");
    return account;
}

inline QString digitaleoTree()
{
    return QStringLiteral("contacts/import/in/\ncontacts/import/on/\ncontacts/import/ok/\ncontacts/import/ko/\n"
                          "contacts/import/.createNewList = \n");
}

} // namespace navette::samples
