// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lateverbs.h"

#include "cli/verbs.h"

#include <array>
#include <string_view>

namespace navette::cli
{
namespace
{

struct Verb {
    std::string_view name;
    RunVerb *run;
};

constexpr std::array verbs{
    Verb{"repair", runRepair}, Verb{"accounts", runAccounts}, Verb{"ls", runLs},
    Verb{"get", runGet},       Verb{"put", runPut},           Verb{"mode", runMode},
    Verb{"board", runBoard},   Verb{"deposit", runDeposit},   Verb{"reports", runReports},
    Verb{"stats", runStats},   Verb{"practice", runPractice},
};

} // namespace

RunVerb *navetteLateVerb(const char *name)
{
    for (const Verb &verb : verbs) {
        if (verb.name == name)
            return verb.run;
    }
    return nullptr;
}

} // namespace navette::cli
