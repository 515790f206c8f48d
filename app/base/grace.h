// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QTimer>

#include <chrono>

namespace navette
{

/// So long what was cancelled may still clean up behind itself before it answers (reliability.md A: within 1 s, of
/// which a transfer under way takes half).
constexpr std::chrono::milliseconds clearingPatience{400};

/// Of a job, for what must come to its end or be undone when the job is cancelled: such work is cancelled only some
/// time later. To be made in the thread that awaits with it.
class Grace final
{
public:
    explicit Grace(const JobControl &job, std::chrono::milliseconds patience = clearingPatience);
    Grace(const Grace &) = delete;
    Grace &operator=(const Grace &) = delete;
    /// Without the progress.
    [[nodiscard]] const JobControl &job() const { return m_job; }

private:
    CancelSource m_end;
    JobControl m_job;
    QTimer m_patience;
    CancelToken::Registration m_registration; ///< the first to go
};

/// await() for one such answer: Cancelled where it did not come in time.
template<typename T>
[[nodiscard]] Result<T> awaitWithGrace(QFuture<Result<T>> future, const JobControl &job)
{
    const Grace grace(job);
    return await(std::move(future), grace.job());
}

} // namespace navette
