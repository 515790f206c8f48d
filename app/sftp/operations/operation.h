// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/sha256.h"
#include "base/tsan.h"
#include "sftp/protocol/client.h"

#include <QFile>
#include <QPromise>

#include <memory>

namespace navette::sftp
{

/// Bytes of all uploads that may be on their way at most: a hundred milliseconds at 20 MB/s. A server's own window is
/// seldom larger, and what was on its way when the connection broke is sent again.
constexpr qsizetype mostSentAhead = 2 * 1024 * 1024;
/// The same of what is fetched, where our own window is the bound.
constexpr qsizetype mostFetchedAhead = 4 * 1024 * 1024;

/// Which way an operation moves the contents of files.
enum class Direction { None, Up, Down };

/// A path for the person and as the server is asked for it.
struct WirePath {
    RemotePath shown;
    QByteArray bytes;
};

/// One thing that somebody waits for: a state machine over the client's requests. Lives in the session's thread; the
/// handlers of its requests keep it alive until the last of them is answered.
class Operation : public std::enable_shared_from_this<Operation>
{
public:
    Operation() = default;
    Operation(const Operation &) = delete;
    Operation &operator=(const Operation &) = delete;
    virtual ~Operation() = default;

    virtual void start(Client &client) = 0;
    /// Sends more, as far as the client has room; `window` is how many bytes may be on their way: its share of what
    /// the line carries in a moment.
    virtual void pump(Client &client, qsizetype window);
    /// What to call, from any thread, when there is something to do that the server does not tell of. Set before
    /// start(); where nothing is set, everything is done at once.
    void setWaker(std::function<void()> wake) { m_wake = std::move(wake); }
    /// Whether pump() has more to do before any answer comes.
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /// The wish to stop: sends what cleans up. Called once, and only before the operation is over.
    virtual void cancel(Client &client) = 0;
    /// Answers now, although cleaning up may still be under way.
    virtual void answerEarly(const Error &error) = 0;
    /// The connection is gone, or time is up: nothing more can be sent.
    virtual void abandon(const Error &error) = 0;
    [[nodiscard]] virtual Direction direction() const { return Direction::None; }
    /// Of transfers only so many run at once.
    [[nodiscard]] bool isTransfer() const { return direction() != Direction::None; }
    [[nodiscard]] virtual bool isCancelRequested() const = 0;
    /// Answered, and no cleaning up is under way.
    [[nodiscard]] bool isOver() const { return m_over; }

protected:
    void setOver() { m_over = true; }
    [[nodiscard]] const std::function<void()> &waker() const { return m_wake; }

private:
    std::function<void()> m_wake;
    bool m_over = false;
};

/// With a promise of its result. Whatever the way an operation ends, it answers exactly once.
template<typename T>
class PromisedOperation : public Operation
{
public:
    PromisedOperation() { m_promise.start(); }
    ~PromisedOperation() override { answer(tl::make_unexpected(cancelledError())); }

    [[nodiscard]] QFuture<Result<T>> future() { return m_promise.future(); }
    [[nodiscard]] bool isCancelRequested() const override { return m_promise.isCanceled(); }
    void answerEarly(const Error &error) override { answer(tl::make_unexpected(error)); }
    void abandon(const Error &error) override { end(tl::make_unexpected(error)); }

protected:
    /// Answers; the operation goes on if it has to clean up.
    void answer(Result<T> result)
    {
        if (m_answered)
            return;
        m_answered = true;
        m_promise.addResult(std::move(result));
        tsan::handOver();
        m_promise.finish();
    }
    /// Answers and is over.
    void end(Result<T> result)
    {
        answer(std::move(result));
        setOver();
    }

    /// A handler that keeps the operation alive, and is not run once that is over.
    template<typename Self, typename... Arguments>
    Client::Handler handler(Self *self, void (Self::*function)(Client &, const Reply &, Arguments...), Client &client,
                            Arguments... arguments)
    {
        return [owner = this->shared_from_this(), self, function, &client, arguments...](const Reply &reply) {
            if (!owner->isOver())
                (self->*function)(client, reply, arguments...);
        };
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_answered = false;
};

/// Of a continued transfer: the part of the local file that is not sent or fetched again goes into the hash too, in
/// slices, so that nobody waits for it.
class PrefixHash final
{
public:
    void begin(qint64 bytes) { m_end = bytes; }
    [[nodiscard]] bool isBusy() const { return m_done < m_end; }
    /// Adds the next slice, from the file's position. False where it cannot be read.
    [[nodiscard]] bool addSlice(QFile &file, Sha256 &hash);

private:
    QByteArray m_slice;
    qint64 m_done = 0;
    qint64 m_end = 0;
};

/// Tells a TransferProgress about a hundred times.
class ProgressMeter final
{
public:
    explicit ProgressMeter(TransferProgress progress) : m_progress(std::move(progress)) {}
    void report(qint64 done, qint64 total);

private:
    TransferProgress m_progress;
    qint64 m_lastStep = -1;
};

} // namespace navette::sftp
