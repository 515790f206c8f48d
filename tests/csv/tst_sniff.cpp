// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/dialect.h"

#include <QStringEncoder>
#include <QTest>

using namespace navette::csv;
using namespace Qt::StringLiterals;

namespace
{

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding);
    return encoder(text);
}

} // namespace

class TestSniff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodings_data();
    void encodings();
    void delimiters_data();
    void delimiters();
    void lineEndings_data();
    void lineEndings();
    void quoteAll_data();
    void quoteAll();
    void hintsRule();
    void decoding_data();
    void decoding();
    void keysRoundTrip();
};

void TestSniff::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<bool>("mark");
    const QString text = u"Prénom;Nom\nZoé;Lefèvre\n"_s;
    QTest::addRow("ASCII") << QByteArray("a;b\n") << Encoding::Utf8 << false;
    QTest::addRow("UTF-8") << text.toUtf8() << Encoding::Utf8 << false;
    QTest::addRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << Encoding::Utf8 << true;
    QTest::addRow("Latin-1") << text.toLatin1() << Encoding::Latin1 << false;
    QTest::addRow("Windows-1252 apostrophe") << QByteArray("Rue;l\x92\xe9t\xe9\n") << Encoding::Windows1252 << false;
    QTest::addRow("Windows-1252 euro") << QByteArray("prix;5 \x80\n") << Encoding::Windows1252 << false;
    QTest::addRow("unassigned bytes only") << QByteArray("a;\x81\xe9\n") << Encoding::Latin1 << false;
    QTest::addRow("UTF-8 with one bad byte") << text.repeated(20).toUtf8() + "\xe9;x\n" << Encoding::Utf8 << false;
    QTest::addRow("UTF-8 cut in a letter") << text.repeated(20).toUtf8() + "\xc3" << Encoding::Utf8 << false;
    QTest::addRow("late accent") << QByteArray(200'000, 'a') + "\xe9\n" << Encoding::Latin1 << false;
    QTest::addRow("UTF-16LE with mark") << "\xFF\xFE" + utf16(text, QStringConverter::Utf16LE) << Encoding::Utf16Le
                                        << true;
    QTest::addRow("UTF-16BE with mark") << "\xFE\xFF" + utf16(text, QStringConverter::Utf16BE) << Encoding::Utf16Be
                                        << true;
    QTest::addRow("UTF-16LE") << utf16(text, QStringConverter::Utf16LE) << Encoding::Utf16Le << false;
    QTest::addRow("UTF-16BE") << utf16(text, QStringConverter::Utf16BE) << Encoding::Utf16Be << false;
    QTest::addRow("a few NULs") << QByteArray("a;b\n1;\0\n2;\0x\nabcdefgh;abcdefgh\n", 29) << Encoding::Utf8 << false;
}

void TestSniff::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Encoding, encoding);
    QFETCH(bool, mark);
    const Dialect dialect = sniff(bytes);
    QCOMPARE(dialect.encoding, encoding);
    QCOMPARE(dialect.byteOrderMark, mark);
}

void TestSniff::delimiters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::addRow("semicolon") << QByteArray("a;b\n1;2\n") << ';';
    QTest::addRow("comma") << QByteArray("a,b\n1,2\n") << ',';
    QTest::addRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t';
    QTest::addRow("bar") << QByteArray("a|b\n1|2\n") << '|';
    QTest::addRow("colon") << QByteArray("a:b\n1:2\n") << ':';
    QTest::addRow("decimal commas") << QByteArray("nom;x;y\na;1,5;2,5\nb;3,5;4,5\n") << ';';
    QTest::addRow("times") << QByteArray("quand;qui\n10:00:00;a\n11:00:00;b\n") << ';';
    QTest::addRow("commas in quotes") << QByteArray("a;b\n\"x,y,z\";1\n\"p,q,r\";2\n") << ';';
    QTest::addRow("semicolons in quotes") << QByteArray("a,b\n\"x;y;z\",1\n\"p;q;r\",2\n") << ',';
    QTest::addRow("trailing separator in the header") << QByteArray("a;b;c;\n1;2,0;3\n4;5,0;6\n") << ';';
    QTest::addRow("addresses") << QByteArray("nom;adresse\nA;1, rue X\nB;2 rue Y\nC;3, rue Z\n") << ';';
    QTest::addRow("one column") << QByteArray("Email\na@b.fr\nc@d.fr\n") << ';';
    QTest::addRow("header only") << QByteArray("Email,Mobile") << ',';
    QTest::addRow("blank lines in front") << QByteArray("\n\na,b\n1,2\n") << ',';
    QTest::addRow("UTF-16") << utf16(u"a\tb\n1\t2\n"_s, QStringConverter::Utf16LE) << '\t';
    QTest::addRow("nothing") << QByteArray() << ';';
    QTest::addRow("ragged") << QByteArray("a,b,c\n1,2\n3,4,5\n6,7,8,9\n") << ',';
}

void TestSniff::delimiters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, delimiter);
    QCOMPARE(sniff(bytes).delimiter, delimiter);
}

void TestSniff::lineEndings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<LineEnding>("ending");
    QTest::addRow("none") << QByteArray("a;b") << LineEnding::None;
    QTest::addRow("LF") << QByteArray("a;b\n1;2") << LineEnding::Lf;
    QTest::addRow("CRLF") << QByteArray("a;b\r\n1;2\r\n") << LineEnding::CrLf;
    QTest::addRow("CR") << QByteArray("a;b\r1;2\r") << LineEnding::Cr;
    QTest::addRow("mixed") << QByteArray("a;b\r\n1;2\n") << LineEnding::Mixed;
    QTest::addRow("LF in quotes") << QByteArray("a;b\r\n\"1\n1\";2\r\n") << LineEnding::CrLf;
    QTest::addRow("longer than the sample") << QByteArray("a;b\r\n").repeated(50'000) << LineEnding::CrLf;
}

void TestSniff::lineEndings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(LineEnding, ending);
    QCOMPARE(sniff(bytes).lineEnding, ending);
}

void TestSniff::quoteAll_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("all");
    QTest::addRow("all") << QByteArray("\"a\";\"b\"\n\"1\";\"\"\n") << true;
    QTest::addRow("some") << QByteArray("\"a\";\"b\"\n\"1\";2\n") << false;
    QTest::addRow("an empty one without") << QByteArray("\"a\";\"b\"\n\"1\";\n") << false;
    QTest::addRow("none") << QByteArray("a;b\n") << false;
    QTest::addRow("blank lines do not count") << QByteArray("\"a\"\n\n") << true;
}

void TestSniff::quoteAll()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, all);
    QCOMPARE(sniff(bytes).quoteAll, all);
}

void TestSniff::hintsRule()
{
    const QByteArray bytes = "a,b;c\n1,2;3\n\xe9,x;y\n";
    QCOMPARE(sniff(bytes, {.encoding = Encoding::Windows1252, .delimiter = '|', .quote = '\''}),
             (Dialect{.encoding = Encoding::Windows1252, .delimiter = '|', .quote = '\''}));
    // A mark of another encoding is then text like any other.
    const Dialect latin = sniff("\xEF\xBB\xBF"
                                "a;b\n",
                                {.encoding = Encoding::Latin1, .delimiter = {}, .quote = {}});
    QVERIFY(!latin.byteOrderMark);
    QCOMPARE(latin.encoding, Encoding::Latin1);
}

void TestSniff::decoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addRow("UTF-8") << QByteArray("\xc3\xa9") << Encoding::Utf8 << u"é"_s;
    QTest::addRow("broken UTF-8") << QByteArray("a\xe9z") << Encoding::Utf8 << u"a\ufffdz"_s;
    QTest::addRow("mark inside") << QByteArray("\xEF\xBB\xBFx") << Encoding::Utf8 << u"\ufeffx"_s;
    QTest::addRow("Latin-1") << QByteArray("\xe9\x92") << Encoding::Latin1 << u"é\u0092"_s;
    QTest::addRow("Windows-1252") << QByteArray("\x80\x92\x9c\xe9\x9f") << Encoding::Windows1252 << u"€’œéŸ"_s;
    QTest::addRow("Windows-1252 hole") << QByteArray("\x81") << Encoding::Windows1252 << u"\ufffd"_s;
    QTest::addRow("UTF-16LE") << QByteArray("\xe9\0", 2) << Encoding::Utf16Le << u"é"_s;
    QTest::addRow("UTF-16BE") << QByteArray("\0\xe9", 2) << Encoding::Utf16Be << u"é"_s;
    QTest::addRow("nothing") << QByteArray() << Encoding::Utf8 << QString();
}

void TestSniff::decoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Encoding, encoding);
    QFETCH(QString, text);
    QCOMPARE(decode(bytes, encoding), text);
}

void TestSniff::keysRoundTrip()
{
    for (const Encoding encoding :
         {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Latin1, Encoding::Windows1252})
        QCOMPARE(encodingFromKey(key(encoding)), encoding);
    QVERIFY(!encodingFromKey(u"big5"_s));
    QCOMPARE(key(LineEnding::Mixed), u"mixed"_s);
}

QTEST_GUILESS_MAIN(TestSniff)
#include "tst_sniff.moc"
