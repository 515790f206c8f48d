// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

namespace navette::sftp
{

/// Removes what broken downloads to `target` left beside it, of whatever version; not what somebody is writing just now.
void removePartsLeftOf(const LocalPath &target);

} // namespace navette::sftp
