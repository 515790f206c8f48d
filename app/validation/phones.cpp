// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/phones.h"

#include "validation/characters.h"
#include "validation/usualforms.h"

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

constexpr int france = 33;

/// Overseas numbers are dialled from France like national ones but have their own country codes.
struct Overseas {
    std::string_view prefix;
    int countryCode;
};
constexpr std::array<Overseas, 13> overseas{{{"590", 590},
                                             {"690", 590},
                                             {"691", 590},
                                             {"594", 594},
                                             {"694", 594},
                                             {"596", 596},
                                             {"696", 596},
                                             {"697", 596},
                                             {"262", 262},
                                             {"269", 262},
                                             {"639", 262},
                                             {"692", 262},
                                             {"693", 262}}};

/// What people and programs put between digits: spaces, hyphens and dots of all kinds, and the marks of direction and
/// invisible spaces that come along when a number is copied out of a directory.
bool isBetweenDigits(char32_t c)
{
    if (c < 0x80)
        return std::string_view(" .-()/\t").find(static_cast<char>(c)) != std::string_view::npos;
    return c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x2015) || (c >= 0x202A && c <= 0x202F) || c == 0x205F ||
           c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0x2212 || c == 0x3000 || c == 0xFEFF;
}

/// The digits without what people put between them.
PhoneDigits digitsOf(std::string_view text)
{
    PhoneDigits result;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i, csv::Encoding::Utf8);
        if (c >= U'0' && c <= U'9') {
            result.digits += static_cast<char>(c);
        } else if (c == U'+') {
            // Only in front; "(+33) 6 …" is fine too.
            result.badCharacter = result.badCharacter || result.plus || !result.digits.empty();
            result.plus = true;
        } else if (!isBetweenDigits(c)) {
            result.badCharacter = true;
        }
        if (result.badCharacter || result.digits.size() > 32)
            break;
    }
    return result;
}

std::string toE164(int countryCode, std::string_view national)
{
    std::string text = "+";
    text += std::to_string(countryCode);
    text += national;
    return text;
}

} // namespace

PhoneReader::PhoneReader(const QString &region) : m_region(region), m_regionCode(region.toUpper().toStdString())
{
    if (m_regionCode.empty())
        m_regionCode = "FR";
    m_isFrench = m_regionCode == "FR";
}

PhoneFault PhoneReader::faultOfSort(PhoneSort sort, PhoneKind kind)
{
    if (sort == PhoneSort::NotValid || sort == PhoneSort::Unknown)
        return PhoneFault::Impossible;
    switch (kind) {
    case PhoneKind::Any:
        return PhoneFault::None;
    case PhoneKind::Mobile:
        return sort == PhoneSort::Mobile || sort == PhoneSort::Both ? PhoneFault::None : PhoneFault::NotAMobile;
    case PhoneKind::Fixed:
        return sort == PhoneSort::Fixed || sort == PhoneSort::Both ? PhoneFault::None : PhoneFault::NotAFixedLine;
    }
    return PhoneFault::None;
}

PhoneReader::Number PhoneReader::classify(int countryCode, const std::string &national)
{
    return {phoneLibrary().sortOf(toE164(countryCode, national)), countryCode, national};
}

PhoneReader::Number PhoneReader::classifyFrench(const std::string &national)
{
    for (const Overseas &place : overseas) {
        if (!national.starts_with(place.prefix))
            continue;
        if (const Number number = classify(place.countryCode, national); number.sort != PhoneSort::NotValid)
            return number;
    }
    return classify(france, national);
}

PhoneReading PhoneReader::readDigits(const std::string &digits, bool plus, PhoneKind kind) const
{
    PhoneReading reading;
    const std::string text = plus ? "+" + digits : digits;
    const auto [fault, countryCode, national] = phoneLibrary().parse(text, m_regionCode);
    if (fault != PhoneFault::None) {
        reading.fault = fault;
        return reading;
    }
    const Number found = countryCode == france ? classifyFrench(national) : classify(countryCode, national);
    if (found.sort == PhoneSort::NotValid) {
        reading.fault = phoneLibrary().faultOfLength(text, m_regionCode);
        return reading;
    }
    reading.e164 = toE164(found.countryCode, found.national);
    reading.fault = faultOfSort(found.sort, kind);
    if (!plus && digits == std::to_string(countryCode) + national)
        reading.note = PhoneNote::NoPlus;
    else if (!plus && digits == national && phoneLibrary().hasTrunkZero(m_regionCode))
        reading.note = PhoneNote::LostZero;
    return reading;
}

PhoneReading PhoneReader::readByLibrary(std::string_view utf8, PhoneKind kind) const
{
    const PhoneDigits found = digitsOf(utf8);
    if (found.badCharacter)
        return {PhoneFault::BadCharacter, PhoneNote::None, {}};
    if (found.digits.size() > 20)
        return {PhoneFault::TooLong, PhoneNote::None, {}};
    return readDigits(found.digits, found.plus, kind);
}

PhoneReading PhoneReader::read(std::string_view utf8, PhoneKind kind)
{
    if (const UsualPhone usual = usualPhone(RoomyCopy(utf8).text(), m_isFrench); usual.suits(kind))
        return {PhoneFault::None, PhoneNote::None, std::string(usual.text())};
    const PhoneDigits found = digitsOf(utf8);
    if (!m_isFrench)
        return readOtherForm(utf8, found, kind);
    std::string_view national = found.digits;
    if (found.badCharacter)
        national = {};
    else if (!found.plus && national.size() == 10 && national.front() == '0' && national[1] != '0')
        national.remove_prefix(1);
    else if (found.plus && national.size() == 11 && national.starts_with("33") && national[2] != '0')
        national.remove_prefix(2);
    else
        national = {};
    if (national.empty())
        return readOtherForm(utf8, found, kind);

    if (m_french.empty())
        m_french.resize(100'000);
    std::size_t beginning = 0;
    std::from_chars(national.data(), national.data() + 5, beginning);
    Memo &memo = m_french[beginning];
    if (memo.sort == PhoneSort::Unknown) {
        const Number number = classifyFrench(std::string(national));
        memo = {number.sort, static_cast<std::uint16_t>(number.countryCode)};
    }
    if (memo.sort == PhoneSort::NotValid)
        return {PhoneFault::Impossible, PhoneNote::None, {}};
    return {faultOfSort(memo.sort, kind), PhoneNote::None, toE164(memo.countryCode, national)};
}

/// Numbers that lost their + or their first 0, and the same few wrong ones again and again.
PhoneReading PhoneReader::readOtherForm(std::string_view utf8, const PhoneDigits &found, PhoneKind kind)
{
    const std::string_view digits = found.digits;
    if (m_isFrench && !found.badCharacter && !found.plus) {
        const bool noPlus = digits.size() == 11 && digits.starts_with("33") && digits[2] != '0';
        const bool lostZero = digits.size() == 9 && digits.front() != '0';
        if (noPlus || lostZero) {
            const UsualPhone usual =
                usualPhone(RoomyCopy("+33" + std::string(digits.substr(noPlus ? 2 : 0))).text(), true);
            if (usual.suits(kind))
                return {PhoneFault::None, noPlus ? PhoneNote::NoPlus : PhoneNote::LostZero, std::string(usual.text())};
        }
    }
    constexpr std::size_t most = 2000;
    std::string text(utf8);
    text += static_cast<char>(kind);
    const auto known = m_others.find(text);
    if (known != m_others.end())
        return known->second;
    PhoneReading reading = readByLibrary(utf8, kind);
    if (m_others.size() < most)
        m_others.emplace(std::move(text), reading);
    return reading;
}

namespace
{

PhoneReader &readerOfThread(const QString &region)
{
    thread_local std::optional<PhoneReader> reader;
    if (!reader || reader->region() != region)
        reader.emplace(region);
    return *reader;
}

} // namespace

PhoneFault phoneFault(std::string_view utf8, PhoneKind kind, const QString &region)
{
    return readerOfThread(region).read(utf8, kind).fault;
}

std::optional<std::string> phoneE164(std::string_view utf8, const QString &region)
{
    PhoneReading reading = readerOfThread(region).read(utf8, PhoneKind::Any);
    if (reading.fault != PhoneFault::None)
        return std::nullopt;
    return std::move(reading.e164);
}

std::optional<char32_t> badCharacterOfPhone(std::string_view utf8)
{
    bool digits = false;
    bool plus = false;
    for (std::size_t i = 0; i < utf8.size();) {
        const char32_t c = nextCodePoint(utf8, i, csv::Encoding::Utf8);
        if (c == U'+' && (plus || digits))
            return c;
        plus = plus || c == U'+';
        digits = digits || (c >= U'0' && c <= U'9');
        if (c == U'+' || (c >= U'0' && c <= U'9') || isBetweenDigits(c))
            continue;
        return c;
    }
    return std::nullopt;
}

namespace
{

/// "06 12 34 56 78" for France: what the library gives as a mobile number of the region. It takes its time for that,
/// and every place of a finding wants the same.
QString exampleOf(const QString &region)
{
    thread_local std::map<QString, QString> examples;
    QString &example = examples[region];
    if (!example.isEmpty())
        return example;
    const std::string text = phoneLibrary().mobileExample(region.toUpper().toStdString());
    example = text.empty() ? u"06 12 34 56 78"_s : QString::fromStdString(text);
    return example;
}

} // namespace

QString explain(PhoneFault fault, const QString &region)
{
    switch (fault) {
    case PhoneFault::None:
        return {};
    case PhoneFault::BadCharacter:
        return Words::tr("It holds characters that are no part of a phone number. Write digits, such as %1 or "
                         "+33612345678.")
            .arg(exampleOf(region));
    case PhoneFault::TooShort:
        return Words::tr("It is too short. Complete it, such as %1.").arg(exampleOf(region));
    case PhoneFault::TooLong:
        return Words::tr("It is too long. Keep one number in the cell, such as %1.").arg(exampleOf(region));
    case PhoneFault::UnknownCountry:
        return Words::tr("No country has this code. Write the code after the +, such as +33.");
    case PhoneFault::NotAMobile:
        return Words::tr("It is not a mobile number. Write one here, such as %1.").arg(exampleOf(region));
    case PhoneFault::NotAFixedLine:
        return Words::tr("It is not a fixed line. Write one here; mobiles have a column of their own.");
    case PhoneFault::Impossible:
        return Words::tr("No such number exists in its country. Check the digits.");
    }
    return {};
}

} // namespace navette
