// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/secret.h"

#include <QString>

#include <optional>

namespace navette::cli
{

/// What the command line asks of the system it runs on; each has its Windows twin in terminal.cpp.
[[nodiscard]] bool stdinIsTerminal();
[[nodiscard]] bool stdoutIsTerminal();
[[nodiscard]] bool stderrIsTerminal();

/// Asks on the terminal without showing what is typed; nothing where there is no terminal, or when interrupted.
[[nodiscard]] std::optional<Secret> askSecret(const QString &question);
/// Asks on the terminal; nothing where there is none, or when interrupted.
[[nodiscard]] std::optional<QString> askLine(const QString &question);

/// As a part of a command that a person copies.
[[nodiscard]] QString quotedForShell(const QString &argument);

/// Bytes go out as they are, also on Windows.
void prepareStreams();
/// Ctrl+C, SIGTERM and their like become a cancel; a second one ends the program at once. Call it first of all.
void catchInterrupts();
[[nodiscard]] CancelToken interrupted();
void waitForInterrupt();

} // namespace navette::cli
