// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"

#include "base/tsan.h"

#include <QEventLoop>

namespace navette
{

Error cancelledError()
{
    return {ErrorKind::Cancelled, QCoreApplication::translate("Job", "Cancelled."), {}};
}

void detail::waitForEnd(QFutureWatcherBase &watcher, const CancelToken &cancel, const std::function<void()> &start,
                        const std::function<void()> &stop)
{
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    start();
    // Another thread cancels; its quit comes as an event of this one.
    const auto registration = cancel.onCancel([&] {
        stop();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    tsan::takeOver(); // what the future holds
}

} // namespace navette
