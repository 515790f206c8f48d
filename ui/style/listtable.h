// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace navette::ui
{

/// A table of things (campaigns, deposits …): whole rows, sortable, searchable, without grid. The model gives ItemRole
/// values; numbers are right-aligned by their TextAlignmentRole.
class ListTable final : public QTableView
{
    Q_OBJECT
public:
    explicit ListTable(QWidget *parent = nullptr);
    /// Puts a sorting and searching proxy between the model and the view.
    void setSourceModel(QAbstractItemModel *model);
    void setSearch(const QString &text);
    /// Widths in device-independent pixels, from the first column on; `stretched` also takes what the others leave.
    void setColumnWidths(std::initializer_list<int> widths, int stretched);
    [[nodiscard]] int currentSourceRow() const; ///< −1: none
    void selectSourceRow(int row);
    /// Remembered under `settings/<key>`: column widths and order, sorting.
    void restoreLayout(const QString &key);

Q_SIGNALS:
    void rowActivated(int sourceRow); ///< double click or Return
    void currentRowChanged(int sourceRow);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void saveLayout() const;
    void stretch();
    QSortFilterProxyModel *m_proxy;
    QString m_settingsKey;
    int m_stretched = -1;     ///< column; -1: none
    int m_leastStretched = 0; ///< its width where the others leave no more
};

} // namespace navette::ui
