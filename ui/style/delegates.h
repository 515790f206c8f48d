// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QStyledItemDelegate>

namespace navette::ui
{

/// Roles that the house's delegates and proxies read from any model.
enum ItemRole {
    SortRole = Qt::UserRole + 100, ///< the value behind the shown text
    ToneRole,                      ///< a Tone as int; the cell is then drawn as a badge
    BarRole,                       ///< 0.0 … 1.0: a bar before the text
    StrongRole,                    ///< true: semibold text
    SearchRole,                    ///< text that a search field looks in
};

/// Draws cells of list tables: text in the house's fonts, badges, bars, a hairline under each row.
class ListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace navette::ui
