// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace navette::ui
{

class MainWindow;
class Workspace;

/// Drives the window through the main job on practice accounts and writes a numbered picture of each step into
/// `folder`. Returns the exit code: 0, or 1 after naming on stderr the step that did not come true.
int runTour(QApplication &application, MainWindow &window, Workspace &workspace, const QString &folder);

} // namespace navette::ui
