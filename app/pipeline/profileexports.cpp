// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/profileexports.h"

#include "flows/flowcatalog.h"
#include "reporting/packedcsv.h"

namespace navette
{

bool takesKnownProfiles(const Flow &flow)
{
    return flow.platform == Platform::Accengage && flow.direction == FlowDirection::ToPlatform;
}

Result<std::shared_ptr<const KnownProfiles>> readProfileExports(const std::vector<LocalPath> &exports,
                                                                const FlowSettings &settings, const JobControl &job)
{
    if (exports.empty())
        return std::shared_ptr<const KnownProfiles>();
    std::vector<std::shared_ptr<const csv::CsvFile>> files;
    for (const LocalPath &path : exports) {
        auto file = openPackedCsv(path, job);
        if (!file)
            return tl::make_unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return KnownProfiles::read(files, *FlowCatalog::loadFlow(QStringLiteral("accengage/exportDevices")), settings, job);
}

} // namespace navette
