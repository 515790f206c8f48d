// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/terminal.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    navette::cli::prepareStreams();
    navette::cli::catchInterrupts();
    const QCoreApplication application(argc, argv);
    return navette::cli::run(QCoreApplication::arguments().mid(1));
}
