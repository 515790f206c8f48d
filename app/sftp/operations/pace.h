// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace navette::sftp
{

/// How fast a line carries transfers in one direction, from what arrived in the last seconds; and so how much may be on
/// its way without everything else having to wait behind it.
class Pace final
{
public:
    using Clock = std::chrono::steady_clock;

    void add(qint64 bytes, Clock::time_point now);
    /// Bytes that come within `time` at the best rate of the last seconds; nothing while too little is known.
    [[nodiscard]] std::optional<qint64> bytesIn(std::chrono::milliseconds time, Clock::time_point now);

private:
    struct Span {
        Clock::time_point begin;
        qint64 bytes = 0;
    };
    void forget(Clock::time_point now);
    std::deque<Span> m_spans; ///< the last one is still being counted
};

} // namespace navette::sftp
