// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/checkrows.h"
#include "validation/rowsieve.h"

namespace navette
{

/// What one piece of the file gave; its rows have numbers as if it stood right under the header, so from 2.
struct CheckedPiece {
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
    static constexpr qint64 markEvery = 16;
};

/// Checks pieces of a file, one after the other; one per thread.
class PieceChecker
{
public:
    /// `head` knows the header; `odd` is what RowSieve::oddBytes() says of it.
    PieceChecker(const CheckContext &head, const RowsOptions &options, const csv::OddBytes &odd);

    /// The records that begin from `from` (a record's beginning) to before `until`; fewer where the job is cancelled.
    /// `findings` is the empty list for what is found.
    [[nodiscard]] CheckedPiece check(qint64 from, qint64 until, FindingList findings, const JobControl &job);

private:
    void checkRun(const csv::RecordRun &run, qint64 until);
    void takePassed(const csv::ScannedRow &row, qint64 offset);
    void checkRow(const csv::ScannedRow &row, qint64 offset);
    void checkRecord(qint64 offset);
    void takeChecked();
    void countRecord(qint64 offset);
    void takeContact(const ContactHasher &contact);
    void takeText(qint64 from);
    void takeResults();
    [[nodiscard]] bool isHigh(const csv::ScannedRow &row, std::size_t field) const;
    [[nodiscard]] qint64 highCellsOf(const csv::ScannedRow &row) const;

    CheckContext m_context;
    RowChecker m_rows;
    RowSieve m_sieve;
    bool m_useSieve;
    QByteArrayView m_bytes;
    char m_quote;
    csv::Reader m_reader;
    csv::StructureScanner m_scanner;
    csv::Record m_record;
    qint64 m_passed = 0;
    CheckedPiece m_piece;
};

} // namespace navette
