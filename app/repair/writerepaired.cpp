// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/copywriter.h"
#include "repair/csvzip.h"
#include "repair/newfile.h"

namespace navette
{

namespace
{

Result<RepairOutcome> writeCsv(const CheckInput &input, const Report &report, const RepairPlan &plan,
                               const LocalPath &target, const JobControl &job, const CopyOptions &options)
{
    auto file = NewFile::create(target, plan.dialect.encoding, plan.dialect.byteOrderMark, options.hash);
    if (!file)
        return tl::make_unexpected(file.error());
    NewFile &out = **file;
    auto outcome = writeContent(
        input, report, plan, [&out](std::string_view text) { return out.write(text); }, job);
    if (!outcome)
        return outcome;
    if (const auto done = out.commit(); !done)
        return tl::make_unexpected(done.error());
    outcome->file = target;
    outcome->bytes = out.bytes();
    outcome->sha256 = out.sha256();
    return outcome;
}

/// A zip is made of a whole CSV in memory: the platform takes no more than 20 MB of it packed.
Result<RepairOutcome> writeZipped(const CheckInput &input, const Report &report, const RepairPlan &plan,
                                  const LocalPath &target, const JobControl &job)
{
    QByteArray content;
    auto outcome = writeContent(
        input, report, plan,
        [&content](std::string_view text) -> Result<void> {
            content.append(text.data(), static_cast<qsizetype>(text.size()));
            return {};
        },
        job);
    if (!outcome)
        return outcome;
    auto zip = writeCsvZip(target, plan.dialect, std::move(content), job);
    if (!zip)
        return tl::make_unexpected(zip.error());
    outcome->file = target;
    outcome->bytes = zip->bytes;
    outcome->sha256 = std::move(zip->sha256);
    return outcome;
}

} // namespace

Result<RepairOutcome> writeRepaired(const CheckInput &input, const Report &report, const std::set<RepairKind> &repairs,
                                    const LocalPath &target, const JobControl &job, const CopyOptions &options)
{
    const RepairPlan plan(input, repairs);
    if (repairs.contains(RepairKind::Zip))
        return writeZipped(input, report, plan, target, job);
    return writeCsv(input, report, plan, target, job, options);
}

} // namespace navette
