// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/daystrip.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace navette::ui;

class DayStripTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesTheNewestAndKeepsTheChoice();
};

void DayStripTest::choosesTheNewestAndKeepsTheChoice()
{
    DayStrip strip;
    QSignalSpy chosen(&strip, &DayStrip::currentDayChanged);
    const QDate friday(2026, 11, 20);
    std::vector<DayCardFacts> days{{.day = friday.addDays(-1)}, {.day = friday}};
    strip.setDays(days);
    QCOMPARE(strip.currentDay(), friday);
    QCOMPARE(chosen.size(), 1);

    const auto cards = strip.findChildren<QAbstractButton *>();
    QCOMPARE(cards.size(), 2);
    cards.first()->click();
    QCOMPARE(strip.currentDay(), friday.addDays(-1));

    days.push_back({.day = friday.addDays(1), .badge = QStringLiteral("new")});
    strip.setDays(days);
    QCOMPARE(strip.currentDay(), friday.addDays(-1));

    strip.setDays({{.day = friday.addDays(5)}});
    QCOMPARE(strip.currentDay(), friday.addDays(5));
}

QTEST_MAIN(DayStripTest)
#include "tst_daystrip.moc"
