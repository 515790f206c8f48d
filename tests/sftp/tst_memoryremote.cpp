// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryremote.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestMemoryRemote final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsTree();
    void movesFiles();
    void failsTheNthRequest();
    void losesAReply();
    void stopsHalfway();
    void delaysTogetherAndCancels();
};

void TestMemoryRemote::printsItsTree()
{
    MemoryRemote remote(u"import/in/\nimport/ok/a.csv = x;y\\n\nlink -> import"_s);
    QCOMPARE(remote.text(), u"import/\nimport/in/\nimport/ok/\nimport/ok/a.csv = x;y\\n\nlink -> import\n"_s);
    const auto listing = await(remote.list(RemotePath("import")));
    QVERIFY(listing && listing->complete);
    QCOMPARE(listing->entries.size(), 2u);
    QCOMPARE(listing->entries[0].name, "in");
    QCOMPARE(await(remote.list(RemotePath("nowhere"))).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(remote.stat(RemotePath("import/ok/a.csv")))->size, 4);
    QCOMPARE(await(remote.stat(RemotePath("link")))->kind, RemoteKind::Link);
}

void TestMemoryRemote::movesFiles()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    MemoryRemote remote(u"in/"_s);
    const auto sent = await(remote.upload(toLocalPath(file.fileName()), RemotePath("in/.a.part")));
    QVERIFY(sent);
    QCOMPARE(sent->bytes, 5);
    QVERIFY(await(remote.rename(RemotePath("in/.a.part"), RemotePath("in/a"))));
    QVERIFY(await(remote.createEmpty(RemotePath("in/a.txt"))));
    QCOMPARE(await(remote.createEmpty(RemotePath("in/a.txt"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(await(remote.rename(RemotePath("in/a.txt"), RemotePath("in/a"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(remote.text(), u"in/\nin/a = hello\nin/a.txt =\n"_s);
    QVERIFY(await(remote.rename(RemotePath("in"), RemotePath("out"))));
    QVERIFY(await(remote.download(RemotePath("out/a"), toLocalPath(dir.filePath(u"b"_s)))));
    QVERIFY(await(remote.removeFile(RemotePath("out/a.txt"))));
    QCOMPARE(remote.text(), u"out/\nout/a = hello\n"_s);
}

void TestMemoryRemote::failsTheNthRequest()
{
    MemoryRemote remote(u"a/"_s);
    remote.failNth(2, {ErrorKind::Network, u"lost"_s, {}});
    QVERIFY(await(remote.createEmpty(RemotePath("a/1"))));
    QCOMPARE(await(remote.createEmpty(RemotePath("a/2"))).error().kind, ErrorKind::Network);
    QVERIFY(await(remote.createEmpty(RemotePath("a/3"))));
    QCOMPARE(remote.text(), u"a/\na/1 =\na/3 =\n"_s);
}

void TestMemoryRemote::losesAReply()
{
    MemoryRemote remote(u"a = x"_s);
    remote.failNth(1, {ErrorKind::Network, u"lost"_s, {}}, true);
    QCOMPARE(await(remote.rename(RemotePath("a"), RemotePath("b"))).error().kind, ErrorKind::Network);
    QCOMPARE(remote.text(), u"b = x\n"_s);
}

void TestMemoryRemote::stopsHalfway()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("1234") == 4);
    file.close();
    MemoryRemote remote(u"in/\nin/x =\nin/y ="_s);
    remote.setHalfway([](const QString &, const RemotePath &) { return Error{ErrorKind::Network, {}, {}}; });
    QVERIFY(!await(remote.upload(toLocalPath(file.fileName()), RemotePath("in/a"))));
    QCOMPARE(remote.content("in/a"), "12");
    const auto listing = await(remote.list(RemotePath("in")));
    QVERIFY(listing && !listing->complete);
    QCOMPARE(listing->entries.size(), 1u);
}

void TestMemoryRemote::delaysTogetherAndCancels()
{
    MemoryRemote remote(u"in/"_s);
    remote.setDelay(std::chrono::milliseconds(100));
    QElapsedTimer timer;
    timer.start();
    QList<QFuture<Result<RemoteListing>>> listings;
    for (int i = 0; i < 40; ++i)
        listings += remote.list(RemotePath("in"));
    for (const auto &listing : listings)
        QVERIFY(await(listing));
    QCOMPARE_LT(timer.elapsed(), 2000); // one after the other would take four seconds
    remote.setDelay(std::chrono::hours(1));
    auto slow = remote.list(RemotePath("in"));
    slow.cancel();
    slow.waitForFinished();
    QVERIFY(slow.isCanceled());
}

QTEST_GUILESS_MAIN(TestMemoryRemote)
#include "tst_memoryremote.moc"
