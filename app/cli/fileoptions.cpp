// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fileoptions.h"

#include "reporting/packedcsv.h"
#include "validation/profiles.h"

namespace navette::cli
{
namespace
{

/// The settings of --account, or those of an account that has none.
Result<FlowSettings> settingsOf(const VerbParser &parser)
{
    if (!parser.has(QStringLiteral("account")))
        return FlowSettings();
    const Result<Account> account = parser.account();
    if (!account)
        return tl::make_unexpected(account.error());
    return account->settings;
}

Result<std::shared_ptr<const KnownProfiles>> knownProfilesOf(const VerbParser &parser, const FlowSettings &settings,
                                                             const JobControl &job)
{
    if (!parser.has(QStringLiteral("profiles")))
        return std::shared_ptr<const KnownProfiles>();
    std::vector<std::shared_ptr<const csv::CsvFile>> files;
    for (const QString &name : parser.values(QStringLiteral("profiles"))) {
        auto file = openPackedCsv(toLocalPath(name), job);
        if (!file)
            return tl::make_unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return KnownProfiles::read(files, *FlowCatalog::loadFlow(QStringLiteral("accengage/exportDevices")), settings, job);
}

} // namespace

VerbParser &withFileOptions(VerbParser &parser)
{
    parser.withFlow().withAccount(false);
    return withHints(parser).with({QStringLiteral("profiles"),
                                   QStringLiteral("A fetched export of devices: rows of other profiles are found. May "
                                                  "be given several times."),
                                   QStringLiteral("EXPORT")});
}

Result<PreparedFile> openNamedFile(OpenFile &open, const VerbParser &parser, const Flow &flow, PrepareOptions options,
                                   const JobControl &job)
{
    const Result<FlowSettings> settings = settingsOf(parser);
    if (!settings)
        return tl::make_unexpected(settings.error());
    const Result<csv::DialectHints> hints = hintsOf(parser);
    if (!hints)
        return tl::make_unexpected(hints.error());
    auto profiles = knownProfilesOf(parser, *settings, job);
    if (!profiles)
        return tl::make_unexpected(profiles.error());
    options.knownProfiles = std::move(*profiles);
    return open(toLocalPath(parser.argument()), flow, *settings, *hints, job, options);
}

} // namespace navette::cli
