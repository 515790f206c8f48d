// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace navette
{
class AccountSession;
}

namespace navette::ui
{

class Banner;

/// Says that nothing can be deposited while the journal cannot be used, and why; a banner of its own, as it holds
/// longer than what else the board has to say.
[[nodiscard]] Banner *makeJournalBanner(AccountSession *session, QWidget *parent);

} // namespace navette::ui
