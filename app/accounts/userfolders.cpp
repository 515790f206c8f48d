// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/userfolders.h"

#include "base/safename.h"
#include "sftp/addresses.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace navette
{

LocalPath userDataFolder()
{
    const QString chosen = qEnvironmentVariable("NAVETTE_DATA_DIR");
    if (!chosen.isEmpty())
        return toLocalPath(chosen);
    // Not AppDataLocation: that follows the program's name, and the window and the command line share one journal.
    return toLocalPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)) / "navette";
}

LocalPath accountsFolder()
{
    return userDataFolder() / "accounts";
}

LocalPath journalFile()
{
    return userDataFolder() / "journal.sqlite";
}

LocalPath knownHostsFile()
{
    return userDataFolder() / "known_hosts";
}

LocalPath sshKnownHostsFile()
{
    return toLocalPath(QDir::homePath()) / ".ssh" / "known_hosts";
}

LocalPath reportsFolder(const QString &accountId)
{
    return userDataFolder() / "reports" / toLocalPath(safeLocalName(accountId.toUtf8()));
}

LocalPath practiceFolder()
{
    return userDataFolder() / "practice";
}

UploadClaims uploadClaims(const Endpoint &endpoint)
{
    const QString server = accountAddress(endpoint) + u'/' + endpoint.root;
    return {.folder = userDataFolder() / "uploads", .server = server.toUtf8()};
}

} // namespace navette
