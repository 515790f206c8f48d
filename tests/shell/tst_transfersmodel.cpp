// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transfersmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

class TransfersModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void followsTheQueue()
    {
        TransferQueue queue;
        TransfersModel model(queue);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto work = [](const TransferProgress &, const JobControl &) -> Result<void> { return {}; };
        const auto failing = [](const TransferProgress &, const JobControl &) -> Result<void> {
            return fail(ErrorKind::Network, u"The line was cut."_s);
        };
        Transfer first;
        first.name = u"one.csv"_s;
        queue.add(first, work);
        Transfer second;
        second.name = u"two.csv"_s;
        queue.add(second, failing);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"two.csv"_s); // newest first
        QTRY_VERIFY(!queue.hasRunning());
        QTRY_COMPARE(model.index(0).data(TransfersModel::StatusRole).toString(), u"The line was cut."_s);
        QVERIFY(model.index(1).data(TransfersModel::StatusRole).toString().startsWith(u"done today"_s));
        queue.clearEnded();
        // A failure stays until somebody has dealt with it, whatever the queue clears.
        QVERIFY(model.rowCount() <= 1);
    }

    void saysHowFarItIs()
    {
        Transfer transfer;
        transfer.state = TransferState::Running;
        transfer.bytesDone = 640'000;
        transfer.bytesTotal = 1'000'000;
        transfer.bytesPerSecond = 180'000;
        QCOMPARE(statusText(transfer), u"64 % · 180 kB/s · 2 s left"_s);
        transfer.attempt = 3;
        transfer.attempts = 8;
        QCOMPARE(statusText(transfer), u"64 % · 180 kB/s · 2 s left · try 3 of 8"_s);
        transfer.bytesTotal = -1;
        QVERIFY(statusText(transfer).startsWith(u"640 kB"_s));
    }

    void saysWhatItWaitsFor()
    {
        Transfer transfer;
        transfer.state = TransferState::Waiting;
        transfer.waitsForConnection = true;
        QCOMPARE(statusText(transfer), u"waits for the connection"_s);
        transfer.attempt = 2;
        QCOMPARE(statusText(transfer), u"broken off, waits for the connection"_s);
        transfer.waitsForConnection = false;
        transfer.attempts = 8;
        transfer.nextTryAt = QDateTime::currentDateTimeUtc().addSecs(180);
        QCOMPARE(statusText(transfer), u"broken off, again in 3 min (try 3 of 8)"_s);
        transfer.nextTryAt = QDateTime::currentDateTimeUtc().addSecs(-5); // the timer is late
        QCOMPARE(statusText(transfer), u"broken off, again in 1 s (try 3 of 8)"_s);
    }

    void saysWhatACancelLeft()
    {
        Transfer transfer;
        transfer.state = TransferState::Cancelled;
        transfer.error = cancelledError();
        QCOMPARE(statusText(transfer), u"cancelled"_s);
        transfer.error->message += u" A temporary file may be left."_s;
        QCOMPARE(statusText(transfer), u"Cancelled. A temporary file may be left."_s);
    }
};

QTEST_GUILESS_MAIN(TransfersModelTest)
#include "tst_transfersmodel.moc"
