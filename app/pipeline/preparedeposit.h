// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "base/privatefolder.h"
#include "pipeline/deposit.h"
#include "repair/repair.h"

#include <set>

namespace navette
{

/// A file opened, checked, and with the repairs that would help: what the Deposit page shows and `deposit` decides on.
struct PreparedFile {
    LocalPath source;
    QString sourceName; ///< what the person knows it as
    archive::Kind kind = archive::Kind::Plain;
    qint64 sourceBytes = 0;                   ///< on disk, packed or not
    std::shared_ptr<const csv::CsvFile> file; ///< null where the content is no CSV: the report says why
    CheckInput input;                         ///< for proposeRepairs(), repairedCell() and writeRepaired()
    Report report;
    std::vector<ProposedRepair> repairs;
    QString listName; ///< from the source's name

    [[nodiscard]] std::set<RepairKind> recommendedRepairs() const;
    [[nodiscard]] QString whyUnreadable() const; ///< one sentence; empty where there is a file
};

/// What openForCheck() and openForDeposit() may give more of.
struct PrepareOptions {
    int maxPlaces = 100;                                ///< per finding
    std::shared_ptr<const KnownProfiles> knownProfiles; ///< CheckInput::knownProfiles
};

/// Opens a plain, zipped or gzipped file and checks it. Content that is no CSV (empty, binary, a broken zip) is a
/// report with one source-error. Errors: NotFound, NotAFile, NotReadable, Cancelled. In a worker thread.
[[nodiscard]] Result<PreparedFile> openForCheck(const LocalPath &source, const Flow &flow, const FlowSettings &settings,
                                                const csv::DialectHints &hints = {}, const JobControl &job = {},
                                                const PrepareOptions &options = {});
/// The same, and proposes repairs.
[[nodiscard]] Result<PreparedFile> openForDeposit(const LocalPath &source, const Flow &flow,
                                                  const FlowSettings &settings, const csv::DialectHints &hints = {},
                                                  const JobControl &job = {}, const PrepareOptions &options = {});

/// The findings that are left in a copy which those repairs made of the file, and nothing else. A large copy is not
/// read whole where its beginning and the source's report tell all. Errors: those of openForCheck().
[[nodiscard]] Result<Report> checkCopy(const PreparedFile &file, const std::set<RepairKind> &repairs,
                                       const RepairedParts &copy, const JobControl &job = {});

/// What the person chose on "What will happen".
struct DepositChoices {
    std::set<RepairKind> repairs;
    QString listName;               ///< empty: PreparedFile::listName
    QString remoteName;             ///< empty: built by the flow's naming rule
    std::optional<ImportMode> mode; ///< for flows with usesImportMode
};

/// The bytes to send, in a private folder that lives as long as a copy of this.
struct PreparedDeposit {
    DepositOrder order;
    RepairOutcome outcome;
    std::shared_ptr<PrivateFolder> folder;
};

/// What will be sent in as many files as it takes: one after another, each a deposit of its own.
struct PreparedParts {
    RepairOutcome whole; ///< the counts of all
    std::vector<PreparedDeposit> parts;
    [[nodiscard]] qint64 bytes() const; ///< of all together
    [[nodiscard]] qint64 largestBytes() const;
    [[nodiscard]] QByteArray fingerprint() const; ///< of all their bytes
};

/// Whether a file may be sent in parts: with SyncList each would leave only its own contacts in the list.
[[nodiscard]] bool maySplit(const std::optional<ImportMode> &mode);

/// The name that writeDeposit() would give. Errors: Usage where the flow needs something the account does not say.
[[nodiscard]] Result<QString> plannedRemoteName(const PreparedFile &file, const DepositChoices &choices,
                                                const QDateTime &now);

/// Writes what will be sent: a repaired copy, or an exact one where no repair is chosen. Errors: Usage, Limit (larger
/// than the platform takes), BadFormat (the source is no CSV), NotWritable, NoSpace, Cancelled. In a worker thread.
[[nodiscard]] Result<PreparedDeposit> writeDeposit(const PreparedFile &file, const DepositChoices &choices,
                                                   const JobControl &job = {});
/// The same in numbered parts ("vip-1.zip", "vip-2.zip") where RepairKind::Split is chosen and one file would be too
/// large; in one else. Errors: as writeDeposit(), Usage also where the mode does not suffer parts.
[[nodiscard]] Result<PreparedParts> writeDepositParts(const PreparedFile &file, const DepositChoices &choices,
                                                      const JobControl &job = {});

/// Whether the file ends as a zip with these choices.
[[nodiscard]] bool endsZipped(const PreparedFile &file, const DepositChoices &choices);

} // namespace navette
