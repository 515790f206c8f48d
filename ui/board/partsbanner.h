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

/// Says of a file that is deposited in parts which are there and which are not, where not all went well, and offers to
/// send the missing ones. A banner of its own: what else the board has to say must not take its place.
[[nodiscard]] Banner *makePartsBanner(AccountSession *session, QWidget *parent);

} // namespace navette::ui
