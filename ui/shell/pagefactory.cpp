// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagefactory.h"

#include "accounts/accountpage.h"
#include "accounts/userfolders.h"
#include "board/boardpage.h"
#include "exports/exportspage.h"
#include "files/filespage.h"
#include "history/historypage.h"
#include "reports/reportspage.h"
#include "shell/workspace.h"

namespace navette::ui
{

bool isAvailable(PageKind kind)
{
    switch (kind) {
    case PageKind::Board:
    case PageKind::Files:
    case PageKind::Reports:
    case PageKind::Exports:
    case PageKind::History:
    case PageKind::Account:
        return true;
    }
    return false;
}

Page *makePage(PageKind kind, AccountSession *session, Workspace &workspace, QWidget *parent)
{
    const LocalPath archive = reportsFolder(session->account().id);
    switch (kind) {
    case PageKind::Board:
        return new BoardPage(session, parent);
    case PageKind::Files:
        return new FilesPage(session, parent);
    case PageKind::Reports:
        return new ReportsPage(session, archive, parent);
    case PageKind::Exports:
        return new ExportsPage(session, archive, parent);
    case PageKind::History:
        return new HistoryPage(session, parent);
    case PageKind::Account:
        return new AccountPage(workspace, session->account(), AccountPage::Kind::Existing, parent);
    }
    return nullptr;
}

} // namespace navette::ui
