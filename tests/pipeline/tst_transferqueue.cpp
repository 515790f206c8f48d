// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/transferqueue.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace navette;
using namespace Qt::StringLiterals;

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
