// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is too large for the platform, cut into parts (digitaleo.md, File format: at most 20 MB as deposited).
#include "repair/splitparts.h"

#include "base/privatefolder.h"
#include "repair/csvzip.h"
#include "repair/newfile.h"
#include "repair/repairplan.h"

#include <QCoreApplication>

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

/// How many bytes some text takes once deflated, told as it grows.
class DeflatedSize
{
public:
    DeflatedSize() { restart(); }
    ~DeflatedSize() { deflateEnd(&m_stream); }
    DeflatedSize(const DeflatedSize &) = delete;
    DeflatedSize &operator=(const DeflatedSize &) = delete;

    void restart()
    {
        deflateEnd(&m_stream);
        m_stream = {};
        constexpr int rawDeflate = -15; // as in a zip
        deflateInit2(&m_stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawDeflate, 8, Z_DEFAULT_STRATEGY);
    }
    qint64 add(QByteArrayView bytes)
    {
        // zlib does not change its input; its interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            m_stream.next_out = m_scratch.data();
            m_stream.avail_out = static_cast<uInt>(m_scratch.size());
            deflate(&m_stream, Z_SYNC_FLUSH); // nothing held back, so that the size is what it says
        } while (m_stream.avail_out == 0);
        return static_cast<qint64>(m_stream.total_out);
    }

private:
    z_stream m_stream{};
    std::vector<Bytef> m_scratch = std::vector<Bytef>(64 * 1024);
};

class Splitter
{
public:
    Splitter(const csv::CsvFile &file, const SplitOrder &order) : m_file(file), m_order(order) {}
    ~Splitter()
    {
        if (m_done)
            return;
        std::error_code ignored;
        for (const RepairOutcome &part : m_parts)
            std::filesystem::remove(part.file, ignored);
    }
    Splitter(const Splitter &) = delete;
    Splitter &operator=(const Splitter &) = delete;

    Result<std::vector<RepairOutcome>> run(const JobControl &job)
    {
        csv::Reader reader = m_file.reader();
        csv::Record record;
        if (reader.next(record))
            m_header = m_file.bytes().first(reader.bytesRead());
        // Small enough to come near the limit, large enough to be quick.
        const qint64 batchBytes =
            std::clamp<qint64>(m_order.maxBytes / 64, std::clamp<qint64>(m_order.maxBytes / 8, 1, 4096), 256 * 1024);
        qint64 from = m_header.size();
        qint64 rows = 0;
        bool more = true;
        while (more) {
            more = reader.next(record);
            rows += more && !record.isBlank();
            if (reader.bytesRead() - from < batchBytes && more)
                continue;
            if (job.isCancelled())
                return tl::make_unexpected(cancelledError());
            if (const auto done = add(m_file.bytes().sliced(from, reader.bytesRead() - from), rows); !done)
                return tl::make_unexpected(done.error());
            job.report(reader.bytesRead(), m_file.bytes().size());
            from = reader.bytesRead();
            rows = 0;
        }
        if (const auto done = closePart(true, job); !done)
            return tl::make_unexpected(done.error());
        m_done = true;
        return std::move(m_parts);
    }

private:
    Result<void> add(QByteArrayView batch, qint64 rows)
    {
        if (batch.isEmpty())
            return {};
        if (!m_pending.isEmpty() && sizeWith(batch) > m_order.maxBytes) {
            if (const auto done = closePart(false, {}); !done)
                return done;
        }
        if (m_pending.isEmpty() && begin(batch) > m_order.maxBytes)
            return fail(ErrorKind::Limit,
                        Words::tr("A single row is larger than the %1 bytes that the platform takes, so the file can't "
                                  "be split.")
                            .arg(m_order.maxBytes));
        m_pending.append(batch);
        m_rows += rows;
        return {};
    }

    /// Bytes of the part as it would be written; a zip's own headers are small.
    qint64 sizeWith(QByteArrayView batch)
    {
        constexpr qint64 zipHeaders = 1024;
        return m_order.zipped ? m_deflated.add(batch) + zipHeaders : widened(m_pending.size() + batch.size());
    }
    qint64 begin(QByteArrayView batch)
    {
        m_deflated.restart();
        m_pending = m_header.toByteArray();
        if (!m_order.zipped)
            return widened(m_pending.size() + batch.size());
        (void)m_deflated.add(m_header);
        return sizeWith(batch);
    }
    /// UTF-16 takes at most twice the bytes of the UTF-8 that we read it as, and a mark.
    [[nodiscard]] qint64 widened(qint64 bytes) const
    {
        const csv::Encoding written = m_file.dialect().encoding;
        return written == m_file.readEncoding() ? bytes + 3 : 2 * bytes + 2;
    }

    Result<void> closePart(bool last, const JobControl &job)
    {
        if (m_pending.isEmpty())
            m_pending = m_header.toByteArray(); // a file without rows
        const LocalPath path =
            last && m_parts.empty()
                ? m_order.target
                : m_order.target.parent_path() / toLocalPath(partName(fileName(m_order.target), m_parts.size() + 1));
        auto part = m_order.zipped ? writeZip(path, job) : writePlain(path);
        if (!part)
            return tl::make_unexpected(part.error());
        part->rows = m_rows;
        m_parts.push_back(*std::move(part));
        m_pending.clear();
        m_rows = 0;
        return {};
    }

    Result<RepairOutcome> writePlain(const LocalPath &path)
    {
        const csv::Dialect &dialect = m_file.dialect();
        auto file = NewFile::create(path, dialect.encoding, dialect.byteOrderMark);
        if (!file)
            return tl::make_unexpected(file.error());
        const auto size = static_cast<std::size_t>(m_pending.size());
        if (const auto done = (*file)->write({m_pending.constData(), size}); !done)
            return tl::make_unexpected(done.error());
        if (const auto done = (*file)->commit(); !done)
            return tl::make_unexpected(done.error());
        RepairOutcome outcome;
        outcome.file = path;
        outcome.bytes = (*file)->bytes();
        outcome.sha256 = (*file)->sha256();
        return outcome;
    }

    Result<RepairOutcome> writeZip(const LocalPath &path, const JobControl &job)
    {
        auto zip = writeCsvZip(path, m_file.dialect(), m_pending, job);
        if (!zip)
            return tl::make_unexpected(zip.error());
        RepairOutcome outcome;
        outcome.file = path;
        outcome.bytes = zip->bytes;
        outcome.sha256 = std::move(zip->sha256);
        return outcome;
    }

    const csv::CsvFile &m_file;
    SplitOrder m_order;
    QByteArrayView m_header;
    QByteArray m_pending; ///< of the part being filled, header first
    qint64 m_rows = 0;
    DeflatedSize m_deflated;
    std::vector<RepairOutcome> m_parts;
    bool m_done = false;
};

} // namespace

QString partName(const QString &name, std::size_t number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype stem = dot > 0 ? dot : name.size();
    return name.first(stem) + u'-' + QString::number(number) + name.sliced(stem);
}

Result<std::vector<RepairOutcome>> splitFile(const csv::CsvFile &file, const SplitOrder &order, const JobControl &job)
{
    return Splitter(file, order).run(job);
}

Result<RepairedParts> writeRepairedParts(const CheckInput &input, const Report &report,
                                         const std::set<RepairKind> &repairs, const LocalPath &target,
                                         const JobControl &job)
{
    const auto folder = PrivateFolder::make();
    if (!folder)
        return tl::make_unexpected(folder.error());
    std::set<RepairKind> plain = repairs;
    plain.erase(RepairKind::Zip);
    auto whole = writeRepaired(input, report, plain, folder->path() / "whole.csv", job, {.hash = false});
    if (!whole)
        return tl::make_unexpected(whole.error());
    // What was written is known, and not for guessing again.
    const RepairPlan plan(input, plain);
    const auto file = csv::CsvFile::open(
        whole->file,
        {.encoding = plan.dialect.encoding, .delimiter = plan.dialect.delimiter, .quote = plan.dialect.quote});
    if (!file)
        return tl::make_unexpected(file.error());
    SplitOrder order;
    // Parts that are made anyway keep clear of the size from which it is not certain that the platform takes them.
    order.maxBytes = std::min(input.flow.maxBytes.value_or(std::numeric_limits<qint64>::max()),
                              input.flow.warnBytes.value_or(std::numeric_limits<qint64>::max()) - 1);
    order.zipped = repairs.contains(RepairKind::Zip);
    order.target = target;
    auto parts = splitFile(**file, order, job);
    if (!parts)
        return tl::make_unexpected(parts.error());
    return RepairedParts{*std::move(whole), *std::move(parts)};
}

} // namespace navette
