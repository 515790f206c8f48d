// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The quick ways against the whole ones: where a quick way says yes, the whole one has to say the same.
#include "validation/cellforms.h"
#include "validation/dates.h"
#include "validation/phones.h"
#include "validation/usualforms.h"

#include <QRandomGenerator>
#include <QTest>

#include <phonenumbers/phonenumberutil.h>

#include <set>

using namespace navette;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace
{

/// NAVETTE_PHONES=1000000 for the whole proof.
int phoneCount()
{
    bool given = false;
    const int count = qEnvironmentVariableIntValue("NAVETTE_PHONES", &given);
    return given ? count : 50'000;
}

void comparePhone(PhoneReader &reader, const std::string &text)
{
    for (const PhoneKind kind : {PhoneKind::Any, PhoneKind::Mobile, PhoneKind::Fixed}) {
        const PhoneReading quick = reader.read(text, kind);
        const PhoneReading whole = reader.readByLibrary(text, kind);
        if (quick.fault == whole.fault && quick.note == whole.note && quick.e164 == whole.e164)
            continue;
        QFAIL(qPrintable(QString::fromLatin1("%1, kind %2: %3 %4, but the library says %5 %6")
                             .arg(QString::fromStdString(text))
                             .arg(int(kind))
                             .arg(int(quick.fault))
                             .arg(QString::fromStdString(quick.e164))
                             .arg(int(whole.fault))
                             .arg(QString::fromStdString(whole.e164))));
    }
}

std::string randomDigits(QRandomGenerator &random, int count)
{
    std::string text;
    while (count-- > 0)
        text += static_cast<char>('0' + random.bounded(10));
    return text;
}

std::string randomText(QRandomGenerator &random, std::string_view alphabet, int most)
{
    std::string text;
    for (int size = random.bounded(most + 1); size > 0; --size)
        text += alphabet[static_cast<std::size_t>(random.bounded(int(alphabet.size())))];
    return text;
}

} // namespace

class TestUsualForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFrenchBeginning();
    void exampleNumbers();
    void generatedNumbers();
    void emails();
    void dates_data();
    void dates();
    void anyDates();
    void uuids();
    void numbers();
};

/// The rules for French numbers look no further than their first five digits.
void TestUsualForms::everyFrenchBeginning()
{
    QRandomGenerator random(1);
    PhoneReader reader(QStringLiteral("FR"));
    std::array<int, 2> sure{};
    for (int beginning = 0; beginning < 100'000; ++beginning) {
        std::string text = std::to_string(beginning);
        text = "+33" + std::string(5 - text.size(), '0') + text + randomDigits(random, 4);
        const UsualPhone usual = usualPhone(RoomyCopy(text).text(), true);
        if (usual.sort == UsualPhone::Sort::Unsure)
            continue;
        const bool mobile = usual.sort == UsualPhone::Sort::Mobile;
        ++sure[mobile];
        const PhoneReading whole = reader.readByLibrary(text, mobile ? PhoneKind::Mobile : PhoneKind::Fixed);
        QVERIFY2(whole.fault == PhoneFault::None && whole.e164 == text, text.c_str());
    }
    QVERIFY(sure[0] > 40'000);
    QVERIFY(sure[1] > 10'000);
}

void TestUsualForms::exampleNumbers()
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    library.GetSupportedRegions(&regions);
    PhoneReader french(QStringLiteral("FR"));
    PhoneReader belgian(QStringLiteral("BE"));
    int numbers = 0;
    for (const std::string &region : regions) {
        for (int type = 0; type <= PhoneNumberUtil::VOICEMAIL; ++type) {
            PhoneNumber number;
            if (!library.GetExampleNumberForType(region, static_cast<PhoneNumberUtil::PhoneNumberType>(type), &number))
                continue;
            for (const auto format :
                 {PhoneNumberUtil::E164, PhoneNumberUtil::INTERNATIONAL, PhoneNumberUtil::NATIONAL}) {
                std::string text;
                library.Format(number, format, &text);
                comparePhone(french, text);
                comparePhone(belgian, text);
                if (QTest::currentTestFailed())
                    return;
            }
            ++numbers;
        }
    }
    QVERIFY(numbers > 1000);
}

void TestUsualForms::generatedNumbers()
{
    QRandomGenerator random(2);
    PhoneReader french(QStringLiteral("FR"));
    PhoneReader belgian(QStringLiteral("BE"));
    const int count = phoneCount();
    for (int i = 0; i < count; ++i) {
        const char *const starts[] = {"0", "0", "0", "0", "+33", "+33", "33", "0033", "", ""};
        std::string text = starts[random.bounded(10)];
        const std::string national = randomDigits(random, random.bounded(20) ? 9 : random.bounded(12));
        for (const char c : national) {
            if (random.bounded(12) == 0)
                text += " .-/()\xA0x"[random.bounded(8)];
            text += c;
        }
        if (random.bounded(30) == 0)
            text += " ";
        comparePhone(i % 8 ? french : belgian, text);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestUsualForms::emails()
{
    QRandomGenerator random(3);
    int usual = 0;
    for (int i = 0; i < 2'000'000; ++i) {
        std::string text = randomText(random, "abZ9.-_+", random.bounded(40) ? 6 : 70) + "@" +
                           randomText(random, "abZ9.-_\xE9", random.bounded(40) ? 8 : 70);
        if (random.bounded(20) == 0)
            text += "@ ="[random.bounded(3)];
        if (random.bounded(2))
            text += ".fr";
        if (!isUsualEmail(RoomyCopy(text).text()))
            continue;
        ++usual;
        QVERIFY2(emailFault(text) == EmailFault::None, text.c_str());
        QVERIFY2(std::string_view("=+-@").find(text.front()) == std::string_view::npos, text.c_str());
    }
    QVERIFY(usual > 10'000);
    QVERIFY(isUsualEmail(RoomyCopy("jean.dupont_2@mail-1.example.org").text()));
}

void TestUsualForms::dates_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd", "yyyyMMddHHmmss",
                               "dd/MM/yyyy hh:mm", "MM.yyyy", "'le' dd MM yyyy"})
        QTest::addRow("%s", format) << QByteArray(format);
}

void TestUsualForms::dates()
{
    QFETCH(QByteArray, format);
    QRandomGenerator random(4);
    const UsualDate usual(std::string_view(format.constData(), size_t(format.size())));
    const DateParts start{1999, 12, 28, 23, 59, 59, true};
    int matches = 0;
    for (int i = 0; i < 300'000; ++i) {
        DateParts date = start;
        date.year = random.bounded(10) ? 1896 + random.bounded(210) : 0;
        date.month = random.bounded(14);
        date.day = random.bounded(34);
        date.hour = random.bounded(26);
        date.minute = random.bounded(62);
        date.second = random.bounded(62);
        std::string text = formatDate(date, std::string_view(format.constData(), size_t(format.size())));
        if (random.bounded(4) == 0)
            text[size_t(random.bounded(int(text.size())))] = static_cast<char>(random.bounded(256));
        if (random.bounded(20) == 0)
            text += ' ';
        if (!usual.matches(RoomyCopy(text).text()))
            continue;
        ++matches;
        QVERIFY2(parseDate(text, std::string_view(format.constData(), size_t(format.size()))), text.c_str());
    }
    QVERIFY(format == "MM.yyyy" || format.contains('\'') || matches > 10'000);
}

void TestUsualForms::anyDates()
{
    QRandomGenerator random(5);
    int matches = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const std::string text = randomDigits(random, 2) + "/-."[random.bounded(3)] + "01"[random.bounded(2)] +
                                 randomDigits(random, 1) + "/-.x"[random.bounded(4)] + randomDigits(random, 4);
        if (!isUsualDate(RoomyCopy(text).text()))
            continue;
        ++matches;
        QVERIFY2(recogniseDate(text), text.c_str());
    }
    QVERIFY(matches > 10'000);
    QVERIFY(isUsualDate(RoomyCopy("29/02/2000").text()) && !isUsualDate(RoomyCopy("29/02/1900").text()) &&
            !isUsualDate(RoomyCopy("31/04/2000").text()));
}

void TestUsualForms::uuids()
{
    const std::string good = "0291725A-bb67-4EB9-8914-eE14B283fC0c";
    QVERIFY(isUsualUuid(RoomyCopy(good).text()));
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (int c = 0; c < 256; ++c) {
            std::string text = good;
            text[at] = static_cast<char>(c);
            const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
            const bool fits = dash ? c == '-' : c < 128 && std::isxdigit(c) != 0;
            QVERIFY2(isUsualUuid(RoomyCopy(text).text()) == fits, text.c_str());
        }
    }
    QVERIFY(!isUsualUuid(RoomyCopy(good.substr(1)).text()) && !isUsualUuid(RoomyCopy(good + "0").text()));
}

void TestUsualForms::numbers()
{
    QRandomGenerator random(6);
    int integers = 0;
    int decimals = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const std::string text =
            randomText(random, random.bounded(2) ? "0123456789" : "0149,.-+ ", 1 + random.bounded(18));
        const RoomyCopy copy(text);
        if (isUsualInteger(copy.text())) {
            ++integers;
            QVERIFY2(isInteger(text) && text.front() != '-', text.c_str());
        }
        if (isUsualNumber(copy.text(), ',')) {
            decimals += text.find(',') != std::string::npos;
            QVERIFY2(isNumber(text, ','), text.c_str());
        }
    }
    QVERIFY(integers > 10'000 && decimals > 1'000);
    const auto isUsual = [](const char *text) { return isUsualNumber(RoomyCopy(text).text(), ','); };
    QVERIFY(isUsual("-152,886367") && isUsual("48") && isUsual("0,5"));
    for (const char *text : {"", "-", ",", "1,", ",1", "1,2,3", "--1", "1-", "-,5"})
        QVERIFY2(!isUsual(text), text);
    QVERIFY(isUsualInteger(RoomyCopy("0123456789012345").text()) && !isUsualInteger(RoomyCopy("").text()));
}

QTEST_APPLESS_MAIN(TestUsualForms)
#include "tst_usualforms.moc"
