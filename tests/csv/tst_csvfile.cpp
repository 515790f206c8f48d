// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::csv;
using namespace Qt::StringLiterals;

class TestCsvFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opens();
    void largeFilesAreMapped();
    void headOfALargeFile_data();
    void headOfALargeFile();
    void headOfASmallFile();
    void utf16IsReadAsUtf8_data();
    void utf16IsReadAsUtf8();
    void refusals_data();
    void refusals();
    void missingAndFolder();
    void oddTextIsStillText_data();
    void oddTextIsStillText();
    void platformsOwnExampleReadsWell();
    void indexFindsEveryRecord();
    void indexFindsRecordsBetweenMarks();
    void indexCanBeCancelled();
    void indexReportsAboutAHundredTimes();

private:
    LocalPath write(const QByteArray &bytes, const QString &name = u"x.csv"_s)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return toLocalPath(file.fileName());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCsvFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCsvFile::opens()
{
    const auto file = CsvFile::open(write("\xEF\xBB\xBFNom;Ville\r\nZo\xc3\xa9;Paris\r\n", u"é.csv"_s));
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().message));
    QCOMPARE((*file)->name(), u"é.csv"_s);
    QCOMPARE((*file)->sizeOnDisk(), 26);
    QVERIFY((*file)->dialect().byteOrderMark);
    QCOMPARE((*file)->dialect().lineEnding, LineEnding::CrLf);
    QVERIFY((*file)->bytes().startsWith("Nom"));
    QVERIFY(!(*file)->isAscii());
    Reader reader = (*file)->reader();
    Record record;
    QVERIFY(reader.next(record));
    QVERIFY(reader.next(record));
    QCOMPARE((*file)->text(record.cells[0].text), u"Zoé"_s);
    QVERIFY((*CsvFile::fromBytes("a;b\n", u"a"_s))->isAscii());
}

void TestCsvFile::largeFilesAreMapped()
{
    const QByteArray row = "Jean;Dupont;0612345678\n";
    const auto file = CsvFile::open(write(row.repeated(1'000'000)));
    QVERIFY(file);
    QCOMPARE((*file)->bytes().size(), row.size() * 1'000'000);
    const auto index = RecordIndex::build(**file);
    QVERIFY(index);
    QCOMPARE(index->recordCount(), 1'000'000);
    QCOMPARE(index->record(**file, 999'999), (std::vector<QString>{u"Jean"_s, u"Dupont"_s, u"0612345678"_s}));
}

void TestCsvFile::headOfALargeFile_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<int>("encoding");
    QTest::newRow("UTF-8") << QByteArray() << int(QStringConverter::Utf8);
    QTest::newRow("UTF-16 LE") << QByteArray("\xFF\xFE") << int(QStringConverter::Utf16LE);
    QTest::newRow("UTF-16 BE") << QByteArray("\xFE\xFF") << int(QStringConverter::Utf16BE);
}

void TestCsvFile::headOfALargeFile()
{
    QFETCH(const QByteArray, mark);
    QFETCH(const int, encoding);
    QStringEncoder encode{QStringConverter::Encoding(encoding)};
    const QByteArray row = encode(u"Zoé;Dupont;0612345678\r\n"_s);
    const LocalPath path = write(mark + row.repeated(100'000));
    const auto head = CsvFile::openHead(path);
    QVERIFY2(head, head ? "" : qPrintable(head.error().message));
    const auto whole = CsvFile::open(path);
    QVERIFY(whole);
    QCOMPARE((*head)->sizeOnDisk(), (*whole)->sizeOnDisk());
    QCOMPARE((*head)->dialect(), (*whole)->dialect());
    QCOMPARE_LT((*head)->bytes().size(), (*whole)->bytes().size() / 2);
    const auto index = RecordIndex::build(**head);
    QVERIFY(index);
    const qint64 records = index->recordCount();
    QCOMPARE_GT(records, 10'000);
    QCOMPARE(index->record(**head, records - 1), (std::vector<QString>{u"Zoé"_s, u"Dupont"_s, u"0612345678"_s}));
}

void TestCsvFile::headOfASmallFile()
{
    const auto head = CsvFile::openHead(write("a;b\n1;2"));
    QVERIFY(head);
    QCOMPARE((*head)->bytes(), QByteArrayView("a;b\n1;2"));
    QCOMPARE(CsvFile::openHead(write("")).error().kind, ErrorKind::BadFormat);
    QCOMPARE(CsvFile::openHead(toLocalPath(m_folder->filePath(u"none"_s))).error().kind, ErrorKind::NotFound);
    // One cell that is larger than the head.
    const auto endless = CsvFile::openHead(write(QByteArray(3'000'000, 'x')));
    QVERIFY(endless);
    QCOMPARE_GT((*endless)->bytes().size(), 1'000'000);
}

void TestCsvFile::utf16IsReadAsUtf8_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<Encoding>("expected");
    QTest::addRow("LE, mark") << QStringConverter::Utf16LE << QByteArray("\xFF\xFE") << Encoding::Utf16Le;
    QTest::addRow("BE, mark") << QStringConverter::Utf16BE << QByteArray("\xFE\xFF") << Encoding::Utf16Be;
    QTest::addRow("LE") << QStringConverter::Utf16LE << QByteArray() << Encoding::Utf16Le;
    QTest::addRow("BE") << QStringConverter::Utf16BE << QByteArray() << Encoding::Utf16Be;
}

void TestCsvFile::utf16IsReadAsUtf8()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QFETCH(QByteArray, mark);
    QFETCH(Encoding, expected);
    const QString text = u"Prénom\tNom\n"_s + u"Zoé\tŒuf 😀 abc\n"_s.repeated(100'000);
    QStringEncoder encoder(encoding);
    const QByteArray encoded = encoder(text);
    const auto file = CsvFile::open(write(mark + encoded));
    QVERIFY(file);
    QCOMPARE((*file)->dialect().encoding, expected);
    QCOMPARE((*file)->dialect().delimiter, '\t');
    QCOMPARE((*file)->readEncoding(), Encoding::Utf8);
    QCOMPARE((*file)->bytes(), QByteArrayView(text.toUtf8()));
    QCOMPARE((*file)->sizeOnDisk(), mark.size() + encoded.size());
}

void TestCsvFile::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::addRow("empty") << QByteArray() << u"empty"_s;
    QTest::addRow("only a mark") << QByteArray("\xEF\xBB\xBF") << u"empty"_s;
    QTest::addRow("NULs") << QByteArray(5000, '\0') << u"not a text file"_s;
    QTest::addRow("three NULs") << QByteArray(3, '\0') << u"not a text file"_s;
    QTest::addRow("zip") << QByteArray("PK\x03\x04 something") << u"zip archive"_s;
    QTest::addRow("workbook") << QByteArray("PK\x03\x04 [Content_Types].xml xl/workbook.xml") << u"workbook"_s;
    QTest::addRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 x") << u"workbook"_s;
    QTest::addRow("pdf") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
    QTest::addRow("png") << QByteArray("\x89PNG\r\n\x1a\n") << u"picture"_s;
    QTest::addRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0 JFIF") << u"picture"_s;
    QTest::addRow("gz") << QByteArray("\x1F\x8B\x08\0\0", 5) << u"compressed"_s;
    QByteArray noise;
    for (int i = 0; i < 4096; ++i)
        noise += static_cast<char>((i * 7919 + i / 3) & 0xFF);
    QTest::addRow("noise") << noise << u"not a text file"_s;
    QTest::addRow("columns without end") << QByteArray(300'000, ';') + "\na\n" << u"more than 250"_s;
    QTest::addRow("UTF-32") << QByteArray("\xFF\xFE\0\0a\0\0\0;\0\0\0b\0\0\0", 16) << u"not a text file"_s;
}

void TestCsvFile::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    for (const auto &file : {CsvFile::open(write(bytes)), CsvFile::fromBytes(bytes, u"x.csv"_s)}) {
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::BadFormat);
        QVERIFY2(file.error().message.contains(says), qPrintable(file.error().message));
        QVERIFY(file.error().message.contains(u"x.csv"_s));
    }
}

void TestCsvFile::missingAndFolder()
{
    const auto missing = CsvFile::open(toLocalPath(m_folder->filePath(u"none.csv"_s)));
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(missing.error().message.contains(u"none.csv"_s));
    QCOMPARE(CsvFile::open(toLocalPath(m_folder->path())).error().kind, ErrorKind::NotAFile);
#ifdef Q_OS_UNIX
    QCOMPARE(CsvFile::open("/dev/zero").error().kind, ErrorKind::NotAFile);
    const LocalPath locked = write("a;b\n", u"locked.csv"_s);
    QFile::setPermissions(m_folder->filePath(u"locked.csv"_s), QFile::Permissions());
    QFile probe(m_folder->filePath(u"locked.csv"_s));
    if (!probe.open(QIODevice::ReadOnly)) // root may read everything
        QCOMPARE(CsvFile::open(locked).error().kind, ErrorKind::NotReadable);
#endif
}

void TestCsvFile::oddTextIsStillText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("one byte") << QByteArray("a");
    QTest::addRow("one quote") << QByteArray("\"");
    QTest::addRow("a NUL in a cell") << QByteArray("a;b\nxx;\0y\n", 9);
    QTest::addRow("blank lines") << QByteArray("\n\n\n");
    QTest::addRow("escape codes") << QByteArray("a;b\n\x1b[31mred\x1b[0m;some more text to read here\n");
    QTest::addRow("begins with MM") << QByteArray("MM;NN\n1;2\n");
    QTest::addRow("begins with PK") << QByteArray("PK;NN\n1;2\n");
}

void TestCsvFile::oddTextIsStillText()
{
    QFETCH(QByteArray, bytes);
    const auto file = CsvFile::open(write(bytes));
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().message));
    QCOMPARE((*file)->bytes(), QByteArrayView(bytes));
}

// What digitaleo.md tells of the platform's own example: spaces before separators, a quoted header cell, an empty one
// after a trailing separator.
void TestCsvFile::platformsOwnExampleReadsWell()
{
    const auto file = CsvFile::fromBytes("Pr\xe9nom;Nom;\"T\xe9l\xe9phone Fixe\" ;Mobile;R\xe9"
                                         "f\xe9rence ;\n"
                                         "Pierre ;Durand;0286786589;336 90 78 56 90;67676F6\n"
                                         "Zo\xe9;Le Goff;05.80.99.90.68;;\n",
                                         u"example.csv"_s);
    QVERIFY(file);
    QCOMPARE((*file)->dialect(), (Dialect{.encoding = Encoding::Latin1}));
    const auto index = RecordIndex::build(**file);
    QVERIFY(index);
    QCOMPARE(index->record(**file, 0), (std::vector<QString>{u"Prénom"_s, u"Nom"_s, u"Téléphone Fixe"_s, u"Mobile"_s,
                                                             u"Référence "_s, QString()}));
    QCOMPARE(index->record(**file, 1),
             (std::vector<QString>{u"Pierre "_s, u"Durand"_s, u"0286786589"_s, u"336 90 78 56 90"_s, u"67676F6"_s}));
    Reader reader = (*file)->reader();
    Record record;
    while (reader.next(record))
        QCOMPARE(int(record.flaws), int(record.number == 1 ? SpaceAroundQuote : NoFlaw));
}

void TestCsvFile::indexFindsEveryRecord()
{
    const auto file = CsvFile::fromBytes("h1;h2\na;\"x\ny\"\n\n\"unclosed;b\nlast;\xe9", u"x"_s);
    QVERIFY(file);
    const auto index = RecordIndex::build(**file);
    QVERIFY(index);
    QCOMPARE(index->recordCount(), 5);
    // Each record alone reads as it does in the whole.
    Reader reader = (*file)->reader();
    Record record;
    for (qint64 i = 0; reader.next(record); ++i) {
        std::vector<QString> texts;
        for (const Cell &cell : record.cells)
            texts.push_back((*file)->text(cell.text));
        QCOMPARE(index->record(**file, i), texts);
    }
    QVERIFY(index->record(**file, 5).empty());
    QVERIFY(index->record(**file, -1).empty());
}

/// Between two marks as well, and behind cells that are longer than the way to the next.
void TestCsvFile::indexFindsRecordsBetweenMarks()
{
    QByteArray bytes = "n;x\n";
    for (int i = 1; i < 3000; ++i) {
        bytes += QByteArray::number(i) + ';';
        if (i % 700 == 0)
            bytes += '"' + QByteArray(200'000, '\n') + '"';
        if (i % 500 == 0)
            bytes += "a\"b"; // only the reader reads such a record
        bytes += i % 3 ? "\n" : "\r\n";
    }
    const auto file = CsvFile::fromBytes(bytes, u"x"_s);
    QVERIFY(file);
    const auto index = RecordIndex::build(**file);
    QVERIFY(index);
    QCOMPARE(index->recordCount(), 3000);
    for (qint64 i = 1; i < 3000; ++i)
        QCOMPARE(index->record(**file, i).front(), QString::number(i));
}

void TestCsvFile::indexCanBeCancelled()
{
    const auto file = CsvFile::fromBytes(QByteArray("a;b\n").repeated(100'000), u"x"_s);
    CancelSource source;
    source.cancel();
    const auto index = RecordIndex::build(**file, {.progress = {}, .cancel = source.token()});
    QVERIFY(!index);
    QCOMPARE(index.error().kind, ErrorKind::Cancelled);
}

void TestCsvFile::indexReportsAboutAHundredTimes()
{
    const auto file = CsvFile::fromBytes(QByteArray("a;b\n").repeated(100'000), u"x"_s);
    int reports = 0;
    qint64 last = 0;
    QVERIFY(RecordIndex::build(**file, {.progress =
                                            [&](qint64 done, qint64 total) {
                                                ++reports;
                                                last = done;
                                                QCOMPARE(total, 400'000);
                                            },
                                        .cancel = {}}));
    QVERIFY2(reports > 50 && reports < 120, qPrintable(QString::number(reports)));
    QCOMPARE(last, 400'000);
}

QTEST_GUILESS_MAIN(TestCsvFile)
#include "tst_csvfile.moc"
