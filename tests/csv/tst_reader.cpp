// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/records.h"

#include <QElapsedTimer>
#include <QTest>

using namespace navette::csv;

class TestReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void records_data();
    void records();
    void recordsKnowWhereTheyAre();
    void noRecordTakesMemoryWithoutEnd();
    void quotedCellsAreMarked();
    void blankLinesAreRecords();
    void viewsStayValidForTheWholeRecord();
    void nothingIsAllocatedPerCell();
    void oddDialectsEnd_data();
    void oddDialectsEnd();
    void hostileFilesTakeLinearTime_data();
    void hostileFilesTakeLinearTime();
};

void TestReader::records_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("flaws");
    const auto add = [](const char *name, QByteArray bytes, const char *expected, int flaws = NoFlaw) {
        QTest::addRow("%s", name) << std::move(bytes) << QByteArray(expected) << flaws;
    };
    add("nothing", "", "");
    add("one cell", "a", "[a]");
    add("plain", "a;b\nc;d\n", "[a|b] / [c|d]");
    add("no end of line at the end", "a;b\nc;d", "[a|b] / [c|d]");
    add("CRLF", "a;b\r\nc;d\r\n", "[a|b] / [c|d]");
    add("lone CR", "a;b\rc;d\r", "[a|b] / [c|d]");
    add("mixed ends", "a\nb\r\nc\rd", "[a] / [b] / [c] / [d]");
    add("empty cells", ";;\n;", "[||] / [|]");
    add("trailing separator", "a;b;\nc;d", "[a|b|] / [c|d]");
    add("blank lines", "a\n\n\nb", "[a] / [] / [] / [b]");
    add("quoted", "\"a\";\"b\"\n", "[a|b]");
    add("empty quoted", "\"\";\"\"", "[|]");
    add("separator in quotes", "\"a;b\";c", "[a;b|c]");
    add("line end in quotes", "\"a\nb\r\nc\";d", "[a\nb\r\nc|d]");
    add("doubled quotes", "\"a \"\"b\"\" c\";d", "[a \"b\" c|d]");
    add("only doubled quotes", "\"\"\"\"\"\"", "[\"\"]");
    add("spaces around quotes", " \"a\" ; \"b;c\"  \n", "[a|b;c]", SpaceAroundQuote);
    add("spaces in front of a quote", "a; \"b\"", "[a|b]", SpaceAroundQuote);
    add("spaces behind a quote", "\"a\" ;b", "[a|b]", SpaceAroundQuote);
    add("spaces inside quotes", "\" a \";b", "[ a |b]");
    add("spaces in plain cells",
        "R\xe9"
        "f\xe9rence ;Pierre ;",
        "[R\xe9"
        "f\xe9rence |Pierre |]");
    add("only spaces", "  ; \n", "[  | ]");
    add("quote in a plain cell", "a \"b\" c;d", "[a \"b\" c|d]", StrayQuote);
    add("quotes in a plain cell after spaces", " \"Chez Paul\" bar;d", "[ \"Chez Paul\" bar|d]", StrayQuote);
    add("apostrophes", "l'\xe9t\xe9;d'or", "[l'\xe9t\xe9|d'or]");
    add("text after a closing quote", "\"a\"b;c", "[ab|c]", StrayQuote);
    add("text and quotes after a closing quote", "\"say \"hi\" ok\";c", "[say hi\" ok\"|c]", StrayQuote);
    add("backslash before a quote", "\"say \\\"hi\\\" ok\";c", "[say \"hi\" ok|c]", StrayQuote);
    add("backslash at the end", "\"C:\\\";c", "[C:\\|c]");
    add("unclosed in the last cell", "a;\"b\nc;d", "[a|b] / [c|d]", UnclosedQuote);
    add("unclosed in a row, others closed", "\"a;\"b\"\n\"c\";\"d\"", "[a|b] / [c|d]", UnclosedQuote);
    add("unclosed, the next row closed", "\"a;b\n\"c\";d", "[a|b] / [c|d]", UnclosedQuote);
    add("one quote", "\"", "[]", UnclosedQuote);
    add("two quotes", "\"\"", "[]");
    add("three quotes", "\"\"\"", "[\"\"]", UnclosedQuote | StrayQuote);
    add("NUL", QByteArray("a\0b;c", 5), "");
    add("control character", "a\x1b;c", "[a\x1b|c]");
    add("control character in quotes", "\"a\x07\";c", "[a\x07|c]");
    add("delete", "a\x7f;c", "[a\x7f|c]");
    add("tab in a cell", "a\tb;\"c\td\"", "[a\tb|c\td]");
    add("long plain cells", "abcdefghijklmnopqrstuvwxyz;0123456789012345",
        "[abcdefghijklmnopqrstuvwxyz|0123456789012345]");
}

void TestReader::records()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QFETCH(int, flaws);
    if (bytes.contains('\0'))
        expected = QByteArray("[a\0b|c]", 7);
    std::uint8_t found = NoFlaw;
    QCOMPARE(printed(recordsOf(bytes, {}, &found)), expected);
    QCOMPARE(int(found), flaws);
}

void TestReader::noRecordTakesMemoryWithoutEnd()
{
    const QByteArray line(3 * int(Reader::mostCells), ';');
    const QByteArray bytes = line + "\na;b\n";
    Reader reader(bytes, {});
    Record record;
    QVERIFY(reader.next(record));
    QCOMPARE(record.cells.size(), Reader::mostCells + 1);
    QCOMPARE(record.cells.back().text.size(), std::size_t(line.size()) - Reader::mostCells);
    QVERIFY(reader.next(record));
    QCOMPARE(record.cells.size(), 2);
}

void TestReader::recordsKnowWhereTheyAre()
{
    Reader reader("h\r\na;\"x\ny\"\nlast", {}, 1);
    Record record;
    QVERIFY(reader.next(record));
    QCOMPARE(record.number, 1);
    QCOMPARE(record.byteOffset, 0);
    QCOMPARE(record.ending, LineEnding::CrLf);
    QVERIFY(reader.next(record));
    QCOMPARE(record.number, 2);
    QCOMPARE(record.byteOffset, 3);
    QCOMPARE(record.ending, LineEnding::Lf);
    QVERIFY(reader.next(record));
    QCOMPARE(record.byteOffset, 11);
    QCOMPARE(record.ending, LineEnding::None);
    QVERIFY(!reader.next(record));
    QCOMPARE(reader.bytesRead(), 15);
}

void TestReader::quotedCellsAreMarked()
{
    Reader reader("a;\"b\"; \"c\" ;\"d\"e;\"f", {});
    Record record;
    QVERIFY(reader.next(record));
    std::vector<bool> quoted;
    for (const Cell &cell : record.cells)
        quoted.push_back(cell.quoted);
    QCOMPARE(quoted, (std::vector<bool>{false, true, true, true, true}));
}

void TestReader::blankLinesAreRecords()
{
    Reader reader("\n\"\"\n;\n", {});
    Record record;
    QVERIFY(reader.next(record));
    QVERIFY(record.isBlank());
    QVERIFY(reader.next(record));
    QVERIFY(!record.isBlank());
    QVERIFY(reader.next(record));
    QVERIFY(!record.isBlank());
    QVERIFY(!reader.next(record));
}

void TestReader::viewsStayValidForTheWholeRecord()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += "\"a\"\"" + QByteArray::number(i) + "\";";
    Reader reader(bytes, {});
    Record record;
    QVERIFY(reader.next(record));
    QCOMPARE(record.cells.size(), std::size_t(1001));
    for (std::size_t i = 0; i < 1000; ++i)
        QCOMPARE(record.cells[i].text, "a\"" + std::to_string(i));
}

void TestReader::nothingIsAllocatedPerCell()
{
    // Views of plain and quoted cells lie in the file's own bytes.
    const QByteArray bytes = "plain;\"quoted\"";
    Reader reader(bytes, {});
    Record record;
    QVERIFY(reader.next(record));
    for (const Cell &cell : record.cells)
        QVERIFY(cell.text.data() >= bytes.data() && cell.text.data() < bytes.data() + bytes.size());
}

void TestReader::oddDialectsEnd_data()
{
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<char>("quote");
    QTest::addRow("quote separates") << '"' << '"';
    QTest::addRow("line feed separates") << '\n' << '"';
    QTest::addRow("NUL separates") << '\0' << '"';
    QTest::addRow("space separates") << ' ' << '"';
    QTest::addRow("line feed quotes") << ';' << '\n';
    QTest::addRow("space quotes") << ';' << ' ';
    QTest::addRow("high byte separates") << '\xa7' << '"';
}

void TestReader::oddDialectsEnd()
{
    QFETCH(char, delimiter);
    QFETCH(char, quote);
    Dialect dialect;
    dialect.delimiter = delimiter;
    dialect.quote = quote;
    QByteArray bytes = "a\"b;\"c\"\"d\" ; \"x\n\n\"\"\n\"";
    bytes += QByteArray("\0\xa7;\r\r\n", 6);
    for (qsizetype length = 0; length <= bytes.size(); ++length)
        QVERIFY(recordsOf(QByteArrayView(bytes).first(length), dialect).size() <= std::size_t(length));
}

void TestReader::hostileFilesTakeLinearTime_data()
{
    QTest::addColumn<QByteArray>("pattern");
    for (const char *pattern :
         {"\"",   ";\"",  " \"",    "; \"",      "\"\"",  ";\"\"", "; \"\"", "\"x", "\"\n", " \"\n",
          "\"a;", "\\\"", "\"\"\"", "; \"\"\"a", "\"\"a", "\n",    "\r",     ";",   " ",    "a"})
        QTest::addRow("%s", QByteArray(pattern).toPercentEncoding().constData()) << QByteArray(pattern);
}

void TestReader::hostileFilesTakeLinearTime()
{
    QFETCH(QByteArray, pattern);
    const QByteArray bytes = "\"" + pattern.repeated(400'000) + " \"x";
    QElapsedTimer timer;
    timer.start();
    Reader reader(bytes, {});
    Record record;
    qint64 cells = 0;
    while (reader.next(record))
        cells += qint64(record.cells.size());
    QVERIFY(cells > 0);
    QCOMPARE(reader.bytesRead(), bytes.size());
    QVERIFY2(timer.elapsed() < 5000, "a quadratic reader takes minutes");
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
