// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace navette::ui
{

/// One remembered value: it knows its key and what holds where nothing is remembered.
template<typename T>
class Setting
{
public:
    Setting(QString key, T fallback) : m_key(std::move(key)), m_fallback(std::move(fallback)) {}
    [[nodiscard]] T get() const
    {
        const QVariant value = QSettings().value(m_key);
        // A file edited by hand, or of another version, must not put a wrong type into the window.
        return value.isValid() && value.canConvert<T>() ? value.value<T>() : m_fallback;
    }
    void set(const T &value) const { QSettings().setValue(m_key, value); }

private:
    QString m_key;
    T m_fallback;
};

/// Everything that the window remembers from one start to the next.
struct WindowSettings {
    Setting<QByteArray> geometry{QStringLiteral("window/geometry"), {}};
    Setting<QString> lastAccount{QStringLiteral("window/lastAccount"), {}};
    Setting<QString> lastPage{QStringLiteral("window/lastPage"), QStringLiteral("board")};
    Setting<bool> transfersOpen{QStringLiteral("window/transfersOpen"), false};
    Setting<bool> practiceOn{QStringLiteral("practice/on"), false};
    Setting<QString> scheme{QStringLiteral("look/scheme"), QStringLiteral("system")};     ///< system, light, dark
    Setting<QString> language{QStringLiteral("look/language"), QStringLiteral("system")}; ///< system, en, fr
    Setting<bool> detailsShown{QStringLiteral("board/detailsShown"), true};
    Setting<QByteArray> boardSplitter{QStringLiteral("board/splitter"), {}};
    Setting<int> refreshSeconds{QStringLiteral("board/refreshSeconds"), 15};
};

/// Puts all settings, those of pages too, into the user's data folder, so that another data folder is another profile.
void useSettingsIn(const QString &folder);

} // namespace navette::ui
