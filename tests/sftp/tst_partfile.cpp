// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/localfile.h"
#include "sftp/operations/partfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{
int failNextSyncWith = 0;
}

// In place of the C library's, for the whole program: no file system here fails when a test wants it.
extern "C" int fsync(int file)
{
    if (failNextSyncWith != 0) {
        errno = std::exchange(failNextSyncWith, 0);
        return -1;
    }
    return int(syscall(SYS_fsync, file));
}
#endif

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;

/// What becomes of a download when this computer's disk does not play along.
class TestPartFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void settles();
    void neverOverwrites();
    void tellsWhyItIsNotOnTheDisk_data();
    void tellsWhyItIsNotOnTheDisk();
    void tellsThatTheDiskIsFull();
    void tellsThatTheFolderIsNotThere();

private:
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] LocalPath target() const { return toLocalPath(m_dir->filePath(u"a.csv"_s)); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestPartFile::settles()
{
    PartFile part(target());
    QVERIFY(part.openVersion("1") && part.write("hello"));
    QVERIFY(part.sync() && part.settle());
    QCOMPARE(names(), QStringList{u"a.csv"_s});
}

void TestPartFile::neverOverwrites()
{
    PartFile part(target());
    QVERIFY(part.openFresh() && part.write("hello"));
    QFile other(m_dir->filePath(u"a.csv"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("theirs") == 6);
    other.close();
    QVERIFY(part.sync());
    QCOMPARE(part.settle().error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(names(), QStringList{u"a.csv"_s});
    QCOMPARE(other.size(), 6);
}

void TestPartFile::tellsThatTheFolderIsNotThere()
{
    const auto isTold = [](const Result<void> &outcome) {
        return !outcome && outcome.error().kind == ErrorKind::NotWritable &&
               outcome.error().message.contains(u"“there” is not there"_s);
    };
    const LocalPath inside = toLocalPath(m_dir->filePath(u"there/a.csv"_s));
    {
        PartFile part(inside);
        QVERIFY(isTold(part.openFresh()));
        QVERIFY(isTold(part.openVersion("1")));
    }
#ifdef Q_OS_UNIX
    // It may go while the file arrives.
    QVERIFY(QDir(m_dir->path()).mkdir(u"there"_s));
    PartFile part(inside);
    QVERIFY(part.openVersion("1") && part.write("hello"));
    QVERIFY(QDir(m_dir->filePath(u"there"_s)).removeRecursively());
    QVERIFY(isTold(part.settle()));
#endif
    QCOMPARE(names(), QStringList());
}

void TestPartFile::tellsWhyItIsNotOnTheDisk_data()
{
#ifdef Q_OS_LINUX
    QTest::addColumn<int>("systemError");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("full") << ENOSPC << ErrorKind::NoSpace << u"disk may be full"_s;
    QTest::newRow("quota") << EDQUOT << ErrorKind::NoSpace << u"disk may be full"_s;
    QTest::newRow("held") << EBUSY << ErrorKind::NotWritable << u"another program"_s;
    QTest::newRow("broken") << EIO << ErrorKind::NotWritable << u"Another folder"_s;
#else
    QSKIP("The disk can be made to fail on Linux only.");
#endif
}

void TestPartFile::tellsWhyItIsNotOnTheDisk()
{
#ifdef Q_OS_LINUX
    QFETCH(const int, systemError);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, words);
    PartFile part(target());
    QVERIFY(part.openVersion("1") && part.write("hello"));
    failNextSyncWith = systemError;
    const Result<void> synced = part.sync();
    QCOMPARE(synced.error().kind, kind);
    QVERIFY2(synced.error().message.contains(words), qPrintable(synced.error().message));
    QVERIFY(!synced.error().detail.isEmpty());
    part.drop();
    QCOMPARE(names(), QStringList());
#endif
}

void TestPartFile::tellsThatTheDiskIsFull()
{
#ifdef Q_OS_LINUX
    const rlimit small{1000, RLIM_INFINITY};
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    PartFile part(target());
    QVERIFY(part.openFresh());
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<void> written = part.write(QByteArray(2000, 'x'));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(written.error().kind, ErrorKind::NoSpace);
#else
    QSKIP("The disk can be made to fail on Linux only.");
#endif
}

QTEST_GUILESS_MAIN(TestPartFile)
#include "tst_partfile.moc"
