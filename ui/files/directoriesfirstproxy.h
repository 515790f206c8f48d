// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace navette::ui
{

class RemoteTreeModel;

/// Sorts a remote tree: directories before files in either direction, names as people sort them. While very many
/// entries arrive they stand as they came, and are sorted once at the end.
class DirectoriesFirstProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit DirectoriesFirstProxy(RemoteTreeModel *tree, QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    RemoteTreeModel *m_tree;
};

} // namespace navette::ui
