// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/workspace.h"

#include "accounts/userfolders.h"
#include "pipeline/comparison.h"
#include "sftp/knownhosts.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QtConcurrent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

Q_LOGGING_CATEGORY(log, "navette.workspace")

using Platforms = std::vector<std::shared_ptr<PracticePlatform>>;

Result<Platforms> startPlatforms()
{
    Platforms platforms;
    for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
        PracticeOptions options;
        options.root = practiceFolder() / toLocalPath(key(platform));
        options.platform = platform;
        auto started = PracticePlatform::start(options);
        if (!started)
            return tl::make_unexpected(started.error());
        platforms.push_back(std::move(*started));
    }
    return platforms;
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open()
{
    auto flows = FlowCatalog::load();
    if (!flows)
        return tl::make_unexpected(flows.error());
    std::error_code problem;
    std::filesystem::create_directories(userDataFolder(), problem);
    if (problem)
        return fail(ErrorKind::NotWritable,
                    tr("Navette cannot keep its data in %1. Ask for permission to write there.")
                        .arg(displayText(userDataFolder())),
                    QString::fromStdString(problem.message()));
    return std::unique_ptr<Workspace>(new Workspace(std::move(*flows)));
}

Workspace::Workspace(FlowCatalog flows)
    : m_flows(std::move(flows))
    , m_journal(Journal::at(journalFile()))
    , m_accounts(new AccountStore(accountsFolder(), this))
    , m_secrets(std::make_unique<WindowSecrets>(makeKeychainStore(), [this](const QString &text) { say(text); }))
    , m_transfers(new TransferQueue(this))
    , m_asker(new SessionAsker(this))
{
    prepareJournal();
    m_accounts->reload();
    for (const Error &problem : m_accounts->problems())
        say(problem.message);
    // Queued: whoever changes an account may be a page that goes away with its session.
    connect(m_accounts, &AccountStore::changed, this, &Workspace::syncSessions, Qt::QueuedConnection);
    syncSessions();
}

Workspace::~Workspace()
{
    // First let go whoever waits for an answer of the window, then end what uses the network, then its servers.
    m_asker->close();
    m_sessions.clear();
    m_practice.clear();
}

// Without it everything but depositing goes on; the boards then say what is the matter for as long as it is.
void Workspace::prepareJournal()
{
    if (const Result<void> ready = m_journal->prepare(); !ready) {
        qCWarning(log) << "The journal cannot be opened:" << ready.error().detail;
        say(ready.error().message);
    } else if (!m_journal->notice().isEmpty()) {
        say(m_journal->notice());
    }
}

void Workspace::say(const QString &sentence)
{
    if (receivers(SIGNAL(notice(QString))) > 0)
        Q_EMIT notice(sentence);
    else
        m_notices << sentence;
}

QStringList Workspace::takeNotices()
{
    return std::exchange(m_notices, {});
}

std::vector<AccountSession *> Workspace::sessions() const
{
    std::vector<AccountSession *> result;
    result.reserve(m_sessions.size());
    for (const auto &[id, session] : m_sessions)
        result.push_back(session.get());
    std::sort(result.begin(), result.end(), [](const AccountSession *a, const AccountSession *b) {
        if (a->account().practice != b->account().practice)
            return b->account().practice;
        if (a->account().practice)
            return a->account().platform < b->account().platform;
        return QString::localeAwareCompare(a->account().name, b->account().name) < 0;
    });
    return result;
}

AccountSession *Workspace::session(const QString &accountId) const
{
    const auto found = m_sessions.find(accountId);
    return found == m_sessions.end() ? nullptr : found->second.get();
}

AccountSession *Workspace::openSession(const Account &account)
{
    std::shared_ptr<RemoteLink> &link = m_links[account.id];
    if (!link)
        link = std::make_shared<RemoteLink>();
    AccountSession::Services services{.flows = m_flows,
                                      .journal = m_journal,
                                      .secrets = *m_secrets,
                                      .transfers = *m_transfers,
                                      .knownHostsFile = knownHostsFile(),
                                      .askHostKey = m_asker->hostKeyFunction(),
                                      .askSignIn = m_asker->signInFunction(),
                                      .sshKnownHostsFile = sshKnownHostsFile(),
                                      .network = m_network.get(),
                                      .link = link};
    auto session = std::make_unique<AccountSession>(account, std::move(services));
    AccountSession *raw = session.get();
    m_sessions[account.id] = std::move(session);
    Q_EMIT sessionOpened(raw);
    raw->open();
    return raw;
}

void Workspace::closeSession(const QString &accountId)
{
    const auto found = m_sessions.find(accountId);
    if (found == m_sessions.end())
        return;
    Q_EMIT sessionClosing(found->second.get());
    m_sessions.erase(found);
}

void Workspace::closeLinksOfNobody()
{
    for (const auto &[id, link] : m_links) {
        if (!m_sessions.contains(id))
            link->close(Error{ErrorKind::NotFound,
                              tr("This account is not in Navette any more, so nothing goes to or from it."),
                              {}});
    }
}

void Workspace::syncSessions()
{
    std::vector<QString> stale;
    for (const auto &[id, session] : m_sessions) {
        const Account *kept = m_accounts->find(id);
        if (!session->account().practice && (!kept || !(*kept == session->account())))
            stale.push_back(id);
    }
    for (const QString &id : stale)
        closeSession(id);
    for (const Account &account : m_accounts->accounts()) {
        if (!m_sessions.contains(account.id))
            openSession(account);
    }
    closeLinksOfNobody();
    Q_EMIT sessionsChanged();
}

Result<Account> Workspace::saveAccount(const Account &account, const std::optional<Secrets> &secrets)
{
    // The id is needed for the keychain's entry, and the store gives it; the session opens after both are there.
    Result<Account> saved = fail(ErrorKind::Internal, {});
    {
        const QSignalBlocker quiet(m_accounts);
        saved = m_accounts->save(account);
    }
    if (!saved)
        return saved;
    const QString id = saved->id;
    const auto reopen = [this, id] {
        closeSession(id);
        syncSessions();
    };
    if (!secrets) {
        QMetaObject::invokeMethod(this, reopen, Qt::QueuedConnection);
        return saved;
    }
    whenFinished(m_secrets->write(*saved, *secrets), this, [this, reopen](const Result<void> &written) {
        if (!written)
            say(written.error().message);
        reopen();
    });
    return saved;
}

Result<void> Workspace::removeAccount(const QString &accountId)
{
    const Account *account = m_accounts->find(accountId);
    if (!account)
        return fail(ErrorKind::NotFound, tr("This account is not there any more."));
    const Account removed = *account;
    auto result = m_accounts->remove(accountId);
    if (result)
        whenFinished(m_secrets->remove(removed, m_accounts->accounts()), this, [](const Result<void> &) {});
    return result;
}

void Workspace::reopenAfterHostKey(const Endpoint &server)
{
    const QByteArray name = sftp::knownHostsName(server.host, server.port);
    for (const auto &[id, session] : m_sessions) {
        const Endpoint &endpoint = session->account().endpoint;
        const auto &error = session->lastError();
        if (session->state() == ConnectionState::Failed && error && error->kind == ErrorKind::Unsafe &&
            sftp::knownHostsName(endpoint.host, endpoint.port) == name)
            session->open();
    }
}

void Workspace::compareSides(int transferId)
{
    const auto &all = m_transfers->transfers();
    const auto done = std::find_if(all.begin(), all.end(), [&](const Transfer &t) { return t.id == transferId; });
    if (done == all.end() || !done->sides)
        return;
    AccountSession *owner = session(done->sides->accountId);
    if (!owner)
        return say(tr("This account is not there any more."));
    addComparison(*m_transfers, owner->link(), *done,
                  [self = QPointer(this), name = done->name](const Result<void> &same) {
                      if (!self || (!same && same.error().kind == ErrorKind::Cancelled))
                          return;
                      self->say(same ? tr("%1 is the same here and on the platform, byte for byte.").arg(name)
                                     : same.error().message);
                  });
}

void Workspace::startPractice()
{
    if (m_practiceState == PracticeState::Starting || m_practiceState == PracticeState::On)
        return;
    m_practiceState = PracticeState::Starting;
    m_practiceError.reset();
    Q_EMIT practiceChanged();
    whenFinished(QtConcurrent::run(startPlatforms), this, [this](const Result<Platforms> &started) {
        if (m_practiceState != PracticeState::Starting)
            return; // switched off meanwhile
        if (!started) {
            m_practiceState = PracticeState::Failed;
            m_practiceError = started.error();
            Q_EMIT practiceChanged();
            return;
        }
        practiceStarted(*started);
    });
}

void Workspace::practiceStarted(Platforms platforms)
{
    m_practice = std::move(platforms);
    m_practiceState = PracticeState::On;
    for (const auto &platform : m_practice) {
        const Account account = platform->account();
        // The practice store is memory: the answer is there at once.
        m_secrets->write(account, platform->secrets()).waitForFinished();
        openSession(account)->setRefreshInterval(std::chrono::seconds(2));
    }
    Q_EMIT sessionsChanged();
    Q_EMIT practiceChanged();
}

void Workspace::stopPractice()
{
    std::vector<QString> ids;
    for (const auto &[id, session] : m_sessions) {
        if (session->account().practice)
            ids.push_back(id);
    }
    for (const QString &id : ids)
        closeSession(id);
    closeLinksOfNobody();
    m_practice.clear();
    m_practiceState = PracticeState::Off;
    m_practiceError.reset();
    Q_EMIT sessionsChanged();
    Q_EMIT practiceChanged();
}

LocalPath Workspace::samplesFolder(Platform platform) const
{
    for (const auto &practice : m_practice) {
        if (practice->account().platform == platform)
            return practice->samplesFolder();
    }
    return {};
}

} // namespace navette::ui
