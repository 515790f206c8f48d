// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"
#include "sftp/remotefilesystem.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <map>
#include <vector>

namespace navette
{

enum class TransferState { Queued, Running, Done, Failed, Cancelled };
enum class TransferDirection { ToPlatform, ToThisComputer };

/// One line of the transfers strip.
struct Transfer {
    int id = 0;
    TransferDirection direction = TransferDirection::ToPlatform;
    QString account;  ///< its name
    QString name;     ///< file name
    QString target;   ///< "to Import", translated
    int sequence = 0; ///< those of one sequence run one after another, in the order in which they were added; 0: none
    TransferState state = TransferState::Queued;
    qint64 bytesDone = 0;
    qint64 bytesTotal = -1;
    double bytesPerSecond = 0;
    std::optional<Error> error;
    QDateTime endedAt;
    [[nodiscard]] std::optional<std::chrono::seconds> remaining() const;
};

/// The work of a transfer, run in a worker thread.
using TransferWork = std::function<Result<void>(const TransferProgress &progress, const JobControl &job)>;

/// All transfers of the window, newest last. Lives in the GUI thread; runs works on threads of its own, a few at a
/// time, and many of those whose size is known to be small.
class TransferQueue final : public QObject
{
    Q_OBJECT
public:
    explicit TransferQueue(QObject *parent = nullptr);
    ~TransferQueue() override; ///< cancels and waits

    /// Returns the transfer's id. `finished` (may be empty) is called in the GUI thread.
    int add(Transfer description, TransferWork work, std::function<void(const Result<void> &)> finished = {});
    void cancel(int id);
    bool retry(int id); ///< false where it is not there any more, or has not failed
    void clearEnded();
    [[nodiscard]] const std::vector<Transfer> &transfers() const { return m_transfers; }
    [[nodiscard]] bool hasRunning() const;

Q_SIGNALS:
    void added(int id);
    void updated(int id);
    void removed(int id);

private:
    struct Entry;
    [[nodiscard]] Transfer *find(int id);
    [[nodiscard]] bool mayStart(const Transfer &transfer) const;
    void startNext();
    void start(Entry &entry);
    void showProgress(int id, qint64 done, qint64 total);
    void end(int id, const Result<void> &result);

    std::vector<Transfer> m_transfers;
    std::map<int, std::unique_ptr<Entry>> m_entries; ///< how to do each again, by id
    QThreadPool m_threads;
    int m_nextId = 1;
};

/// Adds a transfer whose work gives a value: `work(progress, job)` returns a Result<T> in a worker thread, `finished`
/// is handed it in the GUI thread, unless the receiver is gone by then.
template<typename Receiver, typename Work, typename Finished>
int addTransfer(TransferQueue &queue, Transfer description, Work work, Receiver *receiver, Finished finished)
{
    using Worked = std::invoke_result_t<Work, const TransferProgress &, const JobControl &>;
    auto value = std::make_shared<std::optional<typename Worked::value_type>>();
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
        });
}

} // namespace navette
