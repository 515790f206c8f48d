// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QRectF>

class QPainter;
class QWidget;

namespace navette::ui
{

/// A filled rounded rectangle with a hairline that lies wholly inside `rect`. An invalid colour leaves that part out.
void drawRounded(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, double radius,
                 double lineWidth = 1);
/// The ring around what has the keyboard's focus.
void drawFocusRing(QPainter &painter, const QRectF &rect, double radius);
/// Whether to show the ring: the widget has the focus, and it came by the keyboard.
[[nodiscard]] bool showsFocus(const QWidget &widget);

} // namespace navette::ui
