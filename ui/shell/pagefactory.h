// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/pagekind.h"

class QWidget;

namespace navette
{
class AccountSession;
}

namespace navette::ui
{

class Page;
class Workspace;

/// Whether this version has the page; only then it is listed.
[[nodiscard]] bool isAvailable(PageKind kind);
/// A new page on that account. Its special signals are connected by the window.
[[nodiscard]] Page *makePage(PageKind kind, AccountSession *session, Workspace &workspace, QWidget *parent);

} // namespace navette::ui
