// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "cli/commandline.h"
#include "cli/terminal.h"

#include <QCoreApplication>
#include <QLocale>

int main(int argc, char *argv[])
{
    navette::cli::prepareStreams();
    navette::cli::catchInterrupts();
    QCoreApplication application(argc, argv);
    navette::installTranslations(application, navette::chosenLocale({}));
    return navette::cli::run(QCoreApplication::arguments().mid(1));
}
