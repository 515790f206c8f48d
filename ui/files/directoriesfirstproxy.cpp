// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/directoriesfirstproxy.h"

#include "files/remotetreemodel.h"
#include "style/delegates.h"

#include <QCollator>

namespace navette::ui
{

DirectoriesFirstProxy::DirectoriesFirstProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

bool DirectoriesFirstProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *tree = static_cast<const RemoteTreeModel *>(sourceModel());
    const bool leftIsDirectory = tree->isDirectory(left);
    if (leftIsDirectory != tree->isDirectory(right))
        return leftIsDirectory == (sortOrder() == Qt::AscendingOrder);
    const QVariant leftValue = left.data(SortRole);
    const QVariant rightValue = right.data(SortRole);
    if (leftValue.typeId() != QMetaType::QString)
        return leftValue.toLongLong() < rightValue.toLongLong();
    // list2 before list10.
    static const QCollator collator = [] {
        QCollator made;
        made.setNumericMode(true);
        made.setCaseSensitivity(Qt::CaseInsensitive);
        return made;
    }();
    return collator.compare(leftValue.toString(), rightValue.toString()) < 0;
}

} // namespace navette::ui
