// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"
#include "support/files.h"
#include "support/memoryremote.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QTest>
#include <QtConcurrent>

#include <semaphore>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

Error lineBroke()
{
    return {ErrorKind::Network, u"The line broke."_s, {}};
}

} // namespace

/// Never half there, never somebody else's: uploads of one file that meet one another, and what they leave.
class TestWholeUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesOn();
    void takesAnotherNameWhenTheLeftoverIsOfNoUse();
    void lateRenameFindsNothingPartial();
    void lostAnswerToTheRenameIsNoFailure_data();
    void lostAnswerToTheRenameIsNoFailure();
    void sendsWithoutClaims();
    void comparesContentWhereThatIsWanted_data();
    void comparesContentWhereThatIsWanted();
    void oneClaimAtATime();
    void forgetsOldNames();
    void sameFileTwiceAtOnce();

private:
    Result<TransferSummary> send(RemoteFileSystem &remote, const TransferProgress &progress = {}) const
    {
        return uploadWhole(remote, source(), RemotePath("in/a"),
                           {.progress = progress, .unfinished = Unfinished::KeepIfBroken, .hash = true}, {},
                           {.folder = claims(), .server = "server"});
    }
    void writeSource(const QByteArray &content) const
    {
        QFile file(m_dir->filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] LocalPath source() const { return toLocalPath(m_dir->filePath(u"a"_s)); }
    [[nodiscard]] LocalPath claims() const { return toLocalPath(m_dir->filePath(u"claims"_s)); }
    [[nodiscard]] QStringList claimFiles() const { return QDir(claims()).entryList(QDir::Files); }
    /// Breaks the line in the middle of the next upload, and tells its temporary name.
    RemotePath breakOff(MemoryRemote &remote) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestWholeUpload::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    writeSource("0123456789");
}

RemotePath TestWholeUpload::breakOff(MemoryRemote &remote) const
{
    RemotePath temporary;
    remote.setHalfway([&](const QString &, const RemotePath &path) {
        temporary = path;
        return lineBroke();
    });
    if (send(remote))
        return {};
    remote.setHalfway({});
    return temporary;
}

void TestWholeUpload::goesOn()
{
    MemoryRemote remote(u"in/"_s);
    const RemotePath temporary = breakOff(remote);
    QCOMPARE(remote.content(temporary.bytes()), "01234");
    const auto sent = send(remote);
    QVERIFY(sent);
    QCOMPARE(sent->continuedFrom, 5);
    QCOMPARE(remote.text(), u"in/\nin/a = 0123456789\n"_s);
    QCOMPARE(claimFiles(), QStringList());
}

void TestWholeUpload::takesAnotherNameWhenTheLeftoverIsOfNoUse()
{
    MemoryRemote remote(u"in/"_s);
    const RemotePath temporary = breakOff(remote);
    remote.addFile(temporary.bytes(), "something else");
    const auto sent = send(remote);
    QVERIFY(sent);
    QCOMPARE(sent->continuedFrom, 0);
    QVERIFY(!remote.requests().constLast().contains(temporary.displayText()));
    QCOMPARE(remote.text(), u"in/\nin/a = 0123456789\n"_s);
}

// The rename was asked for, and its answer never came; the server carries it out when the next try is half done.
void TestWholeUpload::lateRenameFindsNothingPartial()
{
    MemoryRemote remote(u"in/"_s);
    RemotePath first;
    remote.setBefore([&](const QString &op, const RemotePath &path) -> std::optional<Error> {
        if (op == u"rename")
            first = path;
        return first.isEmpty() ? std::nullopt : std::optional(lineBroke());
    });
    QCOMPARE(send(remote).error().kind, ErrorKind::Network);
    remote.setBefore({});
    remote.addFile(first.bytes(), "of no use any more");
    bool late = false;
    remote.setHalfway([&](const QString &, const RemotePath &) -> std::optional<Error> {
        late = remote.move(first.bytes(), "in/a");
        return {};
    });
    QVERIFY(send(remote));
    QVERIFY(!late);
    QCOMPARE(remote.text(), u"in/\nin/a = 0123456789\n"_s);
}

void TestWholeUpload::lostAnswerToTheRenameIsNoFailure_data()
{
    QTest::addColumn<bool>("same");
    QTest::newRow("what is there is the file") << true;
    QTest::newRow("somebody else put another there") << false;
}

void TestWholeUpload::lostAnswerToTheRenameIsNoFailure()
{
    QFETCH(const bool, same);
    MemoryRemote remote(u"in/"_s);
    bool broken = false;
    remote.setBefore(
        [&](const QString &, const RemotePath &) { return broken ? std::optional(lineBroke()) : std::nullopt; });
    remote.setAfter([&](const QString &op, const RemotePath &) {
        broken = broken || op == u"rename";
        return broken ? std::optional(lineBroke()) : std::nullopt;
    });
    QCOMPARE(send(remote).error().kind, ErrorKind::Network);
    QCOMPARE(remote.content("in/a"), "0123456789");
    broken = false;
    remote.setAfter({});
    if (!same)
        remote.addFile("in/a", "abcdefghij");
    const auto again = send(remote);
    QCOMPARE(again.has_value(), same);
    if (!same)
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(remote.text(), same ? u"in/\nin/a = 0123456789\n"_s : u"in/\nin/a = abcdefghij\n"_s);
    QCOMPARE(claimFiles(), QStringList());
}

void TestWholeUpload::sendsWithoutClaims()
{
    QFile inTheWay(m_dir->filePath(u"claims"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    MemoryRemote remote(u"in/"_s);
    QVERIFY(!breakOff(remote).isEmpty());
    QCOMPARE(remote.text(), u"in/\n"_s); // nobody would go on from it
    QVERIFY(send(remote));
    QCOMPARE(remote.text(), u"in/\nin/a = 0123456789\n"_s);
}

void TestWholeUpload::comparesContentWhereThatIsWanted_data()
{
    QTest::addColumn<bool>("verify");
    QTest::newRow("wanted") << true;
    QTest::newRow("not wanted") << false;
}

// The server keeps other bytes than it was given, as many of them.
void TestWholeUpload::comparesContentWhereThatIsWanted()
{
    QFETCH(const bool, verify);
    MemoryRemote remote(u"in/"_s);
    remote.setAfter([&](const QString &op, const RemotePath &path) -> std::optional<Error> {
        if (op == u"upload")
            remote.addFile(path.bytes(), "0123x56789");
        return {};
    });
    const auto sent = uploadWhole(remote, source(), RemotePath("in/a"), {.verify = verify});
    QCOMPARE(sent.has_value(), !verify);
    QCOMPARE(remote.text(), verify ? u"in/\n"_s : u"in/\nin/a = 0123x56789\n"_s);
    remote.setAfter({});
    remote.take("in/a");
    QVERIFY(uploadWhole(remote, source(), RemotePath("in/a"), {.verify = true}));
    QCOMPARE(remote.content("in/a"), "0123456789");
}

void TestWholeUpload::oneClaimAtATime()
{
    auto claim = UploadClaim::take(claims(), "an upload");
    QVERIFY(claim);
    QVERIFY(claim->leftover().isEmpty());
    QVERIFY(!UploadClaim::take(claims(), "an upload"));
    QVERIFY(UploadClaim::take(claims(), "another upload"));
    const QByteArray name = makeTemporaryName();
    QVERIFY(claim->remember(name));
    claim.reset();
    claim = UploadClaim::take(claims(), "an upload");
    QVERIFY(claim);
    QCOMPARE(claim->leftover(), name);
    claim->forget();
    claim.reset();
    QVERIFY(UploadClaim::take(claims(), "an upload")->leftover().isEmpty());
    QVERIFY(!UploadClaim::take({}, "an upload"));
}

void TestWholeUpload::forgetsOldNames()
{
    QVERIFY(UploadClaim::take(claims(), "long ago")->remember(makeTemporaryName()));
    QFile lock(QDir(claims()).filePath(u"0123.lock"_s)); // of a program that was killed
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.write("999999999\nnavette\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n') > 0);
    lock.close();
    for (const QString &name : claimFiles()) {
        QFile file(QDir(claims()).filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-31), QFileDevice::FileModificationTime));
    }
    UploadClaim::forgetOld(claims());
    QCOMPARE(claimFiles(), QStringList());
}

// The second begins while little of the first is there, and is half done when the first is whole.
void TestWholeUpload::sameFileTwiceAtOnce()
{
    if (!SshdServer::isInstalled())
        QSKIP("no sshd here");
    SshdServer sshd;
    QVERIFY2(sshd.start(), qPrintable(sshd.errorText()));
    const QDir there(sshd.filesDirectory());
    QVERIFY(there.mkpath(u"in"_s));
    const QByteArray content = randomBytes(12'000'000);
    writeSource(content);
    const auto first = await(connectSftp(sshd.request()));
    const auto second = await(connectSftp(sshd.request()));
    QVERIFY(first && second);

    using Semaphore = std::binary_semaphore;
    Semaphore firstBegan(0), secondIsHalfDone(0), firstEnded(0);
    bool told = false, halfTold = false;
    auto sentFirst = QtConcurrent::run([&] {
        return send(**first, [&](qint64, qint64) {
            if (std::exchange(told, true))
                return;
            firstBegan.release();
            secondIsHalfDone.acquire();
        });
    });
    firstBegan.acquire();
    auto sentSecond = QtConcurrent::run([&] {
        return send(**second, [&](qint64 done, qint64 total) {
            if (done < total / 4 || std::exchange(halfTold, true))
                return;
            secondIsHalfDone.release();
            firstEnded.acquire();
        });
    });
    const Result<TransferSummary> whole = sentFirst.result();
    QFile placed(there.filePath(u"in/a"_s));
    const bool opened = placed.open(QIODevice::ReadOnly);
    const bool same = opened && placed.readAll() == content;
    firstEnded.release();
    const Result<TransferSummary> late = sentSecond.result();
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().message));
    QVERIFY(same);
    QCOMPARE(late.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(there.entryList({u"*"_s}, QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(QDir(there.filePath(u"in"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestWholeUpload)
#include "tst_wholeupload.moc"
