// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secretstore.h"
#include "flows/flowcatalog.h"
#include "journal/journal.h"
#include "pipeline/accountsession.h"
#include "pipeline/transferqueue.h"

#include <QTemporaryDir>

namespace navette
{

/// What an account's session works with, each of its own and none of the user's, and the session.
struct SessionDesk {
    QTemporaryDir folder;
    FlowCatalog flows = FlowCatalog::load().value();
    std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    std::shared_ptr<Journal> journal = Journal::at(toLocalPath(folder.filePath(QStringLiteral("journal"))));
    TransferQueue transfers;
    std::unique_ptr<AccountSession> session;

    /// With nobody to ask, and nothing known of the network; keys that are trusted are kept in the folder.
    [[nodiscard]] AccountSession::Services services()
    {
        return {.flows = flows,
                .journal = journal,
                .secrets = *secrets,
                .transfers = transfers,
                .knownHostsFile = toLocalPath(folder.filePath(QStringLiteral("known_hosts"))),
                .askHostKey = {}};
    }
};

} // namespace navette
