// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"

namespace navette
{

/// ProFTPD with mod_sftp.
class ProftpdServer final : public LoopbackServer
{
public:
    /// `extraConfiguration`: lines for proftpd.conf.
    explicit ProftpdServer(QString extraConfiguration = {}) : m_extra(std::move(extraConfiguration)) {}
    [[nodiscard]] static bool isInstalled();

private:
    [[nodiscard]] bool prepare() override;
    [[nodiscard]] Command configured() override;

    QString m_extra;
};

/// asyncssh's server, bent by asyncsshserver.py's switches.
class AsyncsshServer final : public LoopbackServer
{
public:
    explicit AsyncsshServer(QStringList switches = {}) : m_switches(std::move(switches)) {}
    [[nodiscard]] static bool isInstalled();

    /// All connections are served by the one process: it is started again.
    bool killConnections() override;

private:
    [[nodiscard]] Command configured() override;

    QStringList m_switches;
};

} // namespace navette
