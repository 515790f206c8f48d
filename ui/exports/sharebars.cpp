// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/sharebars.h"

#include "style/theme.h"

#include <QLocale>
#include <QPainter>

namespace navette::ui
{
namespace
{

constexpr int titleHeight = 28;
constexpr int shareHeight = 38;
constexpr int barHeight = 6;

QString percentage(double fraction)
{
    return ShareBars::tr("%1 %", "percentage").arg(QLocale().toString(fraction * 100, 'f', fraction < 0.1 ? 1 : 0));
}

void paintShare(QPainter &painter, const Share &share, const QRect &rect)
{
    const QString figure = percentage(share.fraction);
    painter.setFont(ui::font(TextStyle::BodyStrong));
    const int figureWidth = painter.fontMetrics().horizontalAdvance(figure);
    const QRect words = rect.adjusted(0, 0, 0, -barHeight - metrics::small);
    painter.setPen(color(ColorRole::Text));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, figure);
    painter.setFont(ui::font(TextStyle::Body));
    const int labelWidth = words.width() - figureWidth - metrics::small;
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(share.label, Qt::ElideRight, labelWidth));

    QRectF bar(rect.left(), words.bottom() + 1, rect.width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Border));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    bar.setWidth(std::max(double(barHeight), bar.width() * std::clamp(share.fraction, 0.0, 1.0)));
    painter.setBrush(color(ColorRole::Accent));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
}

} // namespace

ShareBars::ShareBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBars::setGroups(std::vector<ShareGroup> groups)
{
    m_groups = std::move(groups);
    QStringList spoken;
    for (const ShareGroup &group : m_groups) {
        for (const Share &share : group.shares)
            spoken += share.label + u' ' + percentage(share.fraction);
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    setVisible(!m_groups.empty());
    updateGeometry();
    update();
}

QSize ShareBars::sizeHint() const
{
    int height = 0;
    for (const ShareGroup &group : m_groups)
        height += (group.title.isEmpty() ? 0 : titleHeight) + int(group.shares.size()) * shareHeight;
    return {240, height};
}

void ShareBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    for (const ShareGroup &group : m_groups) {
        if (!group.title.isEmpty()) {
            painter.setFont(ui::font(TextStyle::Section));
            painter.setPen(color(ColorRole::Text));
            painter.drawText(QRect(0, top, width(), titleHeight), Qt::AlignLeft | Qt::AlignVCenter, group.title);
            top += titleHeight;
        }
        for (const Share &share : group.shares) {
            paintShare(painter, share, QRect(0, top, width(), shareHeight - metrics::tiny));
            top += shareHeight;
        }
    }
}

} // namespace navette::ui
