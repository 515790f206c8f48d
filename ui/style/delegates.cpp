// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/delegates.h"

#include "style/widgets.h"

#include <QAbstractItemView>
#include <QPainter>

namespace navette::ui
{
namespace
{

constexpr int barWidth = 76;
constexpr int barHeight = 8;

bool isHovered(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_MouseOver);
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, color(ColorRole::AccentTint));
    else if (isHovered(option))
        painter->fillRect(option.rect, color(ColorRole::Window));
    painter->setPen(color(ColorRole::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

// Draws the bar and returns what is left for the text.
QRect paintBar(QPainter *painter, const QRect &rect, double fraction)
{
    const int width = std::max(2, qRound(barWidth * std::clamp(fraction, 0.0, 1.0)));
    const QRectF bar(rect.left(), rect.center().y() - barHeight / 2 + 1, width, barHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(ColorRole::Accent));
    painter->drawRoundedRect(bar, 2, 2);
    return rect.adjusted(width + metrics::small, 0, 0, 0);
}

} // namespace

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintGround(painter, option);
    painter->setRenderHint(QPainter::Antialiasing, true);

    QRect rect = option.rect.adjusted(metrics::medium, 0, -metrics::medium, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (const QVariant tone = index.data(ToneRole); tone.isValid() && !text.isEmpty()) {
        const QSize size = badgeSize(text, true);
        paintBadge(*painter, {rect.left(), rect.center().y() - size.height() / 2 + 1}, text,
                   static_cast<Tone>(tone.toInt()), true);
        painter->restore();
        return;
    }
    if (const QVariant fraction = index.data(BarRole); fraction.isValid())
        rect = paintBar(painter, rect, fraction.toDouble());
    if (const QVariant icon = index.data(Qt::DecorationRole); icon.canConvert<QIcon>()) {
        const QRect place(rect.left(), rect.center().y() - 9, 18, 18);
        icon.value<QIcon>().paint(painter, place);
        rect.adjust(18 + metrics::small, 0, 0, 0);
    }
    const bool strong = index.data(StrongRole).toBool();
    painter->setFont(font(strong ? TextStyle::BodyStrong : TextStyle::Body));
    const QVariant foreground = index.data(Qt::ForegroundRole);
    painter->setPen(foreground.isValid() ? foreground.value<QColor>() : color(ColorRole::Text));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const auto align = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    painter->drawText(rect, int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, option.textElideMode, rect.width()));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(ColorRole::Accent), 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -2, -2), 4, 4);
    }
    painter->restore();
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool strong = index.data(StrongRole).toBool();
    int width = QFontMetrics(font(strong ? TextStyle::BodyStrong : TextStyle::Body)).horizontalAdvance(text);
    if (index.data(ToneRole).isValid())
        width = badgeSize(text, true).width();
    if (index.data(BarRole).isValid())
        width += barWidth + metrics::small;
    if (index.data(Qt::DecorationRole).isValid())
        width += 18 + metrics::small;
    return {width + 2 * metrics::medium, std::max(metrics::rowHeight, option.rect.height())};
}

} // namespace navette::ui
