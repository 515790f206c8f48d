// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "csv/csvfile.h"
#include "flows/flow.h"
#include "flows/flowsettings.h"
#include "validation/report.h"

#include <memory>

namespace navette
{

class KnownProfiles;

struct CheckInput {
    std::shared_ptr<const csv::CsvFile> file;
    Flow flow; ///< as in the catalogue; configured() is applied inside
    FlowSettings settings;
    qint64 depositBytes = 0; ///< size of the file as it would be deposited (a zip's own size); 0: the CSV's
    QString depositFileName; ///< its name, for the naming rule; empty: CsvFile::name()
    int maxPlaces = 100;     ///< per finding; counts stay exact
    std::shared_ptr<const KnownProfiles> knownProfiles; ///< where set, rows of other profiles are found
};

/// Checks every row of the file against the flow. Streams; knows nothing of threads. Error: Cancelled only.
[[nodiscard]] Result<Report> check(const CheckInput &input, const JobControl &job = {});

/// By consequence: what refuses the file, then what refuses rows, then what is only to be looked at. Inside each by
/// code, file before header before rows.
void sortByConsequence(std::vector<Finding> &findings);

/// The report of a file that could not even be opened as CSV: one source-error finding made from the error.
[[nodiscard]] Report reportOfUnreadable(const Flow &flow, const QString &fileName, const Error &error);

/// `check --json` of cli.md.
[[nodiscard]] QByteArray toJson(const Report &report);

/// How sure it is that a label stands for a column, the surest last.
enum class LabelCertainty {
    None,
    Slip,     ///< a letter more, less, other or swapped: "Emial"
    Synonym,  ///< another name for it: "Portable"
    Spelling, ///< but for case, accents, spaces and punctuation: "EMAIL"
    Exact
};

/// What a header's label stands for.
struct LabelMatch {
    int column = -1; ///< index in the flow's columns; -1 unknown
    bool exact = false;
    LabelCertainty certainty = LabelCertainty::None;
};
/// For each label of a header; never two labels to one column unless both are exact duplicates.
[[nodiscard]] std::vector<LabelMatch> matchLabels(const QStringList &labels, const Flow &configuredFlow);

} // namespace navette
