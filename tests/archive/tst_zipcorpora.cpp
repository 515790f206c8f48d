// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include <QDirIterator>
#include <QTest>

using namespace navette;
using namespace navette::archive;

// Zips that other tools and other projects' attackers made; they lie outside the tree.
class ZipCorporaTest : public QObject
{
    Q_OBJECT

private:
    const QString m_corpora = QStringLiteral(NAVETTE_SHARED_DIR "/corpora/");

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(m_corpora))
            QSKIP("The public test files are not there.");
    }

    void readsOrSaysWhy()
    {
        int seen = 0;
        int read = 0;
        QDirIterator files(m_corpora, {QStringLiteral("*.zip"), QStringLiteral("*.gz")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const LocalPath path = toLocalPath(files.next());
            const auto kind = kindOf(path);
            QVERIFY(kind);
            ++seen;
            const Limits limits{.entryBytes = 64 << 20, .totalBytes = 256 << 20};
            const auto entries = listZip(path, limits);
            QString line = *kind == Kind::Gzip ? QStringLiteral("gz")
                           : entries           ? QStringLiteral("listed")
                                               : entries.error().detail;
            for (int i = 0; entries && i < static_cast<int>(entries->size()); ++i) {
                const auto bytes = readZipEntry(path, i, limits);
                if (bytes)
                    QCOMPARE(bytes->size(), entries->at(static_cast<std::size_t>(i)).size);
                else
                    QVERIFY(!bytes.error().message.isEmpty());
                line += bytes ? QStringLiteral(", read") : QStringLiteral(", ") + bytes.error().message;
            }
            if (!entries)
                QVERIFY(!entries.error().message.isEmpty());
            read += entries ? 1 : 0;
            qInfo().noquote() << files.fileName() << line;
        }
        QVERIFY(seen > 50);
        QVERIFY(read > 20);
    }

    void decodesUtf8Names_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto *file :
             {"utf8-7zip.zip", "utf8-infozip.zip", "utf8-osx.zip", "utf8-winrar.zip", "utf8-winzip.zip"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void decodesUtf8Names()
    {
        QFETCH(QString, file);
        const auto entries = listZip(toLocalPath(m_corpora + QStringLiteral("zip-go/zip/testdata/") + file));
        QVERIFY(entries);
        // The name in all of them: 世界
        QCOMPARE(entries->front().name, QStringLiteral("世界"));
    }
};

QTEST_GUILESS_MAIN(ZipCorporaTest)
#include "tst_zipcorpora.moc"
