// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/directoriesfirstproxy.h"

#include "files/remotetreemodel.h"
#include "style/delegates.h"
#include "style/namecollator.h"

namespace navette::ui
{

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
    const NameRank *leftRank = m_tree->rank(left);
    const NameRank *rightRank = m_tree->rank(right);
    const bool leftIsDirectory = leftRank ? leftRank->isDirectory : m_tree->isDirectory(left);
    if (leftIsDirectory != (rightRank ? rightRank->isDirectory : m_tree->isDirectory(right)))
        return leftIsDirectory == (sortOrder() == Qt::AscendingOrder);
    switch (left.column()) {
    case RemoteTreeModel::Size:
        return m_tree->entry(left)->size < m_tree->entry(right)->size;
    case RemoteTreeModel::Changed:
        return m_tree->entry(left)->modifiedSecs < m_tree->entry(right)->modifiedSecs;
    case RemoteTreeModel::Meaning:
        if (leftRank && rightRank) // comparing so many texts would take minutes
            return leftRank->endingPlace < rightRank->endingPlace;
        break;
    default:
        if (leftRank && rightRank)
            return leftRank->place < rightRank->place;
        break;
    }
    static const QCollator collator = nameCollator();
    return collator.compare(left.data(SortRole).toString(), right.data(SortRole).toString()) < 0;
}

} // namespace navette::ui
