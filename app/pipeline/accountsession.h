// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/board.h"
#include "pipeline/deposit.h"
#include "pipeline/remotelink.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>

namespace navette
{

class SecretStore;
class FlowCatalog;
class TransferQueue;
class NetworkWatch;

/// How far a file is that is deposited in parts, where not all of them went well.
struct PartsProgress {
    int sequence = 0;
    QString sourceName;
    QStringList there;   ///< names on the platform
    QStringList missing; ///< names that failed or were cancelled
    QStringList waiting; ///< names still to be sent
    Error error;         ///< of the first that is missing
};

enum class ConnectionState {
    Disconnected,
    Connecting,
    Connected,
    Failed,
    Offline, ///< this computer has no network: nothing is tried until it has one again, and nothing is wrong
};

/// A live account in the window: keeps the connection, refreshes the board in the background, follows deposits.
/// Lives in the GUI thread; network and disk are elsewhere.
class AccountSession final : public QObject
{
    Q_OBJECT
public:
    struct Services {
        const FlowCatalog &flows;
        std::shared_ptr<Journal> journal; ///< never null: one that cannot be opened says so itself
        SecretStore &secrets;
        TransferQueue &transfers;
        LocalPath knownHostsFile;
        std::function<HostKeyAnswer(const HostKeyQuestion &)> askHostKey; ///< called in the session's thread
        /// The same. Empty: what is not kept is missing.
        std::function<std::optional<SignInAnswer>(const SignInQuestion &)> askSignIn = {};
        LocalPath sshKnownHostsFile{};   ///< the user's own, read too
        NetworkWatch *network = nullptr; ///< null: nothing is known of the network
        /// The account's from before its settings were changed: what waits goes on with this session, and with the one
        /// after it. Null: one that ends with the session.
        std::shared_ptr<RemoteLink> link = nullptr;
    };
    AccountSession(Account account, Services services, QObject *parent = nullptr);
    ~AccountSession() override;

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }
    [[nodiscard]] const BoardSnapshot &board() const { return m_board; }
    /// Why the last refresh could not use the journal. The board then knows less, and nothing can be deposited.
    [[nodiscard]] const std::optional<Error> &journalError() const { return m_journalError; }
    [[nodiscard]] std::vector<Flow> boardFlows() const; ///< the platform's flows to deposit, in the board's order
    /// Null while not connected.
    [[nodiscard]] std::shared_ptr<RemoteFileSystem> remote() const { return m_remote; }
    /// For what is done later, or in another thread.
    [[nodiscard]] std::shared_ptr<RemoteLink> link() const { return m_link; }
    /// When the next try to connect is due, where the connection broke and will be made again by itself.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAttemptIn() const;
    /// The number of the try to connect that is due or under way, since the last that went well; 1: the first.
    [[nodiscard]] int connectionAttempt() const { return m_failedAttempts + 1; }
    /// Not connected, but it will be without anybody's doing, unless something else goes wrong.
    [[nodiscard]] bool comesBack() const;
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    [[nodiscard]] const Services &services() const { return m_services; }

    /// Connects, then refreshes; again after a failure. Without a network it goes Offline, and only when asked once
    /// more does it try all the same.
    void open();
    void close();
    void refresh(); ///< the whole board, in the background; a second call while one runs is dropped
    void setRefreshInterval(std::chrono::milliseconds interval);
    /// Ends with boardChanged, or modeFailed.
    void setMode(ImportMode mode);
    /// Queues the deposit as a transfer; the board shows it as it goes.
    void deposit(const DepositOrder &order);
    /// Queues the parts of one file; they go one after another, each whether or not the one before went well.
    void depositParts(std::vector<DepositOrder> orders);
    /// The missing parts once more.
    void sendMissing(int sequence);

Q_SIGNALS:
    void stateChanged(navette::ConnectionState state);
    void boardChanged(const navette::BoardSnapshot &board, const navette::BoardDifference &difference);
    void refreshed(); ///< also where nothing changed
    void modeFailed(const navette::Error &error);
    void depositFailed(const navette::DepositOrder &order, const navette::Error &error);
    /// A part failed, or ended after one had failed. depositFailed is not said of parts.
    void partsProgressed(const navette::PartsProgress &progress);
    void depositsMoved(const std::vector<navette::DepositRecord> &records); ///< changed state on the platform

private:
    Account m_account;
    Services m_services;
    ConnectionState m_state = ConnectionState::Disconnected;
    std::optional<Error> m_lastError;
    std::optional<Error> m_journalError;
    BoardSnapshot m_board;
    std::shared_ptr<RemoteFileSystem> m_remote;
    QTimer m_refreshTimer;
    bool m_refreshing = false;
    CancelSource m_cancel;
    Secrets m_typed; ///< once accepted: a broken line asks nobody again
    class TrustedOnce;
    std::shared_ptr<TrustedOnce> m_trustedOnce; ///< likewise

    void connectNow(const Secrets &secrets, int attempt);
    void connected(std::shared_ptr<RemoteFileSystem> remote);
    void keep(const GivenSecrets &given);
    void broke(const Error &error);
    [[nodiscard]] bool isOffline() const;
    void goOffline(const std::optional<Error> &why = {});
    void onOfflineChanged();
    void onInterrupted();
    void setState(ConnectionState state, const std::optional<Error> &error = {});
    void applyBoard(BoardSnapshot board);

    /// One part of a file, and how it ended last.
    struct Part {
        DepositOrder order;
        std::shared_ptr<DepositTries> tries; ///< also of those that the list of transfers no longer holds
        int transfer = 0;
        std::optional<Result<void>> ended;
    };
    int addTransferOf(const DepositOrder &order, const std::shared_ptr<DepositTries> &tries, int sequence,
                      std::function<void(const Result<void> &)> finished);
    void addPart(int sequence, std::size_t number);
    void partEnded(int sequence, std::size_t number, const Result<void> &result);

    std::map<int, std::vector<Part>> m_parts; ///< by sequence, until all are there

    std::shared_ptr<RemoteLink> m_link;
    QFuture<Result<std::shared_ptr<RemoteFileSystem>>> m_connecting;
    QThreadPool m_threads;
    QTimer m_reconnectTimer;
    int m_failedAttempts = 0; ///< to connect, in a row
    int m_attempt = 0;        ///< answers to an earlier open() are recognised by it and dropped
    bool m_settled = false;
    bool m_wanted = false;           ///< open() was asked for and close() not since
    bool m_insisted = false;         ///< the try under way is one that was asked for though there is no network
    bool m_offlineDisproved = false; ///< a connection came up all the same; until the system says something new
};

} // namespace navette
