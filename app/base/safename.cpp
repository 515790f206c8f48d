// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"

#include "base/utf8.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace navette
{
namespace
{

bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control || QChar::category(c) == QChar::Other_Format ||
           QChar::category(c) == QChar::Separator_Line || QChar::category(c) == QChar::Separator_Paragraph ||
           QChar::category(c) == QChar::Other_PrivateUse || QChar::isNonCharacter(c);
}

QString escapedCharacter(char32_t c)
{
    if (c < 0x80)
        return QStringLiteral("\\x%1").arg(static_cast<uint>(c), 2, 16, QLatin1Char('0'));
    return QStringLiteral("\\u%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

bool isReservedDevice(const QString &stem)
{
    static const QSet<QString> reserved{QStringLiteral("CON"), QStringLiteral("PRN"),    QStringLiteral("AUX"),
                                        QStringLiteral("NUL"), QStringLiteral("CONIN$"), QStringLiteral("CONOUT$")};
    const QString upper = stem.trimmed().toUpper();
    if (reserved.contains(upper))
        return true;
    // COM1 … LPT9, and the superscript digits that Windows takes for digits too.
    return upper.size() == 4 && (upper.startsWith(u"COM") || upper.startsWith(u"LPT")) &&
           QStringView(u"0123456789\u00b9\u00b2\u00b3").contains(upper.back());
}

// Windows drops dots and spaces at the end by itself, so that "a.csv." would be "a.csv"; of "." and ".." nothing stays.
QString withoutEdges(QString name)
{
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    while (name.startsWith(u' '))
        name.remove(0, 1);
    return name;
}

QString shortened(const QString &name)
{
    constexpr qsizetype mostBytes = 200;
    if (name.toUtf8().size() <= mostBytes)
        return name;
    const qsizetype ending = endingOf(name);
    const QString suffix = name.sliced(ending);
    qsizetype room = mostBytes - suffix.toUtf8().size();
    QString stem;
    // Character by character: half a surrogate pair is no character.
    for (const char32_t c : QStringView(name).first(ending).toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        room -= character.toUtf8().size();
        if (room < 0)
            break;
        stem += character;
    }
    return withoutEdges(stem) + suffix;
}

} // namespace

QString visibleName(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        // Nearly all of nearly every name, and of the lines that a check prints.
        const auto plain = std::find_if(bytes.begin(), bytes.end(), [](char c) {
            const auto byte = static_cast<uchar>(c);
            return byte < 0x20 || byte >= 0x7F;
        });
        text += QLatin1String(bytes.data(), plain - bytes.begin());
        bytes = bytes.sliced(plain - bytes.begin());
        if (bytes.isEmpty())
            break;
        const qsizetype length = utf8SequenceLength(bytes);
        if (length == 0) {
            text += QStringLiteral("\\x%1").arg(static_cast<uchar>(bytes.front()), 2, 16, QLatin1Char('0'));
            bytes = bytes.sliced(1);
            continue;
        }
        const QString character = QString::fromUtf8(bytes.first(length));
        // Qt takes U+FEFF at the start for a mark of the encoding, and gives nothing.
        const char32_t codePoint = character.isEmpty() ? U'\uFEFF' : character.toUcs4().front();
        text += isInvisible(codePoint) ? escapedCharacter(codePoint) : character;
        bytes = bytes.sliced(length);
    }
    return text;
}

QString safeLocalName(QByteArrayView bytes)
{
    QString name = visibleName(bytes).normalized(QString::NormalizationForm_C);
    for (QChar &c : name) {
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = QLatin1Char('_');
    }
    name = withoutEdges(name);
    if (isReservedDevice(name.section(u'.', 0, 0)))
        name.prepend(u'_');
    return name.isEmpty() ? QStringLiteral("_") : shortened(name);
}

qsizetype endingOf(const QString &name)
{
    constexpr qsizetype longestEnding = 10;
    const auto dotBefore = [&](qsizetype end) {
        const qsizetype dot = end > 0 ? name.lastIndexOf(u'.', end - 1) : -1;
        return dot > 0 && end - dot <= longestEnding ? dot : end;
    };
    const qsizetype last = dotBefore(name.size());
    return QStringView(name).sliced(last).compare(u".gz", Qt::CaseInsensitive) == 0 ? dotBefore(last) : last;
}

QString markedName(const QString &name, const QString &mark)
{
    return QString(name).insert(endingOf(name), mark);
}

} // namespace navette
