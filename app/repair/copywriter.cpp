// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/copywriter.h"

#include "csv/writer.h"
#include "repair/cellrepairer.h"
#include "repair/rowcopier.h"
#include "validation/characters.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace navette
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

constexpr std::size_t flushAt = 1024 * 1024;

/// Whether a row is in an ascending list, asked for ascending rows.
class RowList
{
public:
    explicit RowList(const std::vector<qint64> &rows, bool active) : m_rows(rows), m_active(active) {}
    bool contains(qint64 row)
    {
        if (!m_active)
            return false;
        while (m_at < m_rows.size() && m_rows[m_at] < row)
            ++m_at;
        return m_at < m_rows.size() && m_rows[m_at] == row;
    }

private:
    const std::vector<qint64> &m_rows;
    bool m_active;
    std::size_t m_at = 0;
};

/// The byte-order mark is NewFile's, who knows UTF-16 too.
csv::Dialect withoutMark(csv::Dialect dialect)
{
    dialect.byteOrderMark = false;
    return dialect;
}

/// Streams the records of the source, repaired, into a sink.
class CopyWriter
{
public:
    CopyWriter(const CheckInput &input, const Report &report, const RepairPlan &plan)
        : m_input(input)
        , m_plan(plan)
        , m_cells(plan.source, plan.dialect.encoding, plan.flow, input.settings, plan.repairs)
        , m_copier(*input.file, plan, m_cells)
        , m_writer(withoutMark(plan.dialect))
        , m_invalid(report.invalidRowNumbers, plan.has(RepairKind::DropInvalidRows))
        , m_superseded(report.supersededRowNumbers, plan.has(RepairKind::DropDuplicates))
        // Of two rows one stays, whatever is ticked.
        , m_repeated(report.duplicateRowNumbers,
                     plan.has(RepairKind::KeepFirst) && !plan.has(RepairKind::DropDuplicates))
        , m_unknown(report.unknownProfileRows, plan.has(RepairKind::KeepKnownProfiles))
        , m_wantedCells(plan.wantedCells())
    {
    }

    Result<RepairOutcome> run(const CopySink &sink, const JobControl &job)
    {
        csv::Reader reader = m_input.file->reader();
        csv::Record record;
        const qint64 total = m_input.file->bytes().size();
        const qint64 step = std::max<qint64>(total / 100, 64 * 1024);
        qint64 nextReport = step;
        csv::StructureScanner scanner(m_input.file->bytes(), m_input.file->dialect(), m_copier.oddBytes());
        csv::RecordRun run;
        qint64 number = 0;
        // Cell by cell: the header, and what the scanner or the copier leave over.
        const auto writeRecord = [&](qint64 offset) -> Result<void> {
            reader.seek(offset, number);
            if (!reader.next(record))
                return {};
            return number == 1 ? writeHeader(record) : writeRow(record);
        };
        while (scanner.next(run)) {
            csv::RunWalker walker(run);
            csv::ScannedRow row;
            while (walker.next(row)) {
                ++number;
                if (number > 1 && copyRow(row, number))
                    continue;
                if (const auto done = writeRecord(run.byteOffset + static_cast<qint64>(row.begin)); !done)
                    return tl::make_unexpected(done.error());
            }
            if (scanner.isIrregular()) {
                ++number;
                if (const auto done = writeRecord(run.endOffset); !done)
                    return tl::make_unexpected(done.error());
                scanner.resumeAt(reader.bytesRead());
            }
            if (m_writer.buffer().size() >= flushAt) {
                if (const auto done = drain(sink); !done)
                    return tl::make_unexpected(done.error());
            }
            if (run.endOffset >= nextReport) {
                nextReport = run.endOffset + step;
                job.report(run.endOffset, total);
                if (job.isCancelled())
                    return tl::make_unexpected(cancelledError());
            }
        }
        if (const auto done = drain(sink); !done)
            return tl::make_unexpected(done.error());
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        return m_outcome;
    }

private:
    Result<void> drain(const CopySink &sink)
    {
        auto done = sink(m_writer.buffer());
        m_writer.clear();
        return done;
    }

    [[nodiscard]] Error obstacleError(const csv::Record &record, std::size_t field, char32_t letter) const
    {
        const QString column = field < m_plan.columns.size() ? m_plan.columns[field].label : QString();
        return {ErrorKind::Unsupported,
                Words::tr("Row %1, column “%2”: the platform's alphabet has no %3, and nothing stands for it. Write it "
                          "otherwise, or leave this contact out.")
                    .arg(QString::number(record.number), column, visibleCharacter(letter)),
                {}};
    }

    Result<void> addCell(const csv::Record &record, std::size_t field, std::string_view text, const Column *column)
    {
        if (m_used == m_texts.size()) {
            m_texts.emplace_back();
            m_fields.push_back(0);
        }
        m_fields[m_used] = field;
        std::string &out = m_texts[m_used++];
        out.clear();
        const CellRepairer::Outcome outcome = m_cells.repair(text, column, out);
        if (outcome.obstacle)
            return tl::make_unexpected(obstacleError(record, field, *outcome.obstacle));
        m_outcome.changedCells += outcome.changed;
        return {};
    }

    void writeCells()
    {
        m_views.clear();
        for (std::size_t i = 0; i < m_used; ++i)
            m_views.push_back(m_texts[i]);
        m_writer.write(m_views);
    }

    /// In the copy's order. A row that is too short gets the cells it lacks, or its others would change their column.
    void writeCellsInOrder()
    {
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        m_textOf.assign(m_plan.columns.size(), none);
        for (std::size_t i = 0; i < m_used; ++i) {
            if (m_fields[i] < m_textOf.size())
                m_textOf[m_fields[i]] = i;
        }
        m_views.clear();
        for (const std::size_t field : m_plan.order) {
            const PlannedColumn &column = m_plan.columns[field];
            if (m_textOf[field] != none)
                m_views.push_back(m_texts[m_textOf[field]]);
            else if (column.kept && !column.trailing)
                m_views.emplace_back();
        }
        for (std::size_t i = 0; i < m_used; ++i) {
            if (m_fields[i] >= m_textOf.size())
                m_views.push_back(m_texts[i]);
        }
        m_writer.write(m_views);
    }

    Result<void> writeHeader(const csv::Record &header)
    {
        m_used = 0;
        std::string utf8;
        // Labels are kept as bytes unless they are renamed, so that a label which is not readable stays what it was.
        for (std::size_t i = 0; i < header.cells.size() && i < m_plan.columns.size(); ++i) {
            const PlannedColumn &column = m_plan.columns[i];
            if (!column.kept)
                continue;
            const bool renamed = column.label != m_input.file->text(header.cells[i].text);
            Result<void> done;
            if (renamed) {
                utf8 = column.label.toStdString();
                std::string encoded;
                for (std::size_t at = 0; at < utf8.size();)
                    appendEncoded(encoded, nextCodePoint(utf8, at, csv::Encoding::Utf8), m_plan.source);
                done = addCell(header, i, encoded, nullptr);
                ++m_outcome.changedCells;
            } else {
                done = addCell(header, i, header.cells[i].text, nullptr);
            }
            if (!done)
                return done;
        }
        m_plan.order.empty() ? writeCells() : writeCellsInOrder();
        return {};
    }

    [[nodiscard]] bool isBlank(const csv::Record &record) const
    {
        return std::all_of(record.cells.begin(), record.cells.end(),
                           [this](const csv::Cell &cell) { return trimmedCell(cell.text, m_plan.source).empty(); });
    }

    /// How many of the row's cells are written; those after the header's last that hold nothing fall away.
    [[nodiscard]] std::size_t cellsToWrite(const csv::Record &record) const
    {
        std::size_t count = record.cells.size();
        if (!m_plan.has(RepairKind::FitRowLength))
            return count;
        while (count > m_plan.columns.size() && trimmedCell(record.cells[count - 1].text, m_plan.source).empty())
            --count;
        return count;
    }

    /// By the lists of the report; to be asked in the order of rows.
    bool isLeftOut(qint64 number)
    {
        if (m_invalid.contains(number)) {
            ++m_outcome.droppedInvalid;
            return true;
        }
        if (m_superseded.contains(number) || m_repeated.contains(number)) {
            ++m_outcome.droppedDuplicates;
            return true;
        }
        if (m_unknown.contains(number)) {
            ++m_outcome.droppedUnknown;
            return true;
        }
        return false;
    }

    /// False where the row has to be written cell by cell.
    bool copyRow(const csv::ScannedRow &row, qint64 number)
    {
        if (!m_copier.isUsable())
            return false;
        std::string &out = m_writer.pending();
        const std::size_t before = out.size();
        qint64 changed = 0;
        if (!m_copier.append(row, out, changed))
            return false;
        if (isLeftOut(number)) {
            out.resize(before);
            return true;
        }
        out += m_writer.lineEnd();
        m_outcome.changedCells += changed;
        ++m_outcome.rows;
        return true;
    }

    /// The repairs took all that the row held, such as its control characters or its only columns.
    [[nodiscard]] bool nothingIsLeft() const
    {
        return std::all_of(
            m_texts.begin(), m_texts.begin() + static_cast<std::ptrdiff_t>(m_used),
            [this](const std::string &text) { return trimmedCell(text, m_plan.dialect.encoding).empty(); });
    }

    Result<void> writeRow(const csv::Record &record)
    {
        const bool blank = isBlank(record);
        if (blank && m_plan.has(RepairKind::RemoveBlankRows))
            return {};
        if (isLeftOut(record.number))
            return {};
        m_used = 0;
        const std::size_t count = cellsToWrite(record);
        for (std::size_t i = 0; i < count; ++i) {
            const bool known = i < m_plan.columns.size();
            if (known && !m_plan.columns[i].kept)
                continue;
            const Column *column = known ? m_plan.columns[i].column : nullptr;
            if (auto done = addCell(record, i, record.cells[i].text, column); !done)
                return done;
        }
        if (m_plan.has(RepairKind::FitRowLength) && !blank) {
            for (std::size_t i = count; i < m_wantedCells; ++i) {
                if (!m_plan.columns[i].kept)
                    continue;
                if (auto done = addCell(record, i, {}, nullptr); !done)
                    return done;
            }
        }
        if (m_plan.has(RepairKind::RemoveBlankRows) && nothingIsLeft()) {
            ++m_outcome.droppedEmptied;
            return {};
        }
        blank || m_plan.order.empty() ? writeCells() : writeCellsInOrder();
        m_outcome.rows += !blank;
        return {};
    }

    const CheckInput &m_input;
    const RepairPlan &m_plan;
    CellRepairer m_cells;
    RowCopier m_copier;
    csv::Writer m_writer;
    RowList m_invalid;
    RowList m_superseded;
    RowList m_repeated;
    RowList m_unknown;
    RepairOutcome m_outcome;
    std::size_t m_wantedCells;         ///< of a row, where it is made to fit
    std::vector<std::string> m_texts;  ///< reused from row to row
    std::vector<std::size_t> m_fields; ///< of the source, by text
    std::size_t m_used = 0;
    std::vector<std::size_t> m_textOf; ///< by field
    std::vector<std::string_view> m_views;
};

/// The bytes as they are; a byte-order mark and UTF-16 are the sink's.
Result<RepairOutcome> copyPlainly(const CheckInput &input, const Report &report, const CopySink &sink,
                                  const JobControl &job)
{
    constexpr qsizetype piece = 1 << 20; // not into the middle of a UTF-8 letter, see below
    const QByteArrayView bytes = input.file->bytes();
    for (qsizetype at = 0; at < bytes.size();) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        qsizetype end = std::min(at + piece, bytes.size());
        while (end < bytes.size() && end > at + 1 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U)
            --end;
        if (const auto done = sink({bytes.data() + at, static_cast<std::size_t>(end - at)}); !done)
            return tl::make_unexpected(done.error());
        at = end;
        job.report(at, bytes.size());
    }
    RepairOutcome outcome;
    outcome.rows = report.stats.rows;
    return outcome;
}

} // namespace

Result<RepairOutcome> writeContent(const CheckInput &input, const Report &report, const RepairPlan &plan,
                                   const CopySink &sink, const JobControl &job)
{
    if (plan.isPlainCopy())
        return copyPlainly(input, report, sink, job);
    return CopyWriter(input, report, plan).run(sink, job);
}

} // namespace navette
