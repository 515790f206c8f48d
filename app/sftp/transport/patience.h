// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <chrono>
#include <functional>

namespace navette::sftp
{

/// How long a step may wait, and whether it is still wanted.
struct Patience {
    std::chrono::steady_clock::time_point deadline;
    std::function<bool()> isCancelled;

    [[nodiscard]] std::chrono::milliseconds left() const
    {
        using namespace std::chrono;
        return std::max(milliseconds(0), duration_cast<milliseconds>(deadline - steady_clock::now()));
    }
    /// A wait short enough for a cancel to be seen at once.
    [[nodiscard]] std::chrono::milliseconds slice() const { return std::min(left(), std::chrono::milliseconds(50)); }
    /// Errors: Cancelled, Timeout (with an empty message: the step knows what it waited for).
    [[nodiscard]] Result<void> check() const
    {
        if (isCancelled && isCancelled())
            return tl::make_unexpected(cancelledError());
        if (std::chrono::steady_clock::now() >= deadline)
            return fail(ErrorKind::Timeout, {}, QStringLiteral("no answer in time"));
        return {};
    }
};

} // namespace navette::sftp
