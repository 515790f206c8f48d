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

/// Waits for an asynchronous answer in a worker thread; a cancel of the job cancels the future and returns at once.
/// Never call it in the GUI thread.
template<typename T>
[[nodiscard]] Result<T> await(QFuture<Result<T>> future, const JobControl &job = {})
{
    const auto registration = job.cancel.onCancel([future]() mutable { future.cancel(); });
    future.waitForFinished();
    if (future.isCanceled() || future.resultCount() == 0)
        return tl::make_unexpected(cancelledError());
    return future.takeResult();
}

/// Calls `done(result)` in the receiver's thread when the future ends, unless the receiver is gone by then.
/// A future that ends without a result (cancelled) gives the cancelled error.
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
