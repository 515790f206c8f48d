// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

#include <functional>
#include <optional>

namespace navette::sftp
{

/// Work on this computer's disk that may take seconds, such as writing through to it: it runs in a thread of its own,
/// so that the session's thread goes on carrying everything else. One at a time.
class DiskWork final
{
public:
    DiskWork() = default;
    DiskWork(const DiskWork &) = delete;
    DiskWork &operator=(const DiskWork &) = delete;
    ~DiskWork() { wait(); }

    /// Runs `work`, which gives 0 or the system's error, and then calls `whenDone` in that thread. Without `whenDone`
    /// nobody would look: then it runs here and now.
    void start(std::function<int()> work, std::function<void()> whenDone);
    [[nodiscard]] bool isRunning() const { return m_future.isValid() && !m_future.isFinished(); }
    /// Its result, once: nothing before start(), while it runs, or when it was taken.
    [[nodiscard]] std::optional<int> take();
    void wait();

private:
    QFuture<int> m_future;
};

} // namespace navette::sftp
