// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/files.h"
#include "support/loopbackserver.h"

namespace navette
{

class PracticePlatform;

/// What an account may do there.
struct ServerTraits {
    bool writes = true;
    bool renames = true;
    bool listsIn = true; ///< the directories `in`
    bool resumesUploads = true;
    bool isChroot = false; ///< the account's root is "/"
    int connections = 1000;
};

/// One of the servers that Navette is tested with, serving the tree of a Digitaleo account.
class TestedServer final
{
public:
    /// All of them, whether they can run on this system or not.
    [[nodiscard]] static QStringList names();
    explicit TestedServer(const QString &name);
    ~TestedServer();

    /// Empty, or why it does not run here.
    [[nodiscard]] QString start();
    [[nodiscard]] const ServerTraits &traits() const { return m_traits; }
    [[nodiscard]] ConnectRequest request() const;
    /// The account's root, on this disk.
    [[nodiscard]] QString root() const;
    /// Ends all connections as a crash would. False where that cannot be done.
    bool killConnections();

private:
    [[nodiscard]] QString startPractice();

    QString m_name;
    ServerTraits m_traits;
    QTemporaryDir m_dir; ///< of the practice platform and its client
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<PracticePlatform> m_platform; ///< instead
};

/// Connects, also where the server still has to notice that an earlier connection has ended.
[[nodiscard]] Result<std::shared_ptr<RemoteFileSystem>> connectPatiently(const ConnectRequest &request);

/// All names, hidden ones too, sorted.
[[nodiscard]] QStringList namesIn(const QString &directory);

} // namespace navette
