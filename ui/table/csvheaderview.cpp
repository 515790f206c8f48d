// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/csvheaderview.h"

#include "style/text.h"
#include "style/widgets.h"
#include "table/csvtablemodel.h"

#include <QPainter>

namespace navette::ui
{

namespace
{

QFont labelFont()
{
    QFont strong = ui::font(TextStyle::Secondary);
    strong.setWeight(QFont::DemiBold);
    return strong;
}

} // namespace

CsvHeaderView::CsvHeaderView(Qt::Orientation orientation, QWidget *parent) : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    if (orientation == Qt::Vertical) {
        setSectionResizeMode(QHeaderView::Fixed);
        setDefaultSectionSize(metrics::rowHeight);
        setMinimumSectionSize(metrics::rowHeight);
    } else {
        setMinimumSectionSize(metrics::vast + metrics::tiny);
        setStretchLastSection(true);
    }
}

QSize CsvHeaderView::sizeHint() const
{
    if (orientation() == Qt::Horizontal)
        return {QHeaderView::sizeHint().width(), metrics::rowHeight + 2};
    const QFontMetrics fm(ui::font(TextStyle::Number));
    const qint64 last = count() > 0 ? model()->headerData(count() - 1, Qt::Vertical).toLongLong() : 0;
    return {std::max(metrics::vast, fm.horizontalAdvance(numberText(last))) + metrics::large, 0};
}

QString CsvHeaderView::badgeText(int section) const
{
    if (model()->headerData(section, Qt::Horizontal, CsvTableModel::RemovedRole).toBool())
        return tr("left out");
    const QString was = model()->headerData(section, Qt::Horizontal, CsvTableModel::WasLabelRole).toString();
    return was.isEmpty() ? QString() : tr("was “%1”").arg(was.left(40));
}

int CsvHeaderView::labelWidth(int section) const
{
    const QFontMetrics fm(labelFont());
    const QString badge = badgeText(section);
    const int badgeWidth = badge.isEmpty() ? 0 : badgeSize(badge).width() + metrics::small;
    return fm.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString()) + badgeWidth + metrics::large +
           metrics::tiny;
}

void CsvHeaderView::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid() || model() == nullptr)
        return;
    painter->save();
    painter->setClipRect(rect);
    if (orientation() == Qt::Horizontal)
        paintColumn(*painter, rect, section);
    else
        paintRow(*painter, rect, section);
    painter->restore();
}

void CsvHeaderView::paintColumn(QPainter &painter, const QRect &rect, int section) const
{
    const auto tone = static_cast<Tone>(model()->headerData(section, orientation(), CsvTableModel::ToneRole).toInt());
    const QString badge = badgeText(section);
    const bool troubled = tone != Tone::Neutral && badge.isEmpty();
    painter.fillRect(rect, troubled ? toneTint(tone) : color(ColorRole::Surface));
    painter.setPen(color(ColorRole::Border));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());

    const int badgeWidth = badge.isEmpty() ? 0 : badgeSize(badge).width() + metrics::small;
    QRect inner = rect.adjusted(metrics::small + 2, 0, -metrics::tiny, -1);
    painter.setFont(labelFont());
    painter.setPen(troubled ? toneColor(tone) : color(ColorRole::Muted));
    const QString label = model()->headerData(section, orientation()).toString();
    // The badge gives way before the label does.
    const int room = std::max(inner.width() - badgeWidth, inner.width() / 2);
    const QString shown = painter.fontMetrics().elidedText(label, Qt::ElideRight, room);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (!badge.isEmpty()) {
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(shown) + metrics::small);
        const int top = rect.top() + (rect.height() - badgeSize(badge).height()) / 2;
        paintBadge(painter, {inner.left(), top}, badge, Tone::Info);
    }
}

void CsvHeaderView::paintRow(QPainter &painter, const QRect &rect, int section) const
{
    const auto tone = static_cast<Tone>(model()->headerData(section, orientation(), CsvTableModel::ToneRole).toInt());
    painter.fillRect(rect, color(ColorRole::Window));
    painter.setPen(color(ColorRole::Border));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (tone != Tone::Neutral)
        painter.fillRect(QRect(rect.left(), rect.top(), metrics::tiny - 1, rect.height() - 1), toneColor(tone));
    painter.setFont(ui::font(TextStyle::Number));
    painter.setPen(color(ColorRole::Muted));
    const qint64 number = model()->headerData(section, orientation()).toLongLong();
    painter.drawText(rect.adjusted(0, 0, -metrics::small, -1), Qt::AlignRight | Qt::AlignVCenter, numberText(number));
}

} // namespace navette::ui
