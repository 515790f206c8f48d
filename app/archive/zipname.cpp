// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zipname.h"

#include "archive/bytes.h"

#include <zlib.h>

namespace navette::archive
{
namespace
{

// Code page 850, 0x80 to 0xFF. It is what Windows uses in Western Europe; code page 437 has the same letters at
// 0x80–0x9A and 0xA0–0xA5, so that é, è, ç, à are right either way.
constexpr char16_t codePage850[] = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                                   u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
static_assert(std::size(codePage850) == 128 + 1);

QString fromCodePage850(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<uchar>(byte);
        text += value < 0x80 ? QChar(char16_t(value)) : QChar(codePage850[value - 0x80]);
    }
    return text;
}

// The Unicode path extra field (APPNOTE 4.6.9): version 1, CRC-32 of the raw name, the name in UTF-8.
// Empty if there is none or if it belongs to another name.
QByteArrayView unicodePath(const ZipName &name)
{
    QByteArrayView extra = name.extra;
    while (extra.size() >= 4) {
        const auto id = number<quint16>(extra, 0);
        const auto size = number<quint16>(extra, 2);
        if (size > extra.size() - 4)
            return {};
        const QByteArrayView field = extra.sliced(4, size);
        if (id == 0x7075 && size > 5 && field.front() == 1) {
            const auto crc =
                crc32(0, reinterpret_cast<const Bytef *>(name.raw.data()), static_cast<uInt>(name.raw.size()));
            if (number<quint32>(field, 1) == crc && field.sliced(5).isValidUtf8())
                return field.sliced(5);
        }
        extra = extra.sliced(4 + size);
    }
    return {};
}

bool isDosOrWindows(quint8 hostSystem)
{
    return hostSystem == 0 || hostSystem == 10 || hostSystem == 11;
}

} // namespace

QString decodedZipName(const ZipName &name)
{
    if (!name.utf8Flag) {
        if (const QByteArrayView path = unicodePath(name); !path.isEmpty())
            return QString::fromUtf8(path);
    }
    // Bytes that read as UTF-8 are UTF-8, flag or no flag: a name in a DOS code page practically never does.
    if (name.raw.isValidUtf8())
        return QString::fromUtf8(name.raw);
    return isDosOrWindows(name.hostSystem) ? fromCodePage850(name.raw) : QString::fromLatin1(name.raw);
}

} // namespace navette::archive
