// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/localnames.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestLocalNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void namesThatMeetAreKeptApart();
    void numbersThoseThatMeet();
    void numbersWhatMeetsAFile();
};

void TestLocalNames::names_data()
{
    QTest::addColumn<QByteArray>("remote");
    QTest::addColumn<QString>("readable");
    QTest::addColumn<QString>("local");
    QTest::addRow("plain") << QByteArray("a.zip") << u"a.zip"_s << u"a.zip"_s;
    QTest::addRow("UTF-8") << QByteArray("\xc3\xa9t\xc3\xa9.zip") << u"été.zip"_s << u"été.zip"_s;
    QTest::addRow("Latin-1") << QByteArray("\xe9t\xe9.zip") << u"été.zip"_s << u"été.zip"_s;
    QTest::addRow("upwards") << QByteArray("../a.zip") << u"../a.zip"_s << u".._a.zip"_s;
    QTest::addRow("escape code") << QByteArray("a\x1b[2J.zip") << u"a\\x1b[2J.zip"_s << u"a_x1b[2J.zip"_s;
    QTest::addRow("device") << QByteArray("NUL.zip") << u"NUL.zip"_s << u"_NUL.zip"_s;
}

void TestLocalNames::names()
{
    QFETCH(QByteArray, remote);
    QFETCH(QString, readable);
    QFETCH(QString, local);
    QCOMPARE(readableName(remote), readable);
    QCOMPARE(LocalNames().markedNameFor(remote), local);
}

void TestLocalNames::namesThatMeetAreKeptApart()
{
    LocalNames names;
    QCOMPARE(names.markedNameFor("A.zip"), u"A.zip"_s);
    const QString second = names.markedNameFor("a.zip");
    QVERIFY(second.startsWith(u"a~"_s) && second.endsWith(u".zip"_s));
    QVERIFY(names.markedNameFor("a:.zip") != names.markedNameFor("a?.zip"));
    LocalNames again;
    (void)again.markedNameFor("A.zip");
    QCOMPARE(again.markedNameFor("a.zip"), second); // the same from one listing to the next
}

void TestLocalNames::numbersThoseThatMeet()
{
    LocalNames names;
    QCOMPARE(names.numberedNameFor("A.csv"), u"A.csv"_s);
    QCOMPARE(names.numberedNameFor("a.csv"), u"a (2).csv"_s);
    QCOMPARE(names.numberedNameFor("a.csv"), u"a (3).csv"_s); // of another directory
    QCOMPARE(names.numberedNameFor("A (2).csv"), u"A (2) (2).csv"_s);
    QCOMPARE(names.numberedNameFor("a:.csv"), u"a_.csv"_s);
    QCOMPARE(names.numberedNameFor("a?.csv"), u"a_ (2).csv"_s);
    // One letter, or a letter and its accent.
    QCOMPARE(names.numberedNameFor("\xc3\xa9.csv"), u"\u00e9.csv"_s);
    QCOMPARE(names.numberedNameFor("e\xcc\x81.csv"), u"\u00e9 (2).csv"_s);
    QCOMPARE(names.numberedNameFor("list.csv.gz"), u"list.csv.gz"_s);
    QCOMPARE(names.numberedNameFor("LIST.csv.gz"), u"LIST (2).csv.gz"_s);
    QCOMPARE(names.numberedNameFor("README"), u"README"_s);
    QCOMPARE(names.numberedNameFor("readme"), u"readme (2)"_s);
}

void TestLocalNames::numbersWhatMeetsAFile()
{
    QTemporaryDir folder;
    for (const QString &name : {u"A.csv"_s, u"b.csv"_s, u"c (2).csv"_s}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    LocalNames names(toLocalPath(folder.path()));
    QCOMPARE(names.numberedNameFor("a.csv"), u"a (2).csv"_s);
    // Not another copy: whoever fetches it says that it is there.
    QCOMPARE(names.numberedNameFor("b.csv"), u"b.csv"_s);
    QCOMPARE(names.numberedNameFor("b.csv"), u"b (2).csv"_s);
    QCOMPARE(names.numberedNameFor("c.csv"), u"c.csv"_s);
    QCOMPARE(names.numberedNameFor("C.csv"), u"C (3).csv"_s);
}

QTEST_GUILESS_MAIN(TestLocalNames)
#include "tst_localnames.moc"
