// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/partwriter.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{
std::atomic<bool> diskStalls = false;
QSemaphore diskGoesOn;
} // namespace

// In place of the C library's, for the whole program: no disk here stands still when a test wants it.
extern "C" ssize_t write(int file, const void *bytes, size_t count)
{
    constexpr size_t noMessage = 64 * 1024; // what a test prints goes out all the same
    if (diskStalls && count >= noMessage)
        diskGoesOn.acquire();
    return ssize_t(syscall(SYS_write, file, bytes, count));
}
#endif

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;

/// Blocks that another thread writes, while more comes in.
class TestPartWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void writesAndHashes_data();
    void writesAndHashes();
    void takesMoreWhileTheDiskStandsStill();
    void flushesWhatWaits();
    void leavesNoGapBehindAFailure();

private:
    [[nodiscard]] QString fileAt() const { return m_dir->filePath(u"a.csv"_s); }
    [[nodiscard]] LocalPath target() const { return toLocalPath(fileAt()); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace
{

constexpr qsizetype packetBytes = 32 * 1024;

/// How somebody with an event loop learns that a block was written.
struct Bell {
    QSemaphore rung;
    std::function<void()> ring = [this] { rung.release(); };
};

Result<void> finish(PartWriter &writer, Bell &bell)
{
    writer.finish(PartWriter::Ending::WriteThrough);
    while (true) {
        if (const auto finished = writer.takeFinished(bell.ring))
            return *finished;
        if (!bell.rung.tryAcquire(1, 10'000))
            return fail(ErrorKind::Timeout, u"The disk is not heard of."_s);
    }
}

} // namespace

void TestPartWriter::writesAndHashes_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("nothing") << qsizetype(0);
    QTest::newRow("one packet") << packetBytes;
    QTest::newRow("one block") << qsizetype(1024 * 1024);
    QTest::newRow("several, and a rest") << qsizetype(5 * 1024 * 1024 + 17);
}

void TestPartWriter::writesAndHashes()
{
    QFETCH(const qsizetype, size);
    const QByteArray bytes = randomBytes(size);
    PartFile part(target());
    QVERIFY(part.openFresh());
    Sha256 hash;
    Bell bell;
    PartWriter writer(part, &hash);
    for (qsizetype at = 0; at < size; at += packetBytes)
        QVERIFY(writer.add(QByteArrayView(bytes).sliced(at, std::min(packetBytes, size - at)), bell.ring));
    QVERIFY(finish(writer, bell));
    QVERIFY(part.settle());
    QVERIFY(readFile(fileAt()) == bytes);
    QCOMPARE(hash.result(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

void TestPartWriter::takesMoreWhileTheDiskStandsStill()
{
#ifdef Q_OS_LINUX
    const QByteArray bytes = randomBytes(4 * 1024 * 1024);
    PartFile part(target());
    QVERIFY(part.openFresh());
    Bell bell;
    PartWriter writer(part, nullptr);
    diskStalls = true;
    qsizetype taken = 0;
    while (!writer.isBehind() && taken < bytes.size()) {
        QVERIFY(writer.add(QByteArrayView(bytes).sliced(taken, packetBytes), bell.ring));
        taken += packetBytes;
    }
    QCOMPARE(taken, 3 * 1024 * 1024); // a block is being written, and two wait
    writer.finish(PartWriter::Ending::WriteThrough);
    QVERIFY(!writer.takeFinished(bell.ring)); // nor does the end wait for the disk
    diskStalls = false;
    diskGoesOn.release();
    QVERIFY(finish(writer, bell));
    QVERIFY(part.settle());
    QVERIFY(readFile(fileAt()) == bytes.first(taken));
#else
    QSKIP("The disk can be made to stand still on Linux only.");
#endif
}

void TestPartWriter::flushesWhatWaits()
{
    const QByteArray bytes = randomBytes(1024 * 1024 + packetBytes);
    PartFile part(target());
    QVERIFY(part.openVersion("1"));
    Bell bell;
    PartWriter writer(part, nullptr);
    QVERIFY(writer.add(bytes, bell.ring));
    QVERIFY(writer.add("the rest", bell.ring));
    writer.flush();
    QCOMPARE(part.size(), bytes.size() + 8);
    QVERIFY(part.keep());
}

void TestPartWriter::leavesNoGapBehindAFailure()
{
#ifdef Q_OS_LINUX
    const rlimit small{512 * 1024, RLIM_INFINITY};
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    PartFile part(target());
    QVERIFY(part.openVersion("1"));
    Bell bell;
    PartWriter writer(part, nullptr);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Result<void> begun = writer.add(QByteArray(1024 * 1024, 'x'), bell.ring);
    const bool rang = bell.rung.tryAcquire(1, 10'000);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(begun && rang);
    QCOMPARE(writer.add("behind", bell.ring).error().kind, ErrorKind::NoSpace);
    writer.flush();
    QCOMPARE(part.size(), qint64(small.rlim_cur));
    QCOMPARE(finish(writer, bell).error().kind, ErrorKind::NoSpace);
    QCOMPARE(part.size(), qint64(small.rlim_cur));
#else
    QSKIP("The disk can be made to fail on Linux only.");
#endif
}

QTEST_GUILESS_MAIN(TestPartWriter)
#include "tst_partwriter.moc"
