// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/settings.h"

#include <QDialog>

#include <optional>

namespace navette::ui
{

/// What belongs to the whole window; everything applies at once.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget *parent = nullptr);
    /// A language other than the one of the start; the window is made anew with it once the dialog is closed.
    [[nodiscard]] std::optional<QString> chosenLanguage() const { return m_language; }

Q_SIGNALS:
    void schemeChosen(const QString &key);
    void refreshChosen(int seconds);
    void helpChosen();

private:
    WindowSettings m_settings;
    std::optional<QString> m_language;
};

} // namespace navette::ui
