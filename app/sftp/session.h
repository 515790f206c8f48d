// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/operations/operation.h"
#include "sftp/operations/pace.h"
#include "sftp/transport/sshtransport.h"

#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace navette::sftp
{

/// One connection and its thread. Operations may be added from any thread; everything else happens in the loop.
class Session final : public std::enable_shared_from_this<Session>
{
public:
    using Promise = QPromise<Result<std::shared_ptr<RemoteFileSystem>>>;

    /// Starts the thread, which connects and keeps the promise.
    static std::shared_ptr<Session> start(ConnectRequest request, Promise promise)
    {
        return start(std::move(request), std::move(promise), {});
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    ~Session();

    void add(std::shared_ptr<Operation> operation);
    /// RemoteFileSystem::probe().
    void probe();
    /// Cancels what runs, gives it a moment to clean up, and ends the thread.
    void requestStop();
    /// Waits until the thread has ended; in that thread itself, does nothing.
    void join();
    bool waitForEnd(std::chrono::milliseconds timeout);
    /// The path on the wire, the account's root before it.
    [[nodiscard]] QByteArray wirePath(const RemotePath &path) const;

private:
    using Clock = std::chrono::steady_clock;
    struct Running {
        std::shared_ptr<Operation> operation;
        std::optional<Clock::time_point> cancelledAt;
    };

    /// `given` to an earlier connection.
    static std::shared_ptr<Session> start(ConnectRequest request, Promise promise, std::optional<GivenSecrets> given);
    Session(ConnectRequest request, std::optional<GivenSecrets> given);
    void run(Promise promise);
    [[nodiscard]] Result<void> connect(const std::function<bool()> &isCancelled, bool &again);
    void loop();
    void startNew();
    void tellCancelled();
    void pumpAll();
    [[nodiscard]] qsizetype transfersOf(Direction direction) const;
    [[nodiscard]] qsizetype windowOf(Direction direction);
    [[nodiscard]] Result<bool> carry();
    [[nodiscard]] Result<void> checkLife();
    void beginProbe();
    [[nodiscard]] std::chrono::milliseconds restTime() const;
    void fail(const Error &error);

    ConnectRequest m_request;
    std::optional<GivenSecrets> m_given;
    QByteArray m_root;
    SshTransport m_transport;
    Client m_client;
    std::vector<Running> m_running;
    std::vector<std::shared_ptr<Operation>> m_waiting; ///< for their turn, in order
    QByteArray m_received;
    Clock::time_point m_lastSign = Clock::now(); ///< of life from the server
    Clock::time_point m_lastKeepAlive = Clock::now();
    std::optional<quint32> m_oldestRequest; ///< and since when it is
    Clock::time_point m_oldestSince{};
    std::optional<Clock::time_point> m_askedAt;                     ///< when nothing else was owed; for the round trip
    std::chrono::milliseconds m_roundTrip{std::chrono::seconds(1)}; ///< the shortest seen, server's work included
    Pace m_sendPace;
    Pace m_fetchPace;
    quint64 m_wireBytes = 0;
    bool m_keepAlivePending = false;
    std::optional<Clock::time_point> m_probedAt; ///< nothing came since
    std::optional<Clock::time_point> m_stopSince;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_endedCondition;
    std::vector<std::shared_ptr<Operation>> m_added;
    std::optional<Error> m_failure; ///< why nothing can be done any more
    bool m_ended = false;
    std::thread m_thread;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_probeWished = false;
};

} // namespace navette::sftp
