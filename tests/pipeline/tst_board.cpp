// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/board.h"
#include "pipelinesamples.h"
#include "support/memoryremote.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const Error lost{ErrorKind::Network, u"The connection was lost."_s, {}};

DepositRecord waitingRecord(const Account &account, const QString &flow, const QString &name, qint64 secs)
{
    DepositRecord record;
    record.account = account.id;
    record.flow = flow;
    record.remoteName = name;
    record.sha256 = u"x"_s;
    record.remoteDirectory =
        account.platform == Platform::Accengage ? account.importsDirectory : u"contacts/import/in"_s;
    record.state = DepositState::Waiting;
    record.createdAt = QDateTime::fromSecsSinceEpoch(secs, Qt::UTC);
    record.depositedAt = record.createdAt;
    return record;
}

} // namespace

class TestBoard : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_next = 0;
    std::shared_ptr<Journal> freshJournal()
    {
        return Journal::open(toLocalPath(m_dir.filePath(u"%1.sqlite"_s.arg(m_next++)))).value();
    }
    const std::vector<Flow> m_import{samples::flow(u"digitaleo/import"_s)};
    const std::vector<Flow> m_lists{samples::flow(u"accengage/staticlist"_s),
                                    samples::flow(u"accengage/updateDevices"_s)};

private Q_SLOTS:
    void cardsOfTheFourDirectories()
    {
        MemoryRemote remote(samples::digitaleoTree());
        remote.addFile("contacts/import/in/2024_vip.csv", "abc", 1'700'000'000);
        remote.addFile("contacts/import/on/1700000100_spring.csv", "abcd", 1'700'000'105);
        remote.addFile("contacts/import/ok/may.csv", "x", 1'700'000'200);
        remote.addFile("contacts/import/ko/1700000300_jun\x1b[31me.zip", "y", 1'700'000'305);
        remote.addFile("contacts/import/in/.navette-0123456789abcdef.part", "half");
        const auto board = takeSnapshot(remote, samples::digitaleo(), m_import, nullptr).value();
        QVERIFY(board.complete);
        QCOMPARE(board.cards.size(), size_t(4));
        QVERIFY(board.mode && board.mode->effective() == ImportMode::NewList);

        const Card waiting = *board.of(u"digitaleo/import"_s, BoardColumn::Waiting).at(0);
        QCOMPARE(waiting.fileName, u"2024_vip.csv"_s); // its own digits, no prefix
        QCOMPARE(waiting.listName, u"2024_vip"_s);
        QCOMPARE(waiting.size, 3);
        const Card processing = *board.of(u"digitaleo/import"_s, BoardColumn::Processing).at(0);
        QCOMPARE(processing.fileName, u"spring.csv"_s);
        QCOMPARE(processing.depositedAt, QDateTime::fromSecsSinceEpoch(1'700'000'100, Qt::UTC));
        QCOMPARE(processing.changedAt, QDateTime::fromSecsSinceEpoch(1'700'000'105, Qt::UTC));
        const Card accepted = *board.of(u"digitaleo/import"_s, BoardColumn::Accepted).at(0);
        QCOMPARE(accepted.depositedAt, QDateTime::fromSecsSinceEpoch(1'700'000'200, Qt::UTC));
        const Card refused = *board.of(u"digitaleo/import"_s, BoardColumn::Refused).at(0);
        QVERIFY(refused.fileName.contains(u"\\x1b"));
        QCOMPARE(refused.path.bytes(), QByteArray("contacts/import/ko/1700000300_jun\x1b[31me.zip"));
        QCOMPARE(board.temporaries.size(), size_t(1));
    }

    void allListingsAreInFlightTogether()
    {
        MemoryRemote remote;
        const auto catalog = FlowCatalog::load().value();
        for (const Flow *flow : catalog.ofPlatform(Platform::Digitaleo)) {
            for (const char *status : {"/in", "/on", "/ok", "/ko"})
                remote.addDirectory(flow->directory.toUtf8() + status);
        }
        remote.setDelay(std::chrono::milliseconds(200));
        QElapsedTimer clock;
        clock.start();
        const auto board = takeSnapshot(remote, samples::digitaleo(), catalog.flows(), nullptr);
        QVERIFY(board && board->complete);
        QVERIFY(remote.requests().size() >= 41);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void aDirectoryThatCannotBeListedIsAProblemNotAnEnd()
    {
        MemoryRemote remote(samples::digitaleoTree());
        remote.addFile("contacts/import/ok/1700000100_a.csv", "x");
        remote.take("contacts/import/ko");
        const auto board = takeSnapshot(remote, samples::digitaleo(), m_import, nullptr).value();
        QVERIFY(!board.complete);
        QCOMPARE(board.problems.size(), 1);
        QVERIFY(board.problems.first().contains(u"contacts/import/ko"_s));
        QCOMPARE(board.cards.size(), size_t(1));

        remote.failNth(2, lost);
        QCOMPARE(takeSnapshot(remote, samples::digitaleo(), m_import, nullptr).error().kind, ErrorKind::Network);
    }

    void joinsByNameAndTime()
    {
        MemoryRemote remote(samples::digitaleoTree());
        const auto journal = freshJournal();
        const Account account = samples::digitaleo();
        const QString flow = u"digitaleo/import"_s;
        DepositRecord monday = waitingRecord(account, flow, u"vip.csv"_s, 1'700'000'000);
        DepositRecord tuesday = waitingRecord(account, flow, u"vip.csv"_s, 1'700'086'400);
        monday.id = journal->add(monday).value();
        tuesday.id = journal->add(tuesday).value();
        // The platform's clock is some minutes off; a colleague's file of the same name lies there too.
        remote.addFile("contacts/import/ok/1700000300_vip.csv", "x");
        remote.addFile("contacts/import/ko/1700086700_vip.csv", "x");
        remote.addFile("contacts/import/ok/1700050000_vip.csv", "x");
        const auto board = takeSnapshot(remote, account, m_import, journal.get()).value();
        for (const Card &card : board.cards) {
            if (card.path.name() == "1700050000_vip.csv")
                QVERIFY(!card.deposit);
            else
                QCOMPARE(card.deposit->id, card.path.name().startsWith("1700000") ? monday.id : tuesday.id);
        }
        const auto moved = followDeposits(account, board, *journal).value();
        QCOMPARE(moved.size(), size_t(2));
        const auto records = journal->deposits().value();
        QCOMPARE(records[0].state, DepositState::Refused);
        QCOMPARE(records[0].platformName, u"1700086700_vip.csv"_s);
        QVERIFY(records[0].endedAt.isValid());
        QCOMPARE(records[1].state, DepositState::Accepted);
        QVERIFY(followDeposits(account, board, *journal).value().empty());
    }

    void anIncompleteListingConcludesNoAbsence()
    {
        MemoryRemote remote(samples::digitaleoTree());
        const auto journal = freshJournal();
        const Account account = samples::digitaleo();
        const qint64 twoHoursAgo = QDateTime::currentSecsSinceEpoch() - 7200;
        QVERIFY(journal->add(waitingRecord(account, u"digitaleo/import"_s, u"vip.csv"_s, twoHoursAgo)));
        remote.setHalfway([](const QString &op, const RemotePath &path) {
            return op == u"list" && path.bytes().endsWith("/ok") ? std::optional(lost) : std::nullopt;
        });
        auto board = takeSnapshot(remote, account, m_import, journal.get()).value();
        QVERIFY(!board.complete);
        QVERIFY(followDeposits(account, board, *journal).value().empty());
        remote.setHalfway({});
        board = takeSnapshot(remote, account, m_import, journal.get()).value();
        const auto moved = followDeposits(account, board, *journal).value();
        QCOMPARE(moved.size(), size_t(1));
        QCOMPARE(moved.front().state, DepositState::OutcomeUnknown);
    }

    void whatIsBeingSentIsLeftToItsSender()
    {
        MemoryRemote remote(samples::digitaleoTree());
        const auto journal = freshJournal();
        DepositRecord record = waitingRecord(samples::digitaleo(), u"digitaleo/import"_s, u"vip.csv"_s, 1'700'000'000);
        record.state = DepositState::Sending;
        record.id = journal->add(record).value();
        remote.addFile("contacts/import/in/vip.csv", "x");
        auto sender = journal->claim(record.id);
        const auto board = takeSnapshot(remote, samples::digitaleo(), m_import, journal.get()).value();
        QVERIFY(followDeposits(samples::digitaleo(), board, *journal).value().empty());
        sender.reset();
        QCOMPARE(followDeposits(samples::digitaleo(), board, *journal).value().size(), size_t(1));
    }

    void accengageColumns()
    {
        MemoryRemote remote;
        const Account account = samples::accengage();
        const auto journal = freshJournal();
        remote.addFile("imports/staticlist_noel_6_20260101120000.csv", "x");
        remote.addFile("imports/staticlist_paques_6_20260101120000.csv", "x");
        remote.addFile("imports/staticlist_paques_6_20260101120000.txt", "");
        remote.addFile("imports/readme.csv", "x");
        const QString taken = u"updateDevices_6_20260101.csv"_s;
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        DepositRecord record = waitingRecord(account, u"accengage/updateDevices"_s, taken, now - 60);
        record.id = journal->add(record).value();

        auto board = takeSnapshot(remote, account, m_lists, journal.get()).value();
        QCOMPARE(board.count(u"accengage/staticlist"_s, BoardColumn::NotConfirmed), 1);
        const auto waiting = board.of(u"accengage/staticlist"_s, BoardColumn::WaitingForPickup);
        QCOMPARE(waiting.size(), size_t(1));
        QCOMPARE(waiting.front()->listName, u"paques"_s);
        QVERIFY(waiting.front()->nextPickup > board.takenAt);
        QVERIFY(board.takenAt.secsTo(*waiting.front()->nextPickup) <= 600);
        // Confirmed by us, and both gone: picked up, which only the journal can know.
        QCOMPARE(board.count(u"accengage/updateDevices"_s, BoardColumn::PickedUp), 1);
        const auto moved = followDeposits(account, board, *journal).value();
        QCOMPARE(moved.size(), size_t(1));
        QCOMPARE(moved.front().state, DepositState::OutcomeUnknown);
        board = takeSnapshot(remote, account, m_lists, journal.get()).value();
        QCOMPARE(board.count(u"accengage/updateDevices"_s, BoardColumn::PickedUp), 1);
    }

    void pickUpHalfDoneIsStillWaiting()
    {
        MemoryRemote remote;
        const Account account = samples::accengage();
        const auto journal = freshJournal();
        const QString name = u"staticlist_noel_6_20260101120000.csv"_s;
        QVERIFY(journal->add(waitingRecord(account, u"accengage/staticlist"_s, name, 1'700'000'000)));
        remote.addFile("imports/" + name.toUtf8(), "x"); // the .txt is gone already
        const auto board = takeSnapshot(remote, account, m_lists, journal.get()).value();
        QCOMPARE(board.count(u"accengage/staticlist"_s, BoardColumn::WaitingForPickup), 1);
        QCOMPARE(board.count(u"accengage/staticlist"_s, BoardColumn::PickedUp), 0);
        QVERIFY(followDeposits(account, board, *journal).value().empty());
    }

    void pickUpTimes()
    {
        FlowSettings settings;
        const Flow list = m_lists[0];
        const Flow devices = m_lists[1];
        const QDateTime noon(QDate(2026, 3, 29), QTime(12, 3), Qt::UTC);
        QCOMPARE(nextPickup(list, settings, noon), std::optional(QDateTime(noon.date(), QTime(12, 10), Qt::UTC)));
        QCOMPARE(nextPickup(devices, settings, noon), std::optional(QDateTime(noon.date(), QTime(12, 10), Qt::UTC)));
        settings.externalFtp = true;
        // 01:00 in GMT+1, all year round, is midnight UTC.
        QCOMPARE(nextPickup(devices, settings, noon),
                 std::optional(QDateTime(noon.date().addDays(1), QTime(0, 0), Qt::UTC)));
        QCOMPARE(nextPickup(list, settings, noon), std::optional(QDateTime(noon.date(), QTime(12, 10), Qt::UTC)));
        const QDateTime night(noon.date(), QTime(2, 55), Qt::UTC);
        QCOMPARE(nextPickup(devices, settings, night), std::optional(QDateTime(noon.date(), QTime(3, 0), Qt::UTC)));
        QVERIFY(!nextPickup(m_import[0], settings, noon));
    }

    void differences()
    {
        MemoryRemote remote(samples::digitaleoTree());
        remote.addFile("contacts/import/in/a.csv", "x", 1'700'000'000);
        remote.addFile("contacts/import/ok/1600000000_old.csv", "x", 1'600'000'000);
        const Account account = samples::digitaleo();
        const auto first = takeSnapshot(remote, account, m_import, nullptr).value();
        const auto same = takeSnapshot(remote, account, m_import, nullptr).value();
        QVERIFY(difference(first, same).isEmpty());
        remote.move("contacts/import/in/a.csv", "contacts/import/on/1700000000_a.csv");
        remote.take("contacts/import/ok/1600000000_old.csv");
        remote.addFile("contacts/import/in/b.csv", "x");
        const auto second = takeSnapshot(remote, account, m_import, nullptr).value();
        const BoardDifference change = difference(first, second);
        QCOMPARE(change.moved.size(), size_t(1));
        QVERIFY(change.moved[0].before.column == BoardColumn::Waiting);
        QVERIFY(change.moved[0].after.column == BoardColumn::Processing);
        QCOMPARE(change.appeared.size(), size_t(1));
        QCOMPARE(change.vanished.size(), size_t(1));
        // A prefix that is not the second in which we saw the file appear is the same card all the same.
        remote.move("contacts/import/in/b.csv", "contacts/import/on/1600000001_b.csv");
        const auto third = takeSnapshot(remote, account, m_import, nullptr).value();
        QCOMPARE(difference(second, third).moved.size(), size_t(1));
        QVERIFY(difference(second, third).appeared.empty());
    }
};

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
