// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace navette
{

/// A path on this computer. Remote paths are RemotePath; the two never mix.
using LocalPath = std::filesystem::path;

[[nodiscard]] LocalPath toLocalPath(const QString &text);
/// With the system's own separators: for the screen only.
[[nodiscard]] QString displayText(const LocalPath &path);
/// The last component, for the screen.
[[nodiscard]] QString fileName(const LocalPath &path);

} // namespace navette
