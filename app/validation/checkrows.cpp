// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/checkrows.h"

#include "validation/checkpiece.h"

#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <cstring>
#include <map>
#include <mutex>

namespace navette
{

namespace
{

/// Puts pieces together in the file's order.
class Gatherer
{
public:
    Gatherer(CheckContext &context, RowChecker &rows, qint64 from)
        : m_context(context), m_rows(rows), m_reader(context.input.file->reader()), m_end(from)
    {
        Report &report = context.report;
        report.text = context.input.file->factsToSettle();
        if (report.text)
            report.text->add(context.input.file->bytes().first(from));
    }

    [[nodiscard]] qint64 end() const { return m_end; }

    void add(CheckedPiece &&piece)
    {
        if (m_marks.empty() && !piece.contacts.empty())
            m_duplicates = DuplicateFinder(expectedContacts(piece));
        m_context.findings.append(std::move(piece.findings), m_rowsBefore);
        addNumbers(piece.report);
        for (std::size_t i = 0; i < piece.filledCells.size(); ++i)
            m_context.columns[i].filledCells += piece.filledCells[i];
        m_context.widestRecord = std::max(m_context.widestRecord, piece.widestRecord);
        m_context.lineEndings.add(piece.lineEndings);
        if (!piece.contacts.empty())
            addContacts(piece);
        m_rowsBefore += piece.records;
        m_end = piece.end;
    }

    /// When all pieces are there.
    void finish()
    {
        for (const DuplicateFinder::Duplicate &duplicate : m_duplicates.take())
            addDuplicate(duplicate.row, duplicate.before);
    }

private:
    struct Mark {
        qint64 row = 0;
        qint64 offset = 0;
    };

    /// As many as the file holds if it goes on as it began.
    [[nodiscard]] qint64 expectedContacts(const CheckedPiece &piece) const
    {
        const double rest = static_cast<double>(m_context.input.file->bytes().size() - piece.from);
        const double share = rest / static_cast<double>(std::max<qint64>(piece.end - piece.from, 1));
        // A small piece says little.
        return static_cast<qint64>(static_cast<double>(piece.contacts.size()) * std::min(share, 1000.0) * 1.05);
    }

    void addNumbers(Report &more)
    {
        Report &report = m_context.report;
        report.stats.rows += more.stats.rows;
        report.stats.validRows += more.stats.validRows;
        report.stats.invalidRows += more.stats.invalidRows;
        report.nonAsciiCells += more.nonAsciiCells;
        for (const auto &[letter, count] : more.foreignLetters)
            report.foreignLetters[letter] += count;
        for (const qint64 row : more.invalidRowNumbers)
            report.invalidRowNumbers.push_back(row + m_rowsBefore);
        for (const qint64 row : more.unknownProfileRows)
            report.unknownProfileRows.push_back(row + m_rowsBefore);
        if (report.text)
            report.text->add(*more.text);
        PhonesInOtherForm &phones = report.phonesInOtherForm;
        if (phones.count == 0)
            phones = more.phonesInOtherForm;
        else
            phones.count += more.phonesInOtherForm.count;
    }

    void addContacts(const CheckedPiece &piece)
    {
        for (ContactKey key : piece.contacts) {
            key.row += static_cast<std::uint32_t>(m_rowsBefore);
            m_duplicates.add(key);
        }
        qint64 row = m_rowsBefore + 2;
        for (const qint64 offset : piece.marks) {
            m_marks.push_back({row, offset});
            row += CheckedPiece::markEvery;
        }
    }

    void addDuplicate(qint64 row, qint64 before)
    {
        Report &report = m_context.report;
        ++report.stats.duplicateRows;
        report.duplicateRowNumbers.push_back(row);
        report.supersededRowNumbers.push_back(before);
        m_record.number = row;
        m_record.cells.clear();
        if (++m_places <= m_context.input.maxPlaces) {
            // Read again for its text, from the nearest mark.
            const auto next = std::upper_bound(m_marks.begin(), m_marks.end(), row,
                                               [](qint64 number, const Mark &mark) { return number < mark.row; });
            const Mark &mark = *std::prev(next);
            m_reader.seek(mark.offset, mark.row);
            while (m_reader.next(m_record) && m_record.number < row) {
            }
        }
        m_rows.reportDuplicate(m_record, before);
    }

    CheckContext &m_context;
    RowChecker &m_rows;
    DuplicateFinder m_duplicates;
    std::vector<Mark> m_marks; ///< ascending
    csv::Reader m_reader;
    csv::Record m_record;
    qint64 m_end;
    qint64 m_rowsBefore = 0;
    qint64 m_places = 0;
};

/// Where pieces begin: behind the first end of a line from there on. In quotes that may be no record's end; who puts
/// the pieces together notices. Where no line ends the piece is empty, so that a cell of any size is read once.
class Cuts
{
public:
    Cuts(const CheckContext &context, qint64 from, qint64 chunkBytes)
    {
        const QByteArrayView bytes = context.input.file->bytes();
        const char lineEnd = context.input.file->dialect().lineEnding == csv::LineEnding::Cr ? '\r' : '\n';
        m_begins.assign(static_cast<std::size_t>((bytes.size() - from + chunkBytes - 1) / chunkBytes), bytes.size());
        m_begins.push_back(bytes.size());
        m_begins.front() = from;
        for (std::size_t piece = m_begins.size() - 1; piece-- > 1;) {
            // From the byte before, which may be a line's last.
            const qint64 nominal = from + chunkBytes * static_cast<qint64>(piece) - 1;
            const auto size = static_cast<std::size_t>(std::min(chunkBytes, bytes.size() - nominal));
            const void *found = std::memchr(bytes.data() + nominal, lineEnd, size);
            m_begins[piece] = found ? static_cast<const char *>(found) - bytes.data() + 1 : m_begins[piece + 1];
        }
    }

    [[nodiscard]] int pieces() const { return static_cast<int>(m_begins.size()) - 1; }
    /// Of the one behind the last: where the file ends.
    [[nodiscard]] qint64 begin(int piece) const { return m_begins[static_cast<std::size_t>(piece)]; }

private:
    std::vector<qint64> m_begins;
};

/// All that the threads share.
class Run
{
public:
    Run(CheckContext &context, RowChecker &rows, qint64 from, const RowsOptions &options, const JobControl &job)
        : m_context(context)
        , m_options(options)
        , m_job(job)
        , m_odd(RowSieve::oddBytes(context))
        , m_cuts(context, from, chunkBytes(context, from, options))
        , m_gatherer(context, rows, from)
    {
    }

    [[nodiscard]] int pieces() const { return m_cuts.pieces(); }

    void finish() { m_gatherer.finish(); }

    void work()
    {
        PieceChecker checker(m_context, m_options, m_odd);
        for (int piece = m_next++; piece < m_cuts.pieces() && !m_job.isCancelled(); piece = m_next++) {
            FindingList findings = emptyFindings();
            CheckedPiece checked =
                checker.check(m_cuts.begin(piece), m_cuts.begin(piece + 1), std::move(findings), m_job);
            const std::lock_guard lock(m_mutex);
            m_done.emplace(piece, std::move(checked));
            gather(checker);
        }
    }

private:
    static qint64 chunkBytes(const CheckContext &context, qint64 from, const RowsOptions &options)
    {
        constexpr qint64 least = qint64(1) << 20;
        constexpr qint64 most = qint64(8) << 20;
        if (options.chunkBytes > 0)
            return options.chunkBytes;
        return std::clamp((context.input.file->bytes().size() - from) / 100, least, most);
    }

    /// Most places are found early in a file: those of later pieces need not be put into words.
    FindingList emptyFindings()
    {
        const std::lock_guard lock(m_mutex);
        return m_context.findings.forLaterRows();
    }

    /// What is next in the file's order, as far as it is there. With the lock held.
    void gather(PieceChecker &checker)
    {
        const qint64 total = m_context.input.file->bytes().size();
        for (auto it = m_done.begin(); it != m_done.end() && it->first == m_gathered && !m_job.isCancelled();
             it = m_done.erase(it)) {
            const int piece = m_gathered++;
            const qint64 until = m_cuts.begin(piece + 1);
            if (it->second.from == m_gatherer.end())
                m_gatherer.add(std::move(it->second));
            else if (m_gatherer.end() < until) // it began inside quotes: once more, from where the one before ended
                m_gatherer.add(checker.check(m_gatherer.end(), until, m_context.findings.forLaterRows(), m_job));
            m_job.report(m_gatherer.end(), total);
        }
    }

    CheckContext &m_context;
    const RowsOptions &m_options;
    const JobControl &m_job;
    csv::OddBytes m_odd;
    Cuts m_cuts;
    std::atomic<int> m_next = 0;
    std::mutex m_mutex;
    std::map<int, CheckedPiece> m_done;
    int m_gathered = 0;
    Gatherer m_gatherer;
};

} // namespace

bool checkRows(CheckContext &context, RowChecker &rows, qint64 from, const RowsOptions &options, const JobControl &job)
{
    Run run(context, rows, from, options, job);
    const int cores = options.threads > 0 ? options.threads : std::max(QThread::idealThreadCount(), 1);
    const int helpers = std::min(cores, run.pieces()) - 1;
    // Threads of its own: the job itself may hold a place in a pool, and would wait for another there.
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(helpers, 1));
    for (int i = 0; i < helpers; ++i)
        pool.start([&run] { run.work(); });
    run.work();
    pool.waitForDone();
    if (job.isCancelled())
        return false;
    run.finish();
    return true;
}

} // namespace navette
