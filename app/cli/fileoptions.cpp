// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fileoptions.h"

#include "pipeline/profileexports.h"

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
    std::vector<LocalPath> exports;
    for (const QString &name : parser.values(QStringLiteral("profiles")))
        exports.push_back(toLocalPath(name));
    return readProfileExports(exports, settings, job);
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
