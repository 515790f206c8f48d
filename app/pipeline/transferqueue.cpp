// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/transferqueue.h"

#include "base/tsan.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <algorithm>
#include <functional>

using namespace std::chrono_literals;

namespace navette
{
namespace
{

// Each deposit waits for the server's answers more than it works; more at once would only share one line.
constexpr int atOnce = 3;
// Small files wait for nothing but answers: over 50 ms each takes a quarter of a second, however fast the line is.
constexpr int smallAtOnce = 64;
constexpr qint64 smallBytes = 256 * 1024;
// A try that came so much further than all before it shows that the line carries something: the count begins anew.
constexpr qint64 furtherBytes = 1024 * 1024;

bool isSmall(const Transfer &transfer)
{
    return transfer.bytesTotal >= 0 && transfer.bytesTotal <= smallBytes;
}

} // namespace

struct TransferQueue::Entry {
    int id = 0;
    TransferWork work;
    std::function<void(const Result<void> &)> finished;
    TransferRetry retry;
    bool small = false;
    bool begun = false; ///< there was a try
    CancelSource cancel;
    QDeadlineTimer due; ///< of the next try
    QElapsedTimer clock;
    qint64 furthest = 0;   ///< bytes done, of all tries
    qint64 firstDone = -1; ///< what the first word of a try's progress was; an earlier try had brought it

    [[nodiscard]] bool lacksConnection() const { return retry.link && retry.link->state() == LinkState::Coming; }
};

bool Transfer::isEnded() const
{
    return state == TransferState::Done || state == TransferState::Failed || state == TransferState::Cancelled;
}

std::optional<std::chrono::seconds> Transfer::remaining() const
{
    if (state != TransferState::Running || bytesTotal < 0 || bytesPerSecond < 1)
        return {};
    return std::chrono::seconds(
        static_cast<qint64>(static_cast<double>(std::max<qint64>(0, bytesTotal - bytesDone)) / bytesPerSecond));
}

TransferQueue::TransferQueue(QObject *parent, RetryRules rules) : QObject(parent), m_rules(rules)
{
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, &TransferQueue::lookAtWaiting);
    m_threads.setMaxThreadCount(atOnce + smallAtOnce);
}

TransferQueue::~TransferQueue()
{
    for (const auto &[id, entry] : m_entries)
        entry->cancel.cancel();
    m_end.cancel();
    m_threads.waitForDone();
}

Transfer *TransferQueue::find(int id)
{
    const auto it =
        std::find_if(m_transfers.begin(), m_transfers.end(), [id](const Transfer &t) { return t.id == id; });
    return it == m_transfers.end() ? nullptr : &*it;
}

int TransferQueue::add(Transfer description, TransferWork work, std::function<void(const Result<void> &)> finished,
                       TransferRetry retry)
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
    entry->retry = std::move(retry);
    // Queued: the link may change its state in the middle of its session's end.
    if (entry->retry.link)
        connect(entry->retry.link.get(), &RemoteLink::stateChanged, this, &TransferQueue::lookAtWaiting,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::UniqueConnection));
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
                return other.sequence == transfer.sequence &&
                       (other.state == TransferState::Running ||
                        (other.state == TransferState::Waiting && other.id < transfer.id));
            }));
}

// What could not go now takes no thread, and no try.
void TransferQueue::parkUnconnected()
{
    for (Transfer &transfer : m_transfers) {
        if (transfer.state != TransferState::Queued || !m_entries.at(transfer.id)->lacksConnection())
            continue;
        transfer.state = TransferState::Waiting;
        transfer.waitsForConnection = true;
        Q_EMIT updated(transfer.id);
    }
}

void TransferQueue::startNext()
{
    parkUnconnected();
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
    ++transfer.attempt;
    transfer.bytesDone = 0;
    transfer.bytesPerSecond = 0;
    transfer.error.reset();
    entry.firstDone = -1;
    entry.begun = true;
    // An operation that was cancelled may go on for a moment in its connection's thread and tell of it, though its work
    // is over and the queue gone: the GUI thread asks whether it is still there.
    const TransferProgress progress = [queue = QPointer(this), id](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(qApp, tsan::handedOver([queue, id, done, total] {
                                      if (queue)
                                          queue->showProgress(id, done, total);
                                  }),
                                  Qt::QueuedConnection);
    };
    // The destructor waits for the threads before the queue goes, so `this` is good in them; what they post to it
    // afterwards is dropped with it.
    m_threads.start(tsan::handedOver([this, id, work = entry.work, token = entry.cancel.token(), progress] {
        JobControl job;
        job.cancel = token;
        const Result<void> result =
            token.isCancelled() ? Result<void>(tl::make_unexpected(cancelledError())) : work(progress, job);
        QMetaObject::invokeMethod(this, tsan::handedOver([this, id, result] { tried(id, result); }),
                                  Qt::QueuedConnection);
    }));
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
    Entry &entry = *m_entries.at(id);
    if (entry.firstDone < 0) {
        entry.firstDone = done;
        entry.clock.start();
    }
    const qint64 elapsedMs = entry.clock.elapsed();
    if (elapsedMs > 0)
        transfer->bytesPerSecond =
            static_cast<double>(done - entry.firstDone) * 1000.0 / static_cast<double>(elapsedMs);
    Q_EMIT updated(id);
}

bool TransferQueue::waitsAfter(int id, const Error &error)
{
    Transfer &transfer = *find(id);
    Entry &entry = *m_entries.at(id);
    const TransferRetry &retry = entry.retry;
    if (!retry.link || retry.link->state() == LinkState::Closed || entry.cancel.token().isCancelled() ||
        (retry.mayRepeat && !retry.mayRepeat()))
        return false;
    if (transfer.bytesDone >= entry.furthest + furtherBytes) {
        entry.furthest = transfer.bytesDone;
        transfer.attempt = 1;
    }
    transfer.attempts = triesAfter(error, m_rules);
    if (transfer.attempt >= transfer.attempts)
        return false;
    const std::chrono::milliseconds wait = waitBefore(transfer.attempt + 1, m_rules);
    entry.due = QDeadlineTimer(wait);
    transfer.nextTryAt = QDateTime::currentDateTimeUtc().addMSecs(wait.count());
    transfer.waitsForConnection = entry.lacksConnection();
    transfer.error = error;
    transfer.state = TransferState::Waiting;
    Q_EMIT updated(id);
    return true;
}

void TransferQueue::tried(int id, const Result<void> &result)
{
    if (result)
        return end(id, result);
    if (waitsAfter(id, result.error()))
        return lookAtWaiting();
    // A work that ends with the cancel has seen to what it left; of one whose line broke just before, a part may be
    // kept.
    const bool wasCancelled = m_entries.at(id)->cancel.token().isCancelled() && mayPass(result.error());
    if (result.error().kind == ErrorKind::Cancelled)
        end(id, result);
    else
        giveUp(id, wasCancelled ? cancelledError() : result.error());
}

// No other try follows the last one.
void TransferQueue::giveUp(int id, const Error &error)
{
    Transfer &transfer = *find(id);
    Entry &entry = *m_entries.at(id);
    if (!entry.retry.giveUp || !entry.begun)
        return end(id, tl::make_unexpected(error));
    entry.cancel.cancel();
    transfer.state = TransferState::Running;
    transfer.bytesPerSecond = 0;
    m_threads.start(tsan::handedOver([this, id, retry = entry.retry, error, token = entry.cancel.token()] {
        JobControl job;
        job.cancel = token;
        const auto remote = retry.link->connected();
        const Error said = retry.giveUp(remote ? remote->get() : nullptr, error, job);
        const bool again = !remote && retry.link->state() == LinkState::Coming;
        QMetaObject::invokeMethod(this, tsan::handedOver([this, id, retry, error, said, again] {
                                      if (again)
                                          m_leftovers.push_back({id, retry, error});
                                      end(id, tl::make_unexpected(said));
                                      clearLeftovers(); // it may have come meanwhile
                                  }),
                                  Qt::QueuedConnection);
    }));
    Q_EMIT updated(id);
}

void TransferQueue::clearLeftovers()
{
    std::erase_if(m_leftovers, [this](const Leftover &leftover) {
        const auto remote = leftover.retry.link->connected();
        if (remote)
            m_threads.start(tsan::handedOver([leftover, remote = *remote, token = m_end.token()] {
                JobControl job;
                job.cancel = token;
                std::ignore = leftover.retry.giveUp(remote.get(), leftover.error, job);
            }));
        return remote || leftover.retry.link->state() == LinkState::Closed;
    });
}

// Lets go those whose time has come and whose connection is there.
void TransferQueue::lookAtWaiting()
{
    clearLeftovers();
    std::vector<int> closed;
    std::optional<std::chrono::milliseconds> next;
    for (Transfer &transfer : m_transfers) {
        if (transfer.state != TransferState::Waiting)
            continue;
        const Entry &entry = *m_entries.at(transfer.id);
        const bool waited = std::exchange(transfer.waitsForConnection, entry.lacksConnection());
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(entry.due.remainingTimeAsDuration());
        if (entry.retry.link->state() == LinkState::Closed)
            closed.push_back(transfer.id);
        else if (!transfer.waitsForConnection && left <= 0ms)
            transfer.state = TransferState::Queued;
        else if (!transfer.waitsForConnection)
            next = std::min(next.value_or(left), left);
        if (transfer.state != TransferState::Waiting || transfer.waitsForConnection != waited)
            Q_EMIT updated(transfer.id);
    }
    // Nobody makes their connection again: an outcome, and a person's to decide about.
    for (const int id : closed) {
        if (const Transfer *transfer = find(id))
            giveUp(id, transfer->error.value_or(m_entries.at(id)->retry.link->connected().error()));
    }
    startNext();
    if (next)
        m_nextTry.start(*next);
    else
        m_nextTry.stop();
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
        // Of a line that nobody makes again, why is more than that it broke.
        const auto &link = m_entries.at(id)->retry.link;
        const auto why = link && mayPass(result.error()) ? link->whyClosed() : std::nullopt;
        transfer->error = why.value_or(result.error());
    }
    transfer->endedAt = QDateTime::currentDateTimeUtc();
    // Copies: the list may be cleared.
    const auto finished = m_entries.at(id)->finished;
    const Result<void> outcome = result ? result : tl::make_unexpected(*transfer->error);
    Q_EMIT updated(id);
    if (finished)
        finished(outcome);
    startNext();
}

void TransferQueue::cancel(int id)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr)
        return;
    if (transfer->state == TransferState::Running)
        m_entries.at(id)->cancel.cancel();
    else if (!transfer->isEnded())
        giveUp(id, cancelledError());
}

bool TransferQueue::retry(int id)
{
    Transfer *transfer = find(id);
    if (transfer == nullptr)
        return false;
    Entry &entry = *m_entries.at(id);
    if (transfer->state == TransferState::Waiting) {
        entry.due = QDeadlineTimer();
        if (entry.lacksConnection())
            entry.retry.link->want();
        lookAtWaiting();
        return true;
    }
    if (transfer->state != TransferState::Failed && transfer->state != TransferState::Cancelled)
        return false;
    std::erase_if(m_leftovers, [id](const Leftover &leftover) { return leftover.id == id; });
    entry.cancel = CancelSource();
    entry.due = QDeadlineTimer();
    transfer->state = TransferState::Queued;
    transfer->attempt = 0;
    transfer->nextTryAt = {};
    transfer->error.reset();
    transfer->endedAt = {};
    Q_EMIT updated(id);
    // After a refusal nobody else makes the connection again.
    if (entry.retry.link && entry.retry.link->state() != LinkState::Open)
        entry.retry.link->want();
    startNext();
    return true;
}

void TransferQueue::clearEnded()
{
    std::vector<int> ended;
    for (const Transfer &transfer : m_transfers) {
        if (transfer.isEnded())
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
    return !std::all_of(m_transfers.begin(), m_transfers.end(), std::mem_fn(&Transfer::isEnded));
}

} // namespace navette
