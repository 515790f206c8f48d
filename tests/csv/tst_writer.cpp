// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/records.h"
#include "csv/writer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace navette::csv;

namespace
{

std::string written(const Records &records, const Dialect &dialect)
{
    Writer writer(dialect);
    for (const auto &record : records) {
        const std::vector<std::string_view> cells(record.begin(), record.end());
        writer.write(cells);
    }
    return writer.buffer();
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quoting_data();
    void quoting();
    void lineEndingsAndMark();
    void readingWhatWasWrittenGivesTheSame_data();
    void readingWhatWasWrittenGivesTheSame();
};

void TestWriter::quoting_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("expected");
    const auto add = [](const char *cell, const char *expected) {
        QTest::addRow("%s", QByteArray(cell).toPercentEncoding().constData())
            << std::string(cell) << std::string(expected);
    };
    add("a", "a");
    add("", "");
    add("a b", "a b");
    add("a;b", "\"a;b\"");
    add("a,b", "a,b");
    add("a\"b", "\"a\"\"b\"");
    add("a\nb", "\"a\nb\"");
    add("a\rb", "\"a\rb\"");
    add(" a", "\" a\"");
    add("a ", "\"a \"");
    add("+33612345678", "+33612345678"); // never prefixed: it is data
    add("=1+1", "=1+1");
}

void TestWriter::quoting()
{
    QFETCH(std::string, cell);
    QFETCH(std::string, expected);
    QCOMPARE(written({{cell, "x"}}, {}), expected + ";x\n");
    Dialect all;
    all.quoteAll = true;
    const std::string quoted = expected.starts_with('"') ? expected : '"' + expected + '"';
    QCOMPARE(written({{cell, "x"}}, all), quoted + ";\"x\"\n");
}

void TestWriter::lineEndingsAndMark()
{
    const Records records{{"a"}, {"b"}};
    QCOMPARE(written(records, {.lineEnding = LineEnding::CrLf}), std::string("a\r\nb\r\n"));
    QCOMPARE(written(records, {.lineEnding = LineEnding::Cr}), std::string("a\rb\r"));
    QCOMPARE(written(records, {.lineEnding = LineEnding::Mixed}), std::string("a\nb\n"));
    QCOMPARE(written(records, {.byteOrderMark = true}), std::string("\xEF\xBB\xBF"
                                                                    "a\nb\n"));
    Writer writer({});
    writer.write(std::vector<std::string_view>{"a"});
    writer.clear();
    writer.write(std::vector<std::string_view>{"b"});
    QCOMPARE(writer.buffer(), std::string("b\n"));
}

void TestWriter::readingWhatWasWrittenGivesTheSame_data()
{
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<char>("quote");
    QTest::addColumn<LineEnding>("ending");
    QTest::addColumn<bool>("all");
    for (const char delimiter : {';', ',', '\t', '|', ':'}) {
        for (const char quote : {'"', '\''}) {
            for (const LineEnding ending : {LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr}) {
                for (const bool all : {false, true})
                    QTest::addRow("%02x %c %s %d", unsigned(delimiter), quote, qPrintable(key(ending)), all)
                        << delimiter << quote << ending << all;
            }
        }
    }
}

void TestWriter::readingWhatWasWrittenGivesTheSame()
{
    QFETCH(char, delimiter);
    QFETCH(char, quote);
    QFETCH(LineEnding, ending);
    QFETCH(bool, all);
    const Dialect dialect{.lineEnding = ending, .delimiter = delimiter, .quote = quote, .quoteAll = all};
    QRandomGenerator random(4711);
    const std::string alphabet("ab \t;,|:\"'\\\n\r\0\x1b\xe9\xff", 17);
    for (int round = 0; round < 300; ++round) {
        Records records(std::size_t(random.bounded(1, 6)));
        for (auto &record : records) {
            record.resize(std::size_t(random.bounded(1, 5)));
            for (auto &cell : record) {
                for (int n = random.bounded(12); n > 0; --n)
                    cell += alphabet[std::size_t(random.bounded(int(alphabet.size())))];
            }
        }
        const std::string bytes = written(records, dialect);
        std::uint8_t flaws = NoFlaw;
        QCOMPARE(printed(recordsOf(QByteArrayView(bytes), dialect, &flaws)), printed(records));
        QVERIFY((flaws & (StrayQuote | UnclosedQuote)) == 0);
    }
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
