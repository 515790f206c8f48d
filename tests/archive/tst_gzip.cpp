// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/rawzip.h"
#include "base/privatefolder.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace navette;
using namespace navette::archive;

namespace
{

QByteArray member(const QByteArray &content, const QByteArray &name = {})
{
    const char flags = name.isEmpty() ? '\0' : '\x08';
    return QByteArray("\x1F\x8B\x08") + flags + QByteArray(4, '\0') + '\0' + '\x03' +
           (name.isEmpty() ? QByteArray() : name + '\0') + rawzip::deflated(content) +
           rawzip::le<quint32>(rawzip::crcOf(content)) + rawzip::le<quint32>(static_cast<quint32>(content.size()));
}

// Larger than every buffer on the way, and not all the same.
QByteArray manyRows()
{
    QRandomGenerator random(42);
    QByteArray rows;
    while (rows.size() < 400'000)
        rows += QByteArray::number(random.generate()) + ";person@example.org\n";
    return rows;
}

} // namespace

class GzipTest : public QObject
{
    Q_OBJECT

private:
    PrivateFolder m_folder = *PrivateFolder::make();

    LocalPath put(const QByteArray &bytes)
    {
        const LocalPath path = m_folder.path() / "x.csv.gz";
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its file.");
        return path;
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const QByteArray rows = manyRows();
        const LocalPath path = m_folder.path() / "round.gz";
        QVERIFY(writeGzip(path, rows));
        QCOMPARE(kindOf(path).value(), Kind::Gzip);
        const auto read = readGzip(path);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(*read, rows);
        QCOMPARE(writeGzip(path, rows).error().kind, ErrorKind::AlreadyExists);
        const LocalPath empty = m_folder.path() / "empty.gz";
        QVERIFY(writeGzip(empty, {}));
        const auto nothing = readGzip(empty);
        QVERIFY2(nothing, qPrintable(nothing ? QString() : nothing.error().detail));
        QCOMPARE(*nothing, QByteArray());
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("content");
        const QByteArray rows = manyRows();
        QTest::newRow("one member") << member(rows) << rows;
        QTest::newRow("with a name") << member(rows, "x.csv") << rows;
        QTest::newRow("two members") << member(rows) + member("second") << rows + "second";
        QTest::newRow("nothing inside") << member({}) << QByteArray();
        QTest::newRow("an empty member between") << member("a") + member({}) + member("b") << QByteArray("ab");
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, content);
        const auto read = readGzip(put(bytes));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(*read, content);
    }

    // The cases in which QuaZip and KArchive hand out a shorter file without an error.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray rows = manyRows();
        const QByteArray good = member(rows);
        QByteArray wrongCrc = good;
        wrongCrc[good.size() - 5] = static_cast<char>(wrongCrc[good.size() - 5] ^ 1);
        QByteArray wrongLength = good;
        wrongLength[good.size() - 1] = static_cast<char>(wrongLength[good.size() - 1] ^ 1);
        QTest::newRow("half") << good.first(good.size() / 2);
        QTest::newRow("without its last 4 bytes") << good.chopped(4);
        QTest::newRow("without its last 8 bytes") << good.chopped(8);
        QTest::newRow("only a header") << good.first(10);
        QTest::newRow("only the magic") << good.first(2);
        QTest::newRow("wrong checksum") << wrongCrc;
        QTest::newRow("wrong length") << wrongLength;
        QTest::newRow("junk after") << good + "junk";
        QTest::newRow("zeros after") << good + QByteArray(512, '\0');
        QTest::newRow("second member cut") << good + member("second").chopped(3);
        QTest::newRow("second member's magic only") << good + "\x1F";
        QTest::newRow("text") << QByteArray("Email;Nom\n");
        QTest::newRow("empty file") << QByteArray();
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readGzip(put(bytes));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadFormat);
        QVERIFY(!read.error().message.isEmpty());
    }

    void refusesEveryCut()
    {
        const QByteArray whole = member("Email;Nom\nana@example.org;Ana\n", "x.csv");
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!readGzip(put(whole.first(length))), qPrintable(QString::number(length)));
    }

    // A member whose end falls on the edge of the reader's buffer.
    void readsMembersAtAnyBoundary()
    {
        for (const int shift : {-9, -8, -1, 0, 1}) {
            QByteArray stored;
            QRandomGenerator random(7);
            while (stored.size() < 65536 + shift - 80 || member(stored).size() < 65536 + shift)
                stored += static_cast<char>(random.generate());
            QCOMPARE(readGzip(put(member(stored) + member("tail"))).value(), stored + "tail");
            QVERIFY(!readGzip(put(member(stored) + "tail")));
        }
    }

    void keepsToLimits()
    {
        const LocalPath path = put(member(QByteArray(5'000'000, '0')));
        QCOMPARE(readGzip(path, {.entryBytes = 4'999'999}).error().kind, ErrorKind::Limit);
        QVERIFY(readGzip(path, {.entryBytes = 5'000'000}));
    }

    void stopsWhenCancelled()
    {
        CancelSource source;
        const LocalPath path = put(member(manyRows()));
        int reports = 0;
        const JobControl job{.progress =
                                 [&](qint64 done, qint64 total) {
                                     QVERIFY(done <= total);
                                     if (++reports == 2)
                                         source.cancel();
                                 },
                             .cancel = source.token()};
        QCOMPARE(readGzip(path, {}, job).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(GzipTest)
#include "tst_gzip.moc"
