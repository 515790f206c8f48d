// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/directoriesfirstproxy.h"

#include "files/remotetreemodel.h"
#include "style/delegates.h"

namespace navette::ui
{

QCollator nameCollator()
{
    // The locale "C" knows nothing of letters' case and numbers.
    const QLocale locale = QLocale().collation();
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

DirectoriesFirstProxy::DirectoriesFirstProxy(RemoteTreeModel *tree, QObject *parent)
    : QSortFilterProxyModel(parent), m_tree(tree)
{
    setSortRole(SortRole);
    setSourceModel(tree);
    // Each row that finds its place among very many moves all that follow.
    connect(tree, &RemoteTreeModel::manyArriving, this, [this](bool arriving) { setDynamicSortFilter(!arriving); });
}

bool DirectoriesFirstProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!dynamicSortFilter())
        return left.row() < right.row();
    const bool leftIsDirectory = m_tree->isDirectory(left);
    if (leftIsDirectory != m_tree->isDirectory(right))
        return leftIsDirectory == (sortOrder() == Qt::AscendingOrder);
    if (left.column() == RemoteTreeModel::Name && m_tree->rank(left) >= 0 && m_tree->rank(right) >= 0)
        return m_tree->rank(left) < m_tree->rank(right);
    if (left.column() == RemoteTreeModel::Size)
        return m_tree->entry(left)->size < m_tree->entry(right)->size;
    if (left.column() == RemoteTreeModel::Changed)
        return m_tree->entry(left)->modifiedSecs < m_tree->entry(right)->modifiedSecs;
    static const QCollator collator = nameCollator();
    return collator.compare(left.data(SortRole).toString(), right.data(SortRole).toString()) < 0;
}

} // namespace navette::ui
