// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>

#include <functional>

namespace navette
{

/// What a long synchronous function of app/ is given: where to report progress, and whether to stop.
/// Progress is reported about a hundred times, not once per row; it may be called from any thread.
struct JobControl {
    std::function<void(qint64 done, qint64 total)> progress; ///< may be empty; total is 0 while unknown
    CancelToken cancel;

    void report(qint64 done, qint64 total) const
    {
        if (progress)
            progress(done, total);
    }
    [[nodiscard]] bool isCancelled() const { return cancel.isCancelled(); }
};

/// The Error that stands for "the user cancelled".
[[nodiscard]] Error cancelledError();

namespace detail
{
/// Runs `start` and then this thread's events until the watcher's future ends or `cancel` is wished; then calls `stop`.
void waitForEnd(QFutureWatcherBase &watcher, const CancelToken &cancel, const std::function<void()> &start,
                const std::function<void()> &stop);
} // namespace detail

/// Waits for an asynchronous answer in a worker thread; a cancel of the job cancels the future and returns at once,
/// though the work behind it may take a moment longer to stop. Never call it in the GUI thread, nor for work that waits
/// for a place in this thread's own pool.
template<typename T>
[[nodiscard]] Result<T> await(QFuture<Result<T>> future, const JobControl &job = {})
{
    QFutureWatcher<Result<T>> watcher;
    detail::waitForEnd(
        watcher, job.cancel, [&] { watcher.setFuture(future); }, [&] { future.cancel(); });
    if (!future.isFinished() || future.isCanceled() || future.resultCount() == 0)
        return tl::make_unexpected(cancelledError());
    return future.takeResult();
}

/// To be called in the receiver's thread: calls `done(result)` there when the future ends, unless the receiver is gone
/// by then. A future that ends without a result (cancelled) gives the cancelled error.
template<typename T, typename Receiver, typename Done>
void whenFinished(QFuture<Result<T>> future, Receiver *receiver, Done done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        const QFuture<Result<T>> finished = watcher->future();
        if (finished.isCanceled() || finished.resultCount() == 0)
            done(Result<T>(tl::make_unexpected(cancelledError())));
        else
            done(finished.result());
    });
    watcher->setFuture(future);
}

} // namespace navette
