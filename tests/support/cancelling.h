// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFuture>

namespace navette
{

constexpr qint64 mostToCancelMs = 1000; ///< reliability.md, A: "cancel within 1 s"

/// Cancels what is under way, and says how many milliseconds it took to end.
template<typename T>
[[nodiscard]] qint64 msToCancel(QFuture<T> &future)
{
    QElapsedTimer timer;
    timer.start();
    future.cancel();
    future.waitForFinished();
    return timer.elapsed();
}

} // namespace navette
