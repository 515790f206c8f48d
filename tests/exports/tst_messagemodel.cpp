// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/messagemodel.h"
#include "style/delegates.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace navette;
using namespace navette::ui;

class MessageModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsUpOverDays();
};

// On days after the sending a line has 0 sent and its later reactions (accengage.md, Exports).
void MessageModelTest::addsUpOverDays()
{
    MessageModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const MessageFigures sentDay{.messageId = QStringLiteral("7"),
                                 .messageName = QStringLiteral("Christmas promotion"),
                                 .messageType = QStringLiteral("push notification"),
                                 .targets = 1100,
                                 .bounces = 100,
                                 .sent = 1000,
                                 .reactions = 450};
    MessageFigures nextDay = sentDay;
    nextDay.targets = nextDay.bounces = nextDay.sent = 0;
    nextDay.reactions = 50;
    model.setFigures({{sentDay}, {nextDay}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, MessageModel::Sent).data(SortRole).toLongLong(), 1000);
    QCOMPARE(model.index(0, MessageModel::Reactions).data(SortRole).toLongLong(), 500);
    QCOMPARE(model.index(0, MessageModel::Rate).data(SortRole).toDouble(), 0.5);
}

QTEST_MAIN(MessageModelTest)
#include "tst_messagemodel.moc"
