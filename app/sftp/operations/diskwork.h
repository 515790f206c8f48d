// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

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

    /// Runs `work` and then calls `whenDone` in that thread. Without `whenDone` nobody would look: then it runs here
    /// and now.
    void start(std::function<Result<void>()> work, std::function<void()> whenDone);
    [[nodiscard]] bool isRunning() const { return m_future.isValid() && !m_future.isFinished(); }
    /// Its result, once: nothing before start(), while it runs, or when it was taken.
    [[nodiscard]] std::optional<Result<void>> take();
    void wait();

private:
    QFuture<Result<void>> m_future;
};

} // namespace navette::sftp
