// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceplatform.h"
#include "support/faultproxy.h"
#include "support/sessiondesk.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace navette;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// A desk in front of a practice platform.
struct Desk : SessionDesk {
    std::unique_ptr<PracticePlatform> platform;

    explicit Desk(quint16 port = 0, decltype(AccountSession::Services::askSignIn) askSignIn = {})
    {
        start(port);
        std::ignore = secrets->write(platform->account(), platform->secrets());
        AccountSession::Services with = services();
        with.askSignIn = std::move(askSignIn);
        session = std::make_unique<AccountSession>(platform->account(), std::move(with));
    }
    ~Desk() { session.reset(); } // before its platform goes
    void start(quint16 port)
    {
        PracticeOptions options;
        options.root = toLocalPath(folder.filePath(u"platform"_s));
        options.tick = 100ms;
        options.port = port;
        options.sampleHistory = false;
        platform = PracticePlatform::start(options).value();
    }
    DepositOrder order(const QString &name) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write("Email\njean@example.org\n");
        DepositOrder order;
        order.flow = *flows.find(u"digitaleo/import"_s);
        order.file = toLocalPath(file.fileName());
        order.sourceName = name;
        order.remoteName = name;
        return order;
    }
};

} // namespace

class TestAccountSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qunsetenv("NAVETTE_PASSWORD"); }

    // The board is there all the same; only what has to be written down first is not done.
    void goesOnWithoutAJournal()
    {
        Desk desk;
        const QString inTheWay = desk.folder.filePath(u"journal"_s);
        QVERIFY(QDir().mkpath(inTheWay));
        AccountSession &session = *desk.session;
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(session.board().takenAt.isValid(), 20'000);
        QVERIFY(session.board().complete);
        QVERIFY(session.journalError());
        QCOMPARE(session.journalError()->kind, ErrorKind::NotAFile);

        QSignalSpy failed(&session, &AccountSession::depositFailed);
        session.deposit(desk.order(u"vip.csv"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QCOMPARE(failed.first().at(1).value<Error>(), *session.journalError());
        QVERIFY(desk.transfers.transfers().front().state == TransferState::Failed);
        const auto names = await(session.remote()->list(RemotePath("contacts/import/in"))).value();
        QVERIFY(names.entries.empty());

        QVERIFY(QDir().rmdir(inTheWay));
        session.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!session.journalError(), 20'000);
        session.deposit(desk.order(u"vip.csv"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk.transfers.transfers().back().state, TransferState::Done, 20'000);
        QCOMPARE(desk.journal->deposits()->size(), size_t(1));
    }

    void opensRefreshesDepositsAndFollows()
    {
        Desk desk;
        AccountSession &session = *desk.session;
        session.setRefreshInterval(100ms);
        QSignalSpy moved(&session, &AccountSession::depositsMoved);
        session.open();
        QVERIFY(session.state() == ConnectionState::Connecting); // and nothing has blocked
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 10'000);
        QTRY_VERIFY(session.board().takenAt.isValid());
        QVERIFY(session.board().mode.has_value());
        QCOMPARE(session.boardFlows().size(), size_t(10));

        session.deposit(desk.order(u"vip.csv"_s));
        QCOMPARE(desk.transfers.transfers().size(), size_t(1));
        QTRY_VERIFY_WITH_TIMEOUT(session.board().count(u"digitaleo/import"_s, BoardColumn::Accepted) == 1, 20'000);
        QTRY_COMPARE(desk.journal->deposits().value().front().state, DepositState::Accepted);
        QVERIFY(!moved.isEmpty());
        QVERIFY(desk.transfers.transfers().front().state == TransferState::Done);

        // An unchanged board is refreshed without being said to have changed.
        QTest::qWait(300);
        QSignalSpy changed(&session, &AccountSession::boardChanged);
        QSignalSpy refreshed(&session, &AccountSession::refreshed);
        QTRY_VERIFY(refreshed.size() >= 2);
        QCOMPARE(changed.size(), 0);

        session.setMode(ImportMode::SyncList);
        QTRY_VERIFY(session.board().mode->effective() == ImportMode::SyncList);
        session.close();
        QVERIFY(session.state() == ConnectionState::Disconnected);
        QVERIFY(!session.remote());
    }

    void wrongPasswordIsNotTriedAgain()
    {
        Desk desk;
        std::ignore = desk.secrets->write(desk.platform->account(), {u"wrong"_s, {}});
        desk.session->open();
        desk.session->deposit(desk.order(u"vip.csv"_s));
        const Transfer &transfer = desk.transfers.transfers().front();
        QVERIFY(transfer.state == TransferState::Waiting);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session->state() == ConnectionState::Failed, 10'000);
        QCOMPARE(desk.session->lastError()->kind, ErrorKind::SignIn);
        QVERIFY(!desk.session->nextAttemptIn());
        // Nothing waits for what does not come; once it is tried again, so is the connection.
        QTRY_VERIFY(transfer.state == TransferState::Failed);
        std::ignore = desk.secrets->write(desk.platform->account(), desk.platform->secrets());
        QVERIFY(desk.transfers.retry(transfer.id));
        QTRY_VERIFY_WITH_TIMEOUT(transfer.state == TransferState::Done, 20'000);
    }

    void aDepositThatBreaksOff_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("goes on by itself") << false;
        QTest::newRow("cancelled between two tries") << true;
    }
    void aDepositThatBreaksOff()
    {
        QFETCH(bool, cancelled);
        Desk desk;
        Account account = desk.platform->account();
        const FaultProxy relay(account.endpoint.port, {.cutAfterUp = 4'000'000});
        account.endpoint.port = relay.port();
        std::ignore = desk.secrets->write(account, desk.platform->secrets());
        desk.session = std::make_unique<AccountSession>(account, desk.services());
        desk.session->setRefreshInterval(100ms);
        desk.session->open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session->state() == ConnectionState::Connected, 10'000);
        const DepositOrder order = desk.order(u"large.csv"_s);
        QByteArray content = "Email\n";
        for (int i = 0; content.size() < 6'000'000; ++i)
            content += "contact" + QByteArray::number(i) + "@example.org\n";
        QFile file(order.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto parts = [&desk] {
            QDirIterator there(desk.folder.filePath(u"platform"_s), {u"*.part"_s}, QDir::Files | QDir::Hidden,
                               QDirIterator::Subdirectories);
            QStringList names;
            while (there.hasNext())
                names += QFileInfo(there.next()).fileName();
            return names;
        };

        desk.session->deposit(order);
        const Transfer &transfer = desk.transfers.transfers().front();
        QTRY_VERIFY_WITH_TIMEOUT(transfer.state == TransferState::Waiting, 30'000);
        const DepositRecord open = desk.journal->deposits().value().front();
        QCOMPARE(open.state, DepositState::Sending);
        QCOMPARE(parts(), QStringList{open.temporaryName});
        if (cancelled) {
            desk.transfers.cancel(transfer.id);
            QTRY_VERIFY_WITH_TIMEOUT(transfer.state == TransferState::Cancelled, 20'000);
            QCOMPARE(desk.journal->deposits().value().front().state, DepositState::Cancelled);
        } else {
            // Each connection carries less than all of it.
            QTRY_VERIFY_WITH_TIMEOUT(transfer.state == TransferState::Done, 60'000);
            const std::vector<DepositRecord> records = desk.journal->deposits().value();
            QCOMPARE(records.size(), size_t(1));
            QCOMPARE(records.front().temporaryName, QString());
            QVERIFY2(records.front().message.contains(u" tries"_s), qPrintable(records.front().message));
        }
        QTRY_COMPARE_WITH_TIMEOUT(parts(), QStringList(), 30'000); // what was cancelled, once there is a connection
        desk.session.reset();                                      // before its line goes
    }

    void aBrokenLineIsMadeAgain()
    {
        Desk desk;
        AccountSession &session = *desk.session;
        session.setRefreshInterval(100ms);
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 10'000);
        const quint16 port = desk.platform->account().endpoint.port;
        desk.platform.reset();
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Failed, 20'000);
        QVERIFY(session.nextAttemptIn().has_value());
        // What is deposited meanwhile waits for the connection, and then goes by itself.
        session.deposit(desk.order(u"later.csv"_s));
        const Transfer &transfer = desk.transfers.transfers().front();
        QVERIFY(transfer.state == TransferState::Waiting && transfer.waitsForConnection);
        QTRY_VERIFY_WITH_TIMEOUT(session.connectionAttempt() >= 3, 20'000);
        desk.start(port);
        QVERIFY(desk.transfers.retry(transfer.id)); // "Try now" does not wait for the account's next try
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 30'000);
        QCOMPARE(session.connectionAttempt(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(session.board().count(u"digitaleo/import"_s, BoardColumn::Accepted) == 1, 20'000);
    }

    void aMissingPasswordIsAskedForOnce_data()
    {
        QTest::addColumn<bool>("keep");
        QTest::newRow("kept") << true;
        QTest::newRow("not kept") << false;
    }
    void aMissingPasswordIsAskedForOnce()
    {
        QFETCH(const bool, keep);
        std::atomic<int> asked = 0;
        SignInAnswer answer{.values = {}, .keep = keep};
        Desk desk(0, [&](const SignInQuestion &question) -> std::optional<SignInAnswer> {
            ++asked;
            return question.mayKeep ? std::optional(answer) : std::nullopt;
        });
        const Account account = desk.platform->account();
        const QString password = desk.platform->secrets().password.text();
        answer.values = {desk.platform->secrets().password};
        desk.secrets->remove(account, {}).waitForFinished();
        AccountSession &session = *desk.session;
        session.setRefreshInterval(100ms);
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 10'000);
        QCOMPARE(desk.secrets->read(account).result()->password.text(), keep ? password : QString());
        // A broken line asks nobody again, though the password may be kept nowhere.
        desk.platform.reset();
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Failed, 20'000);
        desk.start(account.endpoint.port);
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 30'000);
        QCOMPARE(asked.load(), 1);
    }

    void aWrongPasswordIsNotKept()
    {
        Desk desk(0, [](const SignInQuestion &question) -> std::optional<SignInAnswer> {
            if (question.again)
                return {};
            return SignInAnswer{.values = {Secret(u"wrong"_s)}, .keep = true};
        });
        desk.secrets->remove(desk.platform->account(), {}).waitForFinished();
        desk.session->open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session->state() == ConnectionState::Failed, 10'000);
        QCOMPARE(desk.session->lastError()->kind, ErrorKind::SignIn);
        QVERIFY(desk.secrets->read(desk.platform->account()).result()->isEmpty());
        QVERIFY(!desk.session->nextAttemptIn());
    }

    void nothingIsTriedWhileSomebodyIsAsked_data()
    {
        QTest::addColumn<bool>("goesAway");
        QTest::newRow("closed") << false;
        QTest::newRow("gone") << true;
    }
    void nothingIsTriedWhileSomebodyIsAsked()
    {
        QFETCH(const bool, goesAway);
        std::atomic<int> asked = 0, letGo = 0;
        Desk desk(0, [&](const SignInQuestion &question) -> std::optional<SignInAnswer> {
            ++asked;
            while (!question.isCancelled())
                std::this_thread::sleep_for(10ms);
            ++letGo;
            return {};
        });
        desk.secrets->remove(desk.platform->account(), {}).waitForFinished();
        AccountSession &session = *desk.session;
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(asked.load(), 1, 10'000);
        session.open(); // as a timer or a page may do
        QTest::qWait(300);
        QVERIFY(session.state() == ConnectionState::Connecting);
        QVERIFY(!session.nextAttemptIn());
        QCOMPARE(asked.load(), 1);
        if (goesAway)
            desk.session.reset();
        else
            session.close();
        QTRY_COMPARE(letGo.load(), 1); // and a dialog would close
    }

    void aPartThatFailsIsNamedAndSentAgain()
    {
        Desk desk;
        AccountSession &session = *desk.session;
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(session.state() == ConnectionState::Connected, 10'000);
        QSignalSpy progressed(&session, &AccountSession::partsProgressed);
        QSignalSpy failed(&session, &AccountSession::depositFailed);
        std::vector<DepositOrder> orders;
        for (const QString &name : {u"vip-1.csv"_s, u"vip-2.csv"_s, u"vip-3.csv"_s}) {
            orders.push_back(desk.order(name));
            orders.back().sourceName = u"vip.csv"_s;
        }
        QVERIFY(QFile::rename(desk.folder.filePath(u"vip-2.csv"_s), desk.folder.filePath(u"away.csv"_s)));
        session.depositParts(orders);
        QTRY_COMPARE_WITH_TIMEOUT(progressed.size(), 2, 20'000);
        QCOMPARE(failed.size(), 0);
        auto progress = progressed[0][0].value<PartsProgress>();
        QCOMPARE(progress.sourceName, u"vip.csv"_s);
        QCOMPARE(progress.there, QStringList({u"vip-1.csv"_s}));
        QCOMPARE(progress.missing, QStringList({u"vip-2.csv"_s}));
        QCOMPARE(progress.waiting, QStringList({u"vip-3.csv"_s}));
        QCOMPARE(progress.error.kind, ErrorKind::NotFound);
        progress = progressed[1][0].value<PartsProgress>();
        QCOMPARE(progress.there, QStringList({u"vip-1.csv"_s, u"vip-3.csv"_s}));
        QVERIFY(progress.waiting.isEmpty());
        QCOMPARE(desk.journal->deposits().value().size(), size_t(2)); // an entry each

        // Still there to be sent when the list of transfers was cleared.
        desk.transfers.clearEnded();
        QVERIFY(QFile::rename(desk.folder.filePath(u"away.csv"_s), desk.folder.filePath(u"vip-2.csv"_s)));
        session.sendMissing(progress.sequence);
        session.sendMissing(progress.sequence); // not twice
        QTRY_COMPARE_WITH_TIMEOUT(progressed.size(), 3, 20'000);
        progress = progressed[2][0].value<PartsProgress>();
        QCOMPARE(progress.there.size(), 3);
        QVERIFY(progress.missing.isEmpty() && progress.waiting.isEmpty());
        QCOMPARE(desk.journal->deposits().value().size(), size_t(3));
        session.sendMissing(progress.sequence); // nothing is missing
        QCOMPARE(desk.transfers.transfers().size(), size_t(1));
    }

    void goesAwayInTheMiddle()
    {
        Desk desk;
        desk.session->open();
        desk.session.reset(); // while it connects
        Desk other;
        other.session->open();
        QTRY_VERIFY_WITH_TIMEOUT(other.session->state() == ConnectionState::Connected, 10'000);
        other.session->refresh();
        other.session.reset(); // while it lists
    }
};

QTEST_GUILESS_MAIN(TestAccountSession)
#include "tst_accountsession.moc"
