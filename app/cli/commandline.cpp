// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "base/hardening.h"
#include "base/translations.h"
#include "cli/arguments.h"
#include "cli/latemodule.h"
#include "cli/lateverbs.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace navette::cli
{
namespace
{

struct Verb {
    const char *name;
    const char *usage;
    RunVerb *run; ///< null: a late one
};

// In the order of cli.md.
constexpr std::array verbs{
    Verb{"flows", "flows", runFlows},
    Verb{"inspect", "inspect FILE", runInspect},
    Verb{"read", "read FILE [--delimiter C] [--quote C] [--encoding E] [--format jsonl|csv] [--limit N]", runRead},
    Verb{"check", "check FILE --flow FLOW [--account FILE] [--all]", runCheck},
    Verb{"repair", "repair FILE --flow FLOW [--account FILE] -o OUT [--zip] [--drop-invalid]", nullptr},
    Verb{"accounts", "accounts test|host-key --account FILE [--accept SHA256:…] [--forget]", nullptr},
    Verb{"ls", "ls PATH --account FILE [--all] [--retries N]", nullptr},
    Verb{"get", "get REMOTE LOCAL --account FILE [--verify] [--retries N]", nullptr},
    Verb{"put", "put LOCAL REMOTE --account FILE [--verify] [--retries N]", nullptr},
    Verb{"mode", "mode --account FILE [--set new|add|sync] [--retries N]", nullptr},
    Verb{"board", "board --account FILE [--flow FLOW] [--retries N]", nullptr},
    Verb{"deposit",
         "deposit FILE --flow FLOW --account FILE [--mode new|add|sync] [--repair] [--wait SECONDS] [--retries N]",
         nullptr},
    Verb{"reports", "reports --account FILE [--day YYYY-MM-DD] [--fetch DIR] [--retries N]", nullptr},
    Verb{"stats", "stats FILE…", nullptr},
    Verb{"practice", "practice --root DIR [--port P] [--platform digitaleo|accengage] [--tick SECONDS]", nullptr},
};

QString usage()
{
    QString text =
        QStringLiteral("navette-cli sends contact files to marketing platforms and fetches what comes back.\n\n");
    for (const Verb &verb : verbs)
        text += QStringLiteral("  navette-cli %1\n").arg(QString::fromUtf8(verb.usage));
    text += QStringLiteral(
        "\n--json gives one JSON document on stdout. Exit codes: 0 done, 1 findings or refused by the "
        "platform,\n2 wrong usage, 3 connection or sign-in, 4 refused for safety or stopped at a limit, 5 not "
        "finished.");
    return text;
}

int runLate(const char *verb, const QStringList &arguments)
{
#ifdef NAVETTE_MODULES
    const auto find = reinterpret_cast<decltype(&navetteLateVerb)>(lateFunction("navette-cli-late", "navetteLateVerb"));
    return find(verb)(arguments);
#else
    return navetteLateVerb(verb)(arguments);
#endif
}

int runVerb(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == u"--version" || first == u"-v") {
        printLine(QStringLiteral("navette-cli " NAVETTE_VERSION));
        return Done;
    }
    if (first == u"--help" || first == u"-h" || first == u"help") {
        printLine(usage());
        return Done;
    }
    for (const Verb &verb : verbs) {
        if (first == QLatin1String(verb.name))
            return verb.run != nullptr ? verb.run(arguments.mid(1)) : runLate(verb.name, arguments.mid(1));
    }
    if (!first.isEmpty())
        note(QStringLiteral("navette-cli: there is no verb \"%1\".").arg(first));
    note(usage());
    return WrongUsage;
}

} // namespace

int run(int argc, char *argv[])
{
    keepMemoryOutOfCrashFiles();
    prepareStreams();
    catchInterrupts();
    QCoreApplication application(argc, argv);
    installTranslations(application, chosenLocale({}));
    return runVerb(givenArguments(argc, argv));
}

} // namespace navette::cli
