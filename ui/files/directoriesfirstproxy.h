// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace navette::ui
{

/// Sorts a remote tree: directories before files in either direction, names as people sort them.
class DirectoriesFirstProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit DirectoriesFirstProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace navette::ui
