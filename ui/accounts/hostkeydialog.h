// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "sftp/connection.h"

class QWidget;

namespace navette::ui
{

/// Shows an unknown server's fingerprint and asks whether to trust it. Closes by itself when `withdrawn`.
[[nodiscard]] HostKeyAnswer askHostKey(const HostKeyQuestion &question, const CancelToken &withdrawn, QWidget *parent);

} // namespace navette::ui
