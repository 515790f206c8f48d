// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/transferqueue.h"

#include <QElapsedTimer>

#include <algorithm>

namespace navette
{
namespace
{

// Each deposit waits for the server's answers more than it works; more at once would only share one line.
constexpr int atOnce = 3;
// Small files wait for nothing but answers: over 50 ms each takes a quarter of a second, however fast the line is.
constexpr int smallAtOnce = 64;
constexpr qint64 smallBytes = 256 * 1024;

bool isSmall(const Transfer &transfer)
{
    return transfer.bytesTotal >= 0 && transfer.bytesTotal <= smallBytes;
}

} // namespace

struct TransferQueue::Entry {
    int id = 0;
    TransferWork work;
    std::function<void(const Result<void> &)> finished;
    bool small = false;
    CancelSource cancel;
    QElapsedTimer clock;
};

std::optional<std::chrono::seconds> Transfer::remaining() const
{
    if (state != TransferState::Running || bytesTotal < 0 || bytesPerSecond < 1)
        return {};
    return std::chrono::seconds(
        static_cast<qint64>(static_cast<double>(std::max<qint64>(0, bytesTotal - bytesDone)) / bytesPerSecond));
}

TransferQueue::TransferQueue(QObject *parent) : QObject(parent)
{
    m_threads.setMaxThreadCount(atOnce + smallAtOnce);
}

TransferQueue::~TransferQueue()
{
    for (const auto &[id, entry] : m_entries)
        entry->cancel.cancel();
    m_threads.waitForDone();
}

Transfer *TransferQueue::find(int id)
{
    const auto it =
        std::find_if(m_transfers.begin(), m_transfers.end(), [id](const Transfer &t) { return t.id == id; });
    return it == m_transfers.end() ? nullptr : &*it;
}

int TransferQueue::add(Transfer description, TransferWork work, std::function<void(const Result<void> &)> finished)
{
    const int id = m_nextId++;
    description.id = id;
    description.state = TransferState::Queued;
    m_transfers.push_back(std::move(description));
    auto entry = std::make_unique<Entry>();
    entry->id = id;
    entry->small = isSmall(m_transfers.back());
    entry->work = std::move(work);
    entry->finished = std::move(finished);
    m_entries.emplace(id, std::move(entry));
    Q_EMIT added(id);
    startNext();
    return id;
}

bool TransferQueue::mayStart(const Transfer &transfer) const
{
    return transfer.state == TransferState::Queued &&
           (transfer.sequence == 0 ||
            std::none_of(m_transfers.begin(), m_transfers.end(), [&transfer](const Transfer &other) {
                return other.sequence == transfer.sequence && other.state == TransferState::Running;
            }));
}

void TransferQueue::startNext()
{
    while (true) {
        int room = atOnce;
        int roomForSmall = smallAtOnce;
        for (const Transfer &transfer : m_transfers) {
            if (transfer.state == TransferState::Running)
                --(m_entries.at(transfer.id)->small ? roomForSmall : room);
        }
        const auto next = std::find_if(m_transfers.begin(), m_transfers.end(), [&](const Transfer &transfer) {
            return mayStart(transfer) && (m_entries.at(transfer.id)->small ? roomForSmall : room) > 0;
        });
        if (next == m_transfers.end())
            return;
        start(*m_entries.at(next->id));
    }
}

void TransferQueue::start(Entry &entry)
{
    const int id = entry.id;
    Transfer &transfer = *find(id);
    transfer.state = TransferState::Running;
    transfer.bytesDone = 0;
    transfer.bytesPerSecond = 0;
    transfer.error.reset();
    entry.clock.start();
    // The destructor waits for the threads before the queue goes, so `this` is good in them; what they post to it
    // afterwards is dropped with it.
    m_threads.start([this, id, work = entry.work, token = entry.cancel.token()] {
        const TransferProgress progress = [this, id](qint64 done, qint64 total) {
            QMetaObject::invokeMethod(
                this, [this, id, done, total] { showProgress(id, done, total); }, Qt::QueuedConnection);
        };
        JobControl job;
        job.cancel = token;
        const Result<void> result =
            token.isCancelled() ? Result<void>(tl::make_unexpected(cancelledError())) : work(progress, job);
        QMetaObject::invokeMethod(
            this, [this, id, result] { end(id, result); }, Qt::QueuedConnection);
    });
    Q_EMIT updated(id);
}

void TransferQueue::showProgress(int id, qint64 done, qint64 total)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr || transfer->state != TransferState::Running)
        return;
    transfer->bytesDone = done;
    if (total >= 0)
        transfer->bytesTotal = total;
    const qint64 elapsedMs = m_entries.at(id)->clock.elapsed();
    if (elapsedMs > 0)
        transfer->bytesPerSecond = static_cast<double>(done) * 1000.0 / static_cast<double>(elapsedMs);
    Q_EMIT updated(id);
}

void TransferQueue::end(int id, const Result<void> &result)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr)
        return;
    if (result) {
        transfer->state = TransferState::Done;
        if (transfer->bytesTotal >= 0)
            transfer->bytesDone = transfer->bytesTotal;
    } else {
        transfer->state =
            result.error().kind == ErrorKind::Cancelled ? TransferState::Cancelled : TransferState::Failed;
        transfer->error = result.error();
    }
    transfer->endedAt = QDateTime::currentDateTimeUtc();
    const auto finished = m_entries.at(id)->finished; // a copy: it may clear the list
    Q_EMIT updated(id);
    if (finished)
        finished(result);
    startNext();
}

void TransferQueue::cancel(int id)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr)
        return;
    if (transfer->state == TransferState::Running)
        m_entries.at(id)->cancel.cancel();
    else if (transfer->state == TransferState::Queued)
        end(id, tl::make_unexpected(cancelledError()));
}

bool TransferQueue::retry(int id)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr ||
        (transfer->state != TransferState::Failed && transfer->state != TransferState::Cancelled))
        return false;
    m_entries.at(id)->cancel = CancelSource();
    transfer->state = TransferState::Queued;
    transfer->error.reset();
    transfer->endedAt = {};
    Q_EMIT updated(id);
    startNext();
    return true;
}

void TransferQueue::clearEnded()
{
    std::vector<int> ended;
    for (const Transfer &transfer : m_transfers) {
        if (transfer.state != TransferState::Queued && transfer.state != TransferState::Running)
            ended.push_back(transfer.id);
    }
    for (const int id : ended) {
        std::erase_if(m_transfers, [id](const Transfer &t) { return t.id == id; });
        m_entries.erase(id);
        Q_EMIT removed(id);
    }
}

bool TransferQueue::hasRunning() const
{
    return std::any_of(m_transfers.begin(), m_transfers.end(), [](const Transfer &t) {
        return t.state == TransferState::Running || t.state == TransferState::Queued;
    });
}

} // namespace navette
