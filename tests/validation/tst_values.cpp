// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/characters.h"
#include "validation/dates.h"
#include "validation/phones.h"
#include "validation/values.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <phonenumbers/phonenumberutil.h>

#include <set>

using namespace navette;

Q_DECLARE_METATYPE(navette::EmailFault)
Q_DECLARE_METATYPE(navette::PhoneFault)
Q_DECLARE_METATYPE(navette::PhoneKind)

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void email_data();
    void email();
    void emailIsLinear();
    void phone_data();
    void phone();
    void fastWayAgreesWithLibrary();
    void libraryExamples();
    void phoneOfOtherRegion();
    void everyFaultIsExplained();
    void badCharactersAreNamed();
    void date_data();
    void date();
    void dateForms_data();
    void dateForms();
    void replacement_data();
    void replacement();
    void trimmed_data();
    void trimmed();
    void scan();
};

void TestValues::email_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<EmailFault>("fault");
    const auto row = [](const QByteArray &text, EmailFault fault) {
        QTest::addRow("%s", text.left(60).constData()) << text << fault;
    };
    using enum EmailFault;
    row("jean@example.org", None);
    row("JEAN.Dupont@Example.FR", None);
    row("jean+promo@example.org", None);
    row("j_d-x'y@example.co.uk", None);
    row("1@2.fr", None);
    row("a@b-c.fr", None);
    row("a@xn--caf-dma.fr", None);
    row("jean@café.fr", None);
    row("jean@例え.jp", None);
    row("!#$%&'*+/=?^_`{|}~-@example.org", None);
    row(QByteArray(64, 'a') + "@example.org", None);
    row("jean", NoAt);
    row("jean.example.org", NoAt);
    row("jean(at)example.org", NoAt);
    row("jean@example.org;paul@example.org", SeveralAt);
    row("jean@@example.org", SeveralAt);
    row("@example.org", EmptyLocalPart);
    row("jean dupont@example.org", BadCharacter);
    row("jean@exam ple.org", BadCharacter);
    row("jean,dupont@example.org", BadCharacter);
    row("jean@free,fr", BadCharacter);
    row("<jean@example.org>", BadCharacter);
    row("mailto:jean@example.org", BadCharacter);
    row("jérôme@example.org", BadCharacter);
    row("jean@exam_ple.org", BadCharacter);
    row("jean@-example.org", Hyphens);
    row("jean@example-.org", Hyphens);
    row(".jean@example.org", Dots);
    row("jean.@example.org", Dots);
    row("jean..dupont@example.org", Dots);
    row("jean@example..org", Dots);
    row("jean@.example.org", Dots);
    row("jean@example.org.", Dots);
    row("jean@", NoDomain);
    row("jean@example", NoTopLevel);
    row("jean@localhost", NoTopLevel);
    row("jean@10.0.0.1", NoTopLevel);
    row("jean@example.f", NoTopLevel);
    row(QByteArray(65, 'a') + "@example.org", TooLong);
    row("a@" + QByteArray(64, 'b') + ".org", TooLong);
    row("a@" + QByteArray("abcdefghij.").repeated(24) + "org", TooLong);
    row("", NoAt);
}

void TestValues::email()
{
    QFETCH(const QByteArray, text);
    QFETCH(const EmailFault, fault);
    QCOMPARE(emailFault(text.toStdString()), fault);
}

void TestValues::emailIsLinear()
{
    // reliability.md, part C: a cell of 1 MB in under 10 ms; generous here, for sanitizers and busy machines.
    const std::string cells[] = {std::string(1'000'000, 'a') + "@b.fr", "a@" + std::string(1'000'000, '.'),
                                 "a@" + std::string(1'000'000, 'b'), std::string(1'000'000, '@')};
    QElapsedTimer timer;
    timer.start();
    for (const std::string &cell : cells)
        QVERIFY(emailFault(cell) != EmailFault::None);
    QVERIFY(timer.elapsed() < 1000);
}

void TestValues::phone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<PhoneKind>("kind");
    QTest::addColumn<PhoneFault>("fault");
    QTest::addColumn<QByteArray>("e164");
    const auto row = [](const QByteArray &text, PhoneKind kind, PhoneFault fault, const QByteArray &e164 = {}) {
        QTest::addRow("%s %d", text.constData(), static_cast<int>(kind)) << text << kind << fault << e164;
    };
    using enum PhoneFault;
    constexpr PhoneKind mobile = PhoneKind::Mobile;
    constexpr PhoneKind fixed = PhoneKind::Fixed;
    constexpr PhoneKind any = PhoneKind::Any;
    // The platform's own examples (digitaleo.md, File format).
    row("0286786589", fixed, None, "+33286786589");
    row("05.80.99.90.68", fixed, None, "+33580999068");
    row("336 90 78 56 90", mobile, None, "+590690785690");
    row("06 12 34 56 78", mobile, None, "+33612345678");
    row("0612345678", mobile, None, "+33612345678");
    row("06-12-34-56-78", mobile, None, "+33612345678");
    row("06/12/34/56/78", mobile, None, "+33612345678");
    row("06\xC2\xA0"
        "12345678",
        mobile, None, "+33612345678");
    row("+33612345678", mobile, None, "+33612345678");
    row("+33 6 12 34 56 78", mobile, None, "+33612345678");
    row("+33 (0)6 12 34 56 78", mobile, None, "+33612345678");
    row("(+33) 6 12 34 56 78", mobile, None, "+33612345678");
    row("0033612345678", mobile, None, "+33612345678");
    row("33612345678", mobile, None, "+33612345678");
    row("612345678", mobile, None, "+33612345678");
    row("0755121212", mobile, None, "+33755121212");
    row("0690 78 56 90", mobile, None, "+590690785690");
    row("0692 12 34 56", mobile, None, "+262692123456");
    row("0262 20 12 34", fixed, None, "+262262201234");
    row("0596 55 12 34", fixed, None, "+596596551234");
    row("+41 78 927 26 96", mobile, None, "+41789272696");
    row("+44 7911 123456", mobile, None, "+447911123456");
    row("+1 202 555 0143", mobile, None, "+12025550143");
    row("0972123456", fixed, None, "+33972123456");
    row("0800123456", any, None, "+33800123456");
    row("0612", mobile, TooShort);
    row("06 12 34 56 7", mobile, TooShort);
    row("5", mobile, TooShort);
    row("+", mobile, TooShort);
    row("061234567890", mobile, TooLong);
    row("+336123456789012345678", mobile, TooLong);
    row("+999612345678", mobile, UnknownCountry);
    row("06 12 34 56 7O", mobile, BadCharacter);
    row("3.36123E+10", mobile, BadCharacter);
    row("06 12 34 56 78 (bureau)", mobile, BadCharacter);
    row("n/a", mobile, BadCharacter);
    row("0612345678;0698765432", mobile, BadCharacter);
    row("06+12345678", mobile, BadCharacter);
    row("06 12 34 56 é8", mobile, BadCharacter);
    row("0286786589", mobile, NotAMobile, "+33286786589");
    row("0800123456", mobile, NotAMobile, "+33800123456");
    row("0612345678", fixed, NotAFixedLine, "+33612345678");
    row("0800123456", fixed, NotAFixedLine, "+33800123456");
    row("0000000000", mobile, TooShort);
    row("0712345678", mobile, Impossible);
}

void TestValues::phone()
{
    QFETCH(const QByteArray, text);
    QFETCH(const PhoneKind, kind);
    QFETCH(const PhoneFault, fault);
    QFETCH(const QByteArray, e164);
    const QString france = QStringLiteral("FR");
    QCOMPARE(phoneFault(text.toStdString(), kind, france), fault);
    QCOMPARE(QByteArray::fromStdString(phoneE164(text.toStdString(), france).value_or("")), e164);
}

void TestValues::fastWayAgreesWithLibrary()
{
    PhoneReader reader(QStringLiteral("FR"));
    QRandomGenerator random(20150427);
    for (int i = 0; i < 20'000; ++i) {
        const auto number = random.bounded(1'000'000'000);
        std::string text = i % 2 == 0 ? "0" : "+33";
        std::string digits = std::to_string(number);
        text.append(9 - digits.size(), '0');
        text += digits;
        const auto kind = static_cast<PhoneKind>(i % 3);
        const PhoneReading fast = reader.read(text, kind);
        const PhoneReading slow = reader.readByLibrary(text, kind);
        QVERIFY2(fast.fault == slow.fault && fast.e164 == slow.e164 && fast.note == slow.note, text.c_str());
    }
}

void TestValues::libraryExamples()
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    library.GetSupportedRegions(&regions);
    QVERIFY(regions.size() > 200);
    int mobiles = 0;
    for (const std::string &region : regions) {
        PhoneNumber number;
        if (!library.GetExampleNumberForType(region, PhoneNumberUtil::MOBILE, &number))
            continue;
        std::string text;
        library.Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
        QVERIFY2(phoneFault(text, PhoneKind::Mobile, QStringLiteral("FR")) == PhoneFault::None, text.c_str());
        ++mobiles;
    }
    QVERIFY(mobiles > 200);
}

void TestValues::phoneOfOtherRegion()
{
    QCOMPARE(phoneE164("078 927 26 96", QStringLiteral("CH")), std::string("+41789272696"));
    QCOMPARE(phoneE164("612 345 678", QStringLiteral("ES")), std::string("+34612345678"));
    QCOMPARE(phoneE164("612 345 678", QStringLiteral("FR")), std::string("+33612345678"));
    QCOMPARE(phoneE164("0612345678", QString()), std::string("+33612345678"));
    // A country that we do not know knows international numbers alone.
    QCOMPARE(phoneE164("+33612345678", QStringLiteral("XX")), std::string("+33612345678"));
}

void TestValues::everyFaultIsExplained()
{
    for (int i = 1; i <= static_cast<int>(EmailFault::TooLong); ++i)
        QVERIFY(explain(static_cast<EmailFault>(i)).endsWith(QLatin1Char('.')));
    for (int i = 1; i <= static_cast<int>(PhoneFault::Impossible); ++i)
        QVERIFY(explain(static_cast<PhoneFault>(i)).endsWith(QLatin1Char('.')));
}

/// Named exactly where the check refuses for a character.
void TestValues::badCharactersAreNamed()
{
    QCOMPARE(badCharacterOfEmail("jean dupont@example.org"), U' ');
    QCOMPARE(badCharacterOfEmail("j\xC3\xA9r\xC3\xB4me@example.org"), U'\u00E9');
    QCOMPARE(badCharacterOfEmail("jean@exam_ple.org"), U'_');
    QVERIFY(!badCharacterOfEmail("jean_d'arc@caf\xC3\xA9.fr"));
    QCOMPARE(badCharacterOfPhone("06 12 34 56 7O"), U'O');
    QCOMPARE(badCharacterOfPhone("06+12"), U'+');
    QVERIFY(!badCharacterOfPhone("(+33) 6.12-34/56\xC2\xA0"
                                 "78"));
    QRandomGenerator random(4);
    const std::string letters = "aZ09@.-_ ,;+()/\xC3\xA9'";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (int n = random.bounded(12); n >= 0; --n)
            text += letters[random.bounded(static_cast<quint32>(letters.size()))];
        if (!QByteArrayView(text).isValidUtf8())
            continue;
        const PhoneFault phone = phoneFault(text, PhoneKind::Any, QStringLiteral("FR"));
        QVERIFY2((phone == PhoneFault::BadCharacter) == badCharacterOfPhone(text).has_value(), text.c_str());
        if (emailFault(text) == EmailFault::None)
            QVERIFY2(!badCharacterOfEmail(text), text.c_str());
    }
}

void TestValues::date_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("iso"); // empty: no date
    const auto row = [](const QByteArray &text, const QByteArray &iso) {
        QTest::addRow("%s", text.constData()) << text << iso;
    };
    row("24/12/1990", "1990-12-24 00:00:00");
    row("4/2/1990", "1990-02-04 00:00:00");
    row("24-12-1990", "1990-12-24 00:00:00");
    row("24.12.1990", "1990-12-24 00:00:00");
    row("1990-12-24", "1990-12-24 00:00:00");
    row("1990/12/24", "1990-12-24 00:00:00");
    row("19901224", "1990-12-24 00:00:00");
    row("1990-12-24 18:30", "1990-12-24 18:30:00");
    row("1990-12-24 18:30:59", "1990-12-24 18:30:59");
    row("1990-12-24T18:30:59Z", "1990-12-24 18:30:59");
    row("24/12/1990 8:05", "1990-12-24 08:05:00");
    row("29/02/2000", "2000-02-29 00:00:00");
    row("29/02/1900", "");
    row("31/04/1990", "");
    row("12/24/1990", "");
    row("24/12/90", "");
    row("24/12-1990", "");
    row("24 décembre 1990", "");
    row("1990-12-24 25:00:00", "");
    row("1990-12-24 18:30:59 h", "");
    row("33231", "");
    row("199-12-24", "");
    row("0000-00-00", "");
    row("24/12/1990/1", "");
    row("", "");
}

void TestValues::date()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, iso);
    const auto date = recogniseDate(text.toStdString());
    QCOMPARE(date ? QByteArray::fromStdString(formatDate(*date, "yyyy-MM-dd HH:mm:ss")) : QByteArray(), iso);
}

void TestValues::dateForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("fits");
    QTest::newRow("date") << QByteArray("1990-12-24") << QByteArray("yyyy-MM-dd") << true;
    QTest::newRow("time") << QByteArray("1990-12-24 18:30:00") << QByteArray("yyyy-MM-dd HH:mm:ss") << true;
    QTest::newRow("hh") << QByteArray("1990-12-24 18:30:00") << QByteArray("yyyy-MM-dd hh:mm:ss") << true;
    QTest::newRow("french") << QByteArray("24/12/1990") << QByteArray("dd/MM/yyyy") << true;
    QTest::newRow("short") << QByteArray("4/12/1990") << QByteArray("dd/MM/yyyy") << false;
    QTest::newRow("rest") << QByteArray("1990-12-24 18:30") << QByteArray("yyyy-MM-dd") << false;
    QTest::newRow("no time") << QByteArray("1990-12-24") << QByteArray("yyyy-MM-dd HH:mm:ss") << false;
    QTest::newRow("calendar") << QByteArray("1990-02-30") << QByteArray("yyyy-MM-dd") << false;
    QTest::newRow("hour") << QByteArray("1990-02-20 24:00:00") << QByteArray("yyyy-MM-dd HH:mm:ss") << false;
}

void TestValues::dateForms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, format);
    QFETCH(const bool, fits);
    const auto date = parseDate(text.toStdString(), format.toStdString());
    QCOMPARE(date.has_value(), fits);
    if (date)
        QCOMPARE(formatDate(*date, format.toStdString()), text.toStdString());
}

void TestValues::replacement_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("known");
    const auto row = [](const char16_t *letter, const char16_t *text, bool known = true) {
        const QString shown = QString::fromUtf16(letter);
        QTest::addRow("%s", qPrintable(shown)) << shown << QString::fromUtf16(text) << known;
    };
    row(u"é", u"é");
    row(u"’", u"'");
    row(u"‘", u"'");
    row(u"“", u"\"");
    row(u"„", u"\"");
    row(u"œ", u"oe");
    row(u"Œ", u"OE");
    row(u"€", u"EUR");
    row(u"…", u"...");
    row(u"–", u"-");
    row(u"—", u"-");
    row(u"™", u"(TM)");
    row(u"š", u"s");
    row(u"Ž", u"Z");
    row(u"Ÿ", u"Y");
    row(u"ł", u"l");
    row(u"ő", u"o");
    row(u"ș", u"s");
    row(u"ñ", u"ñ");
    row(u"ﬁ", u"fi");
    row(u"½", u"½");
    row(u"⅓", u"1/3");
    row(u"\u202F", u" ");
    row(u"\u200B", u"");
    row(u"😀", u"");
    row(u"★", u"");
    row(u"中", u"", false);
    row(u"Ж", u"", false);
    row(u"λ", u"", false);
    row(u"\uFFFD", u"", false);
}

void TestValues::replacement()
{
    QFETCH(const QString, letter);
    QFETCH(const QString, text);
    QFETCH(const bool, known);
    const auto replacement = honestReplacement(letter.toUcs4().front(), csv::Encoding::Latin1);
    QCOMPARE(replacement.has_value(), known);
    QCOMPARE(replacement.value_or(QString()), text);
    QVERIFY(replacement != QStringLiteral("?"));
}

void TestValues::trimmed_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("utf8");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray("a b") << true << QByteArray("a b");
    QTest::newRow("spaces") << QByteArray("  a b\t ") << true << QByteArray("a b");
    QTest::newRow("lines") << QByteArray("\r\na\n") << true << QByteArray("a");
    QTest::newRow("no-break") << QByteArray("\xC2\xA0"
                                            "a\xC2\xA0")
                              << true << QByteArray("a");
    QTest::newRow("no-break latin1") << QByteArray("\xA0"
                                                   "a\xA0")
                                     << false << QByteArray("a");
    QTest::newRow("a-grave is not blank") << QByteArray("voil\xC3\xA0") << true << QByteArray("voil\xC3\xA0");
    QTest::newRow("narrow") << QByteArray("a\xE2\x80\xAF") << true << QByteArray("a");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                        "a")
                          << true << QByteArray("a");
    QTest::newRow("only blanks") << QByteArray(" \t ") << true << QByteArray("");
}

void TestValues::trimmed()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const bool, utf8);
    QFETCH(const QByteArray, expected);
    const std::string text = cell.toStdString();
    QCOMPARE(std::string(trimmedCell(text, utf8 ? csv::Encoding::Utf8 : csv::Encoding::Latin1)),
             expected.toStdString());
}

void TestValues::scan()
{
    // Every byte value at every place of a word, so that no trick of arithmetic slips.
    for (int value = 0; value < 256; ++value) {
        for (std::size_t at = 0; at < 19; ++at) {
            std::string cell(19, 'a');
            cell[at] = static_cast<char>(value);
            const CellScan found = scanBytes(cell);
            QCOMPARE(found.nonAscii, value >= 0x80);
            QCOMPARE(found.control, value < 0x20 || value == 0x7F);
        }
    }
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
