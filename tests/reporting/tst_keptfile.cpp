// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/keptfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestKeptFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherSizeIsAnotherVersion();
    void onlyTheLastVersionIsShown();
    void foldersArePrivate();
    void folderThatCannotBeMade();

private:
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            qFatal("cannot write %s", qUtf8Printable(path));
        file.write(bytes);
    }
    static QStringList shown(const QTemporaryDir &folder)
    {
        QStringList names;
        for (const LocalPath &path : keptFiles(toLocalPath(folder.path())))
            names += fileName(path);
        return names;
    }
};

void TestKeptFile::anotherSizeIsAnotherVersion()
{
    QTemporaryDir folder;
    const LocalPath path = toLocalPath(folder.path());
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 3).kept, std::nullopt);
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 3).fresh, path / "a.csv.gz");
    put(folder.filePath(u"a.csv.gz"_s), "abc");
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 3).kept, path / "a.csv.gz");
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, -1).kept, path / "a.csv.gz");
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 4).kept, std::nullopt);
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 4).fresh, path / "a (2).csv.gz");
    put(folder.filePath(u"a (2).csv.gz"_s), "abcd");
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 4).kept, path / "a (2).csv.gz");
    QCOMPARE(keptPlace(path, u"a.csv.gz"_s, 3).kept, path / "a.csv.gz");
}

void TestKeptFile::onlyTheLastVersionIsShown()
{
    QTemporaryDir folder;
    for (const QString &name : {u"a.zip"_s, u"a (2).zip"_s, u"a (3).zip"_s, u"b.zip"_s, u"c (7).zip"_s})
        put(folder.filePath(name), "x");
    QCOMPARE(shown(folder), (QStringList{u"a (3).zip"_s, u"b.zip"_s, u"c (7).zip"_s}));
}

void TestKeptFile::foldersArePrivate()
{
    QTemporaryDir folder;
    const LocalPath path = toLocalPath(folder.filePath(u"reports/2026-11-20"_s));
    QVERIFY(makePrivateFolder(path));
    QVERIFY(makePrivateFolder(path)); // it may be there
#ifdef Q_OS_UNIX
    QCOMPARE(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
#endif
    QVERIFY(std::filesystem::create_directory(path.parent_path() / "2026-02-30"));
    QCOMPARE(keptDays(path.parent_path()), (std::vector<QDate>{QDate(2026, 11, 20)}));
}

void TestKeptFile::folderThatCannotBeMade()
{
    QTemporaryDir folder;
    put(folder.filePath(u"file"_s), "x");
    const auto made = makePrivateFolder(toLocalPath(folder.filePath(u"file/sub"_s)));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::NotWritable);
}

QTEST_GUILESS_MAIN(TestKeptFile)
#include "tst_keptfile.moc"
