// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountstore.h"
#include "flows/flowcatalog.h"
#include "pipeline/accountsession.h"
#include "pipeline/networkwatch.h"
#include "pipeline/transferqueue.h"
#include "practice/practiceplatform.h"
#include "shell/sessionasker.h"
#include "shell/windowsecrets.h"

#include <QObject>

#include <map>

namespace navette::ui
{

enum class PracticeState { Off, Starting, On, Failed };

/// Everything behind the window that lives as long as the program: accounts and their sessions, journal, transfers,
/// practice platforms.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    /// Errors: BadFormat (a flow), NotWritable (the data folder).
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open();
    ~Workspace() override;

    [[nodiscard]] const FlowCatalog &flows() const { return m_flows; }
    [[nodiscard]] AccountStore &accounts() { return *m_accounts; }
    [[nodiscard]] SecretStore &secrets() { return *m_secrets; }
    [[nodiscard]] TransferQueue &transfers() { return *m_transfers; }
    [[nodiscard]] SessionAsker &asker() { return *m_asker; }
    /// Sentences gathered before a window could show them.
    [[nodiscard]] QStringList takeNotices();

    /// In the order of names, practice last.
    [[nodiscard]] std::vector<AccountSession *> sessions() const;
    [[nodiscard]] AccountSession *session(const QString &accountId) const;

    /// Keeps account and secrets, and opens its session anew. `secrets` empty: those kept already stay.
    [[nodiscard]] Result<Account> saveAccount(const Account &account, const std::optional<Secrets> &secrets);
    [[nodiscard]] Result<void> removeAccount(const QString &accountId);
    /// Connects those again that stopped because of this server's key; for when it is known to be the right one.
    void reopenAfterHostKey(const Endpoint &server);

    /// Of a transfer that is done: whether the file is the same on both sides. The answer is a notice.
    void compareSides(int transferId);

    [[nodiscard]] PracticeState practiceState() const { return m_practiceState; }
    [[nodiscard]] const std::optional<Error> &practiceError() const { return m_practiceError; }
    /// Starts the platforms in the background; ends with practiceChanged.
    void startPractice();
    void stopPractice();
    /// Where the samples of that platform lie; empty while practice is off.
    [[nodiscard]] LocalPath samplesFolder(Platform platform) const;

Q_SIGNALS:
    void sessionOpened(navette::AccountSession *session);
    void sessionClosing(navette::AccountSession *session); ///< pages on it must go now
    void sessionsChanged();
    void practiceChanged();
    void notice(const QString &sentence);

private:
    explicit Workspace(FlowCatalog flows);
    void prepareJournal();
    void say(const QString &sentence);
    void syncSessions();
    AccountSession *openSession(const Account &account);
    void closeSession(const QString &accountId);
    void closeLinksOfNobody();
    void practiceStarted(std::vector<std::shared_ptr<PracticePlatform>> platforms);

    FlowCatalog m_flows;
    std::shared_ptr<Journal> m_journal;
    AccountStore *m_accounts;
    std::unique_ptr<WindowSecrets> m_secrets;
    TransferQueue *m_transfers;
    SessionAsker *m_asker;
    std::unique_ptr<NetworkWatch> m_network = makeSystemNetworkWatch();
    std::vector<std::shared_ptr<PracticePlatform>> m_practice;
    std::map<QString, std::shared_ptr<RemoteLink>> m_links; ///< by account, of this session and those before it
    std::map<QString, std::unique_ptr<AccountSession>> m_sessions;
    PracticeState m_practiceState = PracticeState::Off;
    std::optional<Error> m_practiceError;
    QStringList m_notices;
};

} // namespace navette::ui
