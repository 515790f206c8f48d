// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/identity.h"
#include "practice/platformtree.h"

#include <memory>

namespace navette::practice
{

/// The SSH side: takes connections on 127.0.0.1, one thread each, and hands their SFTP bytes to an SftpHandler.
class SshServer
{
public:
    /// Serves until destroyed. `identity` and `tree` outlive it. With port 0 any free one. Error: Network (port taken).
    [[nodiscard]] static Result<std::unique_ptr<SshServer>> start(const Identity &identity, PlatformTree &tree,
                                                                  quint16 port);
    ~SshServer(); ///< ends the connections and waits
    SshServer(const SshServer &) = delete;
    SshServer &operator=(const SshServer &) = delete;

    [[nodiscard]] quint16 port() const;

private:
    struct Data;
    explicit SshServer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace navette::practice
