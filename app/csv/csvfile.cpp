// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"

#include "base/safename.h"
#include "csv/binary.h"
#include "csv/textfacts.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>

namespace navette::csv
{
namespace
{

using namespace Qt::StringLiterals;

struct CsvFileText {
    Q_DECLARE_TR_FUNCTIONS(CsvFileText)
};

// Up to here a file is read whole: then nobody can change it under our feet, as they can with a mapped one.
constexpr qint64 mapFrom = 16 * 1024 * 1024;
// UTF-16 is transcoded in memory.
constexpr qint64 mostUtf16 = qint64(2) << 30;

QByteArray transcoded(QByteArrayView utf16, Encoding encoding)
{
    constexpr qsizetype step = 1 << 20;
    QStringDecoder decoder(encoding == Encoding::Utf16Le ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE,
                           QStringDecoder::Flag::ConvertInitialBom);
    QByteArray utf8;
    utf8.reserve(utf16.size() / 2 + 16);
    for (qsizetype at = 0; at < utf16.size(); at += step) {
        const QString text = decoder(utf16.sliced(at, std::min(step, utf16.size() - at)));
        utf8 += text.toUtf8();
    }
    if (utf16.size() % 2 != 0)
        utf8 += "\xEF\xBF\xBD"; // half a character at the end: shown, not dropped
    return utf8;
}

// Each column takes some memory; spreadsheets end at 16,384.
constexpr qint64 mostLabels = 250'000;

qint64 labelsIn(QByteArrayView bytes, char delimiter)
{
    const auto *end = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
    return std::count(bytes.begin(), end, delimiter) + 1;
}

/// Up to the last line's end, so that no record is cut in two, and in UTF-16 no character.
QByteArrayView wholeLines(QByteArrayView front)
{
    const qsizetype lineEnd = std::max(front.lastIndexOf('\n'), front.lastIndexOf('\r'));
    return lineEnd > 0 ? front.first((lineEnd + 1) & ~qsizetype(1)) : front;
}

} // namespace

struct CsvFile::Data {
    std::shared_ptr<QFile> file = std::make_shared<QFile>(); ///< keeps the mapping
    QByteArray owned;                                        ///< where not mapped
    QByteArrayView raw;                                      ///< all of them
    QByteArrayView bytes;                                    ///< to read, without byte-order mark
    DialectHints hints;
    Dialect dialect;
    Encoding readEncoding = Encoding::Utf8;
    qint64 sizeOnDisk = 0;
    QString name;
    QString shown;       ///< the name in messages: nothing invisible
    TextFacts facts;     ///< of `bytes`
    bool settled = true; ///< those are of all bytes, and not of the front alone

    void setName(const QString &text)
    {
        name = text;
        shown = visibleName(text.toUtf8());
    }
    Result<void> openFile(const LocalPath &path);
    Result<void> read(std::optional<qint64> mostBytes);
    Result<void> take(QByteArrayView all, const DialectHints &given);
    void tellDialect(QByteArrayView from, std::optional<TextFacts> known);
};

/// `from` is all of the bytes, or their front; `known` is of those.
void CsvFile::Data::tellDialect(QByteArrayView from, std::optional<TextFacts> known)
{
    dialect = sniff(from, hints, known);
    readEncoding = dialect.encoding;
    const qsizetype mark = !dialect.byteOrderMark ? 0 : dialect.encoding == Encoding::Utf8 ? 3 : 2;
    bytes = raw.sliced(mark);
    settled = from.size() == raw.size();
    if (!isUtf16(dialect.encoding))
        facts = known ? *known : textFacts(from.sliced(mark));
}

Result<void> CsvFile::Data::take(QByteArrayView all, const DialectHints &given)
{
    raw = all;
    hints = given;
    sizeOnDisk = raw.size();
    if (raw.isEmpty())
        return fail(ErrorKind::BadFormat, CsvFileText::tr("%1 is empty.").arg(shown));
    if (const auto what = binaryKind(raw))
        return fail(ErrorKind::BadFormat, binaryMessage(*what, shown));
    tellDialect(settled ? raw : wholeLines(raw.first(std::min<qsizetype>(raw.size(), headBytes))), {});
    if (bytes.isEmpty())
        return fail(ErrorKind::BadFormat, CsvFileText::tr("%1 is empty.").arg(shown));
    if (isUtf16(dialect.encoding)) {
        if (bytes.size() > mostUtf16)
            return fail(
                ErrorKind::Limit,
                CsvFileText::tr("%1 is too large for a file in UTF-16. Save it as UTF-8 and try again.").arg(shown));
        const QByteArray utf8 = transcoded(bytes, dialect.encoding);
        file->close();
        owned = utf8;
        bytes = owned;
        readEncoding = Encoding::Utf8;
        facts = textFacts(bytes);
        settled = true;
    }
    if (labelsIn(bytes, dialect.delimiter) > mostLabels)
        return fail(ErrorKind::BadFormat,
                    CsvFileText::tr("%1 has more than %2 columns, which nothing can be done with. Check the file.")
                        .arg(shown, QLocale().toString(mostLabels)));
    return {};
}

CsvFile::CsvFile(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
CsvFile::~CsvFile() = default;

Result<void> CsvFile::Data::openFile(const LocalPath &path)
{
    setName(fileName(path));
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, CsvFileText::tr("%1 is not there.").arg(shown));
    if (info.isDir())
        return fail(ErrorKind::NotAFile, CsvFileText::tr("%1 is a folder, not a file.").arg(shown));
    if (!info.isFile()) // a device or a pipe may never answer
        return fail(ErrorKind::NotAFile, CsvFileText::tr("%1 is not a file that can be read.").arg(shown));
    file->setFileName(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(
            ErrorKind::NotReadable,
            CsvFileText::tr("%1 cannot be opened. It may belong to somebody else or be in use by another program.")
                .arg(shown),
            file->errorString());
    return {};
}

Result<void> CsvFile::Data::read(std::optional<qint64> mostBytes)
{
    owned = mostBytes ? file->read(*mostBytes) : file->readAll();
    if (file->error() != QFileDevice::NoError)
        return fail(ErrorKind::NotReadable, CsvFileText::tr("%1 could not be read to its end.").arg(shown),
                    file->errorString());
    file->close();
    return {};
}

Result<std::shared_ptr<const CsvFile>> CsvFile::open(const LocalPath &path, const DialectHints &hints)
{
    return openAs(true, path, hints);
}

Result<std::shared_ptr<const CsvFile>> CsvFile::openToSettle(const LocalPath &path, const DialectHints &hints)
{
    return openAs(false, path, hints);
}

Result<std::shared_ptr<const CsvFile>> CsvFile::openAs(bool settled, const LocalPath &path, const DialectHints &hints)
{
    auto data = std::make_unique<Data>();
    if (auto opened = data->openFile(path); !opened)
        return tl::make_unexpected(opened.error());
    const qint64 size = data->file->size();
    const uchar *mapped = size > mapFrom ? data->file->map(0, size) : nullptr;
    QByteArrayView raw(mapped, mapped ? qsizetype(size) : 0);
    if (!mapped) {
        if (auto read = data->read({}); !read)
            return tl::make_unexpected(read.error());
        raw = data->owned;
    }
    data->settled = settled || !mapped; // what is read whole has been seen whole
    if (auto taken = data->take(raw, hints); !taken)
        return tl::make_unexpected(taken.error());
    return std::shared_ptr<const CsvFile>(new CsvFile(std::move(data)));
}

Result<std::shared_ptr<const CsvFile>> CsvFile::openHead(const LocalPath &path, const DialectHints &hints)
{
    auto data = std::make_unique<Data>();
    if (auto opened = data->openFile(path); !opened)
        return tl::make_unexpected(opened.error());
    const qint64 size = data->file->size();
    if (auto read = data->read(headBytes); !read)
        return tl::make_unexpected(read.error());
    QByteArrayView raw = data->owned;
    if (size > raw.size())
        raw = wholeLines(raw);
    if (auto taken = data->take(raw, hints); !taken)
        return tl::make_unexpected(taken.error());
    data->sizeOnDisk = size;
    return std::shared_ptr<const CsvFile>(new CsvFile(std::move(data)));
}

Result<std::shared_ptr<const CsvFile>> CsvFile::fromBytes(QByteArray bytes, const QString &name,
                                                          const DialectHints &hints)
{
    auto data = std::make_unique<Data>();
    data->setName(name);
    data->owned = std::move(bytes);
    const QByteArray raw = data->owned; // shared; `owned` is replaced where the file is UTF-16
    if (auto taken = data->take(raw, hints); !taken)
        return tl::make_unexpected(taken.error());
    return std::shared_ptr<const CsvFile>(new CsvFile(std::move(data)));
}

std::optional<TextFacts> CsvFile::factsToSettle() const
{
    return m_data->settled ? std::nullopt : std::optional(m_data->facts);
}

std::shared_ptr<const CsvFile> CsvFile::settled(const TextFacts &all) const
{
    auto data = std::make_unique<Data>(*m_data);
    if (!data->settled) {
        // While the bytes seemed to be UTF-8, nobody looked for C1.
        const bool known = all.validUtf8 || !data->facts.validUtf8;
        data->tellDialect(data->raw, known ? std::optional(all) : std::nullopt);
    }
    return std::shared_ptr<const CsvFile>(new CsvFile(std::move(data)));
}

bool CsvFile::readsLike(const CsvFile &other) const
{
    return dialect() == other.dialect() && isValidUtf8() == other.isValidUtf8();
}

const Dialect &CsvFile::dialect() const
{
    return m_data->dialect;
}

Encoding CsvFile::readEncoding() const
{
    return m_data->readEncoding;
}

QByteArrayView CsvFile::bytes() const
{
    return m_data->bytes;
}

bool CsvFile::isAscii() const
{
    return m_data->facts.ascii;
}

bool CsvFile::isValidUtf8() const
{
    return m_data->facts.validUtf8;
}

qint64 CsvFile::sizeOnDisk() const
{
    return m_data->sizeOnDisk;
}

QString CsvFile::name() const
{
    return m_data->name;
}

Reader CsvFile::reader() const
{
    return Reader(m_data->bytes, m_data->dialect);
}

QString CsvFile::text(std::string_view cell) const
{
    return decode(QByteArrayView(cell.data(), qsizetype(cell.size())), m_data->readEncoding);
}

} // namespace navette::csv
