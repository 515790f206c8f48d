// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/transferqueue.h"
#include "support/memoryremote.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <atomic>
#include <cstddef>
#include <new>
#include <semaphore>

using namespace navette;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

Transfer named(const QString &name)
{
    Transfer transfer;
    transfer.name = name;
    return transfer;
}

const Transfer &of(const TransferQueue &queue, int id)
{
    return *std::find_if(queue.transfers().begin(), queue.transfers().end(),
                         [id](const Transfer &t) { return t.id == id; });
}

constexpr RetryRules quick{.firstWait = 40ms, .longestWait = 80ms, .tries = 4};

std::shared_ptr<RemoteLink> openLink()
{
    auto link = std::make_shared<RemoteLink>();
    link->open(std::make_shared<MemoryRemote>());
    return link;
}

} // namespace

class TestTransferQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAFewAtATimeAndTellsProgress()
    {
        TransferQueue queue;
        QSemaphore go;
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        std::vector<int> ids;
        int ended = 0;
        for (int i = 0; i < 8; ++i) {
            ids.push_back(queue.add(
                named(QString::number(i)),
                [&](const TransferProgress &progress, const JobControl &) -> Result<void> {
                    most = std::max<int>(most, ++running);
                    progress(50, 100);
                    go.acquire();
                    --running;
                    return {};
                },
                [&](const Result<void> &result) {
                    QVERIFY(result);
                    ++ended;
                }));
        }
        QTRY_COMPARE(of(queue, ids[0]).bytesDone, 50);
        QVERIFY(of(queue, ids[7]).state == TransferState::Queued);
        QVERIFY(queue.hasRunning());
        go.release(8);
        QTRY_COMPARE(ended, 8);
        QVERIFY(!queue.hasRunning());
        QVERIFY(most <= 3);
        QCOMPARE(of(queue, ids[7]).bytesDone, 100);
        queue.clearEnded();
        QVERIFY(queue.transfers().empty());
    }

    void runsManySmallOnesAtATime()
    {
        TransferQueue queue;
        QSemaphore go;
        std::atomic<int> small = 0;
        std::atomic<int> large = 0;
        int ended = 0;
        for (int i = 0; i < 80; ++i) {
            Transfer transfer = named(QString::number(i));
            const bool isSmall = i % 8 != 0;
            transfer.bytesTotal = isSmall ? 10'000 : 10'000'000;
            queue.add(
                transfer,
                [&, isSmall](const TransferProgress &, const JobControl &) -> Result<void> {
                    ++(isSmall ? small : large);
                    go.acquire();
                    return {};
                },
                [&](const Result<void> &) { ++ended; });
        }
        QTRY_COMPARE(small, 64);
        QTRY_COMPARE(large, 3);
        QTest::qWait(20);
        QCOMPARE(small, 64);
        QCOMPARE(large, 3);
        go.release(80);
        QTRY_COMPARE(ended, 80);
    }

    // As of a download that was cancelled, whose operation sees that a moment later.
    void progressMayComeWhenTheQueueIsGone()
    {
        // What is left of the queue is nothing, and not by chance still good.
        alignas(TransferQueue) std::array<std::byte, sizeof(TransferQueue)> place{};
        auto *queue = new (place.data()) TransferQueue;
        TransferProgress progress;
        std::binary_semaphore begun{0};
        queue->add(named(u"a"_s), [&](const TransferProgress &given, const JobControl &) -> Result<void> {
            progress = given;
            begun.release();
            return {};
        });
        begun.acquire();
        progress(1, 3); // on its way when the queue goes
        queue->~TransferQueue();
        place.fill(std::byte{});
        progress(2, 3);
        QCoreApplication::processEvents();
    }

    void failsAndIsTriedAgain()
    {
        TransferQueue queue;
        std::atomic<int> attempt = 0;
        const int id = queue.add(named(u"a"_s), [&](const TransferProgress &, const JobControl &) -> Result<void> {
            if (++attempt == 1)
                return fail(ErrorKind::Network, u"Lost."_s);
            return {};
        });
        QTRY_VERIFY(of(queue, id).state == TransferState::Failed);
        QCOMPARE(of(queue, id).error->message, u"Lost."_s);
        queue.retry(id);
        QTRY_VERIFY(of(queue, id).state == TransferState::Done);
        QVERIFY(!of(queue, id).error);
        queue.retry(id); // nothing to try again
        QVERIFY(of(queue, id).state == TransferState::Done);
    }

    void aSequenceRunsOneAfterAnother()
    {
        TransferQueue queue;
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        QStringList order;
        const auto add = [&](const QString &name) {
            Transfer transfer = named(name);
            transfer.sequence = 7;
            return queue.add(
                transfer,
                [&, name](const TransferProgress &, const JobControl &) -> Result<void> {
                    most = std::max<int>(most, ++running);
                    QThread::msleep(20);
                    --running;
                    if (name == u"b")
                        return fail(ErrorKind::Network, u"Lost."_s);
                    return {};
                },
                [&, name](const Result<void> &) { order += name; });
        };
        add(u"a"_s);
        const int failing = add(u"b"_s);
        add(u"c"_s);
        const int other =
            queue.add(named(u"x"_s), [](const TransferProgress &, const JobControl &) -> Result<void> { return {}; });
        QVERIFY(of(queue, other).state == TransferState::Running); // others need not wait
        QTRY_COMPARE(order, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(most, 1);
        QVERIFY(queue.retry(failing));
        QTRY_COMPARE(order.size(), 4);
        QVERIFY(!queue.retry(other));
    }

    void cancelsRunningAndQueued()
    {
        TransferQueue queue;
        const auto untilCancelled = [](const TransferProgress &, const JobControl &job) -> Result<void> {
            while (!job.isCancelled())
                QThread::msleep(2);
            return tl::make_unexpected(cancelledError());
        };
        std::vector<int> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(queue.add(named(u"x"_s), untilCancelled));
        queue.cancel(ids[4]);
        QVERIFY(of(queue, ids[4]).state == TransferState::Cancelled);
        for (const int id : ids)
            queue.cancel(id);
        for (const int id : ids)
            QTRY_VERIFY(of(queue, id).state == TransferState::Cancelled);
    }

    void endsWithWorkUnderWay()
    {
        std::atomic<bool> seen = false;
        {
            TransferQueue queue;
            QSemaphore begun;
            queue.add(named(u"x"_s), [&](const TransferProgress &, const JobControl &job) -> Result<void> {
                begun.release();
                while (!job.isCancelled())
                    QThread::msleep(2);
                seen = true;
                return tl::make_unexpected(cancelledError());
            });
            begun.acquire();
        }
        QVERIFY(seen);
    }

    void causesAreToldApart_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("tries");
        const auto row = [](const char *name, ErrorKind kind, int tries) {
            QTest::newRow(name) << static_cast<int>(kind) << tries;
        };
        row("line broken, server restarting", ErrorKind::Network, 4);
        row("time-out", ErrorKind::Timeout, 4);
        row("protocol", ErrorKind::Protocol, 3);
        row("sign-in refused", ErrorKind::SignIn, 1);
        row("no permission", ErrorKind::NotWritable, 1);
        row("no space, quota", ErrorKind::NoSpace, 1);
        row("exists", ErrorKind::AlreadyExists, 1);
        row("unsafe", ErrorKind::Unsafe, 1);
        row("not there", ErrorKind::NotFound, 1);
        row("cancelled", ErrorKind::Cancelled, 1);
    }
    void causesAreToldApart()
    {
        QFETCH(int, kind);
        QFETCH(int, tries);
        TransferQueue queue(nullptr, {.firstWait = 1ms, .longestWait = 1ms, .tries = 4});
        std::atomic<int> tried = 0;
        int ended = 0;
        const int id = addTransfer(
            queue, named(u"a"_s),
            overLink(openLink(),
                     [&, kind](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                         ++tried;
                         return fail(static_cast<ErrorKind>(kind), u"No."_s);
                     }),
            this, [&](const Result<int> &result) {
                QCOMPARE(static_cast<int>(result.error().kind), kind);
                ++ended;
            });
        QTRY_VERIFY(of(queue, id).isEnded());
        QCOMPARE(tried, tries);
        QCOMPARE(of(queue, id).attempt, tries);
        QCOMPARE(ended, 1); // and not between two tries
    }

    void waitsGrow()
    {
        const RetryRules rules;
        for (const auto &[attempt, middle] : {std::pair(2, 2000), std::pair(3, 4000), std::pair(6, 32'000),
                                              std::pair(7, 60'000), std::pair(1'000'000, 60'000)}) {
            for (int i = 0; i < 100; ++i) {
                const qint64 wait = waitBefore(attempt, rules).count();
                QVERIFY2(wait >= middle * 8 / 10 && wait <= middle * 12 / 10, qPrintable(QString::number(wait)));
            }
        }
    }

    void goesOnByItself()
    {
        TransferQueue queue(nullptr, quick);
        QSignalSpy updated(&queue, &TransferQueue::updated);
        std::atomic<int> tried = 0;
        const auto link = openLink();
        QSignalSpy doubted(link.get(), &RemoteLink::doubted);
        Result<int> got;
        const int id =
            addTransfer(queue, named(u"a"_s),
                        overLink(link,
                                 [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                                     if (++tried < 3)
                                         return fail(ErrorKind::Network, u"Lost."_s);
                                     return 7;
                                 }),
                        this, [&](const Result<int> &result) { got = result; });
        QTRY_VERIFY(of(queue, id).state == TransferState::Waiting);
        QVERIFY(queue.hasRunning()); // closing the window asks
        QCOMPARE(of(queue, id).attempts, 4);
        QCOMPARE(of(queue, id).error->message, u"Lost."_s);
        QVERIFY(of(queue, id).nextTryAt.isValid() && !of(queue, id).waitsForConnection);
        queue.clearEnded(); // takes nothing away that is still to be done
        QTRY_VERIFY(of(queue, id).state == TransferState::Done);
        QCOMPARE(of(queue, id).attempt, 3);
        QCOMPARE(got.value(), 7);
        QTRY_COMPARE(doubted.size(), 2);
    }

    // 500 MB over a line that breaks every minute still arrive, as long as each try brings some of them.
    void countsAnewWhereItGetsFurther()
    {
        TransferQueue queue(nullptr, {.firstWait = 1ms, .longestWait = 1ms, .tries = 3});
        std::atomic<int> tried = 0;
        const int id = addTransfer(
            queue, named(u"a"_s),
            overLink(openLink(),
                     [&](RemoteFileSystem &, const TransferProgress &progress, const JobControl &) -> Result<int> {
                         ++tried;
                         progress(std::min<int>(tried, 10) * 2'000'000, 100'000'000);
                         return fail(ErrorKind::Network, u"Lost."_s);
                     }),
            this, [](const Result<int> &) {});
        QTRY_VERIFY(of(queue, id).state == TransferState::Failed);
        QCOMPARE(tried, 10 + 2);
    }

    void waitsForItsConnection()
    {
        TransferQueue queue(nullptr, quick);
        std::atomic<int> tried = 0;
        const auto link = openLink();
        link->await();
        const auto work = [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
            if (++tried == 1) {
                link->await(); // as a session does that sees the line break
                return fail(ErrorKind::Network, u"Lost."_s);
            }
            return 1;
        };
        const int id = addTransfer(queue, named(u"a"_s), overLink(link, work), this, [](const Result<int> &) {});
        QVERIFY(of(queue, id).state == TransferState::Waiting);
        QVERIFY(of(queue, id).waitsForConnection);
        QCOMPARE(tried, 0);
        QCOMPARE(of(queue, id).attempt, 0);
        QSignalSpy wanted(link.get(), &RemoteLink::wanted);
        QVERIFY(queue.retry(id)); // "Try now": the connection is asked for, no try is spent
        QCOMPARE(wanted.size(), 1);
        QVERIFY(of(queue, id).state == TransferState::Waiting);
        link->open(std::make_shared<MemoryRemote>());
        QTRY_COMPARE(tried, 1);
        QTRY_VERIFY(of(queue, id).state == TransferState::Waiting && of(queue, id).waitsForConnection);
        QTest::qWait(150); // its time has come, its connection has not
        QCOMPARE(tried, 1);
        link->open(std::make_shared<MemoryRemote>());
        QTRY_VERIFY(of(queue, id).state == TransferState::Done);
        QCOMPARE(tried, 2);
    }

    void triesNowWhenAPersonSaysSo()
    {
        TransferQueue queue(nullptr, {.firstWait = 1h, .longestWait = 1h, .tries = 8});
        std::atomic<int> tried = 0;
        const auto work = [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
            if (++tried < 3)
                return fail(ErrorKind::Timeout, u"No answer."_s);
            return 1;
        };
        const int id = addTransfer(queue, named(u"a"_s), overLink(openLink(), work), this, [](const Result<int> &) {});
        for (int i = 1; i < 3; ++i) {
            QTRY_COMPARE(tried, i);
            QTRY_VERIFY(of(queue, id).state == TransferState::Waiting);
            QVERIFY(queue.retry(id));
        }
        QTRY_VERIFY(of(queue, id).state == TransferState::Done);
    }

    void isNotRepeatedWhereOnlyAPersonMayDecide()
    {
        TransferQueue queue(nullptr, quick);
        std::atomic<int> tried = 0;
        auto work =
            overLink(openLink(), [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                ++tried;
                return fail(ErrorKind::Network, u"Lost."_s);
            });
        work.retry.mayRepeat = [&] { return tried < 2; };
        const int id = addTransfer(queue, named(u"a"_s), work, this, [](const Result<int> &) {});
        QTRY_VERIFY(of(queue, id).state == TransferState::Failed);
        QCOMPARE(tried, 2);
        QVERIFY(queue.retry(id));
        QTRY_COMPARE(tried, 3);
        QTRY_VERIFY(of(queue, id).state == TransferState::Failed);
    }

    // What the last try left is seen to, by whoever knows how.
    void clearsAwayWhenCancelledBetweenTwoTries_data()
    {
        QTest::addColumn<bool>("connected");
        QTest::newRow("connected") << true;
        QTest::newRow("not connected") << false;
    }
    void clearsAwayWhenCancelledBetweenTwoTries()
    {
        QFETCH(bool, connected);
        TransferQueue queue(nullptr, {.firstWait = 1h, .longestWait = 1h, .tries = 8});
        const auto link = openLink();
        std::atomic<int> cleared = 0;
        std::atomic<int> told = 0;
        auto work =
            overLink(link, [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                if (!connected)
                    link->await();
                return fail(ErrorKind::Network, u"Lost."_s);
            });
        work.retry.giveUp = [&](RemoteFileSystem *remote, const Error &error, const JobControl &job) {
            // Somebody waits for the first answer; what comes once there is a connection has its time.
            const bool isLater = !connected && remote != nullptr;
            if (error.kind == ErrorKind::Cancelled && job.isCancelled() == !isLater)
                (remote != nullptr ? cleared : told) += 1;
            return remote != nullptr ? error : Error{error.kind, u"A part is left."_s, {}};
        };
        const int id = addTransfer(queue, named(u"a"_s), std::move(work), this, [](const Result<int> &) {});
        QTRY_VERIFY(of(queue, id).state == TransferState::Waiting);
        QCOMPARE(cleared + told, 0);
        queue.cancel(id);
        QTRY_VERIFY(of(queue, id).state == TransferState::Cancelled);
        QCOMPARE(cleared, connected ? 1 : 0);
        QCOMPARE(told, connected ? 0 : 1);
        QCOMPARE(of(queue, id).error->message, connected ? cancelledError().message : u"A part is left."_s);
        link->open(std::make_shared<MemoryRemote>());
        QTRY_COMPARE(cleared, 1);
        link->open(std::make_shared<MemoryRemote>());
        QTest::qWait(50);
        QCOMPARE(cleared, 1);
    }

    // One that was begun anew needs what was left.
    void clearsNothingAwayThatGoesOn()
    {
        TransferQueue queue(nullptr, {.firstWait = 1h, .longestWait = 1h, .tries = 2});
        const auto link = openLink();
        std::atomic<int> tried = 0;
        std::atomic<int> cleared = 0;
        auto work =
            overLink(link, [&](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                if (++tried > 1)
                    return 1;
                link->await();
                return fail(ErrorKind::Network, u"Lost."_s);
            });
        work.retry.giveUp = [&](RemoteFileSystem *remote, const Error &error, const JobControl &) {
            cleared += remote != nullptr ? 1 : 0;
            return error;
        };
        const int id = addTransfer(queue, named(u"a"_s), std::move(work), this, [](const Result<int> &) {});
        QTRY_VERIFY(of(queue, id).state == TransferState::Waiting);
        queue.cancel(id);
        QTRY_VERIFY(of(queue, id).state == TransferState::Cancelled);
        QVERIFY(queue.retry(id));
        QVERIFY(of(queue, id).state == TransferState::Waiting);
        link->open(std::make_shared<MemoryRemote>());
        QTRY_VERIFY(of(queue, id).state == TransferState::Done);
        QTest::qWait(50);
        QCOMPARE(cleared, 0);
    }

    void endsWithItsAccount()
    {
        TransferQueue queue(nullptr, {.firstWait = 1h, .longestWait = 1h, .tries = 8});
        const auto lost = [](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
            return fail(ErrorKind::Network, u"Lost."_s);
        };
        const auto link = openLink();
        const int first = addTransfer(queue, named(u"a"_s), overLink(link, lost), this, [](const Result<int> &) {});
        QTRY_VERIFY(of(queue, first).state == TransferState::Waiting);
        link->await();
        const int second = addTransfer(queue, named(u"b"_s), overLink(link, lost), this, [](const Result<int> &) {});
        const int third = addTransfer(queue, named(u"c"_s), overLink(link, lost), this, [](const Result<int> &) {});
        queue.cancel(third);
        QVERIFY(of(queue, third).state == TransferState::Cancelled);
        link->close();
        QTRY_VERIFY(of(queue, first).state == TransferState::Failed);
        QCOMPARE(of(queue, first).error->message, u"Lost."_s);
        QTRY_VERIFY(of(queue, second).state == TransferState::Failed);
        QCOMPARE(of(queue, second).error->kind, ErrorKind::Network);
        QVERIFY(!queue.hasRunning());
    }

    void aSequenceKeepsItsOrderWhileOneWaits()
    {
        TransferQueue queue(nullptr, quick);
        QStringList order;
        std::atomic<int> tried = 0;
        const auto link = openLink();
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
            Transfer transfer = named(name);
            transfer.sequence = 3;
            addTransfer(
                queue, transfer,
                overLink(link,
                         [&, name](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                             if (name == u"b" && ++tried < 3)
                                 return fail(ErrorKind::Network, u"Lost."_s);
                             return 1;
                         }),
                this, [&, name](const Result<int> &) { order += name; });
        }
        QTRY_COMPARE(order, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(tried, 3);
    }

    void remainingTime()
    {
        Transfer transfer;
        QVERIFY(!transfer.remaining());
        transfer.state = TransferState::Running;
        transfer.bytesDone = 100;
        transfer.bytesTotal = 600;
        transfer.bytesPerSecond = 100;
        QCOMPARE(transfer.remaining()->count(), 5);
    }
};

QTEST_GUILESS_MAIN(TestTransferQueue)
#include "tst_transferqueue.moc"
