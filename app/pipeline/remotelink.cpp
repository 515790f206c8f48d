// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/remotelink.h"

#include <QCoreApplication>

namespace navette
{
namespace
{

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

} // namespace

void RemoteLink::set(std::shared_ptr<RemoteFileSystem> remote)
{
    // The old one ends outside the lock: that waits for its thread.
    const std::lock_guard lock(m_mutex);
    m_remote.swap(remote);
}

Result<std::shared_ptr<RemoteFileSystem>> RemoteLink::connected() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_remote)
        return fail(ErrorKind::Network,
                    SessionText::tr("The account is not connected just now. Try again when it is."));
    return m_remote;
}

} // namespace navette
