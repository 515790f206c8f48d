// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"

#include <QRandomGenerator>
#include <QTest>

using namespace navette;

namespace
{

bool isSafe(const QString &name)
{
    for (const QChar c : name) {
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.category() == QChar::Other_Control ||
            c.category() == QChar::Other_Format)
            return false;
    }
    return !name.isEmpty() && name != u"." && name != u".." && !name.endsWith(u'.') && !name.endsWith(u' ') &&
           !name.startsWith(u' ') && name.toUtf8().size() <= 200 && name.isValidUtf16();
}

} // namespace

class SafeNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsHidden_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *title, const QByteArray &bytes, const QString &shown) {
            QTest::newRow(title) << bytes << shown;
        };
        row("plain", "list.csv", QStringLiteral("list.csv"));
        row("accents", "\xC3\xA9t\xC3\xA9.csv", QStringLiteral("été.csv"));
        row("beyond the first plane", "\xF0\x9F\x98\x80.csv", QStringLiteral("😀.csv"));
        row("nothing", "", QString());
        row("escape sequence", "\x1B[31mred", QStringLiteral("\\x1b[31mred"));
        row("new line", "a\nb", QStringLiteral("a\\x0ab"));
        row("NUL", QByteArray("a\0b", 3), QStringLiteral("a\\x00b"));
        row("C1",
            "a\xC2\x9B"
            "b",
            QStringLiteral("a\\u009bb"));
        row("bidirectional override",
            "a\xE2\x80\xAE"
            "fdp.exe",
            QStringLiteral("a\\u202efdp.exe"));
        row("bidirectional isolate", "\xE2\x81\xA6x", QStringLiteral("\\u2066x"));
        row("zero width",
            "a\xE2\x80\x8B"
            "b",
            QStringLiteral("a\\u200bb"));
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a\xEF\xBB\xBF"
            "b",
            QStringLiteral("\\ufeffa\\ufeffb"));
        row("line separator",
            "a\xE2\x80\xA8"
            "b",
            QStringLiteral("a\\u2028b"));
        row("Latin-1", "\xE9t\xE9", QStringLiteral("\\xe9t\\xe9"));
        row("cut sequence", "a\xE2\x82", QStringLiteral("a\\xe2\\x82"));
        row("overlong slash", "\xC0\xAF", QStringLiteral("\\xc0\\xaf"));
        row("surrogate in UTF-8", "\xED\xA0\x80", QStringLiteral("\\xed\\xa0\\x80"));
        row("beyond Unicode", "\xF4\x90\x80\x80", QStringLiteral("\\xf4\\x90\\x80\\x80"));
    }
    void showsWhatIsHidden()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(visibleName(bytes), shown);
    }

    void makesSafe_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("safe");
        const auto row = [](const QByteArray &bytes, const QString &safe) {
            QTest::addRow("%s", bytes.toPercentEncoding().constData()) << bytes << safe;
        };
        row("list.csv", QStringLiteral("list.csv"));
        row(".newList", QStringLiteral(".newList"));
        row("20260102_030405_été.csv", QStringLiteral("20260102_030405_été.csv"));
        row("", QStringLiteral("_"));
        row(".", QStringLiteral("_"));
        row("..", QStringLiteral("_"));
        row(". . .", QStringLiteral("_"));
        row("   ", QStringLiteral("_"));
        row("../../etc/passwd", QStringLiteral(".._.._etc_passwd"));
        row("..\\..\\boot.ini", QStringLiteral(".._.._boot.ini"));
        row("/absolute", QStringLiteral("_absolute"));
        row("C:\\x.csv", QStringLiteral("C__x.csv"));
        row("a.csv:stream", QStringLiteral("a.csv_stream"));
        row("a.csv.", QStringLiteral("a.csv"));
        row("a.csv . ", QStringLiteral("a.csv"));
        row(" a.csv", QStringLiteral("a.csv"));
        row("a?b*c|d<e>f\"g", QStringLiteral("a_b_c_d_e_f_g"));
        row("a\nb", QStringLiteral("a_x0ab"));
        row("\xE9.csv", QStringLiteral("_xe9.csv"));
        row("CON", QStringLiteral("_CON"));
        row("con.csv", QStringLiteral("_con.csv"));
        row("NUL .csv", QStringLiteral("_NUL .csv"));
        row("nul.tar.gz", QStringLiteral("_nul.tar.gz"));
        row("COM1", QStringLiteral("_COM1"));
        row("COM\xC2\xB9.csv", QStringLiteral("_COM¹.csv"));
        row("LPT9.", QStringLiteral("_LPT9"));
        row("CONIN$", QStringLiteral("_CONIN$"));
        row("COM10", QStringLiteral("COM10"));
        row("CONTACTS.csv", QStringLiteral("CONTACTS.csv"));
        // Composed: the two spellings of é are one file on macOS.
        row("e\xCC\x81t\xC3\xA9.csv", QStringLiteral("été.csv"));
    }
    void makesSafe()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, safe);
        QCOMPARE(safeLocalName(bytes), safe);
        QVERIFY(isSafe(safe));
    }

    void shortensButKeepsTheEnding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("ending");
        QTest::newRow("csv") << QByteArray(4000, 'a') + ".csv" << QStringLiteral("a.csv");
        QTest::newRow("csv.gz") << QByteArray(4000, 'a') + ".csv.gz" << QStringLiteral("a.csv.gz");
        QTest::newRow("no ending") << QByteArray(4000, 'a') << QStringLiteral("aa");
        QTest::newRow("long ending") << QByteArray("a.") + QByteArray(4000, 'b') << QStringLiteral("bb");
        QTest::newRow("pairs") << QByteArray("\xF0\x9F\x98\x80").repeated(1000) + ".csv" << QStringLiteral("😀.csv");
        QTest::newRow("pairs, odd") << "a" + QByteArray("\xF0\x9F\x98\x80").repeated(1000) + ".csv"
                                    << QStringLiteral("😀.csv");
        QTest::newRow("dots where it is cut")
            << QByteArray(150, 'a') + QByteArray(3000, '.') + ".csv" << QStringLiteral("a.csv");
        QTest::newRow("reserved and long") << "CON." + QByteArray(4000, 'a') + ".csv" << QStringLiteral("a.csv");
        QTest::newRow("not UTF-8") << QByteArray(4000, '\xFF') + ".csv" << QStringLiteral(".csv");
    }
    void shortensButKeepsTheEnding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, ending);
        const QString safe = safeLocalName(bytes);
        QVERIFY2(isSafe(safe), qPrintable(safe));
        QVERIFY2(safe.endsWith(ending), qPrintable(safe));
        QVERIFY2(safe.toUtf8().size() > 140, qPrintable(safe));
    }

    void isSafeForAnyBytes()
    {
        QRandomGenerator random(20260102);
        const QByteArray alphabet("./\\ :CONcon\x1B\n\xE2\x80\xAE\xF0\x9F\x98\x80\xFF\xCC\x81~*aé");
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes;
            for (auto left = random.bounded(24); left > 0; --left)
                bytes += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            const QString safe = safeLocalName(bytes);
            QVERIFY2(isSafe(safe), bytes.toPercentEncoding().constData());
            QCOMPARE(safeLocalName(safe.toUtf8()), safe);
        }
    }
};

QTEST_GUILESS_MAIN(SafeNameTest)
#include "tst_safename.moc"
