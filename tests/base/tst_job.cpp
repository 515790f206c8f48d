// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/grace.h"
#include "base/job.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>
#include <thread>

using namespace navette;

namespace
{

using Answer = Result<QString>;

QFuture<Answer> finished(Answer answer)
{
    QPromise<Answer> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

// await() belongs into a worker thread.
template<typename Function>
void inWorker(Function function)
{
    std::thread worker(function);
    worker.join();
}

} // namespace

class JobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awaitGivesTheAnswer()
    {
        inWorker([] {
            QCOMPARE(await(finished(QStringLiteral("yes"))).value(), QStringLiteral("yes"));
            QCOMPARE(await(finished(fail(ErrorKind::Timeout, QStringLiteral("late")))).error().kind,
                     ErrorKind::Timeout);
        });
    }

    void awaitWaits()
    {
        QPromise<Answer> promise;
        promise.start();
        QSemaphore waiting;
        std::optional<Answer> answer;
        std::thread worker([&] {
            waiting.release();
            answer = await(promise.future());
        });
        waiting.acquire();
        QThread::msleep(20);
        promise.addResult(QStringLiteral("later"));
        promise.finish();
        worker.join();
        QCOMPARE(answer->value(), QStringLiteral("later"));
    }

    void awaitTakesADroppedPromiseForCancelled()
    {
        auto promise = std::make_unique<QPromise<Answer>>();
        promise->start();
        const QFuture<Answer> future = promise->future();
        std::thread dropper([&] {
            QThread::msleep(20);
            promise.reset();
        });
        inWorker([&] { QCOMPARE(await(future).error().kind, ErrorKind::Cancelled); });
        dropper.join();
    }

    // The work does not even notice; the person who cancelled does not have to wait for that.
    void awaitReturnsAtOnceWhenCancelled()
    {
        QPromise<Answer> stuck;
        stuck.start();
        const CancelSource source;
        std::thread canceller([&] {
            QThread::msleep(30);
            source.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        inWorker([&] {
            QCOMPARE(await(stuck.future(), {.progress = {}, .cancel = source.token()}).error().kind,
                     ErrorKind::Cancelled);
        });
        canceller.join();
        QVERIFY(timer.elapsed() < 2000);
        QVERIFY(stuck.isCanceled());
        inWorker([&] {
            QCOMPARE(await(stuck.future(), {.progress = {}, .cancel = source.token()}).error().kind,
                     ErrorKind::Cancelled);
        });
        stuck.finish();
    }

    void graceLetsComeWhatComesSoon()
    {
        const CancelSource source;
        source.cancel();
        const JobControl job{.progress = {}, .cancel = source.token()};
        QPromise<Answer> promise;
        promise.start();
        std::thread answering([&] {
            QThread::msleep(30);
            promise.addResult(QStringLiteral("done all the same"));
            promise.finish();
        });
        inWorker([&] { QCOMPARE(awaitWithGrace(promise.future(), job).value(), QStringLiteral("done all the same")); });
        answering.join();
    }

    void graceComesToItsEnd_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("cancelled before") << true;
        QTest::newRow("cancelled meanwhile") << false;
    }
    void graceComesToItsEnd()
    {
        QFETCH(bool, before);
        const CancelSource source;
        const JobControl job{.progress = {}, .cancel = source.token()};
        QPromise<Answer> stuck;
        stuck.start();
        if (before)
            source.cancel();
        std::thread canceller([&] {
            QThread::msleep(before ? 0 : 100);
            source.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        inWorker([&] { QCOMPARE(awaitWithGrace(stuck.future(), job).error().kind, ErrorKind::Cancelled); });
        canceller.join();
        QVERIFY(timer.elapsed() >= clearingPatience.count() - 50); // coarse timers
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(stuck.isCanceled());
        stuck.finish();
    }

    void whenFinishedCallsInTheReceiversThread()
    {
        QObject receiver;
        QPromise<Answer> promise;
        promise.start();
        std::optional<Answer> answer;
        QThread *thread = nullptr;
        whenFinished(promise.future(), &receiver, [&](Answer given) {
            answer = std::move(given);
            thread = QThread::currentThread();
        });
        inWorker([&] {
            promise.addResult(QStringLiteral("yes"));
            promise.finish();
        });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->value(), QStringLiteral("yes"));
        QCOMPARE(thread, QThread::currentThread());
    }

    void whenFinishedTellsOfACancel()
    {
        QObject receiver;
        QFuture<Answer> future;
        {
            QPromise<Answer> promise;
            promise.start();
            future = promise.future();
        }
        std::optional<Answer> answer;
        whenFinished(future, &receiver, [&](Answer given) { answer = std::move(given); });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error(), cancelledError());
    }

    void whenFinishedForgetsAReceiverThatIsGone()
    {
        auto receiver = std::make_unique<QObject>();
        QPromise<Answer> promise;
        promise.start();
        bool called = false;
        whenFinished(promise.future(), receiver.get(), [&](const Answer &) { called = true; });
        receiver.reset();
        promise.addResult(QStringLiteral("nobody listens"));
        promise.finish();
        QTest::qWait(20);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
