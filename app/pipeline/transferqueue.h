// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"
#include "pipeline/remotelink.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <vector>

namespace navette
{

enum class TransferState {
    Queued,
    Running,
    Waiting, ///< broken off and tried again by itself, or for the connection it goes over
    Done,
    Failed,
    Cancelled,
};
enum class TransferDirection {
    ToPlatform,
    ToThisComputer,
    Comparison, ///< nothing is moved: both sides are read
};
/// Where the file of a transfer lies on both sides.
struct TransferSides {
    QString accountId;
    RemotePath remote;
    LocalPath local;
};

/// One line of the transfers strip.
struct Transfer {
    int id = 0;
    TransferDirection direction = TransferDirection::ToPlatform;
    QString account;                    ///< its name
    QString name;                       ///< file name
    QString target;                     ///< "to Import", translated
    std::optional<TransferSides> sides; ///< where they can be compared once it is Done
    int sequence = 0; ///< those of one sequence run one after another, in the order in which they were added; 0: none
    TransferState state = TransferState::Queued;
    qint64 bytesDone = 0;
    qint64 bytesTotal = -1;
    double bytesPerSecond = 0;
    std::optional<Error> error; ///< of the last try
    int attempt = 0;            ///< the number of the last try; 0: none was begun
    int attempts = 1;           ///< how many there are at most, as far as the last one told
    bool waitsForConnection = false;
    QDateTime nextTryAt; ///< while Waiting, not before this
    QDateTime endedAt;
    [[nodiscard]] bool isEnded() const;
    [[nodiscard]] std::optional<std::chrono::seconds> remaining() const;
};

/// The work of a transfer, run in a worker thread.
using TransferWork = std::function<Result<void>(const TransferProgress &progress, const JobControl &job)>;

/// All transfers of the window, newest last. Lives in the GUI thread; runs works on threads of its own, a few at a
/// time, and many of those whose size is known to be small. What breaks off on its way over a link is tried again by
/// itself, after growing waits and once the link is open.
class TransferQueue final : public QObject
{
    Q_OBJECT
public:
    explicit TransferQueue(QObject *parent = nullptr, RetryRules rules = {});
    ~TransferQueue() override; ///< cancels and waits

    /// Returns the transfer's id. `finished` (may be empty) is called in the GUI thread.
    /// That is when it has ended, and not between two tries.
    int add(Transfer description, TransferWork work, std::function<void(const Result<void> &)> finished = {},
            TransferRetry retry = {});
    void cancel(int id);
    /// Tries it now: one that failed, was cancelled, or waits. False for others, and where it is not there any more.
    bool retry(int id);
    void clearEnded();
    [[nodiscard]] const std::vector<Transfer> &transfers() const { return m_transfers; }
    [[nodiscard]] bool hasRunning() const;

Q_SIGNALS:
    void added(int id);
    void updated(int id);
    void removed(int id);

private:
    struct Entry;
    struct Leftover {
        int id = 0;
        TransferRetry retry;
        Error error; ///< with which it ended
    };
    [[nodiscard]] Transfer *find(int id);
    [[nodiscard]] bool mayStart(const Transfer &transfer) const;
    void startNext();
    void parkUnconnected();
    void start(Entry &entry);
    [[nodiscard]] bool waitsAfter(int id, const Error &error);
    void lookAtWaiting();
    void showProgress(int id, qint64 done, qint64 total);
    void tried(int id, const Result<void> &result);
    void giveUp(int id, const Error &error);
    void clearLeftovers();
    void end(int id, const Result<void> &result);

    std::vector<Transfer> m_transfers;
    std::map<int, std::unique_ptr<Entry>> m_entries; ///< how to do each again, by id
    std::vector<Leftover> m_leftovers;               ///< on servers to which there was no connection
    CancelSource m_end; ///< nobody waits for what is cleared away later, but for this queue's end
    QThreadPool m_threads;
    RetryRules m_rules;
    QTimer m_nextTry; ///< when the first of those that wait is due
    int m_nextId = 1;
};

/// Adds a transfer whose work gives a value: `work(progress, job)` returns a Result<T> in a worker thread, `finished`
/// is handed it in the GUI thread, unless the receiver is gone by then.
template<typename Receiver, typename Work, typename Finished>
int addTransfer(TransferQueue &queue, Transfer description, Work work, Receiver *receiver, Finished finished)
{
    using Worked = std::invoke_result_t<Work, const TransferProgress &, const JobControl &>;
    auto value = std::make_shared<std::optional<typename Worked::value_type>>();
    TransferRetry retry;
    if constexpr (requires { work.retry; })
        retry = work.retry;
    return queue.add(
        std::move(description),
        [work = std::move(work), value](const TransferProgress &progress, const JobControl &job) -> Result<void> {
            Worked worked = work(progress, job);
            if (!worked)
                return tl::make_unexpected(worked.error());
            *value = std::move(*worked);
            return {};
        },
        [receiver = QPointer<Receiver>(receiver), value, finished](const Result<void> &result) {
            if (!receiver)
                return;
            finished(result ? Worked(**value) : Worked(tl::make_unexpected(result.error())));
        },
        std::move(retry));
}

} // namespace navette
