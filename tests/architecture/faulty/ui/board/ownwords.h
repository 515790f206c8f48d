// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "sftp/protocol/client.h"

#include <QWidget>
QString tr(const char *text);
