// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/text.h"

#include <QLocale>
#include <QTest>

using namespace navette::ui;
using namespace Qt::StringLiterals;

class TextTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void sizesHaveOneDecimal_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << qint64(-1) << u"–"_s;
        QTest::newRow("none") << qint64(0) << u"0 B"_s;
        QTest::newRow("bytes") << qint64(999) << u"999 B"_s;
        QTest::newRow("kilobytes") << qint64(1500) << u"1.5 kB"_s;
        QTest::newRow("hundreds of kilobytes") << qint64(310'000) << u"310 kB"_s;
        QTest::newRow("megabytes") << qint64(1'240'000) << u"1.2 MB"_s;
        QTest::newRow("just under a megabyte") << qint64(999'600) << u"1.0 MB"_s;
        QTest::newRow("gigabytes") << qint64(2'500'000'000) << u"2.5 GB"_s;
    }
    void sizesHaveOneDecimal()
    {
        QFETCH(const qint64, bytes);
        QFETCH(const QString, text);
        QCOMPARE(sizeText(bytes), text);
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(numberText(12'345), u"12,345"_s);
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        QVERIFY(numberText(12'345) != u"12,345"_s);
        QVERIFY(sizeText(1'240'000).startsWith(u"1,2"_s));
    }

    void datesAreSaidAsPeopleDo()
    {
        const QDateTime now(QDate(2026, 11, 21), QTime(14, 30));
        QCOMPARE(whenText(QDateTime(QDate(2026, 11, 21), QTime(14, 5)), now), u"today 14:05"_s);
        QCOMPARE(whenText(QDateTime(QDate(2026, 11, 20), QTime(17, 40)), now), u"yesterday 17:40"_s);
        QCOMPARE(whenText(QDateTime(QDate(2026, 11, 18), QTime(16, 2)), now), u"18 Nov 16:02"_s);
        QCOMPARE(whenText(QDateTime(QDate(2025, 12, 31), QTime(23, 59)), now), u"31 Dec 2025 23:59"_s);
        QCOMPARE(whenText(QDateTime(), now), QString());
    }

    void durationsAreShort()
    {
        QCOMPARE(durationText(20), u"20 s"_s);
        QCOMPARE(durationText(-3), u"0 s"_s);
        QCOMPARE(durationText(130), u"2 min"_s);
        QCOMPARE(durationText(3 * 3600), u"3 h"_s);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
