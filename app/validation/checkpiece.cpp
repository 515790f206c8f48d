// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/checkpiece.h"

#include "validation/characters.h"

namespace navette
{

PieceChecker::PieceChecker(const CheckContext &head, const RowsOptions &options, const csv::OddBytes &odd)
    : m_context(head.forRows())
    , m_rows(m_context)
    , m_sieve(m_context, m_rows.fields())
    // Whether the platform knows a profile is RowChecker's to look up.
    , m_useSieve(options.sieve && !(head.input.knownProfiles && head.toPlatform()))
    , m_bytes(head.input.file->bytes())
    , m_quote(head.input.file->dialect().quote)
    , m_reader(head.input.file->reader())
    , m_scanner(m_bytes, head.input.file->dialect(), odd)
{
}

CheckedPiece PieceChecker::check(qint64 from, qint64 until, FindingList findings, const JobControl &job)
{
    m_piece = {};
    m_context.findings = std::move(findings);
    m_context.report.text = m_context.input.file->factsToSettle();
    m_piece.from = m_piece.end = from;
    m_scanner.resumeAt(from);
    csv::RecordRun run;
    while (m_piece.end < until && !job.isCancelled() && m_scanner.next(run)) {
        const qint64 before = m_piece.end;
        checkRun(run, until);
        if (m_scanner.isIrregular() && run.endOffset < until && m_piece.end == run.endOffset) {
            checkRecord(run.endOffset);
            m_piece.end = m_reader.bytesRead();
            m_scanner.resumeAt(m_piece.end);
        }
        takeText(before);
    }
    takeResults();
    return std::move(m_piece);
}

/// From there to the piece's end; just read, so that it need not come from memory again.
void PieceChecker::takeText(qint64 from)
{
    if (m_context.report.text)
        m_context.report.text->add(m_bytes.sliced(from, m_piece.end - from));
}

void PieceChecker::checkRun(const csv::RecordRun &run, qint64 until)
{
    m_context.report.nonAsciiCells += run.highCells;
    csv::RunWalker walker(run);
    csv::ScannedRow row;
    while (walker.next(row)) {
        const qint64 begin = run.byteOffset + static_cast<qint64>(row.begin);
        if (begin >= until) {
            m_context.report.nonAsciiCells -= highCellsOf(row);
            continue;
        }
        if (m_useSieve && m_sieve.passes(row))
            takePassed(row, begin);
        else
            checkRow(row, begin);
        m_piece.end = run.byteOffset + static_cast<qint64>(row.cellEnds.back()) + 1;
    }
    m_piece.end = std::min(m_piece.end, static_cast<qint64>(m_bytes.size()));
}

void PieceChecker::takePassed(const csv::ScannedRow &row, qint64 offset)
{
    countRecord(offset);
    ++m_passed;
    m_context.lineEndings.add(row.ending(m_bytes));
    takeContact(m_sieve.contact());
}

/// What the sieve leaves over.
void PieceChecker::checkRow(const csv::ScannedRow &row, qint64 offset)
{
    // CellChecker counts those that it looks at, which are all or the odd ones.
    if (!m_useSieve || !csv::toRecord(row, m_bytes, m_quote, m_record)) {
        m_context.report.nonAsciiCells -= highCellsOf(row);
        checkRecord(offset);
        return;
    }
    for (const std::uint32_t odd : row.oddCells)
        m_context.report.nonAsciiCells -= isHigh(row, odd - row.firstCell);
    countRecord(offset);
    m_record.number = m_piece.records + 1;
    takeChecked();
}

/// What the scanner leaves over.
void PieceChecker::checkRecord(qint64 offset)
{
    countRecord(offset);
    m_reader.seek(offset, m_piece.records + 1);
    if (m_reader.next(m_record))
        takeChecked();
}

void PieceChecker::takeChecked()
{
    m_context.lineEndings.add(m_record.ending);
    m_rows.check(m_record);
    takeContact(m_rows.contact());
}

void PieceChecker::countRecord(qint64 offset)
{
    if (m_piece.records++ % CheckedPiece::markEvery == 0)
        m_piece.marks.push_back(offset);
}

void PieceChecker::takeContact(const ContactHasher &contact)
{
    if (!contact.isEmpty())
        m_piece.contacts.push_back(contact.key(static_cast<std::uint32_t>(m_piece.records + 1)));
}

/// Whether the scanner counted the cell as one that is not plain ASCII.
bool PieceChecker::isHigh(const csv::ScannedRow &row, std::size_t field) const
{
    const std::size_t begin = row.beginOf(field);
    // Where the encoding fits nobody asks.
    return !m_context.encodingFits && scanBytes({row.base + begin, row.endOf(field) - begin}).nonAscii;
}

qint64 PieceChecker::highCellsOf(const csv::ScannedRow &row) const
{
    qint64 count = 0;
    for (std::size_t field = 0; field < row.cellEnds.size(); ++field)
        count += isHigh(row, field);
    return count;
}

void PieceChecker::takeResults()
{
    if (m_passed > 0)
        m_context.widestRecord = std::max(m_context.widestRecord, m_context.columns.size());
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

} // namespace navette
