// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzinput.h"
#include "validation/checkrows.h"

#include <QJsonDocument>

using namespace navette;

namespace
{

// The file name that is proposed holds the time of day.
bool sameFindings(const Report &left, const Report &right)
{
    return std::equal(left.findings.begin(), left.findings.end(), right.findings.begin(), right.findings.end(),
                      [](const Finding &one, const Finding &other) {
                          return one == other ||
                                 (one.code == FindingCode::FileName && other.code == FindingCode::FileName);
                      });
}

} // namespace

// A report is always consistent in itself, and the same however the rows are gone through.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const auto chunkBytes = provider.ConsumeIntegralInRange<qint64>(1, 1000);
    const auto input = fuzz::consumeCheckInput(provider);
    if (!input)
        return 0;
    const Result<Report> report = check(*input);
    FUZZ_REQUIRE(report.has_value());
    const CheckStats &stats = report->stats;
    FUZZ_REQUIRE(stats.validRows + stats.invalidRows == stats.rows);
    FUZZ_REQUIRE(qint64(report->invalidRowNumbers.size()) == stats.invalidRows);
    FUZZ_REQUIRE(qint64(report->duplicateRowNumbers.size()) == stats.duplicateRows);
    FUZZ_REQUIRE(std::is_sorted(report->invalidRowNumbers.begin(), report->invalidRowNumbers.end()));
    FUZZ_REQUIRE(std::is_sorted(report->duplicateRowNumbers.begin(), report->duplicateRowNumbers.end()));
    qint64 errors = 0;
    qint64 warnings = 0;
    for (const Finding &finding : report->findings) {
        (finding.severity == Severity::Error ? errors : warnings) += finding.count;
        FUZZ_REQUIRE(finding.count > 0 && !finding.headline.isEmpty());
        FUZZ_REQUIRE(qint64(finding.places.size()) <= std::min<qint64>(finding.count, input->maxPlaces));
        for (const Place &place : finding.places)
            FUZZ_REQUIRE(place.cell.size() <= 200 && place.rowNumber >= 0 && place.fieldNumber >= 0);
    }
    FUZZ_REQUIRE(errors == stats.errors && warnings == stats.warnings);
    FUZZ_REQUIRE(report->isValid() == (errors == 0));
    FUZZ_REQUIRE(QJsonDocument::fromJson(toJson(*report)).isObject());
    const Result<Report> slowly =
        check(*input, RowsOptions{.threads = 2, .chunkBytes = chunkBytes, .sieve = false}, JobControl());
    FUZZ_REQUIRE(slowly && sameFindings(*slowly, *report));
    FUZZ_REQUIRE(slowly->invalidRowNumbers == report->invalidRowNumbers);
    FUZZ_REQUIRE(slowly->duplicateRowNumbers == report->duplicateRowNumbers);
    return 0;
}
