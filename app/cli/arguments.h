// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace navette::cli
{

/// What the program was given, without its own name. On POSIX, a byte that is no part of UTF-8 becomes the lone
/// surrogate U+DC00 + byte, as Python's "surrogateescape" (PEP 383) has it.
[[nodiscard]] QStringList givenArguments(int argc, char *argv[]);
/// The bytes of such an argument as they were given.
[[nodiscard]] QByteArray bytesOf(const QString &argument);

} // namespace navette::cli
