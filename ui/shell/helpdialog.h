// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace navette::ui
{

/// What Navette is, its version, and all its keys in one place.
class HelpDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `actions`: those of the window, with their keys; keys of pages are added here.
    explicit HelpDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace navette::ui
