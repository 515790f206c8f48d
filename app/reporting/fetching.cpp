// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/fetching.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace navette
{
namespace
{

constexpr std::size_t filesInFlight = 4;
// What is larger goes on where a broken connection stopped it; what is smaller is fetched again as quickly.
constexpr qint64 fetchedAnewBytes = 1024 * 1024;

// Bytes done of each file, told by the session's thread.
class Sum
{
public:
    Sum(const std::vector<Fetch> &files, TransferProgress progress)
        : m_done(files.size(), 0), m_progress(std::move(progress))
    {
        for (const Fetch &file : files)
            m_total += std::max<qint64>(file.bytes, 0);
    }
    void at(std::size_t file, qint64 done)
    {
        const std::lock_guard lock(m_mutex);
        m_sum += done - m_done[file];
        m_done[file] = done;
        if (m_progress)
            m_progress(m_sum, std::max(m_sum, m_total));
    }

private:
    std::mutex m_mutex;
    std::vector<qint64> m_done;
    qint64 m_sum = 0;
    qint64 m_total = 0;
    TransferProgress m_progress;
};

} // namespace

Result<void> fetchAll(RemoteFileSystem &remote, const std::vector<Fetch> &files, const TransferProgress &progress,
                      const JobControl &job)
{
    // Shared with the callbacks, which may outlive a cancelled wait.
    const auto sum = std::make_shared<Sum>(files, progress);
    std::deque<QFuture<Result<TransferSummary>>> inFlight;
    Result<void> outcome;
    const auto takeOldest = [&] {
        auto summary = await(std::move(inFlight.front()), job);
        inFlight.pop_front();
        if (!summary && outcome)
            outcome = tl::make_unexpected(summary.error());
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (job.isCancelled())
            break;
        if (inFlight.size() == filesInFlight)
            takeOldest();
        inFlight.push_back(remote.download(
            files[i].source, files[i].target,
            {.progress = [sum, i](qint64 done, qint64) { sum->at(i, done); },
             .unfinished = files[i].bytes > fetchedAnewBytes ? Unfinished::KeepIfBroken : Unfinished::Discard}));
    }
    while (!inFlight.empty())
        takeOldest();
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    return outcome;
}

} // namespace navette
