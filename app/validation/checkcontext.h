// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/check.h"
#include "validation/findinglist.h"
#include "validation/labels.h"

#include <vector>

namespace navette
{

/// A column of the file, as the checks need it.
struct FileColumn {
    QString label;                  ///< as read, without blanks around
    const Column *column = nullptr; ///< of the flow; null where unknown
    LabelReading reading;
    bool means = false;     ///< one of the flow's means of contact
    bool key = false;       ///< one of the flow's key columns
    bool trailing = false;  ///< without label, and only such ones behind it
    qint64 filledCells = 0; ///< counted for columns without label
};

/// The ends of all records.
struct LineEndingCount {
    csv::LineEnding first = csv::LineEnding::None;
    bool mixed = false;

    void add(const LineEndingCount &later)
    {
        add(later.first);
        mixed = mixed || later.mixed;
    }
    void add(csv::LineEnding ending)
    {
        if (ending == csv::LineEnding::None)
            return;
        mixed = mixed || (first != csv::LineEnding::None && first != ending);
        first = first == csv::LineEnding::None ? ending : first;
    }
    [[nodiscard]] csv::LineEnding found() const { return mixed ? csv::LineEnding::Mixed : first; }
};

/// What all groups of checks share during one run.
struct CheckContext {
    CheckContext(const CheckInput &checkInput, const Flow &configuredFlow)
        : input(checkInput)
        , flow(configuredFlow)
        , encoding(checkInput.file->readEncoding())
        , target(configuredFlow.dialect.encoding)
        , encodingFits(isCompatible(checkInput.file->dialect().encoding, target))
        , findings(checkInput.maxPlaces)
    {
    }

    const CheckInput &input;
    const Flow &flow;       ///< as configured for the account
    csv::Encoding encoding; ///< of the bytes being read
    csv::Encoding target;   ///< what the platform wants
    bool encodingFits;      ///< the file's bytes mean the same to the platform
    std::vector<FileColumn> columns;
    FindingList findings;
    Report report;
    std::size_t widestRecord = 0;
    LineEndingCount lineEndings;
    std::uint64_t contactSeed = 0; ///< of the keys that are compared, secret

    /// For checking rows elsewhere: the same columns, nothing found yet.
    [[nodiscard]] CheckContext forRows() const;
    /// Counts a phone number that is not written as +33…; the first is kept as an example.
    void addOtherPhone(std::string_view cell, std::string_view e164);

    /// Whether bytes of one encoding mean the same in the other as far as the platform goes. Windows-1252 is ISO-8859-1
    /// but for the letters that unrepresentable-character reports one by one.
    [[nodiscard]] static bool isCompatible(csv::Encoding found, csv::Encoding wanted)
    {
        return found == wanted || (isOneByte(found) && isOneByte(wanted));
    }
    [[nodiscard]] bool toPlatform() const { return flow.direction == FlowDirection::ToPlatform; }
    /// The columns of the file that stand for those names of the flow, by name.
    [[nodiscard]] QStringList presentColumns(const QStringList &names) const;
    /// A place with the cell's text, cut to what a screen can show.
    [[nodiscard]] Place place(qint64 row, int field, std::string_view cell, const QString &message) const;
    [[nodiscard]] Place rowPlace(qint64 row, const QString &message) const;
};

/// "Email, Téléphone Fixe or Mobile".
[[nodiscard]] QString joinedByOr(const QStringList &names);
/// Text of the file as a sentence may hold it: cut, and invisible characters made visible.
[[nodiscard]] QString visibleText(const QString &text);
/// "“Email”, “Nom”": labels quoted, at most twenty.
[[nodiscard]] QString quotedList(const QStringList &names);
/// "“jean@”": visibleText() in quotes.
[[nodiscard]] QString quoted(const QString &text);

/// A finding about the file as a whole, with one place that explains it.
[[nodiscard]] Finding fileFinding(FindingCode code, Severity severity, const QString &headline,
                                  const QString &consequence, const QString &message,
                                  std::optional<RepairKind> repair = {});

// The groups of checks; each file of that name holds one.
void checkFile(CheckContext &context); ///< what can be told before the rows: name, size, line ends, separator …
void checkFileAfterRows(CheckContext &context); ///< what needs the rows: encoding, separator, no contacts
void checkLabels(CheckContext &context, const csv::Record &header);
void checkBlankLabels(CheckContext &context); ///< after the rows: whether a column without a name holds something

} // namespace navette
