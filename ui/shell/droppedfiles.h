// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace navette::ui
{

/// The local files of a drop or paste; empty where it holds none.
[[nodiscard]] QStringList localFilesOf(const QMimeData *data);
/// By its name: *.navette.
[[nodiscard]] bool isAccountFile(const QString &file);

} // namespace navette::ui
