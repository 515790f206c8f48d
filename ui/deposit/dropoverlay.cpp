// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/dropoverlay.h"

#include "style/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace navette::ui
{

DropOverlay::DropOverlay(const QString &text, QWidget *parent) : QWidget(parent), m_text(text)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = color(ColorRole::Window);
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(color(ColorRole::Accent), 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect().adjusted(metrics::medium, metrics::medium, -metrics::medium, -metrics::medium),
                            metrics::cardRadius, metrics::cardRadius);
    const int size = metrics::vast;
    const QPixmap arrow = iconPixmap(u"upload"_s, color(ColorRole::Accent), size, devicePixelRatioF());
    painter.drawPixmap(rect().center() - QPoint(size / 2, size + metrics::small), arrow);
    painter.setFont(ui::font(TextStyle::Section));
    painter.setPen(color(ColorRole::Text));
    painter.drawText(rect().translated(0, metrics::large), Qt::AlignCenter, m_text);
}

} // namespace navette::ui
