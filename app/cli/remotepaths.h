// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verbs.h"

namespace navette::cli
{

/// The description of a verb that takes a path on the server, with how such a path may be given.
[[nodiscard]] QString describedWithPaths(const QString &description);
/// The bytes of a path on the server, from the argument of this number. Errors: Usage.
[[nodiscard]] Result<QByteArray> givenPath(const VerbParser &parser, int index);
/// A leading "/" is the account's root, which is what our paths are relative to; "." is the root too.
[[nodiscard]] RemotePath fromRoot(QByteArray path);

} // namespace navette::cli
