// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/check.h"

#include <set>

namespace navette
{

/// One repair that would help this file, as the person sees it before anything is done.
struct ProposedRepair {
    RepairKind kind = RepairKind::Encoding;
    QString title;  ///< "Alphabet UTF-8 → ISO-8859-1"
    QString effect; ///< "214 cells · 31 letters replaced"
    QString before; ///< an example; may be empty
    QString after;
    qint64 count = 0;
    bool recommended = true; ///< ticked at first
    bool required = false;   ///< without it the platform refuses the file
    bool operator==(const ProposedRepair &) const = default;
};

/// Which repairs would help, from the report. Error: Cancelled.
[[nodiscard]] Result<std::vector<ProposedRepair>> proposeRepairs(const CheckInput &input, const Report &report,
                                                                 const JobControl &job = {});

/// The offer of a zip or of numbered parts (RepairKind::Zip, Split) for a copy which turned out too large for the
/// platform: how large it gets, only writing it tells.
[[nodiscard]] ProposedRepair proposalForSize(RepairKind kind);

/// What was done while writing the repaired copy.
struct RepairOutcome {
    LocalPath file; ///< the repaired copy: a CSV, or a zip
    qint64 bytes = 0;
    qint64 rows = 0; ///< contacts in it
    qint64 droppedInvalid = 0;
    qint64 droppedDuplicates = 0;
    qint64 droppedUnknown = 0; ///< of profiles that the platform does not know
    qint64 droppedEmptied = 0; ///< rows of which the repairs left nothing, where empty rows are removed
    qint64 changedCells = 0;
    QByteArray sha256; ///< of the file's bytes, where that was asked for
};

/// What of a copy is wanted beside it.
struct CopyOptions {
    bool hash = true; ///< RepairOutcome::sha256 of a CSV, which takes about as long as the writing itself
};

/// Writes a repaired copy of the input to `target` (which must not exist), streaming; the source is never changed.
/// `repairs` are those the person ticked; with none it is a byte-identical copy.
/// Errors: AlreadyExists, NotWritable, NoSpace, Cancelled.
[[nodiscard]] Result<RepairOutcome> writeRepaired(const CheckInput &input, const Report &report,
                                                  const std::set<RepairKind> &repairs, const LocalPath &target,
                                                  const JobControl &job = {}, const CopyOptions &options = {});

/// What a check of the copy would find in its rows, told from the report of the source without reading it. Nothing
/// where that cannot be told: a repair changes more than the form of values, or the file has more to be said of than
/// was repaired.
[[nodiscard]] std::optional<std::vector<Finding>>
rowFindingsLeft(const Report &report, const std::set<RepairKind> &repairs, const RepairOutcome &copy);

/// A repaired copy in as many parts as it takes.
struct RepairedParts {
    RepairOutcome whole;              ///< the counts of all; its file is gone
    std::vector<RepairOutcome> parts; ///< bytes, rows and hash of each
};
/// As writeRepaired(), but cut into numbered parts where the copy (the zip, where RepairKind::Zip is ticked) would be
/// larger than the flow takes for certain (Flow::warnBytes): "list-1.csv", "list-2.csv", each with the header. All
/// parts or none. Errors: as writeRepaired(), Limit (a row that alone is too large).
[[nodiscard]] Result<RepairedParts> writeRepairedParts(const CheckInput &input, const Report &report,
                                                       const std::set<RepairKind> &repairs, const LocalPath &target,
                                                       const JobControl &job = {});

/// What stands for a character that the target encoding cannot hold: ’ → ', œ → oe, € → EUR; nothing where no honest
/// replacement is known.
[[nodiscard]] std::optional<QString> replacementFor(char32_t character, csv::Encoding target);

/// A cell as the repaired copy would hold it, for the preview table.
[[nodiscard]] QString repairedCell(const QString &cell, const Column *column, const Flow &configuredFlow,
                                   const FlowSettings &settings, const std::set<RepairKind> &repairs);

} // namespace navette
