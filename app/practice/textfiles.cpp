// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/textfiles.h"

#include <QCoreApplication>
#include <QFile>

#include <zlib.h>

namespace navette::practice
{

namespace
{

/// The letters of Windows-1252 that ISO-8859-1 lacks and people type.
QByteArray windows1252(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'€':
            bytes += '\x80';
            break;
        case u'…':
            bytes += '\x85';
            break;
        case u'Œ':
            bytes += '\x8c';
            break;
        case u'’':
            bytes += '\x92';
            break;
        case u'–':
            bytes += '\x96';
            break;
        case u'œ':
            bytes += '\x9c';
            break;
        default:
            bytes += c.unicode() < 0x100 ? static_cast<char>(c.unicode()) : '?';
        }
    }
    return bytes;
}

QByteArray encoded(const QString &text, CsvStyle::Letters letters)
{
    switch (letters) {
    case CsvStyle::Letters::Latin1:
        return text.toLatin1();
    case CsvStyle::Letters::Utf8:
        return text.toUtf8();
    case CsvStyle::Letters::Windows1252:
        return windows1252(text);
    }
    return {};
}

QByteArray csvCell(QByteArray cell, const CsvStyle &style)
{
    const bool needsQuotes = cell.contains(style.delimiter) || cell.contains('"') || cell.contains('\n');
    if (!style.quoteAll && !needsQuotes)
        return cell;
    return '"' + cell.replace('"', "\"\"") + '"';
}

} // namespace

QByteArray csvBytes(const QList<QStringList> &rows, const CsvStyle &style)
{
    QByteArray bytes = style.byteOrderMark ? QByteArray("\xef\xbb\xbf") : QByteArray();
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                bytes += style.delimiter;
            bytes += csvCell(encoded(row[i], style.letters), style);
        }
        bytes += style.lineEnd;
    }
    return bytes;
}

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    constexpr int gzipHeader = 15 + 16; // zlib.h: 16 more than the window's bits
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipHeader, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int rc = deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return rc == Z_STREAM_END ? packed : QByteArray();
}

Result<void> writeWhole(const LocalPath &target, const QByteArray &bytes)
{
    const LocalPath fresh = target.parent_path() / LocalPath(".new-").concat(target.filename().u8string());
    QFile file(fresh);
    bool written =
        file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() && file.flush();
    const QString problem = file.errorString();
    file.close();
    std::error_code error;
    if (written) {
        std::filesystem::rename(fresh, target, error);
        written = !error;
    }
    if (!written) {
        std::error_code ignored;
        std::filesystem::remove(fresh, ignored);
        return fail(ErrorKind::NotWritable,
                    QCoreApplication::translate("Practice", "The practice platform’s file %1 can’t be written.")
                        .arg(displayText(target)),
                    error ? QString::fromStdString(error.message()) : problem);
    }
    return {};
}

QByteArray readWhole(const LocalPath &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void setModified(const LocalPath &file, const QDateTime &time)
{
    // The distance to now is the same for every clock; the clocks' epochs are not.
    const auto age = std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch() - time.toMSecsSinceEpoch());
    std::error_code ignored;
    std::filesystem::last_write_time(file,
                                     std::filesystem::file_time_type::clock::now() -
                                         std::chrono::duration_cast<std::filesystem::file_time_type::duration>(age),
                                     ignored);
}

QDateTime modifiedAt(const LocalPath &file)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file, error);
    if (error)
        return {};
    const auto age =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::filesystem::file_time_type::clock::now() - time);
    return QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch() - age.count(), Qt::UTC);
}

} // namespace navette::practice
