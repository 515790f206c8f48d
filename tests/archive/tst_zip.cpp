// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/rawzip.h"
#include "base/privatefolder.h"
#include "base/safename.h"

#include <QFile>
#include <QTest>

using namespace navette;
using namespace navette::archive;
using rawzip::Entry;

Q_DECLARE_METATYPE(rawzip::Archive)

namespace
{

const QByteArray csv("Email;Nom\nana@example.org;Ana\n");

QByteArray manyRows()
{
    QByteArray rows("Reference;Email\n");
    for (int i = 0; i < 20'000; ++i)
        rows += QByteArray::number(i) + ";person" + QByteArray::number(i * 7919 % 20'011) + "@example.org\n";
    return rows;
}

} // namespace

class ZipTest : public QObject
{
    Q_OBJECT

private:
    PrivateFolder m_folder = *PrivateFolder::make();

    LocalPath put(const QByteArray &bytes)
    {
        const LocalPath path = m_folder.path() / (std::string(QTest::currentTestFunction()) + ".zip");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its file.");
        return path;
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const QByteArray rows = manyRows();
        const LocalPath path = m_folder.path() / "round.zip";
        QVERIFY(writeZip(path, {{QStringLiteral("été.csv"), rows}, {QStringLiteral("vide.csv"), {}}}));
        const auto entries = listZip(path);
        QVERIFY2(entries, qPrintable(entries ? QString() : entries.error().detail));
        QCOMPARE(entries->size(), std::size_t(2));
        QCOMPARE(entries->at(0).name, QStringLiteral("été.csv"));
        QCOMPARE(entries->at(0).size, rows.size());
        QCOMPARE(readZipEntry(path, 0).value(), rows);
        QCOMPARE(readZipEntry(path, 1).value(), QByteArray());
        QCOMPARE(readZipEntry(path, 2).error().kind, ErrorKind::NotFound);
        QCOMPARE(readZipEntry(path, -1).error().kind, ErrorKind::NotFound);
    }

    void doesNotOverwrite()
    {
        const LocalPath path = put("mine");
        QCOMPARE(writeZip(path, {{QStringLiteral("a.csv"), csv}}).error().kind, ErrorKind::AlreadyExists);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void leavesNothingWhenCancelled()
    {
        CancelSource source;
        source.cancel();
        const LocalPath path = m_folder.path() / "cancelled.zip";
        QCOMPARE(
            writeZip(path, {{QStringLiteral("a.csv"), csv}}, {.progress = {}, .cancel = source.token()}).error().kind,
            ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(displayText(path)));
        const LocalPath whole = put(rawzip::made({.entries = {{"a.csv", csv}}}));
        QCOMPARE(readZipEntry(whole, 0, {}, {.progress = {}, .cancel = source.token()}).error().kind,
                 ErrorKind::Cancelled);
    }

    void saysWhereItCannotWrite()
    {
        QCOMPARE(writeZip(m_folder.path() / "none" / "a.zip", {{QStringLiteral("a.csv"), csv}}).error().kind,
                 ErrorKind::NotWritable);
    }

    void writesForThisUserOnly()
    {
        const LocalPath path = m_folder.path() / "mode.zip";
        QVERIFY(writeZip(path, {{QStringLiteral("a.csv"), csv}}));
        const auto others =
            QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        QVERIFY((QFile(path).permissions() & others) == 0);
    }

    void reads_data()
    {
        QTest::addColumn<rawzip::Archive>("archive");
        QTest::newRow("deflated") << rawzip::Archive{.entries = {{"a.csv", csv}}};
        QTest::newRow("stored") << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .method = 0}}};
        QTest::newRow("data descriptor") << rawzip::Archive{
            .entries = {{.name = "a.csv", .content = csv, .descriptor = true}, {"b.csv", csv}}};
        QTest::newRow("zip64") << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .zip64 = true}}};
        QTest::newRow("comment") << rawzip::Archive{.entries = {{"a.csv", csv}}, .comment = "made by hand"};
        QTest::newRow("zip in zip") << rawzip::Archive{
            .entries = {{"a.csv", csv},
                        {.name = "inner.zip", .content = rawzip::made({.entries = {{"x.csv", csv}}}), .method = 0}}};
    }
    void reads()
    {
        QFETCH(rawzip::Archive, archive);
        const LocalPath path = put(rawzip::made(archive));
        const auto bytes = readZipEntry(path, 0);
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().detail));
        QCOMPARE(*bytes, csv);
    }

    // Everything in which two readers could see different files, or which would give less or more than was packed.
    void refuses_data()
    {
        QTest::addColumn<rawzip::Archive>("archive");
        QTest::addColumn<ErrorKind>("kind");
        const auto bad = ErrorKind::BadFormat;
        QTest::newRow("bytes in front") << rawzip::Archive{.entries = {{"a.csv", csv}}, .prefix = "junk"} << bad;
        QTest::newRow("bytes after") << rawzip::Archive{.entries = {{"a.csv", csv}}, .suffix = "junk"} << bad;
        QTest::newRow("count too small") << rawzip::Archive{.entries = {{"a.csv", csv}, {"b.csv", csv}}, .count = 1}
                                         << bad;
        QTest::newRow("count too large") << rawzip::Archive{.entries = {{"a.csv", csv}}, .count = 2} << bad;
        QTest::newRow("directory elsewhere")
            << rawzip::Archive{.entries = {{"a.csv", csv}}, .directoryOffset = 3} << bad;
        QTest::newRow("overlap") << rawzip::Archive{.entries = {{"a.csv", csv},
                                                                {.name = "a.csv", .content = csv, .offset = 0}}}
                                 << bad;
        QTest::newRow("local name differs")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .localName = "b.csv"}}} << bad;
        QTest::newRow("local method differs")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .localMethod = 0}}} << bad;
        QTest::newRow("local size differs")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .localSize = 3}}} << bad;
        QTest::newRow("offset outside")
            << rawzip::Archive{.entries = {{"b.csv", csv}, {.name = "a.csv", .content = csv, .offset = 0x7FFFFFFF}}}
            << bad;
        QTest::newRow("wrong checksum") << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .crc = 1}}}
                                        << bad;
        QTest::newRow("stated too long")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .size = 3'000'000}}} << bad;
        QTest::newRow("stated too short")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .size = 10}}} << bad;
        QTest::newRow("stored, stated too short")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .method = 0, .size = 10}}} << bad;
        QTest::newRow("broken deflate")
            << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .packed = QByteArray(40, '\xFF')}}} << bad;
        QTest::newRow("cut deflate") << rawzip::Archive{.entries = {{.name = "a.csv",
                                                                     .content = csv,
                                                                     .packed = rawzip::deflated(csv).chopped(4)}}}
                                     << bad;
        QTest::newRow("encrypted") << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .flags = 1}}}
                                   << ErrorKind::Unsupported;
        QTest::newRow("LZMA") << rawzip::Archive{.entries = {{.name = "a.csv", .content = csv, .method = 14}}}
                              << ErrorKind::Unsupported;
        QTest::newRow("link") << rawzip::Archive{.entries = {{.name = "a.csv",
                                                              .content = "/etc/passwd",
                                                              .versionMadeBy = 0x0314,
                                                              .externalAttributes = 0120777U << 16}}}
                              << ErrorKind::Unsafe;
    }
    void refuses()
    {
        QFETCH(rawzip::Archive, archive);
        QFETCH(ErrorKind, kind);
        const LocalPath path = put(rawzip::made(archive));
        const auto last = static_cast<int>(archive.entries.size()) - 1;
        const auto bytes = readZipEntry(path, last);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, kind);
        QVERIFY(!bytes.error().message.isEmpty());
    }

    void refusesEveryCut()
    {
        const QByteArray whole =
            rawzip::made({.entries = {{"a.csv", csv}, {.name = "b.csv", .content = csv, .method = 0}}});
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const LocalPath path = put(whole.first(length));
            QVERIFY2(!listZip(path), qPrintable(QString::number(length)));
        }
    }

    // Whatever single byte changes: either the content is the same, or it is refused.
    void neverGivesOtherBytes()
    {
        const QByteArray whole = rawzip::made({.entries = {{"a.csv", csv}}});
        int refused = 0;
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x15);
            const auto bytes = readZipEntry(put(changed), 0);
            if (bytes)
                QCOMPARE(*bytes, csv);
            refused += bytes ? 0 : 1;
        }
        QVERIFY(refused > whole.size() / 2);
    }

    void keepsToLimits()
    {
        std::vector<Entry> entries;
        for (int i = 0; i < 12; ++i)
            entries.push_back({QByteArray::number(i), csv});
        const LocalPath path = put(rawzip::made({.entries = entries}));
        QCOMPARE(listZip(path, {.entries = 11}).error().kind, ErrorKind::Limit);
        QVERIFY(listZip(path, {.entries = 12}));
        QCOMPARE(listZip(path, {.totalBytes = csv.size() * 12 - 1}).error().kind, ErrorKind::Limit);
        QCOMPARE(readZipEntry(path, 3, {.entryBytes = csv.size() - 1}).error().kind, ErrorKind::Limit);
        QVERIFY(readZipEntry(path, 3, {.entryBytes = csv.size()}));
    }

    // A harmless file packs 400:1 and more, so that ratio is no reason to refuse.
    void readsWhatPacksWell()
    {
        const QByteArray zeros(20'000'000, '0');
        const LocalPath path = put(rawzip::made({.entries = {{"zeros.csv", zeros}}}));
        QCOMPARE(readZipEntry(path, 0).value().size(), zeros.size());
    }

    void listsBothOfTwins()
    {
        const LocalPath path = put(rawzip::made({.entries = {{"a.csv", csv}, {"a.csv", "other"}}}));
        QCOMPARE(listZip(path)->size(), std::size_t(2));
        QCOMPARE(readZipEntry(path, 0).value(), csv);
        QCOMPARE(readZipEntry(path, 1).value(), QByteArray("other"));
    }

    void decodesNames_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("madeBy");
        QTest::addColumn<QString>("name");
        QTest::newRow("Explorer, DOS code page")
            << QByteArray("\x82t\x82.csv") << 0 << 0x0014 << QStringLiteral("été.csv");
        QTest::newRow("7-Zip, UTF-8 flag")
            << QByteArray("\xC3\xA9t\xC3\xA9.csv") << 0x800 << 0x003F << QStringLiteral("été.csv");
        QTest::newRow("macOS, UTF-8 without flag")
            << QByteArray("\xC3\xA9t\xC3\xA9.csv") << 0 << 0x0315 << QStringLiteral("été.csv");
        QTest::newRow("old Unix, Latin-1") << QByteArray("\xE9t\xE9.csv") << 0 << 0x0314 << QStringLiteral("été.csv");
        QTest::newRow("flag, but not UTF-8")
            << QByteArray("\x82t\x82.csv") << 0x800 << 0x0014 << QStringLiteral("été.csv");
        QTest::newRow("bidirectional") << QByteArray("a\xE2\x80\xAE"
                                                     "fdp.csv")
                                       << 0x800 << 0x0014 << QStringLiteral("a\\u202efdp.csv");
    }
    void decodesNames()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, flags);
        QFETCH(int, madeBy);
        QFETCH(QString, name);
        const LocalPath path = put(rawzip::made({.entries = {{.name = raw,
                                                              .content = csv,
                                                              .flags = static_cast<quint16>(flags),
                                                              .versionMadeBy = static_cast<quint16>(madeBy)}}}));
        QCOMPARE(listZip(path)->front().name, name);
        QCOMPARE(listZip(path)->front().rawName, raw);
        QCOMPARE(readZipEntry(path, 0).value(), csv);
    }

    void prefersTheUnicodePath()
    {
        const QByteArray raw("_t_.csv");
        const QByteArray utf8("\xC3\xA9t\xC3\xA9.csv");
        const auto extra = [&](quint32 crc) {
            return rawzip::le<quint16>(0x7075) + rawzip::le<quint16>(static_cast<quint16>(5 + utf8.size())) + '\x01' +
                   rawzip::le<quint32>(crc) + utf8;
        };
        LocalPath path =
            put(rawzip::made({.entries = {{.name = raw, .content = csv, .extra = extra(rawzip::crcOf(raw))}}}));
        QCOMPARE(listZip(path)->front().name, QStringLiteral("été.csv"));
        // A checksum of another name: the field was left behind by a renaming tool.
        path = put(rawzip::made({.entries = {{.name = raw, .content = csv, .extra = extra(1)}}}));
        QCOMPARE(listZip(path)->front().name, QStringLiteral("_t_.csv"));
    }

    // Entries are read, never extracted: the hostile name is only ever a label.
    void readsHostileNamesAsLabels()
    {
        const LocalPath path =
            put(rawzip::made({.entries = {{"../../evil.csv", csv}, {"C:\\evil.csv", csv}, {"/etc/evil", csv}}}));
        const auto entries = listZip(path);
        QVERIFY(entries);
        for (std::size_t i = 0; i < entries->size(); ++i) {
            QCOMPARE(readZipEntry(path, static_cast<int>(i)).value(), csv);
            const QString local = safeLocalName(entries->at(i).name.toUtf8());
            QVERIFY(!local.contains(u'/') && !local.contains(u'\\') && !local.contains(u':'));
        }
    }
};

QTEST_GUILESS_MAIN(ZipTest)
#include "tst_zip.moc"
