// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace navette::csv
{

/// A cell for a copy that people open in a spreadsheet: what the spreadsheet would run as a formula gets an apostrophe
/// in front (reliability.md, part C). Never for bytes that are deposited: there `+336…` is data.
[[nodiscard]] std::string spreadsheetSafe(std::string_view utf8);

/// Rows as a CSV that spreadsheets open right: UTF-8 with byte-order mark, `;`, CRLF, every cell spreadsheetSafe().
[[nodiscard]] QByteArray spreadsheetCsv(const std::vector<QStringList> &rows);

} // namespace navette::csv
