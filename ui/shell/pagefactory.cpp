// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagefactory.h"

#include "accounts/accountpage.h"
#include "board/boardpage.h"
#include "history/historypage.h"
#include "shell/workspace.h"

namespace navette::ui
{

bool isAvailable(PageKind kind)
{
    switch (kind) {
    case PageKind::Board:
    case PageKind::History:
    case PageKind::Account:
        return true;
    case PageKind::Files:
    case PageKind::Reports:
    case PageKind::Exports:
        return false;
    }
    return false;
}

Page *makePage(PageKind kind, AccountSession *session, Workspace &workspace, QWidget *parent)
{
    switch (kind) {
    case PageKind::Board:
        return new BoardPage(session, parent);
    case PageKind::History:
        return new HistoryPage(session, parent);
    case PageKind::Account:
        return new AccountPage(workspace, session->account(), AccountPage::Kind::Existing, parent);
    case PageKind::Files:
    case PageKind::Reports:
    case PageKind::Exports:
        break;
    }
    return nullptr;
}

} // namespace navette::ui
