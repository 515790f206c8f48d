// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/saveas.h"

#include "csv/spreadsheet.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>

namespace navette::ui
{

void saveAs(QWidget *parent, const QString &title, const QString &suggestedName, const QByteArray &bytes)
{
    const QString file = QFileDialog::getSaveFileName(parent, title, suggestedName,
                                                      QCoreApplication::translate("SaveAs", "CSV files (*.csv)"));
    if (file.isEmpty())
        return;
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        QMessageBox::warning(
            parent, title,
            QCoreApplication::translate("SaveAs", "The file could not be written: %1").arg(target.errorString()));
    }
}

QByteArray tableCsv(const QAbstractItemModel &table)
{
    const int columns = table.columnCount();
    std::vector<QStringList> rows;
    QStringList labels;
    for (int column = 0; column < columns; ++column)
        labels += table.headerData(column, Qt::Horizontal).toString();
    rows.push_back(labels);
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells += table.index(row, column).data().toString();
        rows.push_back(cells);
    }
    return csv::spreadsheetCsv(rows);
}

} // namespace navette::ui
