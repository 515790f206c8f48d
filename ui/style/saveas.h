// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QAbstractItemModel;
class QWidget;

namespace navette::ui
{

/// Asks where, and writes the bytes there whole or not at all; says so where that fails.
void saveAs(QWidget *parent, const QString &title, const QString &suggestedName, const QByteArray &bytes);

/// What the table shows, for a spreadsheet (csv::spreadsheetCsv()).
[[nodiscard]] QByteArray tableCsv(const QAbstractItemModel &table);

} // namespace navette::ui
