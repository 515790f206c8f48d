// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/pace.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace navette::sftp
{
namespace
{

constexpr auto spanTime = 500ms; ///< shorter ones count by chance how many answers fall into them
constexpr auto memory = 3s;      ///< what was longer ago tells nothing of the line as it is

} // namespace

void Pace::add(qint64 bytes, Clock::time_point now)
{
    forget(now);
    if (m_spans.empty() || now - m_spans.back().begin >= spanTime)
        m_spans.push_back({now, 0});
    m_spans.back().bytes += bytes;
}

std::optional<qint64> Pace::bytesIn(std::chrono::milliseconds time, Clock::time_point now)
{
    forget(now);
    qint64 best = -1;
    for (const Span &span : m_spans) {
        if (now - span.begin >= spanTime)
            best = std::max(best, span.bytes);
    }
    if (best < 0)
        return {};
    return best * qint64(time / 1ms) / qint64(spanTime / 1ms);
}

void Pace::forget(Clock::time_point now)
{
    while (!m_spans.empty() && now - m_spans.front().begin > memory)
        m_spans.pop_front();
}

} // namespace navette::sftp
