// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace navette::csv
{

/// A cell for a copy that people open in a spreadsheet: what the spreadsheet would run as a formula gets an apostrophe
/// in front (reliability.md, part C). Never for bytes that are deposited: there `+336…` is data.
[[nodiscard]] std::string spreadsheetSafe(std::string_view utf8);

} // namespace navette::csv
