// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/remotepath.h"

#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestRemotePath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsAndSplits();
    void refusesUnsafeNames_data();
    void refusesUnsafeNames();
    void keepsForeignBytes();
};

void TestRemotePath::joinsAndSplits()
{
    QCOMPARE(RemotePath().child(u"import"_s).child(u"in"_s).bytes(), "import/in");
    QCOMPARE(RemotePath("/").child(u"a"_s).bytes(), "/a");
    QCOMPARE(RemotePath("import/in").parent().bytes(), "import");
    QCOMPARE(RemotePath("import").parent().bytes(), "");
    QCOMPARE(RemotePath("/import").parent().bytes(), "/");
    QCOMPARE(RemotePath("/").parent().bytes(), "/");
    QCOMPARE(RemotePath("").parent().bytes(), "");
    QCOMPARE(RemotePath("import/in/").name(), "in");
    QCOMPARE(RemotePath("in").name(), "in");
    QCOMPARE(RemotePath::fromText(u"reçu"_s).bytes(), "re\xc3\xa7u");
}

void TestRemotePath::refusesUnsafeNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("safe");
    QTest::newRow("plain") << QByteArray("mylist.csv") << true;
    QTest::newRow("hidden") << QByteArray(".mylist.part") << true;
    QTest::newRow("dots in it") << QByteArray("a..b") << true;
    QTest::newRow("latin-1") << QByteArray("re\xe7u.csv") << true;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("dot") << QByteArray(".") << false;
    QTest::newRow("dot dot") << QByteArray("..") << false;
    QTest::newRow("traversal") << QByteArray("../../etc/passwd") << false;
    QTest::newRow("absolute") << QByteArray("/etc/passwd") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("backslash") << QByteArray("..\\a") << false;
    QTest::newRow("nul") << QByteArray("a\0.csv", 6) << false;
}

void TestRemotePath::refusesUnsafeNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, safe);
    QCOMPARE(isSafeName(name), safe);
    QCOMPARE(RemotePath("in").child(name).isSafe(), safe);
    QCOMPARE(RemotePath("in").child(name).child(u"b"_s).isSafe(), safe);
    QCOMPARE(RemotePath().child(name).isSafe(), safe);
}

void TestRemotePath::keepsForeignBytes()
{
    const RemotePath path = RemotePath("in").child(QByteArray("a\x1b\xff"));
    QCOMPARE(path.bytes(), "in/a\x1b\xff");
    QCOMPARE(path.displayText(), u"in/a\\x1b\\xff"_s);
    QVERIFY(!RemotePath("a/../b").isSafe());
    QVERIFY(RemotePath("a/b/c").isSafe());
}

QTEST_GUILESS_MAIN(TestRemotePath)
#include "tst_remotepath.moc"
