// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/accountsession.h"

#include "accounts/secretstore.h"
#include "flows/flowcatalog.h"
#include "pipeline/networkwatch.h"
#include "pipeline/transferqueue.h"

#include <QHostAddress>
#include <QtConcurrent>

#include <mutex>

using namespace std::chrono_literals;

namespace navette
{
namespace
{

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

constexpr std::chrono::milliseconds defaultInterval = 12s; // product.md: the board's ⟳

// What runs on this computer needs no network.
bool isOnThisComputer(const Account &account)
{
    const QString &host = account.endpoint.host;
    return account.practice || host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

struct Refreshed {
    BoardSnapshot board;
    std::vector<DepositRecord> moved;
    std::optional<Error> journalError;
};

Result<Refreshed> refreshBoard(RemoteFileSystem &remote, const Account &account, const std::vector<Flow> &flows,
                               Journal &journal, bool settle, const JobControl &job)
{
    Refreshed refreshed;
    // A board is of use without the journal: it only knows less.
    if (const auto readable = journal.deposits(account.id, 1); !readable)
        refreshed.journalError = readable.error();
    if (settle && !refreshed.journalError) {
        Result<std::vector<DepositRecord>> settled = settleInterrupted(remote, account, flows, journal, job);
        if (settled)
            refreshed.moved = std::move(*settled);
        else if (mayPass(settled.error()))
            return tl::make_unexpected(settled.error());
        else
            refreshed.journalError = settled.error(); // or the server's refusal, which then comes once more
    }
    Result<BoardSnapshot> board =
        takeSnapshot(remote, account, flows, refreshed.journalError ? nullptr : &journal, job);
    if (!board)
        return tl::make_unexpected(board.error());
    refreshed.board = std::move(*board);
    if (refreshed.journalError)
        return refreshed;
    Result<std::vector<DepositRecord>> moved = followDeposits(account, refreshed.board, journal);
    if (!moved) {
        refreshed.journalError = moved.error();
        return refreshed;
    }
    showIn(refreshed.board, *moved);
    refreshed.moved.insert(refreshed.moved.end(), moved->begin(), moved->end());
    return refreshed;
}

} // namespace

/// Keys that a person trusted without keeping them: good as long as the account's session is.
class AccountSession::TrustedOnce final
{
public:
    /// In the connecting thread.
    HostKeyAnswer answer(const HostKeyQuestion &question,
                         const std::function<HostKeyAnswer(const HostKeyQuestion &)> &ask)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_fingerprints.contains(question.fingerprint))
                return HostKeyAnswer::TrustOnce;
        }
        const HostKeyAnswer given = ask(question);
        if (given == HostKeyAnswer::TrustOnce) {
            const std::lock_guard lock(m_mutex);
            m_fingerprints += question.fingerprint;
        }
        return given;
    }

private:
    std::mutex m_mutex;
    QStringList m_fingerprints;
};

AccountSession::AccountSession(Account account, Services services, QObject *parent)
    : QObject(parent)
    , m_account(std::move(account))
    , m_services(std::move(services))
    , m_trustedOnce(std::make_shared<TrustedOnce>())
    , m_link(m_services.link ? m_services.link : std::make_shared<RemoteLink>())
{
    m_threads.setMaxThreadCount(2);
    m_refreshTimer.setInterval(defaultInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &AccountSession::refresh);
    m_reconnectTimer.setSingleShot(true);
    connect(&m_reconnectTimer, &QTimer::timeout, this, &AccountSession::open);
    // A transfer finds out first that the line is dead; the board then need not wait for its turn to see it.
    connect(m_link.get(), &RemoteLink::doubted, this, &AccountSession::refresh);
    connect(m_link.get(), &RemoteLink::wanted, this, &AccountSession::open);
    if (m_services.network != nullptr && !isOnThisComputer(m_account)) {
        connect(m_services.network, &NetworkWatch::offlineChanged, this, &AccountSession::onOfflineChanged);
        connect(m_services.network, &NetworkWatch::interrupted, this, &AccountSession::onInterrupted);
    }
}

AccountSession::~AccountSession()
{
    ++m_attempt;
    m_cancel.cancel();
    m_connecting.cancel(); // nobody is asked for a password any more
    m_remote.reset();
    // Transfers that could be tried again keep the link.
    m_services.link ? m_link->await() : m_link->close();
    m_threads.waitForDone();
}

std::vector<Flow> AccountSession::boardFlows() const
{
    std::vector<Flow> flows;
    for (const Flow *flow : m_services.flows.ofPlatform(m_account.platform)) {
        if (flow->direction == FlowDirection::ToPlatform)
            flows.push_back(*flow);
    }
    return flows;
}

std::optional<std::chrono::milliseconds> AccountSession::nextAttemptIn() const
{
    if (!m_reconnectTimer.isActive())
        return {};
    return m_reconnectTimer.remainingTimeAsDuration();
}

void AccountSession::setState(ConnectionState state, const std::optional<Error> &error)
{
    m_state = state;
    m_lastError = error;
    Q_EMIT stateChanged(state);
}

void AccountSession::open()
{
    m_wanted = true;
    if (m_state == ConnectionState::Connecting || m_state == ConnectionState::Connected)
        return;
    m_reconnectTimer.stop();
    if (isOffline() && m_state != ConnectionState::Offline)
        return goOffline();
    m_insisted = isOffline();
    const int attempt = ++m_attempt;
    m_cancel = CancelSource();
    m_link->await();
    setState(ConnectionState::Connecting);
    if (const std::optional<Secrets> secrets = secretsFromEnvironment(); secrets && !m_account.practice)
        return connectNow(*secrets, attempt);
    whenFinished<Secrets>(m_services.secrets.read(m_account), this, [this, attempt](const Result<Secrets> &secrets) {
        if (attempt != m_attempt)
            return;
        // Whoever is at hand can say what the keychain does not.
        if (secrets || m_services.askSignIn)
            connectNow(secrets.value_or(Secrets{}), attempt);
        else
            broke(secrets.error());
    });
}

void AccountSession::connectNow(const Secrets &secrets, int attempt)
{
    ConnectRequest request;
    request.endpoint = m_account.endpoint;
    request.secrets = secrets;
    request.secrets.add(m_typed);
    request.knownHostsFile = m_services.knownHostsFile;
    request.sshKnownHostsFile = m_services.sshKnownHostsFile;
    if (m_services.askHostKey)
        request.askHostKey = [trusted = m_trustedOnce, ask = m_services.askHostKey](const HostKeyQuestion &question) {
            return trusted->answer(question, ask);
        };
    request.askSignIn = m_services.askSignIn;
    const auto given = std::make_shared<GivenSecrets>(); // filled before the future is
    request.onSecretsGiven = [given](const GivenSecrets &secretsGiven) { *given = secretsGiven; };
    auto future = connectSftp(std::move(request));
    m_connecting = future;
    whenFinished<std::shared_ptr<RemoteFileSystem>>(
        std::move(future), this, [this, attempt, given](const Result<std::shared_ptr<RemoteFileSystem>> &remote) {
            if (attempt != m_attempt)
                return;
            m_connecting = {}; // it holds the connection too
            if (!remote) {
                if (!mayPass(remote.error()))
                    m_typed = {}; // it may be what was refused
                return broke(remote.error());
            }
            keep(*given);
            connected(*remote);
        });
}

void AccountSession::keep(const GivenSecrets &given)
{
    m_typed.add(given.all);
    if (!given.toKeep.isEmpty())
        whenFinished(m_services.secrets.write(m_account, given.toKeep), this, [](const Result<void> &) {});
}

void AccountSession::connected(std::shared_ptr<RemoteFileSystem> remote)
{
    m_remote = std::move(remote);
    m_failedAttempts = 0;
    m_insisted = false;
    m_offlineDisproved = m_offlineDisproved || isOffline();
    m_link->open(m_remote, m_account.endpoint);
    setState(ConnectionState::Connected);
    refresh();
    m_refreshTimer.start();
}

void AccountSession::broke(const Error &error)
{
    const bool again = m_wanted && mayPass(error);
    m_refreshTimer.stop();
    m_remote.reset();
    // After a refusal nobody connects again, so nothing is to wait for that.
    again ? m_link->await() : m_link->close();
    m_settled = false; // what was being sent when the line broke is looked for after the next sign-in
    if (m_state == ConnectionState::Connecting)
        ++m_failedAttempts;
    if (again && isOffline())
        return goOffline(m_insisted ? std::optional(error) : std::nullopt);
    if (again)
        m_reconnectTimer.start(waitBefore(connectionAttempt()));
    setState(ConnectionState::Failed, error);
}

bool AccountSession::isOffline() const
{
    return m_services.network != nullptr && m_services.network->isOffline() && !m_offlineDisproved &&
           !isOnThisComputer(m_account);
}

void AccountSession::goOffline(const std::optional<Error> &why)
{
    m_failedAttempts = 0;
    m_reconnectTimer.stop();
    m_link->await();
    setState(ConnectionState::Offline, why);
}

bool AccountSession::comesBack() const
{
    return m_state == ConnectionState::Connecting || m_state == ConnectionState::Offline || nextAttemptIn();
}

void AccountSession::onOfflineChanged()
{
    m_offlineDisproved = false;
    if (m_state == ConnectionState::Connected)
        onInterrupted(); // the line may hold all the same, as over a VPN; if not, that shows now
    else if (isOffline() && nextAttemptIn())
        goOffline();
    else if (!isOffline() && (m_state == ConnectionState::Offline || nextAttemptIn()))
        open();
}

void AccountSession::onInterrupted()
{
    if (m_remote) {
        m_remote->probe();
        refresh();
    } else if (nextAttemptIn()) {
        m_failedAttempts = 0;
        open();
    }
}

void AccountSession::close()
{
    m_wanted = false;
    ++m_attempt;
    m_cancel.cancel();
    m_connecting.cancel();
    m_connecting = {};
    m_reconnectTimer.stop();
    m_refreshTimer.stop();
    m_refreshing = false;
    m_typed = {};
    m_remote.reset();
    m_link->close();
    m_failedAttempts = 0;
    setState(ConnectionState::Disconnected);
}

void AccountSession::setRefreshInterval(std::chrono::milliseconds interval)
{
    m_refreshTimer.setInterval(interval);
}

void AccountSession::refresh()
{
    if (m_refreshing || !m_remote)
        return;
    m_refreshing = true;
    JobControl job;
    job.cancel = m_cancel.token();
    const bool settle = !m_settled;
    auto future = QtConcurrent::run(
        &m_threads, [remote = m_remote, account = m_account, flows = boardFlows(), journal = m_services.journal, settle,
                     job] { return refreshBoard(*remote, account, flows, *journal, settle, job); });
    whenFinished<Refreshed>(std::move(future), this, [this, attempt = m_attempt](const Result<Refreshed> &result) {
        if (attempt != m_attempt)
            return;
        m_refreshing = false;
        if (!result) {
            if (mayPass(result.error()))
                return broke(result.error());
            m_lastError = result.error();
            Q_EMIT refreshed();
            return;
        }
        m_journalError = result->journalError;
        m_settled = !m_journalError;
        applyBoard(result->board);
        if (!result->moved.empty())
            Q_EMIT depositsMoved(result->moved);
        Q_EMIT refreshed();
    });
}

void AccountSession::applyBoard(BoardSnapshot board)
{
    const bool sameFrame = board.mode == m_board.mode && board.complete == m_board.complete &&
                           board.problems == m_board.problems && m_board.takenAt.isValid();
    const BoardDifference change = difference(m_board, board);
    m_board = std::move(board);
    m_lastError.reset();
    if (!change.isEmpty() || !sameFrame)
        Q_EMIT boardChanged(m_board, change);
}

void AccountSession::setMode(ImportMode mode)
{
    if (!m_remote) {
        Q_EMIT modeFailed({ErrorKind::Network, SessionText::tr("The account is not connected just now."), {}});
        return;
    }
    JobControl job;
    job.cancel = m_cancel.token();
    auto future = QtConcurrent::run(&m_threads, [remote = m_remote, mode, expected = m_board.mode, job] {
        return setImportMode(*remote, mode, expected, job);
    });
    whenFinished<ImportModeState>(std::move(future), this,
                                  [this, attempt = m_attempt](const Result<ImportModeState> &state) {
                                      if (attempt != m_attempt)
                                          return;
                                      if (!state) {
                                          Q_EMIT modeFailed(state.error());
                                          refresh();
                                          return;
                                      }
                                      BoardSnapshot board = m_board;
                                      board.mode = *state;
                                      applyBoard(std::move(board));
                                  });
}

int AccountSession::addTransferOf(const DepositOrder &order, const std::shared_ptr<DepositTries> &tries, int sequence,
                                  std::function<void(const Result<void> &)> finished)
{
    Transfer transfer;
    transfer.direction = TransferDirection::ToPlatform;
    transfer.account = m_account.name;
    transfer.name = order.remoteName;
    transfer.target = SessionText::tr("to %1").arg(flowTitle(order.flow));
    transfer.sequence = sequence;
    auto work =
        overLink(m_link, [account = m_account, journal = m_services.journal, order,
                          tries](RemoteFileSystem &remote, const TransferProgress &progress, const JobControl &job) {
            return navette::deposit(remote, account, order, *journal, progress, job, tries.get());
        });
    // Once the file may be under its final name, only settleInterrupted() tells whether it is there.
    work.retry.mayRepeat = [tries] { return tries->mayRepeat(); };
    work.retry.giveUp = [tries](RemoteFileSystem *remote, const Error &error, const JobControl &job) {
        return tries->giveUp(remote, error, job);
    };
    return addTransfer(m_services.transfers, transfer, std::move(work), this,
                       [this, finished = std::move(finished)](const Result<DepositRecord> &record) {
                           finished(record ? Result<void>() : tl::make_unexpected(record.error()));
                           // What it may have left there is looked for at once.
                           m_settled = m_settled && record;
                           refresh();
                       });
}

void AccountSession::deposit(const DepositOrder &order)
{
    addTransferOf(order, std::make_shared<DepositTries>(m_services.journal), 0,
                  [this, order](const Result<void> &result) {
                      if (!result)
                          Q_EMIT depositFailed(order, result.error());
                  });
}

} // namespace navette
