// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/session.h"

#include "base/tsan.h"
#include "sftp/errors.h"
#include "sftp/livingsessions.h"
#include "sftp/sftpremote.h"
#include "sftp/transport/accountpresence.h"
#include "sftp/transport/connector.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace navette::sftp
{
namespace
{

constexpr auto cancelPatience = 500ms; ///< a cancelled operation answers by then, cleaned up or not
constexpr auto stopPatience = 2s;
constexpr int requestPatience = 4;  ///< times the patience with a silent server: one may work long on something
constexpr auto probePatience = 5s;  ///< far links answer within one
constexpr auto cancelGlance = 50ms; ///< a future cannot call back when it is cancelled, so it is looked at this often
constexpr size_t maxTransfers = 64; ///< each holds a file and a handle on both sides
constexpr size_t maxRunning = 256;
constexpr qsizetype leastAhead = 64 * 1024;
/// So long something else may have to wait behind what is on its way: a refresh of the board, a cancel.
constexpr auto lineShare = 300ms;

} // namespace

Session::Session(ConnectRequest request, std::optional<GivenSecrets> given)
    : m_request(std::move(request))
    , m_given(std::move(given))
    , m_root(wireRoot(m_request.endpoint))
    , m_transport(m_request.endpoint.host)
{
}

Session::~Session()
{
    // Only the thread's own last reference comes here with the thread still there.
    if (m_thread.joinable())
        m_thread.detach();
}

std::shared_ptr<Session> Session::start(ConnectRequest request, Promise promise, std::optional<GivenSecrets> given)
{
    std::shared_ptr<Session> session(new Session(std::move(request), std::move(given)));
    LivingSessions::instance().add(session);
    const std::lock_guard lock(session->m_mutex); // the thread begins when m_thread is set
    session->m_thread = std::thread([session, kept = std::make_shared<Promise>(std::move(promise))]() mutable {
        session->run(std::move(*kept));
        session.reset();
    });
    return session;
}

void Session::run(Promise promise)
{
    {
        const std::lock_guard lock(m_mutex);
    }
    const auto isCancelled = [this, &promise] { return m_stopping || promise.isCanceled(); };
    bool again = false;
    const Result<void> connected = connect(isCancelled, again);
    const bool isWanted = again && !isCancelled(); // none may begin while the program ends
    if (isWanted) {
        ConnectRequest request = m_request;
        request.secrets.add(m_given->all);
        start(std::move(request), std::move(promise), m_given);
    }
    m_request.secrets = {}; // overwritten with the last copy
    m_given.reset();
    if (connected) {
        m_lastSign = m_lastKeepAlive = Clock::now();
        promise.addResult(std::make_shared<SftpRemote>(shared_from_this()));
        tsan::handOver();
        promise.finish();
        // Our own copy of the result goes, so that the last pointer elsewhere is the last.
        promise = Promise();
        const AccountPresence presence(m_request.endpoint);
        loop();
    } else if (!isWanted) {
        promise.addResult(tl::make_unexpected(again ? cancelledError() : connected.error()));
        promise.finish();
    }
    m_transport.close();
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_endedCondition.notify_all();
}

// `again`: a new connection may take what this one did not wait for.
Result<void> Session::connect(const std::function<bool()> &isCancelled, bool &again)
{
    ConnectRequest request = m_request;
    if (request.askHostKey)
        request.askHostKey = [ask = m_request.askHostKey, isCancelled](HostKeyQuestion question) {
            question.isCancelled = isCancelled;
            return ask(question);
        };
    Connector connector(request, m_transport, m_client, isCancelled, m_given);
    auto connected = connector.run();
    m_given = connector.given();
    again = !connected && connector.isWorthAnotherTry();
    if (connected && request.onSecretsGiven && !m_given->all.isEmpty())
        request.onSecretsGiven(*m_given);
    return connected;
}

void Session::add(std::shared_ptr<Operation> operation)
{
    std::optional<Error> failure;
    {
        const std::lock_guard lock(m_mutex);
        failure = m_failure;
        if (!failure)
            m_added.push_back(operation);
    }
    if (failure)
        operation->abandon(*failure);
    else
        m_transport.wake();
}

void Session::probe()
{
    m_probeWished = true;
    m_transport.wake();
}

void Session::requestStop()
{
    m_stopping = true;
    m_transport.wake();
}

void Session::join()
{
    if (!m_thread.joinable())
        return;
    if (m_thread.get_id() == std::this_thread::get_id())
        return;
    m_thread.join();
}

bool Session::waitForEnd(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_endedCondition.wait_for(lock, timeout, [this] { return m_ended; });
}

QByteArray Session::wirePath(const RemotePath &path) const
{
    QByteArray bytes = path.bytes();
    if (m_root == "." && !bytes.isEmpty())
        return bytes;
    while (bytes.startsWith('/'))
        bytes.remove(0, 1);
    if (bytes.isEmpty())
        return m_root;
    return m_root.endsWith('/') ? m_root + bytes : m_root + '/' + bytes;
}

void Session::loop()
{
    while (true) {
        if (m_stopping && !m_stopSince)
            m_stopSince = Clock::now();
        startNew();
        tellCancelled();
        beginProbe();
        pumpAll();
        const auto moved = carry();
        const Result<void> alive = moved ? checkLife() : Result<void>();
        if (!moved || !alive)
            return fail(!moved ? moved.error() : alive.error());
        std::erase_if(m_running, [](const Running &running) { return running.operation->isOver(); });
        if (m_stopSince && (m_running.empty() || Clock::now() - *m_stopSince > stopPatience))
            return fail(cancelledError());
        if (!*moved)
            m_transport.wait(restTime());
    }
}

void Session::startNew()
{
    {
        const std::lock_guard lock(m_mutex);
        std::move(m_added.begin(), m_added.end(), std::back_inserter(m_waiting));
        m_added.clear();
    }
    if (m_waiting.empty())
        return;
    auto transfers = size_t(std::count_if(m_running.begin(), m_running.end(),
                                          [](const Running &running) { return running.operation->isTransfer(); }));
    if (m_client.requestsInFlight() == 0)
        m_lastSign = m_askedAt.emplace(Clock::now()); // the server owes nothing before this
    std::vector<std::shared_ptr<Operation>> later;
    for (auto &operation : m_waiting) {
        const bool transfer = operation->isTransfer();
        if (operation->isCancelRequested() || m_stopping) {
            operation->abandon(cancelledError());
        } else if (m_running.size() >= maxRunning || (transfer && transfers >= maxTransfers)) {
            later.push_back(std::move(operation));
        } else {
            transfers += transfer ? 1 : 0;
            operation->setWaker([weak = weak_from_this()] {
                if (const auto session = weak.lock())
                    session->m_transport.wake();
            });
            operation->start(m_client);
            m_running.push_back({std::move(operation), std::nullopt});
        }
    }
    m_waiting = std::move(later);
}

void Session::tellCancelled()
{
    const auto now = Clock::now();
    for (Running &running : m_running) {
        if (running.operation->isOver())
            continue;
        if (!running.cancelledAt && (m_stopping || running.operation->isCancelRequested())) {
            running.cancelledAt = now;
            running.operation->cancel(m_client);
        } else if (running.cancelledAt && now - *running.cancelledAt > cancelPatience) {
            running.operation->answerEarly(cancelledError());
        }
    }
}

qsizetype Session::transfersOf(Direction direction) const
{
    return std::count_if(m_running.begin(), m_running.end(), [direction](const Running &running) {
        return running.operation->direction() == direction && !running.operation->isOver();
    });
}

qsizetype Session::windowOf(Direction direction)
{
    const bool up = direction == Direction::Up;
    const qsizetype most = up ? mostSentAhead : mostFetchedAhead;
    // Several round trips' worth, so that it grows as long as the line carries more.
    const auto time = std::max<std::chrono::milliseconds>(lineShare, 4 * m_roundTrip);
    const auto carried = (up ? m_sendPace : m_fetchPace).bytesIn(time, Clock::now());
    const qsizetype all = carried ? std::min<qsizetype>(most, *carried) : most;
    return std::max(all / std::max<qsizetype>(transfersOf(direction), 1), leastAhead);
}

void Session::pumpAll()
{
    if (m_running.empty())
        return;
    const qsizetype up = windowOf(Direction::Up);
    const qsizetype down = windowOf(Direction::Down);
    // Another one is first each time, or the first would take all the room.
    std::rotate(m_running.begin(), m_running.begin() + 1, m_running.end());
    for (const Running &running : m_running) {
        if (!running.operation->isOver())
            running.operation->pump(m_client, running.operation->direction() == Direction::Up ? up : down);
    }
}

Result<bool> Session::carry()
{
    const auto written = m_transport.write(m_client.output());
    if (!written)
        return tl::make_unexpected(written.error());
    m_client.consumeOutput(*written);
    const bool couldWrite = m_transport.canWrite();
    m_received.resize(0);
    const auto got = m_transport.read(m_received);
    if (!got)
        return tl::make_unexpected(got.error());
    // While answers are owed only they count; else anything does, such as the answer to a keep-alive.
    const quint64 wireBytes = m_transport.receivedBytes();
    if (*got > 0 || (wireBytes != m_wireBytes && m_client.requestsInFlight() == 0)) {
        m_lastSign = Clock::now();
        m_keepAlivePending = false;
    }
    if (wireBytes != m_wireBytes)
        m_probedAt.reset();
    m_wireBytes = wireBytes;
    if (*got > 0) {
        // Listings and the like say nothing of what the line could carry.
        if (transfersOf(Direction::Down) > 0)
            m_fetchPace.add(*got, m_lastSign);
        if (const auto askedAt = std::exchange(m_askedAt, {}))
            m_roundTrip = std::min(m_roundTrip, std::chrono::ceil<std::chrono::milliseconds>(m_lastSign - *askedAt));
        const quint64 confirmed = m_client.confirmedBytes();
        if (auto taken = m_client.receive(m_received); !taken)
            return tl::make_unexpected(taken.error());
        m_lastSign = Clock::now(); // what took the handlers long was not the server
        if (m_client.confirmedBytes() > confirmed)
            m_sendPace.add(qint64(m_client.confirmedBytes() - confirmed), m_lastSign);
    }
    // Reading may have taken in a larger window, or sent what was pending: then there is something to write at once.
    return *written > 0 || *got > 0 || (!m_client.output().isEmpty() && !couldWrite && m_transport.canWrite());
}

void Session::beginProbe()
{
    if (!m_probeWished.exchange(false) || m_probedAt)
        return;
    m_probedAt = m_lastKeepAlive = Clock::now();
    m_keepAlivePending = true;
    m_transport.sendKeepAlive();
}

Result<void> Session::checkLife()
{
    const auto now = Clock::now();
    if (m_probedAt && now - *m_probedAt > probePatience)
        return tl::make_unexpected(
            noAnswerError(m_transport.host(), u"no answer for %1 s when asked"_s.arg(probePatience.count())));
    const auto keepAliveAfter = m_request.answerTimeout / 2;
    const bool waitsForAnswer = m_keepAlivePending || m_client.requestsInFlight() > 0;
    if (waitsForAnswer && now - m_lastSign > m_request.answerTimeout)
        return tl::make_unexpected(
            noAnswerError(m_transport.host(), u"no answer for %1 s"_s.arg(m_request.answerTimeout.count() / 1000)));
    // A server that goes on answering others may have lost one.
    if (const auto oldest = m_client.oldestRequest(); oldest != m_oldestRequest) {
        m_oldestRequest = oldest;
        m_oldestSince = now;
    } else if (oldest && now - m_oldestSince > requestPatience * m_request.answerTimeout) {
        return tl::make_unexpected(noAnswerError(m_transport.host(), u"request %1 is not answered"_s.arg(*oldest)));
    }
    if (now - m_lastSign > keepAliveAfter && now - m_lastKeepAlive > keepAliveAfter) {
        m_lastKeepAlive = now;
        m_keepAlivePending = true;
        m_transport.sendKeepAlive();
    }
    return {};
}

std::chrono::milliseconds Session::restTime() const
{
    const auto isBusy = [](const Running &running) { return running.operation->isBusy(); };
    if (std::any_of(m_running.begin(), m_running.end(), isBusy))
        return 0ms;
    if (!m_running.empty() || !m_waiting.empty())
        return cancelGlance;
    // Until checkLife() has something to do, and not later: what it finds out is only known then.
    const auto keepAliveAfter = m_request.answerTimeout / 2;
    const auto due = m_keepAlivePending || m_client.requestsInFlight() > 0
                         ? m_lastSign + m_request.answerTimeout
                         : std::max(m_lastSign, m_lastKeepAlive) + keepAliveAfter;
    const auto soonest = m_probedAt ? std::min(due, *m_probedAt + probePatience) : due;
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(soonest - Clock::now()) + 1ms, 1ms);
}

void Session::fail(const Error &error)
{
    std::vector<std::shared_ptr<Operation>> ended;
    {
        const std::lock_guard lock(m_mutex);
        m_failure = error;
        ended = std::exchange(m_added, {});
    }
    for (const Running &running : m_running)
        running.operation->abandon(running.cancelledAt ? cancelledError() : error);
    for (const auto &operation : m_waiting)
        operation->abandon(error);
    for (const auto &operation : ended)
        operation->abandon(error);
    m_running.clear();
    m_waiting.clear();
    m_client = Client();
}

} // namespace navette::sftp

namespace navette
{

QFuture<Result<std::shared_ptr<RemoteFileSystem>>> connectSftp(ConnectRequest request)
{
    sftp::Session::Promise promise;
    promise.start();
    auto future = promise.future();
    sftp::Session::start(std::move(request), std::move(promise));
    return future;
}

} // namespace navette
