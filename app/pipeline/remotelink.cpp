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

void RemoteLink::open(std::shared_ptr<RemoteFileSystem> remote, const Endpoint &endpoint)
{
    {
        const std::lock_guard lock(m_mutex);
        m_endpoint = endpoint;
    }
    set(LinkState::Open, std::move(remote));
}

void RemoteLink::await()
{
    set(LinkState::Coming, {});
}

void RemoteLink::close(const std::optional<Error> &why)
{
    set(LinkState::Closed, {}, why);
}

void RemoteLink::set(LinkState state, std::shared_ptr<RemoteFileSystem> remote, const std::optional<Error> &why)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
        m_whyClosed = why;
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

Endpoint RemoteLink::endpoint() const
{
    const std::lock_guard lock(m_mutex);
    return m_endpoint;
}

std::optional<Error> RemoteLink::whyClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_whyClosed;
}

Result<std::shared_ptr<RemoteFileSystem>> RemoteLink::connected() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_remote && m_whyClosed)
        return tl::make_unexpected(*m_whyClosed);
    if (!m_remote)
        return fail(ErrorKind::Network,
                    SessionText::tr("The account is not connected just now. Try again when it is."));
    return m_remote;
}

} // namespace navette
