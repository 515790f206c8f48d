// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "csv/reader.h"
#include "flows/flow.h"
#include "sftp/connection.h"
