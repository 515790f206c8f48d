// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/diskwork.h"

#include "base/tsan.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace navette::sftp
{
namespace
{

// Not the program's own pool, whose threads may all be waiting for a transfer.
QThreadPool &threads()
{
    // Few of them compute much, and one that hangs on a disk that went away must not hold up work for another.
    constexpr int most = 32;
    static QThreadPool pool;
    pool.setMaxThreadCount(most);
    return pool;
}

} // namespace

void DiskWork::start(std::function<Result<void>()> work, std::function<void()> whenDone)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_future = promise->future();
    const auto run = [promise, work = std::move(work), whenDone] {
        promise->addResult(work());
        tsan::handOver();
        promise->finish();
        if (whenDone)
            whenDone();
    };
    if (whenDone)
        threads().start(tsan::handedOver(run));
    else
        run();
}

std::optional<Result<void>> DiskWork::take()
{
    if (!m_future.isValid() || !m_future.isFinished())
        return {};
    tsan::takeOver();
    return std::exchange(m_future, {}).takeResult();
}

void DiskWork::wait()
{
    if (m_future.isValid())
        m_future.waitForFinished();
}

} // namespace navette::sftp
