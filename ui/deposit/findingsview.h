// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/findingindex.h"

#include <QTreeView>

namespace navette::ui
{

class FindingsModel;

/// The list of findings: a click on one opens its places and goes to the first, a click on a place goes there.
class FindingsView final : public QTreeView
{
    Q_OBJECT
public:
    explicit FindingsView(FindingsModel *model, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeChosen(const navette::ui::CellPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index, bool toggle);
    [[nodiscard]] int contentHeight() const;
};

} // namespace navette::ui
