// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "practice/practiceplatform.h"

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

Result<PracticeOptions> optionsOf(const VerbParser &parser)
{
    PracticeOptions options;
    options.root = toLocalPath(parser.value(QStringLiteral("root")));
    if (parser.value(QStringLiteral("root")).isEmpty())
        return fail(ErrorKind::Usage, CliText::tr("--root DIR is missing: the folder of the practice platform."));
    const QString platform = parser.value(QStringLiteral("platform"));
    const std::optional<Platform> known = platformFromKey(platform);
    if (!known)
        return fail(ErrorKind::Usage,
                    CliText::tr("--platform takes digitaleo or accengage, not \"%1\".").arg(platform));
    options.platform = *known;
    const Result<std::optional<qint64>> port = parser.number(QStringLiteral("port"));
    if (!port)
        return tl::make_unexpected(port.error());
    if (port->value_or(0) > 65535)
        return fail(ErrorKind::Usage, CliText::tr("--port takes a number up to 65535."));
    options.port = static_cast<quint16>(port->value_or(0));
    if (parser.has(QStringLiteral("tick"))) {
        bool good = false;
        const double seconds = parser.value(QStringLiteral("tick")).toDouble(&good);
        constexpr double longest = 86'400;
        if (!good || !(seconds > 0) || seconds > longest)
            return fail(ErrorKind::Usage, CliText::tr("--tick takes seconds, such as 2 or 0.5."));
        options.tick = std::chrono::milliseconds(std::max(1, static_cast<int>(seconds * 1000)));
    }
    return options;
}

} // namespace

int runPractice(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("practice"), {},
                      QStringLiteral("Serves a marketing platform on this computer until interrupted."));
    parser.with({QStringLiteral("root"), QStringLiteral("Its folder; made where missing."), QStringLiteral("DIR")})
        .with({QStringLiteral("port"), QStringLiteral("Port on 127.0.0.1; any free one without it."),
               QStringLiteral("P")})
        .with({QStringLiteral("platform"), QStringLiteral("digitaleo (default) or accengage."), QStringLiteral("NAME"),
               QStringLiteral("digitaleo")})
        .with({QStringLiteral("tick"), QStringLiteral("How often the platform acts."), QStringLiteral("SECONDS")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<PracticeOptions> options = optionsOf(parser);
    if (!options)
        return report(options.error());
    const Result<std::unique_ptr<PracticePlatform>> platform = PracticePlatform::start(*options);
    if (!platform)
        return report(platform.error());
    const Account account = (*platform)->account();
    // One line, whatever --json says: scripts read it (cli.md).
    printLine(QString::fromUtf8(jsonText({{QStringLiteral("host"), account.endpoint.host},
                                          {QStringLiteral("port"), account.endpoint.port},
                                          {QStringLiteral("user"), account.endpoint.user},
                                          {QStringLiteral("password"), (*platform)->secrets().password.text()},
                                          {QStringLiteral("hostKeyFingerprint"), account.endpoint.hostKeyFingerprint},
                                          {QStringLiteral("account"), displayText((*platform)->accountFile())}},
                                         true)));
    waitForInterrupt();
    return Done;
}

} // namespace navette::cli
