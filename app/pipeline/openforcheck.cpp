// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of preparing that writes nothing. In a file of its own, because navette-cli's `check` starts without what
// repairs need (app/cli/CMakeLists.txt).
#include "flows/filename.h"
#include "pipeline/preparedeposit.h"
#include "reporting/packedcsv.h"

#include <QFileInfo>

namespace navette
{
namespace
{

// Errors about the content are findings of the report; those about the file itself end the work.
bool isAboutContent(const Error &error)
{
    return error.kind == ErrorKind::BadFormat || error.kind == ErrorKind::Unsupported ||
           error.kind == ErrorKind::Limit || error.kind == ErrorKind::NotReadable;
}

Result<std::shared_ptr<const csv::CsvFile>> openContent(const LocalPath &source, archive::Kind &kind,
                                                        const csv::DialectHints &hints, const JobControl &job)
{
    Result<archive::PlainContent> content = archive::openPlain(source, {}, job);
    if (!content)
        return tl::make_unexpected(content.error());
    kind = content->kind;
    return kind == archive::Kind::Plain ? csv::CsvFile::openToSettle(source, hints)
                                        : openUnpacked(std::move(*content), source, hints);
}

} // namespace

Result<PreparedFile> openForCheck(const LocalPath &source, const Flow &flow, const FlowSettings &settings,
                                  const csv::DialectHints &hints, const JobControl &job, const PrepareOptions &options)
{
    PreparedFile prepared;
    prepared.source = source;
    prepared.sourceName = fileName(source);
    prepared.sourceBytes = QFileInfo(source).size();
    prepared.listName = listName(flow, prepared.sourceName);
    prepared.input.flow = flow;
    prepared.input.settings = settings;
    prepared.input.depositFileName = prepared.sourceName;
    prepared.input.maxPlaces = options.maxPlaces;
    prepared.input.knownProfiles = options.knownProfiles;
    Result<std::shared_ptr<const csv::CsvFile>> file = openContent(source, prepared.kind, hints, job);
    if (!file) {
        if (!isAboutContent(file.error()))
            return tl::make_unexpected(file.error());
        prepared.report = reportOfUnreadable(flow, prepared.sourceName, file.error());
        return prepared;
    }
    prepared.file = *file;
    prepared.input.file = *file;
    if (prepared.kind == archive::Kind::Zip && flow.allowsZip)
        prepared.input.depositBytes = prepared.sourceBytes;
    else if (prepared.kind != archive::Kind::Plain)
        prepared.input.depositFileName = (*file)->name();
    Result<Report> report = check(prepared.input, job);
    if (report && report->text) { // the check is the first that saw all bytes
        prepared.file = prepared.input.file = (*file)->settled(*report->text);
        if (!prepared.file->readsLike(**file))
            report = check(prepared.input, job);
    }
    if (!report)
        return tl::make_unexpected(report.error());
    prepared.report = std::move(*report);
    return prepared;
}

} // namespace navette
