// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumnmodel.h"
#include "board/cardface.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

Card card(const QString &name, BoardColumn column = BoardColumn::Waiting)
{
    Card card;
    card.flow = u"digitaleo/import"_s;
    card.column = column;
    card.listName = name;
    card.fileName = name + u".csv"_s;
    card.path = RemotePath::fromText(u"contacts/import/in/"_s + card.fileName);
    card.size = 1'240'000;
    card.depositedAt = QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
    return card;
}

std::vector<Card> cards(const QString &names)
{
    std::vector<Card> result;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts))
        result.push_back(card(name));
    return result;
}

QString shown(const BoardColumnModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row).data().toString();
    return titles.join(u' ');
}

const QDateTime now(QDate(2026, 11, 21), QTime(12, 0, 20), Qt::UTC);

} // namespace

class BoardColumnModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheBoard_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("first answer") << u""_s << u"a b c"_s;
        QTest::newRow("nothing new") << u"a b c"_s << u"a b c"_s;
        QTest::newRow("a new one on top") << u"a b"_s << u"n a b"_s;
        QTest::newRow("one left") << u"a b c"_s << u"a c"_s;
        QTest::newRow("all left") << u"a b c"_s << u""_s;
        QTest::newRow("neighbours left") << u"a b c d e"_s << u"a e"_s;
        QTest::newRow("other order") << u"a b c d"_s << u"d c b a"_s;
        QTest::newRow("everything at once") << u"a b c d e"_s << u"x e b y a"_s;
        QTest::newRow("wholly others") << u"a b"_s << u"x y z"_s;
    }
    void followsTheBoard()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        BoardColumnModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCards(cards(before));
        QCOMPARE(shown(model), before);
        model.setCards(cards(after));
        QCOMPARE(shown(model), after);
    }

    void anyChangeKeepsModelAndOrderRight()
    {
        BoardColumnModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(20261121);
        for (int round = 0; round < 200; ++round) {
            QStringList names;
            for (int i = 0; i < 12; ++i) {
                if (random.bounded(2) == 0)
                    names << QString::number(i);
            }
            std::shuffle(names.begin(), names.end(), random);
            model.setCards(cards(names.join(u' ')));
            QCOMPARE(shown(model), names.join(u' '));
        }
    }

    void selectionStaysWithItsCard()
    {
        BoardColumnModel model;
        QItemSelectionModel selection(&model);
        model.setCards(cards(u"a b c"_s));
        selection.setCurrentIndex(model.index(1), QItemSelectionModel::ClearAndSelect);
        model.setCards(cards(u"n1 n2 c b a"_s));
        QCOMPARE(selection.selectedIndexes().size(), 1);
        QCOMPARE(selection.selectedIndexes().first().data().toString(), u"b"_s);
    }

    void changedFactsAreSaidForThatRowOnly()
    {
        BoardColumnModel model;
        auto list = cards(u"a b c"_s);
        model.setCards(list);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        list[1].size = 5;
        model.setCards(list);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 1);
        model.setCards(list);
        QCOMPARE(changes.count(), 1);
    }

    void thousandsAreQuick()
    {
        std::vector<Card> many;
        for (int i = 0; i < 5000; ++i)
            many.push_back(card(QString::number(i)));
        BoardColumnModel model;
        model.setCards(many);
        many.insert(many.begin(), card(u"new"_s));
        many.pop_back();
        QElapsedTimer timer;
        timer.start();
        model.setCards(many);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(model.rowCount(), 5000);
    }

    void faces_data()
    {
        QTest::addColumn<Card>("card");
        QTest::addColumn<CardContext>("context");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<QString>("times");
        QTest::addColumn<QString>("badge");
        Card waiting = card(u"a"_s);
        QTest::newRow("not from this desk")
            << waiting << CardContext{} << u"1.2 MB · not from this desk"_s << u"since 20 s"_s << QString();
        waiting.deposit = DepositRecord{};
        waiting.deposit->sentBy = thisUser();
        QTest::newRow("sent from here") << waiting << CardContext{} << u"1.2 MB"_s << u"since 20 s · sent by you"_s
                                        << QString();
        waiting.deposit->state = DepositState::Sending;
        QTest::newRow("being sent") << waiting << CardContext{} << u"1.2 MB"_s << u"sending…"_s << QString();
        Card accepted = card(u"a"_s, BoardColumn::Accepted);
        accepted.deposit = DepositRecord{};
        accepted.deposit->mode = key(ImportMode::AddToList);
        accepted.deposit->sentBy = u"claire"_s;
        accepted.changedAt = accepted.depositedAt.addSecs(48);
        QTest::newRow("accepted") << accepted << CardContext{} << u"1.2 MB"_s << QString() << u"added"_s;
        const Card refused = card(u"a"_s, BoardColumn::Refused);
        QTest::newRow("refused, examined") << refused << CardContext{.causes = 3, .repairedSince = false}
                                           << u"1.2 MB · not from this desk"_s << QString() << u"3 cause(s)"_s;
        QTest::newRow("refused, mended") << refused << CardContext{.causes = 3, .repairedSince = true}
                                         << u"1.2 MB · not from this desk"_s << QString() << u"repaired since"_s;
        QTest::newRow("unconfirmed") << card(u"a"_s, BoardColumn::NotConfirmed) << CardContext{}
                                     << u"1.2 MB · not from this desk"_s << u"confirmation file missing"_s
                                     << u"not taken yet"_s;
    }
    void faces()
    {
        QFETCH(const Card, card);
        QFETCH(const CardContext, context);
        QFETCH(const QString, facts);
        QFETCH(const QString, times);
        QFETCH(const QString, badge);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const CardFace face = faceOf(card, context, now);
        QCOMPARE(face.title, u"a"_s);
        QCOMPARE(face.facts, facts);
        if (!times.isEmpty())
            QCOMPARE(face.times, times);
        QCOMPARE(face.badge, badge);
    }

    void aTimeThatMakesNoSenseIsNotShown()
    {
        Card odd = card(u"a"_s, BoardColumn::Accepted);
        odd.changedAt = odd.depositedAt.addSecs(-5);
        QVERIFY(!secondsTaken(odd));
        odd.changedAt = odd.depositedAt.addDays(3);
        QVERIFY(!secondsTaken(odd));
        odd.changedAt = odd.depositedAt.addSecs(48);
        QCOMPARE(secondsTaken(odd), std::optional<qint64>(48));
    }
};

QTEST_GUILESS_MAIN(BoardColumnModelTest)
#include "tst_boardcolumnmodel.moc"
