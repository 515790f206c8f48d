// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

class QWidget;

namespace navette::ui
{

/// Shows an unknown server's fingerprint and asks whether to trust it.
[[nodiscard]] HostKeyAnswer askHostKey(const HostKeyQuestion &question, QWidget *parent);

} // namespace navette::ui
