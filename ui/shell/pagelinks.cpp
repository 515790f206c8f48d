// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagelinks.h"

#include "history/historypage.h"
#include "shell/page.h"

namespace navette::ui
{

void revealInFiles(Page *page, const RemotePath &path)
{
    Q_UNUSED(page);
    Q_UNUSED(path);
}

void revealInHistory(Page *page, qint64 depositId)
{
    if (auto *history = dynamic_cast<HistoryPage *>(page))
        history->showDeposit(depositId);
}

} // namespace navette::ui
