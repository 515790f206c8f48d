// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/checkrows.h"

#include "validation/characters.h"

#include <QRandomGenerator>
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

/// What one piece of the file gave; its rows have numbers as if it stood right under the header, so from 2.
struct Piece {
    qint64 from = 0;
    qint64 end = 0; ///< behind its last record
    qint64 records = 0;
    FindingList findings{0};
    Report report;
    std::vector<qint64> filledCells; ///< by column
    std::size_t widestRecord = 0;
    LineEndingCount lineEndings;
    std::vector<ContactKey> contacts;
    std::vector<qint64> marks; ///< where every record begins whose number is a multiple of `markEvery`
};
constexpr qint64 markEvery = 16;

/// Checks pieces, one after the other; one per thread.
class PieceChecker
{
public:
    PieceChecker(const CheckContext &head, const RowsOptions &options, const csv::OddBytes &odd, std::uint64_t seed)
        : m_context(head.forRows())
        , m_rows(m_context)
        , m_sieve(m_context, m_rows.fields())
        // Whether the platform knows a profile is RowChecker's to look up.
        , m_useSieve(options.sieve && !(head.input.knownProfiles && head.toPlatform()))
        , m_keyOf(seed)
        , m_columns(m_context.columns.size())
        , m_bytes(head.input.file->bytes())
        , m_reader(head.input.file->reader())
        , m_scanner(m_bytes, head.input.file->dialect(), odd)
        , m_wantsContacts(!m_rows.fields().identity.empty())
    {
    }

    /// The records that begin from `from` (a record's beginning) to before `until`; fewer where the job is cancelled.
    /// `findings` is the empty list for what is found.
    Piece check(qint64 from, qint64 until, FindingList findings, const JobControl &job)
    {
        m_piece = {};
        m_context.findings = std::move(findings);
        m_piece.from = m_piece.end = from;
        m_scanner.resumeAt(from);
        csv::RecordRun run;
        while (m_piece.end < until && !job.isCancelled() && m_scanner.next(run)) {
            checkRun(run, until);
            if (m_scanner.isIrregular() && run.endOffset < until && m_piece.end == run.endOffset) {
                checkRecord(run.endOffset);
                m_piece.end = m_reader.bytesRead();
                m_scanner.resumeAt(m_piece.end);
            }
        }
        takeResults();
        return std::move(m_piece);
    }

private:
    void checkRun(const csv::RecordRun &run, qint64 until)
    {
        qint64 highCells = run.highCells;
        csv::RunWalker walker(run);
        csv::ScannedRow row;
        while (walker.next(row)) {
            const qint64 begin = run.byteOffset + static_cast<qint64>(row.begin);
            if (begin >= until) {
                highCells -= highCellsOf(row);
                continue;
            }
            if (m_useSieve && m_sieve.passes(row)) {
                takePassed(row, begin);
            } else {
                highCells -= highCellsOf(row);
                checkRecord(begin);
            }
            m_piece.end = run.byteOffset + static_cast<qint64>(row.cellEnds.back()) + 1;
        }
        m_piece.end = std::min(m_piece.end, static_cast<qint64>(m_bytes.size()));
        m_context.report.nonAsciiCells += highCells;
    }

    void takePassed(const csv::ScannedRow &row, qint64 offset)
    {
        countRecord(offset);
        ++m_passed;
        const std::size_t last = row.cellEnds.back();
        if (row.base + last < m_bytes.end()) {
            const bool lf = row.base[last] == '\n';
            m_context.lineEndings.add(row.end() < last ? csv::LineEnding::CrLf
                                      : lf             ? csv::LineEnding::Lf
                                                       : csv::LineEnding::Cr);
        }
        takeContact(m_sieve.identity());
    }

    /// What the scanner or the sieve leave over.
    void checkRecord(qint64 offset)
    {
        countRecord(offset);
        m_reader.seek(offset, m_piece.records + 1);
        if (!m_reader.next(m_record))
            return;
        m_context.lineEndings.add(m_record.ending);
        m_rows.check(m_record);
        takeContact(m_rows.identity());
    }

    void countRecord(qint64 offset)
    {
        if (m_piece.records++ % markEvery == 0)
            m_piece.marks.push_back(offset);
    }

    void takeContact(std::string_view identity)
    {
        if (m_wantsContacts && !identity.empty())
            m_piece.contacts.push_back(m_keyOf(identity, static_cast<std::uint32_t>(m_piece.records + 1)));
    }

    [[nodiscard]] qint64 highCellsOf(const csv::ScannedRow &row) const
    {
        qint64 count = 0;
        if (m_context.encodingFits) // then nobody asks
            return count;
        std::size_t begin = row.begin;
        for (const std::uint32_t end : row.cellEnds) {
            count += scanBytes({row.base + begin, end - begin}).nonAscii;
            begin = end + std::size_t(1);
        }
        return count;
    }

    void takeResults()
    {
        if (m_passed > 0)
            m_context.widestRecord = std::max(m_context.widestRecord, m_columns);
        m_context.report.stats.rows += m_passed;
        m_context.report.stats.validRows += m_passed;
        m_passed = 0;
        m_piece.findings = std::move(m_context.findings);
        m_piece.report = std::exchange(m_context.report, {});
        for (FileColumn &column : m_context.columns)
            m_piece.filledCells.push_back(std::exchange(column.filledCells, 0));
        m_piece.widestRecord = std::exchange(m_context.widestRecord, 0);
        m_piece.lineEndings = std::exchange(m_context.lineEndings, {});
    }

    CheckContext m_context;
    RowChecker m_rows;
    RowSieve m_sieve;
    bool m_useSieve;
    ContactHasher m_keyOf;
    std::size_t m_columns;
    QByteArrayView m_bytes;
    csv::Reader m_reader;
    csv::StructureScanner m_scanner;
    bool m_wantsContacts;
    csv::Record m_record;
    qint64 m_passed = 0;
    Piece m_piece;
};

/// Puts pieces together in the file's order.
class Gatherer
{
public:
    Gatherer(CheckContext &context, RowChecker &rows, qint64 from)
        : m_context(context), m_rows(rows), m_reader(context.input.file->reader()), m_end(from)
    {
    }

    [[nodiscard]] qint64 end() const { return m_end; }

    void add(Piece &&piece)
    {
        if (m_end == piece.from && m_contacts == 0 && piece.records > 0)
            m_duplicates = DuplicateFinder(expectedContacts(piece));
        m_context.findings.append(std::move(piece.findings), m_rowsBefore);
        addNumbers(piece.report);
        for (std::size_t i = 0; i < piece.filledCells.size(); ++i)
            m_context.columns[i].filledCells += piece.filledCells[i];
        m_context.widestRecord = std::max(m_context.widestRecord, piece.widestRecord);
        m_context.lineEndings.add(piece.lineEndings);
        addContacts(piece);
        m_rowsBefore += piece.records;
        m_end = piece.end;
    }

private:
    /// As many as the file holds if it goes on as it began.
    [[nodiscard]] qint64 expectedContacts(const Piece &piece) const
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
        PhonesInOtherForm &phones = report.phonesInOtherForm;
        if (phones.count == 0)
            phones = more.phonesInOtherForm;
        else
            phones.count += more.phonesInOtherForm.count;
    }

    void addContacts(const Piece &piece)
    {
        constexpr std::size_t ahead = 32;
        for (std::size_t i = 0; i < piece.contacts.size(); ++i) {
            if (i + ahead < piece.contacts.size())
                m_duplicates.prepare(piece.contacts[i + ahead]);
            ContactKey key = piece.contacts[i];
            const qint64 row = key.row + m_rowsBefore;
            key.row = static_cast<std::uint32_t>(row);
            if (const auto before = m_duplicates.enter(key))
                addDuplicate(piece, piece.contacts[i].row, row, *before);
        }
        m_contacts += static_cast<qint64>(piece.contacts.size());
    }

    void addDuplicate(const Piece &piece, qint64 rowInPiece, qint64 row, qint64 before)
    {
        Report &report = m_context.report;
        ++report.stats.duplicateRows;
        report.duplicateRowNumbers.push_back(row);
        report.supersededRowNumbers.push_back(before);
        m_record.number = row;
        m_record.cells.clear();
        if (++m_places <= m_context.input.maxPlaces) {
            // Read again for its text, from the nearest mark.
            const qint64 recordsBefore = rowInPiece - 2;
            const qint64 mark = recordsBefore / markEvery;
            m_reader.seek(piece.marks[static_cast<std::size_t>(mark)], row - recordsBefore % markEvery);
            while (m_reader.next(m_record) && m_record.number < row) {
            }
        }
        m_rows.reportDuplicate(m_record, before);
    }

    CheckContext &m_context;
    RowChecker &m_rows;
    DuplicateFinder m_duplicates;
    csv::Reader m_reader;
    csv::Record m_record;
    qint64 m_end;
    qint64 m_rowsBefore = 0;
    qint64 m_contacts = 0;
    qint64 m_places = 0;
};

/// Where pieces begin: behind the first end of a line from there on. In quotes that may be no record's end; who puts
/// the pieces together notices.
class Cuts
{
public:
    Cuts(const CheckContext &context, qint64 from, qint64 chunkBytes)
        : m_bytes(context.input.file->bytes())
        , m_lineEnd(context.input.file->dialect().lineEnding == csv::LineEnding::Cr ? '\r' : '\n')
        , m_from(from)
        , m_chunk(chunkBytes)
        , m_count(static_cast<int>((m_bytes.size() - from + chunkBytes - 1) / chunkBytes))
    {
    }

    [[nodiscard]] int pieces() const { return m_count; }
    [[nodiscard]] qint64 begin(int piece) const
    {
        if (piece == 0)
            return m_from;
        const qint64 nominal = m_from + m_chunk * piece;
        if (nominal >= m_bytes.size())
            return m_bytes.size();
        const qint64 left = std::min(m_chunk, m_bytes.size() - nominal);
        // From the byte before, which may be a line's last.
        const char *at = m_bytes.data() + nominal - 1;
        const void *found = std::memchr(at, m_lineEnd, static_cast<std::size_t>(left));
        return found ? static_cast<const char *>(found) - m_bytes.data() + 1 : nominal;
    }

private:
    QByteArrayView m_bytes;
    char m_lineEnd;
    qint64 m_from;
    qint64 m_chunk;
    int m_count;
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
        , m_seed(QRandomGenerator::global()->generate64())
        , m_cuts(context, from, chunkBytes(context, from, options))
        , m_gatherer(context, rows, from)
    {
    }

    [[nodiscard]] int pieces() const { return m_cuts.pieces(); }

    void work()
    {
        PieceChecker checker(m_context, m_options, m_odd, m_seed);
        for (int piece = m_next++; piece < m_cuts.pieces() && !m_job.isCancelled(); piece = m_next++) {
            FindingList findings = emptyFindings();
            Piece checked = checker.check(m_cuts.begin(piece), m_cuts.begin(piece + 1), std::move(findings), m_job);
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
    std::uint64_t m_seed;
    Cuts m_cuts;
    std::atomic<int> m_next = 0;
    std::mutex m_mutex;
    std::map<int, Piece> m_done;
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
    return !job.isCancelled();
}

} // namespace navette
