// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/remotelink.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace navette
{
namespace
{

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

} // namespace

void letGo(std::shared_ptr<RemoteFileSystem> remote)
{
    if (remote)
        QThreadPool::globalInstance()->start([remote = std::move(remote)]() mutable { remote.reset(); });
}

void RemoteLink::open(std::shared_ptr<RemoteFileSystem> remote)
{
    set(LinkState::Open, std::move(remote));
}

void RemoteLink::await()
{
    set(LinkState::Coming, {});
}

void RemoteLink::close()
{
    set(LinkState::Closed, {});
}

void RemoteLink::set(LinkState state, std::shared_ptr<RemoteFileSystem> remote)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
        m_remote.swap(remote);
    }
    letGo(std::move(remote)); // the old one
    Q_EMIT stateChanged();
}

LinkState RemoteLink::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
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
