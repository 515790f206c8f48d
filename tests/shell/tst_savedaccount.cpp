// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"
#include "shell/workspace.h"
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/sshdserver.h"

#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// Transfers of an account whose settings are saved while they wait or run: OpenSSH's server, first behind a relay that
/// breaks, then at its own port.
class SavedAccountTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatWaitsGoesOverTheNewConnection();
    void whatRunsIsRetriedOverTheNewConnection();
    void whatWaitsForARemovedAccountEnds();

private:
    [[nodiscard]] QString there(const QString &name) const { return m_sshd.filesDirectory() + u'/' + name; }
    void save(quint16 port);
    void loseTheRelay();
    [[nodiscard]] bool isConnected() const
    {
        const AccountSession *session = m_workspace->session(m_id);
        return session && session->state() == ConnectionState::Connected;
    }
    int upload(const QString &name, const QByteArray &bytes);
    [[nodiscard]] const Transfer &of(int id) const
    {
        const auto &all = m_workspace->transfers().transfers();
        return *std::find_if(all.begin(), all.end(), [id](const Transfer &transfer) { return transfer.id == id; });
    }

    SshdServer m_sshd;
    QTemporaryDir m_data;
    QTemporaryDir m_sources;
    std::unique_ptr<FaultProxy> m_relay;
    std::unique_ptr<Workspace> m_workspace;
    QString m_id;
};

void SavedAccountTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
    qunsetenv("NAVETTE_PASSWORD");
}

void SavedAccountTest::init()
{
    m_id.clear();
    m_relay = std::make_unique<FaultProxy>(m_sshd.port());
    m_workspace = Workspace::open().value();
    save(m_relay->port());
}

void SavedAccountTest::cleanup()
{
    if (m_workspace && m_workspace->session(m_id))
        QVERIFY(m_workspace->removeAccount(m_id));
    m_workspace.reset();
}

void SavedAccountTest::save(quint16 port)
{
    Account account;
    account.id = m_id;
    account.name = u"plain"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.port = port;
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    const auto saved = m_workspace->saveAccount(account, {});
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    m_id = saved->id;
    QTRY_VERIFY(m_workspace->session(m_id) && m_workspace->session(m_id)->account().endpoint.port == port);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), 20'000);
}

void SavedAccountTest::loseTheRelay()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->session(m_id)->isRefreshing(), 20'000);
    m_relay.reset();
    m_workspace->session(m_id)->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->session(m_id)->nextAttemptIn(), 20'000);
}

int SavedAccountTest::upload(const QString &name, const QByteArray &bytes)
{
    const QString source = m_sources.filePath(name);
    if (!writeFile(source, bytes))
        qFatal("The source cannot be written.");
    return addTransfer(
        m_workspace->transfers(), {},
        overLink(m_workspace->session(m_id)->link(),
                 [source, name](RemoteFileSystem &remote, const TransferProgress &progress, const JobControl &job) {
                     return uploadWhole(remote, toLocalPath(source), RemotePath(name.toUtf8()), {.progress = progress},
                                        job);
                 }),
        this, [](const Result<TransferSummary> &) {});
}

void SavedAccountTest::whatWaitsGoesOverTheNewConnection()
{
    loseTheRelay();
    const int waiting = upload(u"waiting.txt"_s, "hello");
    const int cancelled = upload(u"cancelled.txt"_s, "again");
    m_workspace->transfers().cancel(cancelled);
    QCOMPARE(of(waiting).state, TransferState::Waiting);
    QVERIFY(of(waiting).waitsForConnection);
    save(m_sshd.port());
    QTRY_COMPARE_WITH_TIMEOUT(of(waiting).state, TransferState::Done, 20'000);
    QCOMPARE(readFile(there(u"waiting.txt"_s)), "hello");
    QVERIFY(m_workspace->transfers().retry(cancelled));
    QTRY_COMPARE_WITH_TIMEOUT(of(cancelled).state, TransferState::Done, 20'000);
    QCOMPARE(readFile(there(u"cancelled.txt"_s)), "again");
}

void SavedAccountTest::whatRunsIsRetriedOverTheNewConnection()
{
    m_relay->setFaults({.bytesPerSecond = 1'000'000});
    const QByteArray bytes = randomBytes(20'000'000);
    const int running = upload(u"large.bin"_s, bytes);
    QTRY_VERIFY_WITH_TIMEOUT(of(running).bytesDone > 0, 20'000);
    save(m_sshd.port());
    QCOMPARE(of(running).state, TransferState::Running); // over the connection on which it was begun
    m_relay->cutAll();
    QTRY_COMPARE_WITH_TIMEOUT(of(running).state, TransferState::Waiting, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(of(running).state, TransferState::Done, 30'000);
    QCOMPARE(of(running).attempt, 2);
    QVERIFY(readFile(there(u"large.bin"_s)) == bytes);
}

void SavedAccountTest::whatWaitsForARemovedAccountEnds()
{
    loseTheRelay();
    const int waiting = upload(u"waiting.txt"_s, "hello");
    QCOMPARE(of(waiting).state, TransferState::Waiting);
    QVERIFY(m_workspace->removeAccount(m_id));
    QTRY_COMPARE(of(waiting).state, TransferState::Failed);
    const QString why = u"This account is not in Navette any more, so nothing goes to or from it."_s;
    QCOMPARE(of(waiting).error->message, why);
    QVERIFY(m_workspace->transfers().retry(waiting)); // in vain, and says so again
    QTRY_COMPARE(of(waiting).state, TransferState::Failed);
    QCOMPARE(of(waiting).error->message, why);
}

QTEST_MAIN(SavedAccountTest)
#include "tst_savedaccount.moc"
