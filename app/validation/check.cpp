// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/check.h"

#include "flows/flowcatalog.h"
#include "validation/checkcontext.h"
#include "validation/checkrows.h"
#include "validation/wording.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>

namespace navette
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

void finish(CheckContext &context)
{
    putIntoWords(context);
    Report &report = context.report;
    for (FindingList::Entry &entry : context.findings.entries())
        report.findings.push_back(std::move(entry.finding));
    sortByConsequence(report.findings);
    for (const Finding &finding : report.findings)
        (finding.severity == Severity::Error ? report.stats.errors : report.stats.warnings) += finding.count;
    std::sort(report.supersededRowNumbers.begin(), report.supersededRowNumbers.end());
}

void describeFile(CheckContext &context)
{
    const csv::CsvFile &file = *context.input.file;
    context.report.flowId = context.flow.id;
    context.report.fileName = file.name();
    context.report.fileBytes = file.sizeOnDisk();
    context.report.dialect = file.dialect();
    context.report.maxPlaces = context.input.maxPlaces;
}

} // namespace

void sortByConsequence(std::vector<Finding> &findings)
{
    const auto rank = [](const Finding &finding) {
        if (finding.refusesFile)
            return 0;
        return finding.severity == Severity::Error ? 1 : 2;
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding &left, const Finding &right) {
        if (rank(left) != rank(right))
            return rank(left) < rank(right);
        return left.code < right.code;
    });
}

Result<Report> check(const CheckInput &input, const JobControl &job)
{
    return check(input, RowsOptions(), job);
}

Result<Report> check(const CheckInput &input, const RowsOptions &options, const JobControl &job)
{
    QElapsedTimer timer;
    timer.start();
    const Flow flow = configured(input.flow, input.settings);
    CheckContext context(input, flow);
    context.contactSeed = QRandomGenerator::global()->generate64();
    describeFile(context);
    checkFile(context);

    csv::Reader reader = input.file->reader();
    csv::Record record;
    if (reader.next(record)) {
        context.widestRecord = record.cells.size();
        context.lineEndings.add(record.ending);
        checkLabels(context, record);
        RowChecker rows(context);
        rows.checkHeader(record);
        if (!checkRows(context, rows, reader.bytesRead(), options, job))
            return tl::make_unexpected(cancelledError());
    }
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    checkBlankLabels(context);
    checkFileAfterRows(context);
    finish(context);
    context.report.stats.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return std::move(context.report);
}

Report reportOfUnreadable(const Flow &flow, const QString &fileName, const Error &error)
{
    Report report;
    report.flowId = flow.id;
    report.fileName = fileName;
    report.stats.errors = 1;
    report.findings.push_back(fileFinding(FindingCode::SourceError, Severity::Error,
                                          Words::tr("The file can't be read as a contact file"),
                                          Words::tr("Nothing of it can be sent."), error.message));
    return report;
}

} // namespace navette
