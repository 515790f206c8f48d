// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/characters.h"

#include <QChar>
#include <QList>

#include <array>
#include <cstdint>
#include <cstring>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

/// Windows-1252 letters of the bytes 0x80 to 0x9F; 0 where it has none.
constexpr std::array<char16_t, 32> windowsLetters{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<unsigned char> windowsByte(char32_t character)
{
    for (std::size_t i = 0; i < windowsLetters.size(); ++i) {
        if (windowsLetters[i] != 0 && windowsLetters[i] == character)
            return static_cast<unsigned char>(0x80 + i);
    }
    return std::nullopt;
}

char32_t fromUtf8(std::string_view cell, std::size_t &position, bool *malformed)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(cell[i]); };
    const unsigned char lead = byteAt(position);
    int length = 0;
    char32_t value = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        value = lead & 0x0FU;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        value = lead & 0x07U;
    }
    bool ok = length > 0 && position + static_cast<std::size_t>(length) <= cell.size();
    for (int i = 1; ok && i < length; ++i) {
        const unsigned char next = byteAt(position + static_cast<std::size_t>(i));
        ok = (next & 0xC0U) == 0x80U;
        value = (value << 6) | (next & 0x3FU);
    }
    // Overlong forms and halves of surrogate pairs are no UTF-8 either.
    if (ok && ((length == 3 && value < 0x800) || (length == 4 && (value < 0x10000 || value > 0x10FFFF)) ||
               (value >= 0xD800 && value <= 0xDFFF)))
        ok = false;
    if (!ok) {
        if (malformed)
            *malformed = true;
        ++position;
        return 0xFFFD;
    }
    position += static_cast<std::size_t>(length);
    return value;
}

/// Letters and signs that Unicode does not decompose to what people write for them.
struct Replacement {
    char32_t character;
    const char16_t *text;
};
constexpr Replacement replacements[] = {
    {0x0152, u"OE"},  {0x0153, u"oe"}, {0x20AC, u"EUR"},  {0x2018, u"'"},    {0x2019, u"'"},    {0x201A, u"'"},
    {0x201B, u"'"},   {0x2032, u"'"},  {0x02BC, u"'"},    {0x02B9, u"'"},    {0x201C, u"\""},   {0x201D, u"\""},
    {0x201E, u"\""},  {0x201F, u"\""}, {0x2033, u"\""},   {0x2039, u"<"},    {0x203A, u">"},    {0x2010, u"-"},
    {0x2011, u"-"},   {0x2012, u"-"},  {0x2013, u"-"},    {0x2014, u"-"},    {0x2015, u"-"},    {0x2212, u"-"},
    {0x2026, u"..."}, {0x2022, u"-"},  {0x2122, u"(TM)"}, {0x2120, u"(SM)"}, {0x2030, u"0/00"}, {0x02C6, u"^"},
    {0x02DC, u"~"},   {0x2044, u"/"},  {0x2215, u"/"},    {0x0141, u"L"},    {0x0142, u"l"},    {0x0110, u"D"},
    {0x0111, u"d"},   {0x0126, u"H"},  {0x0127, u"h"},    {0x0131, u"i"},    {0x0138, u"k"},    {0x014A, u"N"},
    {0x014B, u"n"},   {0x0166, u"T"},  {0x0167, u"t"},    {0x0192, u"f"},    {0x018F, u"E"},    {0x0259, u"e"},
    {0x1E9E, u"SS"},  {0x2020, u"+"},  {0x2021, u"++"},   {0x2190, u"<-"},   {0x2192, u"->"},   {0x20A4, u"GBP"},
    {0x20A3, u"FRF"}, {0x2002, u" "},  {0x2003, u" "},    {0x2004, u" "},    {0x2005, u" "},    {0x2006, u" "},
    {0x2007, u" "},   {0x2008, u" "},  {0x2009, u" "},    {0x200A, u" "},    {0x202F, u" "},    {0x205F, u" "},
    {0x3000, u" "},   {0x2028, u" "},  {0x2029, u" "},    {0x2116, u"No"},   {0x2103, u"°C"},
};

/// Left out without loss: joiners, selectors, marks of direction, pictures.
bool isRemovable(char32_t character)
{
    if (character >= 0x200B && character <= 0x200F)
        return true;
    if ((character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF))
        return true;
    if (character >= 0x1F000 && character <= 0x1FAFF)
        return true;
    if (character >= 0x1F1E6 && character <= 0x1F1FF)
        return true;
    if (character == 0x2060 || character == 0x20E3)
        return true;
    // Dingbats and signs such as ★ ☎ ✓ ❤.
    return character >= 0x2600 && character <= 0x27BF;
}

std::optional<QString> decomposed(char32_t character, csv::Encoding target)
{
    const QString original = QString::fromUcs4(&character, 1);
    const QString parts = original.normalized(QString::NormalizationForm_KD);
    if (parts == original)
        return std::nullopt;
    QString result;
    for (const char32_t part : parts.toUcs4()) {
        if (QChar::isMark(part))
            continue;
        const char32_t plain = part == 0x2044 ? U'/' : part;
        if (!isRepresentable(plain, target))
            return std::nullopt;
        result += QString::fromUcs4(&plain, 1);
    }
    if (result.isEmpty())
        return std::nullopt;
    return result;
}

} // namespace

CellScan scanBytes(std::string_view cell)
{
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    constexpr std::uint64_t highs = 0x8080808080808080ULL;
    CellScan scan;
    const char *at = cell.data();
    std::size_t left = cell.size();
    // Eight bytes at a time; a borrow between bytes can only make us look closer than needed.
    while (left >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        const std::uint64_t del = word ^ (ones * 0x7FU);
        if ((((word - ones * 0x20U) | (del - ones)) & ~word & highs) != 0 || (word & highs) != 0)
            break;
        at += 8;
        left -= 8;
    }
    for (; left > 0; --left, ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        scan.nonAscii = scan.nonAscii || byte >= 0x80;
        scan.control = scan.control || byte < 0x20 || byte == 0x7F;
    }
    return scan;
}

char32_t nextCodePoint(std::string_view cell, std::size_t &position, csv::Encoding encoding, bool *malformed)
{
    const auto byte = static_cast<unsigned char>(cell[position]);
    if (byte < 0x80) {
        ++position;
        return byte;
    }
    switch (encoding) {
    case csv::Encoding::Latin1:
        ++position;
        return byte;
    case csv::Encoding::Windows1252:
        ++position;
        if (byte < 0xA0 && windowsLetters[byte - 0x80U] != 0)
            return windowsLetters[byte - 0x80U];
        return byte;
    case csv::Encoding::Utf8:
    case csv::Encoding::Utf16Le: // UTF-16 files are read as UTF-8 (CsvFile::readEncoding)
    case csv::Encoding::Utf16Be:
        break;
    }
    return fromUtf8(cell, position, malformed);
}

std::string_view trimmedCell(std::string_view cell, csv::Encoding encoding)
{
    const bool oneByte = isOneByte(encoding);
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    // U+00A0, U+202F, U+200B, U+FEFF in UTF-8.
    constexpr std::string_view blanks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
    while (!cell.empty()) {
        if (isBlank(cell.front()) || (oneByte && cell.front() == '\xA0')) {
            cell.remove_prefix(1);
            continue;
        }
        std::size_t length = 0;
        if (!oneByte && static_cast<unsigned char>(cell.front()) >= 0x80) {
            for (const std::string_view blank : blanks)
                length = cell.starts_with(blank) ? blank.size() : length;
        }
        if (length == 0)
            break;
        cell.remove_prefix(length);
    }
    while (!cell.empty()) {
        if (isBlank(cell.back()) || (oneByte && cell.back() == '\xA0')) {
            cell.remove_suffix(1);
            continue;
        }
        std::size_t length = 0;
        if (!oneByte && static_cast<unsigned char>(cell.back()) >= 0x80) {
            for (const std::string_view blank : blanks)
                length = cell.ends_with(blank) ? blank.size() : length;
        }
        if (length == 0)
            break;
        cell.remove_suffix(length);
    }
    return cell;
}

std::string_view asUtf8(std::string_view cell, csv::Encoding encoding, std::string &buffer)
{
    if (encoding != csv::Encoding::Latin1 && encoding != csv::Encoding::Windows1252)
        return cell;
    if (!scanBytes(cell).nonAscii)
        return cell;
    buffer.clear();
    for (std::size_t i = 0; i < cell.size();)
        appendEncoded(buffer, nextCodePoint(cell, i, encoding), csv::Encoding::Utf8);
    return buffer;
}

qint64 characterCount(std::string_view cell, csv::Encoding encoding)
{
    if (encoding == csv::Encoding::Latin1 || encoding == csv::Encoding::Windows1252)
        return static_cast<qint64>(cell.size());
    qint64 count = 0;
    for (const char c : cell)
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

bool isRepresentable(char32_t character, csv::Encoding target)
{
    switch (target) {
    case csv::Encoding::Latin1:
        return character <= 0xFF;
    case csv::Encoding::Windows1252:
        return character < 0x80 || (character >= 0xA0 && character <= 0xFF) || windowsByte(character).has_value() ||
               (character >= 0x80 && character < 0xA0 && windowsLetters[character - 0x80U] == 0);
    case csv::Encoding::Utf8:
    case csv::Encoding::Utf16Le:
    case csv::Encoding::Utf16Be:
        break;
    }
    return true;
}

bool isControlCharacter(char32_t character)
{
    if (character < 0x20)
        return character != '\t' && character != '\n' && character != '\r';
    if (character >= 0x7F && character <= 0x9F)
        return true;
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0xFEFF || character == 0x2028 || character == 0x2029;
}

QString meantBy(char32_t control)
{
    if (control >= 0x80 && control <= 0x9F) {
        const char16_t letter = windowsLetters[control - 0x80U];
        return letter == 0 ? QString() : QString(QChar(letter));
    }
    if (control == 0x2028 || control == 0x2029 || control == 0x0B || control == 0x0C)
        return u" "_s;
    return {};
}

std::optional<QString> honestReplacement(char32_t character, csv::Encoding target)
{
    if (isRepresentable(character, target))
        return QString::fromUcs4(&character, 1);
    if (isControlCharacter(character))
        return meantBy(character);
    for (const Replacement &replacement : replacements) {
        if (replacement.character == character)
            return QString::fromUtf16(replacement.text);
    }
    // A combining mark that no letter took up (after composition): the letter stays, its accent goes.
    if (isRemovable(character) || (character >= 0x0300 && character <= 0x036F))
        return QString();
    return decomposed(character, target);
}

bool appendEncoded(std::string &out, char32_t character, csv::Encoding encoding)
{
    if (character < 0x80) {
        out += static_cast<char>(character);
        return true;
    }
    if (!isRepresentable(character, encoding))
        return false;
    if (encoding == csv::Encoding::Latin1) {
        out += static_cast<char>(character);
        return true;
    }
    if (encoding == csv::Encoding::Windows1252) {
        out += static_cast<char>(windowsByte(character).value_or(static_cast<unsigned char>(character)));
        return true;
    }
    if (character < 0x800) {
        out += static_cast<char>(0xC0U | (character >> 6));
    } else if (character < 0x10000) {
        out += static_cast<char>(0xE0U | (character >> 12));
        out += static_cast<char>(0x80U | ((character >> 6) & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (character >> 18));
        out += static_cast<char>(0x80U | ((character >> 12) & 0x3FU));
        out += static_cast<char>(0x80U | ((character >> 6) & 0x3FU));
    }
    out += static_cast<char>(0x80U | (character & 0x3FU));
    return true;
}

QString visibleCharacter(char32_t character)
{
    const bool odd = character != U' ' && QChar::isSpace(character); // looks like another, or like nothing
    if (isControlCharacter(character) || character < 0x20 || odd || QChar::isMark(character) ||
        (character >= 0x200B && character <= 0x200F))
        return u"U+%1"_s.arg(static_cast<uint>(character), 4, 16, QLatin1Char('0')).toUpper();
    return QString::fromUcs4(&character, 1);
}

} // namespace navette
