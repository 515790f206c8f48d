// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/textfacts.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace navette
{

enum class Severity { Error, Warning };

/// The codes of cli.md, in its order; key() gives their spelling there.
enum class FindingCode {
    SourceError,
    EncodingError,
    LineEnding,
    ByteOrderMark,
    DelimiterMismatch,
    FileTooLarge,
    FileName,
    BlankLabel,
    DuplicateLabel,
    MissingLabel,
    ExtraLabel,
    IncorrectLabel,
    BlankRow,
    MissingCell,
    ExtraCell,
    UnclosedQuote,
    StrayQuote,
    ControlCharacter,
    TypeError,
    ConstraintError,
    InvalidEmail,
    InvalidPhone,
    InvalidDate,
    UnrepresentableCharacter,
    SurroundingSpace,
    FormulaCell,
    UnquotedField,
    MissingMeans,
    MissingReference,
    MissingKey,
    DuplicateRow,
    EmptiesValue,
    UnknownProfile,
    InconsistentTotal,
};
[[nodiscard]] QString key(FindingCode code);
/// False where it is about the file as a whole or its header.
[[nodiscard]] constexpr bool isAboutRows(FindingCode code)
{
    return code > FindingCode::IncorrectLabel;
}
/// What another name or size of the same content would change.
[[nodiscard]] constexpr bool isAboutNameOrSize(FindingCode code)
{
    return code == FindingCode::FileName || code == FindingCode::FileTooLarge;
}
[[nodiscard]] std::optional<FindingCode> findingCodeFromKey(const QString &key);

/// What can make a finding go away; repair/ knows how. key() gives the JSON spelling.
enum class RepairKind {
    Encoding,
    LineEndings,
    ByteOrderMark,
    Delimiter,
    Quoting,
    RenameColumns,
    RemoveColumns,
    TrimSpaces,
    RemoveBlankRows,
    FitRowLength,
    ControlCharacters,
    ReplaceCharacters,
    PhoneFormat,
    DateFormat,
    DropInvalidRows,
    DropDuplicates, ///< the earlier rows go, as the later ones update them anyway
    Zip,
    FileName,
    ColumnOrder,       ///< the flow's order
    KeepFirst,         ///< of duplicates the later rows go; DropDuplicates rules where both are ticked
    KeepKnownProfiles, ///< rows of unknown profiles go (CheckInput::knownProfiles)
    Split,             ///< into numbered parts that the platform takes
};
[[nodiscard]] QString key(RepairKind kind);

/// A column as a spreadsheet names it: 1 → "A", 27 → "AA"; nothing for 0.
[[nodiscard]] QString columnLetters(int fieldNumber);

/// Where a finding was met. rowNumber is the record's number in the file, the header being 1; 0 = the file as a whole.
/// fieldNumber counts from 1; 0 = the whole row.
struct Place {
    qint64 rowNumber = 0;
    int fieldNumber = 0;
    QString fieldName;
    QString cell;    ///< the text as read, at most 200 characters
    QString message; ///< translated sentence about this place
    bool operator==(const Place &) const = default;
};

/// All places of one code and severity (and, for codes with several causes, one cause).
struct Finding {
    FindingCode code = FindingCode::SourceError;
    Severity severity = Severity::Error;
    QString headline;    ///< translated: "Correct 7 e-mail addresses" (ux.md, Validation wording)
    QString consequence; ///< translated: what it means for the file or the contacts
    qint64 count = 0;    ///< always exact
    std::optional<RepairKind> repair;
    std::vector<Place> places; ///< the first ones, up to CheckInput::maxPlaces
    bool refusesFile = false;  ///< the platform would refuse the whole file, not only rows
    bool operator==(const Finding &) const = default;
};

struct CheckStats {
    qint64 rows = 0; ///< without the header and blank rows
    int fields = 0;
    qint64 validRows = 0;
    qint64 invalidRows = 0;
    qint64 duplicateRows = 0;
    qint64 errors = 0;
    qint64 warnings = 0;
    double seconds = 0;
};

/// Phone numbers that are understood but not written as +33…: no finding, but a repair can rewrite them.
struct PhonesInOtherForm {
    qint64 count = 0;
    QString before; ///< the first of them
    QString after;
};

/// The result of a check: data, never an Error.
struct Report {
    QString flowId;
    QString fileName;
    qint64 fileBytes = 0;
    csv::Dialect dialect;     ///< of the file as it is
    QStringList labels;       ///< of the file's header, as read
    QStringList mappedLabels; ///< the flow's label for each file column ("" where unknown)
    CheckStats stats;
    std::vector<Finding> findings;             ///< errors first, then by consequence
    std::vector<qint64> invalidRowNumbers;     ///< ascending rowNumbers that the platform would not take
    std::vector<qint64> duplicateRowNumbers;   ///< ascending: rows that stand for a contact met before
    std::vector<qint64> supersededRowNumbers;  ///< ascending: the earlier rows which those update; dropped on request
    std::vector<qint64> unknownProfileRows;    ///< ascending rowNumbers whose key no known profile has
    std::map<char32_t, qint64> foreignLetters; ///< that the platform's alphabet lacks, and how often each stands there
    qint64 nonAsciiCells = 0;                  ///< cells whose bytes the flow's encoding changes, the labels too
    PhonesInOtherForm phonesInOtherForm;
    std::optional<csv::TextFacts> text; ///< of all bytes, where only the front told the encoding: CsvFile::settled()
    int maxPlaces = 100;                ///< cap that the check had for places

    /// No finding of severity error.
    [[nodiscard]] bool isValid() const;
    /// accengage.md, Common: a file's weight is estimated from its columns and profiles; values in all.
    [[nodiscard]] qint64 weight() const { return stats.rows * stats.fields; }
    [[nodiscard]] const Finding *find(FindingCode code) const;
};

} // namespace navette
