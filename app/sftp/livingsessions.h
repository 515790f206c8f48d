// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <vector>

namespace navette::sftp
{

class Session;

/// At the program's end the sessions that are left are stopped and waited for, so that no thread outlives Qt.
class LivingSessions final
{
public:
    static LivingSessions &instance();
    void add(const std::shared_ptr<Session> &session);

private:
    void stopAll();

    std::mutex m_mutex;
    std::vector<std::weak_ptr<Session>> m_sessions;
    bool m_registered = false;
};

} // namespace navette::sftp
