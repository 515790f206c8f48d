// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/publickey.h"

#include "sftp/protocol/fieldreader.h"
#include "sftp/transport/puttyfile.h"

#include <QFile>
#include <QScopeGuard>

namespace navette
{
namespace
{

constexpr qint64 maxFileBytes = 64 * 1024; ///< a private RSA key of 16,384 bits has 12 kB

QByteArray bytesOf(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const QByteArray bytes = QByteArray::fromBase64(words.value(1));
    return sftp::FieldReader(bytes).string() == words.constFirst() ? bytes : QByteArray();
}

QByteArray lineIn(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    QByteArray line = text.first(end < 0 ? text.size() : end).toByteArray();
    if (const auto putty = sftp::parsePuttyFile(text))
        line = putty->algorithm.toByteArray() + ' ' +
               QByteArray(putty->publicPart.data(), qsizetype(putty->publicPart.size())).toBase64() + ' ' +
               putty->comment.toByteArray();
    line = line.simplified();
    return bytesOf(line).isEmpty() ? QByteArray() : line;
}

} // namespace

QByteArray publicKeyLine(const LocalPath &keyFile)
{
    LocalPath beside = keyFile;
    beside += ".pub";
    for (const LocalPath &path : {beside, keyFile}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QByteArray text = file.read(maxFileBytes);
        const auto wiped = qScopeGuard([&text] { wipeMemory(text.data(), std::size_t(text.size())); });
        if (const QByteArray line = lineIn(text); !line.isEmpty())
            return line;
    }
    return {};
}

QByteArray publicKeyBytes(const LocalPath &keyFile)
{
    return bytesOf(publicKeyLine(keyFile));
}

} // namespace navette
