// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "sftp/connection.h"
#include "sftp/wholeupload.h"

namespace navette
{

/// Where Navette keeps what is this user's: one folder, the same for the window and the command line.
/// NAVETTE_DATA_DIR, where set, stands in its place.
[[nodiscard]] LocalPath userDataFolder();
[[nodiscard]] LocalPath accountsFolder();                        ///< one JSON file per account
[[nodiscard]] LocalPath journalFile();                           ///< the deposits' journal
[[nodiscard]] LocalPath knownHostsFile();                        ///< host keys that were trusted
[[nodiscard]] LocalPath sshKnownHostsFile();                     ///< those of the user's other programs: only read
[[nodiscard]] LocalPath reportsFolder(const QString &accountId); ///< reports and exports kept here
[[nodiscard]] LocalPath practiceFolder();                        ///< the practice platform's root
/// For uploads that the window and the command line both can go on with.
[[nodiscard]] UploadClaims uploadClaims(const Endpoint &endpoint);

} // namespace navette
