// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The scanner against the reader that goes byte by byte, on bytes made to be difficult, with every set of instructions.
#include "csv/instructions.h"
#include "csv/textfacts.h"
#include "scanneragainstreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace navette::csv;

namespace
{

QByteArray randomBytes(QRandomGenerator &random, const QByteArray &alphabet, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += alphabet[random.bounded(int(alphabet.size()))];
    return bytes;
}

/// A file that mostly keeps the rules, so that runs are long.
QByteArray randomFile(QRandomGenerator &random, int records)
{
    QByteArray bytes;
    const QByteArray end = random.bounded(2) ? "\n" : random.bounded(4) ? "\r\n" : "\r";
    const int columns = 1 + random.bounded(40);
    for (int r = 0; r < records; ++r) {
        for (int c = 0; c < columns; ++c) {
            if (c > 0)
                bytes += ';';
            QByteArray text = randomBytes(random, "abcdefgh 0123456789.,-", random.bounded(20));
            if (random.bounded(3) == 0) {
                if (random.bounded(8) == 0)
                    text.insert(random.bounded(int(text.size()) + 1), random.bounded(2) ? "\"\"" : "\r\n;");
                text = '"' + text + '"';
            }
            if (random.bounded(200) == 0)
                text.insert(random.bounded(int(text.size()) + 1), randomBytes(random, "\"\"\\ =\xE9\t", 1));
            bytes += text;
        }
        bytes += end;
    }
    if (random.bounded(2))
        bytes.chop(random.bounded(int(std::min<qsizetype>(bytes.size(), 30)) + 1));
    return bytes;
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithReader_data();
    void agreesWithReader();
    void longRecords();
    void textFacts_data();
    void textFacts();
    void narrow_data();
    void narrow();
    void cleanupTestCase();
};

void TestStructure::agreesWithReader_data()
{
    QTest::addColumn<int>("set");
    for (int set = 0; set < instructionSets(); ++set)
        QTest::addRow("%s", useInstructions(set)) << set;
}

void TestStructure::agreesWithReader()
{
    QFETCH(int, set);
    useInstructions(set);
    const OddBytes rules[] = {{.countsHigh = true},
                              {.first = 0x7F, .last = 0xA0, .one = 0x7F, .other = 0x7F},
                              {.first = 0xC4, .one = 0xC2, .other = 0xC2, .unquoted = true, .countsHigh = true},
                              {.first = 0xEF, .last = 0xEF, .one = 0xC2, .other = 0xE2, .third = ','}};
    const QByteArray alphabets[] = {";\"\n a",
                                    ";\"\r\n\\ab c;;\n",
                                    QByteArray("\0\t\x7F=+-@\xE9\xC2\xA0;\"\n\"", 15),
                                    "abcdefghijklmnop;\n",
                                    "\"\";\"",
                                    ";"};
    QRandomGenerator random(42U + static_cast<unsigned>(set));
    Dialect dialect;
    for (int round = 0; round < 6000; ++round) {
        QByteArray bytes = round % 3 ? randomBytes(random, alphabets[random.bounded(6)], random.bounded(300))
                                     : randomFile(random, 1 + random.bounded(20));
        // At every place in memory, and with nothing readable behind it.
        dialect.delimiter = round % 50 ? ';' : "\t,|\"\n \x01"[random.bounded(7)];
        const qint64 windows[] = {1, 2, 3, 63, 64, 65, 130, 1000, 64 * 1024};
        const qint64 window = windows[random.bounded(9)];
        const Difference difference = compare(bytes, dialect, rules[random.bounded(4)], window);
        if (difference.found)
            QFAIL(qPrintable(QString::fromLatin1("round %1, window %2: %3 in %4")
                                 .arg(round)
                                 .arg(window)
                                 .arg(QString::fromLatin1(difference.what),
                                      QString::fromLatin1(bytes.toPercentEncoding(" ;abcdefgh,")))));
    }
}

/// Cells and records longer than any window, and a quote that nothing closes.
void TestStructure::longRecords()
{
    useInstructions(-1);
    const Dialect dialect;
    for (const qint64 around : {-1, 0, 1}) {
        const QByteArray filler(64 * 1024 + around, 'x');
        for (const QByteArray &bytes :
             {QByteArray("a;" + filler + ";b\nc;d\n"), QByteArray("a;\"" + filler + "\";b\nc;d"),
              QByteArray("a;\"" + filler + "\nc;d\n" + filler), QByteArray(filler + "\r\n" + filler + "\"x;y\n"),
              QByteArray("\"" + QByteArray(64 * 1024 + around, '\n') + "\";b\nc;d"),
              QByteArray(64 * 1024 + around, '\n'), QByteArray(64 * 1024 + around, ';')}) {
            const Difference difference = compare(bytes, dialect, {}, 64 * 1024);
            QVERIFY2(!difference.found, difference.what.constData());
        }
    }
}

void TestStructure::textFacts_data()
{
    agreesWithReader_data();
}

void TestStructure::textFacts()
{
    QFETCH(int, set);
    useInstructions(set);
    QRandomGenerator random(7);
    const QList<QByteArray> letters{
        "a", "b", "\xC3\xA9", "\xE2\x80\x99", "\xF0\x9F\x98\x80", "\xC2\x80", "\xED\x9F\xBF", "\xEE\x80\x80"};
    const QList<QByteArray> faults{"\x80",         "\xC0\xAF",        "\xED\xA0\x80",     "\xF4\x90\x80\x80",
                                   "\xE2\x80",     "\xF0\x9F\x98",    "\xF8\x88\x80\x80", "\xC3",
                                   "\xE0\x80\xAF", "\xF0\x80\x80\xAF"};
    for (int round = 0; round < 4000; ++round) {
        QByteArray bytes;
        const int kinds = random.bounded(3) ? int(letters.size()) : 2;
        const int length = random.bounded(900);
        while (bytes.size() < length)
            bytes += random.bounded(3) ? QByteArray(random.bounded(90), 'x') : letters[random.bounded(kinds)];
        if (random.bounded(2))
            bytes.insert(random.bounded(int(bytes.size()) + 1), faults[random.bounded(int(faults.size()))]);
        if (random.bounded(8) == 0)
            bytes.chop(1);
        const TextFacts facts = navette::csv::textFacts(bytes);
        const bool valid = bytes.isValidUtf8();
        QCOMPARE(facts.validUtf8, valid);
        QCOMPARE(facts.ascii, std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; }));
        if (!valid)
            QCOMPARE(facts.anyC1, std::any_of(bytes.begin(), bytes.end(), [](char c) {
                         return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
                     }));
    }
}

void TestStructure::narrow_data()
{
    agreesWithReader_data();
}

void TestStructure::narrow()
{
    QFETCH(int, set);
    useInstructions(set);
    QRandomGenerator random(5);
    for (int round = 0; round < 4000; ++round) {
        QString text;
        const int length = random.bounded(300);
        const int letters = 1 + random.bounded(20);
        while (text.size() < length)
            text += random.bounded(letters) ? QChar(',' - random.bounded(5)) : QChar(0x80 + random.bounded(0x80));
        const QByteArray utf8 = text.toUtf8();
        const char after = random.bounded(2) ? ';' : ',';
        std::string out(std::size_t(utf8.size()) + narrowRoom, '?');
        const char *end = instructions().narrow(utf8.begin(), utf8.end(), out.data(), {',', after});
        const QByteArray narrowed(out.data(), end - out.data());
        QByteArray expected = text.toLatin1();
        expected.replace(',', after);
        QCOMPARE(narrowed, expected);
        QByteArray replaced = utf8;
        instructions().replaceSeparators(replaced.data(), replaced.data() + replaced.size(), {',', after});
        QCOMPARE(replaced, QByteArray(utf8).replace(',', after));
    }
}

void TestStructure::cleanupTestCase()
{
    useInstructions(-1);
}

QTEST_APPLESS_MAIN(TestStructure)
#include "tst_structure.moc"
