// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagelinks.h"

#include "files/filespage.h"
#include "history/historypage.h"
#include "shell/page.h"

namespace navette::ui
{

void revealInFiles(Page *page, const RemotePath &path)
{
    if (auto *files = dynamic_cast<FilesPage *>(page))
        files->reveal(path);
}

void revealInHistory(Page *page, qint64 depositId)
{
    if (auto *history = dynamic_cast<HistoryPage *>(page))
        history->showDeposit(depositId);
}

} // namespace navette::ui
