// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "base/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace navette::cli
{
namespace
{

constexpr char16_t escapes = 0xDC00;

#ifndef Q_OS_WIN
QString textOf(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    while (!bytes.isEmpty()) {
        const qsizetype length = utf8SequenceLength(bytes);
        if (length > 0)
            text += QString::fromUtf8(bytes.first(length));
        else
            text += QChar(static_cast<char16_t>(escapes + static_cast<uchar>(bytes.front())));
        bytes = bytes.sliced(std::max<qsizetype>(length, 1));
    }
    return text;
}
#endif

bool isEscape(QChar c)
{
    return c.unicode() >= escapes + 0x80 && c.unicode() <= escapes + 0xFF;
}

} // namespace

QStringList givenArguments(int argc, char *argv[])
{
#ifdef Q_OS_WIN
    Q_UNUSED(argc);
    Q_UNUSED(argv);
    return QCoreApplication::arguments().mid(1);
#else
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += textOf(QByteArrayView(argv[i]));
    return arguments;
#endif
}

QByteArray bytesOf(const QString &argument)
{
    QByteArray bytes;
    qsizetype textBegin = 0;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        const bool isPaired = i > 0 && argument[i - 1].isHighSurrogate();
        if (isPaired || !isEscape(argument[i]))
            continue;
        bytes += QStringView(argument).sliced(textBegin, i - textBegin).toUtf8();
        bytes += static_cast<char>(argument[i].unicode() - escapes);
        textBegin = i + 1;
    }
    return bytes + QStringView(argument).sliced(textBegin).toUtf8();
}

} // namespace navette::cli
