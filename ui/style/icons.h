// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QIcon>
#include <QPixmap>

namespace navette::ui
{

/// Our line icons (resources/icons/*.svg, 20 px grid, 1.5 px stroke in currentColor), coloured at run time and
/// following the scheme. Names: "board", "folder", "reports", "history", "exports", "settings", "plus", "upload",
/// "download", "refresh", "search", "ok", "warning", "error", "info", "clock", "repair", "file", "zip", "link",
/// "chevron-right", "chevron-down", "chevron-up", "close", "key", "lock", "people", "trash", "rename", "copy", "eye",
/// "undo", "redo", "filter", "calendar", "more", "practice", "navette" (the mark).
[[nodiscard]] QIcon icon(const QString &name, ColorRole role = ColorRole::Text);
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio);
/// The mark on its ground, for title bars and task bars.
[[nodiscard]] QIcon applicationIcon();
/// The icon that goes with a tone: "ok", "warning", "error", "info".
[[nodiscard]] QString toneIconName(Tone tone);

} // namespace navette::ui
