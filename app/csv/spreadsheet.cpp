// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/spreadsheet.h"

#include "csv/writer.h"

#include <array>

namespace navette::csv
{
namespace
{

// Plain and full-width forms of = + - @: spreadsheets take both.
constexpr std::array<std::string_view, 10> formulaStarts{"=",  "+",      "-",      "@",      "\t",
                                                         "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

} // namespace

std::string spreadsheetSafe(std::string_view utf8)
{
    // Leading blanks and quotes do not stop a spreadsheet (CVE-2026-55154).
    const std::size_t first = utf8.find_first_not_of(" \"'");
    const std::string_view rest = first == std::string_view::npos ? std::string_view{} : utf8.substr(first);
    std::string cell;
    for (const std::string_view start : formulaStarts) {
        if (rest.starts_with(start)) {
            cell.push_back('\'');
            break;
        }
    }
    cell.append(utf8);
    return cell;
}

QByteArray spreadsheetCsv(const std::vector<QStringList> &rows)
{
    Writer writer({.encoding = Encoding::Utf8, .lineEnding = LineEnding::CrLf, .delimiter = ';'});
    std::vector<std::string> cells;
    for (const QStringList &row : rows) {
        cells.clear();
        for (const QString &text : row)
            cells.push_back(spreadsheetSafe(text.toStdString()));
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        writer.write(views);
    }
    return QByteArray("\xEF\xBB\xBF") + QByteArray::fromStdString(writer.buffer());
}

} // namespace navette::csv
