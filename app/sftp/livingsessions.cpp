// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/livingsessions.h"

#include "sftp/session.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

namespace navette::sftp
{

LivingSessions &LivingSessions::instance()
{
    static LivingSessions sessions;
    return sessions;
}

void LivingSessions::add(const std::shared_ptr<Session> &session)
{
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_registered, true))
        qAddPostRoutine([] { instance().stopAll(); });
    std::erase_if(m_sessions, [](const auto &weak) { return weak.expired(); });
    m_sessions.push_back(session);
}

void LivingSessions::stopAll()
{
    std::vector<std::shared_ptr<Session>> sessions;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &weak : std::exchange(m_sessions, {})) {
            if (auto session = weak.lock())
                sessions.push_back(std::move(session));
        }
        m_registered = false;
    }
    for (const auto &session : sessions)
        session->requestStop();
    for (const auto &session : sessions)
        session->waitForEnd(3s);
}

} // namespace navette::sftp
