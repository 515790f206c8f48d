// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include "style/housestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QPixmapCache>
#include <QSettings>
#include <QStyleFactory>
#include <QStyleHints>
#include <QTimer>
#include <QToolTip>

#include <array>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Token {
    ColorRole role;
    QRgb light;
    QRgb dark;
};

// design/visual.md, the table of tokens; the only place that knows a colour. AccentTint and OnAccent are taken from
// the mockups (selected navigation row, primary button).
constexpr std::array tokens{
    Token{ColorRole::Window, 0xFFF5F6F8, 0xFF16181D},     Token{ColorRole::Surface, 0xFFFFFFFF, 0xFF1E2128},
    Token{ColorRole::Raised, 0xFFFFFFFF, 0xFF262A33},     Token{ColorRole::Border, 0xFFD9DDE4, 0xFF363C48},
    Token{ColorRole::Text, 0xFF1A1F29, 0xFFECEEF2},       Token{ColorRole::Muted, 0xFF566071, 0xFFA5AEBD},
    Token{ColorRole::Accent, 0xFF2A57D6, 0xFF8AA8FF},     Token{ColorRole::OnAccent, 0xFFFFFFFF, 0xFF16181D},
    Token{ColorRole::AccentTint, 0xFFE8EEFC, 0xFF27324E}, Token{ColorRole::Ok, 0xFF177546, 0xFF63CE97},
    Token{ColorRole::Warn, 0xFF8F5B00, 0xFFF0B95A},       Token{ColorRole::Bad, 0xFFBF2F2F, 0xFFFF8A80},
    Token{ColorRole::Info, 0xFF0F6E8C, 0xFF6CCBE6},       Token{ColorRole::OkTint, 0xFFE6F5ED, 0xFF1D3A2B},
    Token{ColorRole::WarnTint, 0xFFFFF4DE, 0xFF453519},   Token{ColorRole::BadTint, 0xFFFDECEC, 0xFF4A2326},
    Token{ColorRole::InfoTint, 0xFFE3F3F8, 0xFF173541},
};

struct State {
    Scheme chosen = Scheme::System;
    bool dark = false;
    bool applying = false;
    QString family;
};

State &state()
{
    static State theState;
    return theState;
}

/// What the system shows. Qt 6.5 says it outright; before, the registry (Windows), the global defaults (macOS) and the
/// lightness of the platform's own palette (GTK and KDE themes) do.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#elif defined(Q_OS_WIN)
    const QSettings personalize(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
                                QSettings::NativeFormat);
    return personalize.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#elif defined(Q_OS_MACOS)
    const QSettings globals(u"Apple Global Domain"_s, QSettings::NativeFormat);
    return globals.value(u"AppleInterfaceStyle"_s).toString() == "Dark"_L1;
#else
    const auto isDarkPalette = [](const QPalette &palette) {
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    };
    // A default palette set on the application gives back the platform theme's one, even after ours was set.
    const QPalette ours = QGuiApplication::palette();
    QGuiApplication::setPalette(QPalette());
    const bool dark = isDarkPalette(QGuiApplication::palette());
    QGuiApplication::setPalette(ours);
    return dark;
#endif
}

QColor mixed(const QColor &front, const QColor &back, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {channel(front.red(), back.red()), channel(front.green(), back.green()), channel(front.blue(), back.blue())};
}

QPalette housePalette()
{
    QPalette palette;
    const QColor window = color(ColorRole::Window);
    const QColor surface = color(ColorRole::Surface);
    const QColor text = color(ColorRole::Text);
    const QColor muted = color(ColorRole::Muted);
    const QColor border = color(ColorRole::Border);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, color(ColorRole::Bad));
    palette.setColor(QPalette::Highlight, color(ColorRole::AccentTint));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, color(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, color(ColorRole::Accent));
    palette.setColor(QPalette::ToolTipBase, color(ColorRole::Raised));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, surface);
    palette.setColor(QPalette::Midlight, border);
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, muted);
    palette.setColor(QPalette::Shadow, border);
    const QColor faint = mixed(muted, window, 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

QString houseFamily(const QFont &systemFont)
{
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    // Without a desktop's font setting fontconfig answers with its last resort, which is too wide for a dense window.
    static const QStringList fallbacks{u"DejaVu Sans"_s, u"Sans"_s, u"Sans Serif"_s, u"Bitstream Vera Sans"_s};
    const QString actual = QFontInfo(systemFont).family();
    if ((fallbacks.contains(actual) || fallbacks.contains(systemFont.family())) &&
        QFontDatabase::families().contains("Inter"_L1))
        return u"Inter"_s;
#endif
    return systemFont.family();
}

void applyNow(QApplication &application)
{
    State &s = state();
    s.applying = true;
    s.dark = s.chosen == Scheme::Dark || (s.chosen == Scheme::System && systemIsDark());
    QPixmapCache::clear();
    QApplication::setPalette(housePalette());
    QToolTip::setPalette(housePalette());
    QApplication::setFont(font(TextStyle::Body));
    QToolTip::setFont(font(TextStyle::Secondary));
    Q_UNUSED(application);
    s.applying = false;
}

/// Notices that the system went from light to dark, and back.
class SystemWatcher final : public QObject
{
public:
    explicit SystemWatcher(QApplication &application) : QObject(&application), m_application(application)
    {
        application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { later(); });
#endif
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange)
            later();
        return QObject::eventFilter(watched, event);
    }

private:
    void later()
    {
        if (m_pending || state().applying || state().chosen != Scheme::System)
            return;
        m_pending = true;
        QTimer::singleShot(0, this, [this] {
            m_pending = false;
            if (systemIsDark() != isDark())
                applyNow(m_application);
        });
    }
    QApplication &m_application;
    bool m_pending = false;
};

} // namespace

QColor color(ColorRole role)
{
    const auto &token = tokens.at(static_cast<std::size_t>(role));
    Q_ASSERT(token.role == role);
    return QColor::fromRgb(state().dark ? token.dark : token.light);
}

QColor toneColor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return color(ColorRole::Muted);
    case Tone::Ok:
        return color(ColorRole::Ok);
    case Tone::Warn:
        return color(ColorRole::Warn);
    case Tone::Bad:
        return color(ColorRole::Bad);
    case Tone::Info:
        return color(ColorRole::Info);
    case Tone::Accent:
        return color(ColorRole::Accent);
    }
    return {};
}

QColor toneTint(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return color(ColorRole::Window);
    case Tone::Ok:
        return color(ColorRole::OkTint);
    case Tone::Warn:
        return color(ColorRole::WarnTint);
    case Tone::Bad:
        return color(ColorRole::BadTint);
    case Tone::Info:
        return color(ColorRole::InfoTint);
    case Tone::Accent:
        return color(ColorRole::AccentTint);
    }
    return {};
}

QFont font(TextStyle style)
{
    QFont result;
    if (!state().family.isEmpty())
        result.setFamily(state().family);
    // Fractional widths as browsers and macOS have them: letters keep their own spacing at 13 px.
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setWeight(QFont::Normal);
    switch (style) {
    case TextStyle::PageTitle:
        result.setPixelSize(20);
        result.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Section:
    case TextStyle::BodyStrong:
        result.setPixelSize(13);
        result.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Body:
    case TextStyle::Number:
        result.setPixelSize(13);
        break;
    case TextStyle::Secondary:
        result.setPixelSize(12);
        break;
    }
    return result;
}

void applyTheme(QApplication &application, Scheme scheme)
{
    State &s = state();
    s.chosen = scheme;
    static bool prepared = false;
    if (!prepared) {
        prepared = true;
        s.family = houseFamily(QApplication::font());
        QApplication::setStyle(new HouseStyle);
        new SystemWatcher(application); // owned by the application
    }
    applyNow(application);
}

Scheme chosenScheme()
{
    return state().chosen;
}

bool isDark()
{
    return state().dark;
}

} // namespace navette::ui
