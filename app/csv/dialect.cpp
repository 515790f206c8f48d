// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/dialect.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>

namespace navette::csv
{
namespace
{

using namespace Qt::StringLiterals;

constexpr std::array allEncodings{Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Latin1,
                                  Encoding::Windows1252};

// Windows-1252 where it differs from ISO-8859-1 (Qt knows it only when built with ICU); 0: not assigned.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                               0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

QString decodeWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() < 0x80 || c.unicode() >= 0xA0)
            continue;
        const char16_t assigned = windows1252[c.unicode() - 0x80U];
        c = assigned != 0 ? QChar(assigned) : QChar(QChar::ReplacementCharacter);
    }
    return text;
}

// fromUtf8() drops a byte-order mark at the front; inside a file it is a character that a person has to see.
QString decodeUtf8(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QChar(QChar::ByteOrderMark) + QString::fromUtf8(bytes.sliced(3));
    return QString::fromUtf8(bytes);
}

QString decodeUtf16(QByteArrayView bytes, QStringDecoder::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

} // namespace

QString key(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return u"utf-8"_s;
    case Encoding::Utf16Le:
        return u"utf-16le"_s;
    case Encoding::Utf16Be:
        return u"utf-16be"_s;
    case Encoding::Latin1:
        return u"iso-8859-1"_s;
    case Encoding::Windows1252:
        return u"windows-1252"_s;
    }
    return {};
}

QString key(LineEnding lineEnding)
{
    switch (lineEnding) {
    case LineEnding::None:
        return u"none"_s;
    case LineEnding::Lf:
        return u"lf"_s;
    case LineEnding::CrLf:
        return u"crlf"_s;
    case LineEnding::Cr:
        return u"cr"_s;
    case LineEnding::Mixed:
        return u"mixed"_s;
    }
    return {};
}

QString label(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        return QStringLiteral("UTF-16");
    case Encoding::Latin1:
        return QStringLiteral("ISO-8859-1");
    case Encoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    return {};
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return QCoreApplication::translate("Delimiter", "semicolon");
    case ',':
        return QCoreApplication::translate("Delimiter", "comma");
    case '\t':
        return QCoreApplication::translate("Delimiter", "tab");
    case '|':
        return QCoreApplication::translate("Delimiter", "vertical bar");
    case ':':
        return QCoreApplication::translate("Delimiter", "colon");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

std::optional<Encoding> encodingFromKey(const QString &text)
{
    for (const Encoding encoding : allEncodings) {
        if (text.compare(key(encoding), Qt::CaseInsensitive) == 0)
            return encoding;
    }
    return {};
}

QString decode(QByteArrayView bytes, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return decodeUtf8(bytes);
    case Encoding::Utf16Le:
        return decodeUtf16(bytes, QStringDecoder::Utf16LE);
    case Encoding::Utf16Be:
        return decodeUtf16(bytes, QStringDecoder::Utf16BE);
    case Encoding::Latin1:
        return QString::fromLatin1(bytes);
    case Encoding::Windows1252:
        return decodeWindows1252(bytes);
    }
    return {};
}

} // namespace navette::csv
