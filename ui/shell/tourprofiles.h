// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette::ui
{

class DepositPage;
class TourDriver;

/// The tour's hands in the dialog of known profiles: ticks the newest export kept here, and waits until the page's file
/// is checked against it.
bool checkAgainstNewestExport(TourDriver &drive, const DepositPage &page);

} // namespace navette::ui
