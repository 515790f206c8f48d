// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/csvcelldelegate.h"

#include "style/theme.h"
#include "table/csvtablemodel.h"

#include <QPainter>

namespace navette::ui
{

namespace
{

QColor ground(const QStyleOptionViewItem &option, Tone tone, bool changed)
{
    if (option.state & QStyle::State_Selected)
        return color(ColorRole::AccentTint);
    if (tone != Tone::Neutral)
        return toneTint(tone);
    return changed ? color(ColorRole::InfoTint) : color(ColorRole::Surface);
}

} // namespace

void CsvCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tone = static_cast<Tone>(index.data(CsvTableModel::ToneRole).toInt());
    const bool changed = index.data(CsvTableModel::ChangedRole).toBool();
    const bool leftOut = index.data(CsvTableModel::LeftOutRole).toBool();
    QString text = index.data(Qt::DisplayRole).toString();
    QColor ink = color(leftOut ? ColorRole::Muted : ColorRole::Text);
    if (text.isEmpty() && tone == Tone::Bad) {
        text = tr("empty");
        ink = color(ColorRole::Muted);
    }

    painter->save();
    painter->fillRect(option.rect, ground(option, tone, changed));
    painter->setPen(color(ColorRole::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool current = (option.state & QStyle::State_HasFocus) != 0;
    if (current || (option.state & QStyle::State_Selected && tone != Tone::Neutral)) {
        // A selected cell keeps saying that it is a problem.
        painter->setPen(current ? color(ColorRole::Accent) : toneColor(tone));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    const QRect inner = option.rect.adjusted(metrics::small + 2, 0, -metrics::small, -1);
    painter->setFont(font(TextStyle::Body));
    painter->setPen(ink);
    const QString elided = painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width());
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided);
    painter->restore();
}

QSize CsvCellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics fm(font(TextStyle::Body));
    return {fm.horizontalAdvance(index.data(Qt::DisplayRole).toString().left(200)) + metrics::large + metrics::tiny,
            metrics::rowHeight};
}

} // namespace navette::ui
