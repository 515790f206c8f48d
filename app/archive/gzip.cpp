// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/bytes.h"
#include "archive/newfile.h"

#include <QFile>

#include <KCompressionDevice>
#include <zlib.h>

#include <algorithm>
#include <memory>

namespace navette::archive
{
namespace
{

constexpr qsizetype chunkBytes = qsizetype(64) << 10;
// Window of 32 KiB, and a gzip wrapper instead of zlib's own.
constexpr int gzipWindow = 15 + 16;

tl::unexpected<Error> incomplete(const LocalPath &gz, const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive", "“%1” is incomplete: its end is missing. Fetch it again.")
                    .arg(fileName(gz)),
                detail);
}

tl::unexpected<Error> damaged(const LocalPath &gz, const QString &detail)
{
    return fail(ErrorKind::BadFormat,
                QCoreApplication::translate("Archive", "“%1” is damaged. Fetch it again.").arg(fileName(gz)), detail);
}

class Inflater
{
public:
    Inflater() { m_ready = inflateInit2(&m_stream, gzipWindow) == Z_OK; }
    ~Inflater() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    [[nodiscard]] bool isReady() const { return m_ready; }
    void setInput(QByteArrayView input)
    {
        // zlib never writes to its input.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = static_cast<uInt>(input.size());
    }
    [[nodiscard]] bool hasInput() const { return m_stream.avail_in > 0; }
    /// Fills `output` as far as the input goes; gives zlib's code and sets `got`.
    int inflateInto(QByteArray &output, qsizetype &got)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = static_cast<uInt>(output.size());
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        got = output.size() - static_cast<qsizetype>(m_stream.avail_out);
        return code;
    }
    bool startNextMember() { return inflateReset(&m_stream) == Z_OK; }
    [[nodiscard]] QString message() const { return QString::fromLatin1(m_stream.msg ? m_stream.msg : ""); }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

// zlib itself, not QuaGzipFile or KCompressionDevice: both give the bytes of a cut or damaged file as if they were all,
// without an error (reliability.md, "Measured on our own dependencies"). inflate() ends a member only when its checksum
// and its length are right, and here the file must end with a member's end.
Result<QByteArray> readGzip(const LocalPath &gz, const Limits &limits, const JobControl &job)
{
    QFile file(gz);
    if (auto opened = openForReading(file); !opened)
        return tl::make_unexpected(opened.error());
    Inflater inflater;
    if (!inflater.isReady())
        return damaged(gz, QStringLiteral("zlib does not start"));

    const qint64 mostBytes = std::min(limits.entryBytes, limits.totalBytes);
    Progress progress(job, file.size());
    QByteArray content("");
    QByteArray input;
    QByteArray output(chunkBytes, Qt::Uninitialized);
    bool atMemberStart = true;
    for (;;) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        if (!inflater.hasInput()) {
            input = file.read(chunkBytes);
            if (file.error() != QFileDevice::NoError)
                return fail(ErrorKind::NotReadable,
                            QCoreApplication::translate("Archive", "“%1” cannot be read.").arg(fileName(gz)),
                            file.errorString());
            if (input.isEmpty())
                break;
            inflater.setInput(input);
            progress.at(file.pos());
        }
        atMemberStart = false;
        qsizetype got = 0;
        const int code = inflater.inflateInto(output, got);
        if (content.size() + got > mostBytes)
            return fail(ErrorKind::Limit, QCoreApplication::translate(
                                              "Archive", "“%1” would unpack to more than %2 MB, which Navette does "
                                                         "not open.")
                                              .arg(fileName(gz))
                                              .arg(mostBytes >> 20));
        content.append(output.constData(), got);
        if (code == Z_STREAM_END) {
            // Another member may follow; anything else that follows fails on its first bytes.
            if (!inflater.startNextMember())
                return damaged(gz, inflater.message());
            atMemberStart = true;
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            return damaged(gz, inflater.message());
        }
    }
    if (!atMemberStart || file.size() == 0)
        return incomplete(gz, QStringLiteral("%1 bytes end inside a member").arg(file.size()));
    return content;
}

Result<void> writeGzip(const LocalPath &target, const QByteArray &bytes, const JobControl &job)
{
    return writeNewFile(target, [&](QFile &file) -> Result<void> {
        KCompressionDevice gzip(&file, false, KCompressionDevice::GZip);
        if (!gzip.open(QIODevice::WriteOnly))
            return fail(ErrorKind::NotWritable, {}, QStringLiteral("KCompressionDevice does not open"));
        // Writes the header, which the first write brings, for an empty file too.
        gzip.write("", 0);
        Progress progress(job, bytes.size());
        for (qsizetype at = 0; at < bytes.size(); at += chunkBytes) {
            if (job.isCancelled())
                return tl::make_unexpected(cancelledError());
            const qsizetype length = std::min(chunkBytes, bytes.size() - at);
            if (gzip.write(bytes.constData() + at, length) != length)
                return fail(ErrorKind::NotWritable, {}, gzip.errorString());
            progress.at(at + length);
        }
        gzip.close();
        if (gzip.error() != QFileDevice::NoError)
            return fail(ErrorKind::NotWritable, {}, QStringLiteral("KCompressionDevice: %1").arg(gzip.error()));
        return {};
    });
}

} // namespace navette::archive
