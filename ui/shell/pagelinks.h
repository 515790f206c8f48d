// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotepath.h"

namespace navette::ui
{

class Page;

/// Ways from one page to a place on another; nothing happens where `page` is not of that kind.
void revealInFiles(Page *page, const RemotePath &path);
void revealInHistory(Page *page, qint64 depositId);

} // namespace navette::ui
