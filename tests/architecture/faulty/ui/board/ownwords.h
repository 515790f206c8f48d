// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QWidget>
#include "cli/commandline.h"
QString tr(const char *text);
