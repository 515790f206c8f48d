// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/stattile.h"

#include "style/painting.h"
#include "style/text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

/// Large, unless the number would not fit.
QFont numberFont(const QString &text, int width)
{
    QFont large = ui::font(TextStyle::PageTitle);
    large.setPixelSize(large.pixelSize() > 3 ? large.pixelSize() - 3 : 17);
    return QFontMetrics(large).horizontalAdvance(text) <= width ? large : ui::font(TextStyle::Section);
}

} // namespace

StatTile::StatTile(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatTile::set(qint64 number, const QString &caption, ColorRole role)
{
    m_number = number;
    m_caption = caption;
    m_role = role;
    setAccessibleName(u"%1 %2"_s.arg(numberText(number), caption));
    setToolTip(accessibleName());
    update();
}

QSize StatTile::sizeHint() const
{
    return {80, metrics::large * 3 + metrics::medium};
}

void StatTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawRounded(painter, rect(), color(ColorRole::Surface), color(ColorRole::Border), metrics::controlRadius);
    const QRect inner = rect().adjusted(metrics::medium, metrics::small, -metrics::tiny, -metrics::small);
    const QString text = numberText(m_number);
    painter.setFont(numberFont(text, inner.width()));
    painter.setPen(color(m_role));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, text);
    painter.setFont(ui::font(TextStyle::Secondary));
    painter.setPen(color(ColorRole::Muted));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, inner.width()));
}

} // namespace navette::ui
