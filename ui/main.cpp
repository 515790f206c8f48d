// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

int main(int argc, char *argv[])
{
    return navette::ui::runApplication(argc, argv);
}
