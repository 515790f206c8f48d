// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace navette::ui
{

/// The tokens of the visual language. Pages name a role; only theme.cpp knows a colour.
enum class ColorRole {
    Window,
    Surface,
    Raised,
    Border,
    Text,
    Muted,
    Accent,
    OnAccent,
    AccentTint,
    Ok,
    Warn,
    Bad,
    Info,
    OkTint,
    WarnTint,
    BadTint,
    InfoTint,
};
enum class Scheme { System, Light, Dark };
enum class TextStyle { PageTitle, Section, Body, BodyStrong, Secondary, Number };

/// What a state says; colour never stands alone, so each tone has an icon and goes with a word.
enum class Tone { Neutral, Ok, Warn, Bad, Info, Accent };

[[nodiscard]] QColor color(ColorRole role);
[[nodiscard]] QColor toneColor(Tone tone);
[[nodiscard]] QColor toneTint(Tone tone);
[[nodiscard]] QFont font(TextStyle style);

/// Device-independent pixels: the 4 px grid.
namespace metrics
{
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
inline constexpr int vast = 32;
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 10;
inline constexpr int controlHeight = 32;
inline constexpr int rowHeight = 32;
inline constexpr int iconSize = 20;
inline constexpr int navigationWidth = 228;
inline constexpr int detailsWidth = 304;
} // namespace metrics

/// Fusion, palette, fonts and the application's style; again whenever the scheme changes (then every widget gets a
/// QEvent::PaletteChange and draws itself anew).
void applyTheme(QApplication &application, Scheme scheme);
[[nodiscard]] Scheme chosenScheme();
[[nodiscard]] bool isDark();

} // namespace navette::ui
