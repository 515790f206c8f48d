// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace navette;

class CancellationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenOfNobodyIsNeverCancelled()
    {
        const CancelToken token;
        bool called = false;
        {
            const auto registration = token.onCancel([&] { called = true; });
            QVERIFY(!token.isCancelled());
        }
        QVERIFY(!called);
    }

    void callsOnceEach()
    {
        const CancelSource source;
        int first = 0;
        int second = 0;
        const auto a = source.token().onCancel([&] { ++first; });
        const auto b = source.token().onCancel([&] { ++second; });
        source.cancel();
        source.cancel();
        QVERIFY(source.token().isCancelled());
        QCOMPARE(first, 1);
        QCOMPARE(second, 1);
    }

    void callsAtOnceWhenCancelledAlready()
    {
        const CancelSource source;
        source.cancel();
        int calls = 0;
        const auto registration = source.token().onCancel([&] { ++calls; });
        QCOMPARE(calls, 1);
    }

    void forgetsAnEndedRegistration()
    {
        const CancelSource source;
        int calls = 0;
        {
            const auto registration = source.token().onCancel([&] { ++calls; });
        }
        source.cancel();
        QCOMPARE(calls, 0);
    }

    void aCallbackMayEndAnothersRegistration()
    {
        const CancelSource source;
        int calls = 0;
        CancelToken::Registration later;
        const auto first = source.token().onCancel([&] { later = {}; });
        later = source.token().onCancel([&] { ++calls; });
        source.cancel();
        QCOMPARE(calls, 0);
    }

    // After a registration's end its callback does not run, and does not still run: what it uses may be gone.
    void endingWaitsForACallbackUnderWay()
    {
        for (int round = 0; round < 200; ++round) {
            const CancelSource source;
            std::atomic<bool> alive = true;
            std::atomic<bool> usedAfterEnd = false;
            auto registration = source.token().onCancel([&] {
                std::this_thread::yield();
                if (!alive)
                    usedAfterEnd = true;
            });
            std::thread canceller([&] { source.cancel(); });
            registration = {};
            alive = false;
            canceller.join();
            QVERIFY(!usedAfterEnd);
        }
    }
};

QTEST_GUILESS_MAIN(CancellationTest)
#include "tst_cancellation.moc"
