// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QTextStream>

namespace navette::cli {

int run(const QStringList &arguments)
{
    if (arguments == QStringList{QStringLiteral("--version")}) {
        QTextStream(stdout) << "navette-cli " NAVETTE_VERSION "\n";
        return Done;
    }
    QTextStream(stderr) << "usage: navette-cli --version\n";
    return WrongUsage;
}

} // namespace navette::cli
