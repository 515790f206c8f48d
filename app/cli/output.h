// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/commandline.h"
#include "sftp/remotefilesystem.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>

namespace navette::cli
{

/// The one place where an error becomes an exit code of cli.md.
[[nodiscard]] ExitCode exitCodeFor(ErrorKind kind);

void printLine(const QString &text);             ///< to stdout, UTF-8
void printBytes(const char *data, qint64 bytes); ///< to stdout, as they are
/// One document on one stdout; characters that could steer a terminal are written as \u escapes.
void printJson(const QJsonObject &object);
[[nodiscard]] QByteArray jsonText(const QJsonObject &object, bool compact = false);

void note(const QString &text); ///< to stderr
/// The sentence on stderr; gives the exit code.
[[nodiscard]] int report(const Error &error);
[[nodiscard]] int report(const Error &error, ExitCode code);

/// "2026-03-29T12:10:00Z", or null.
[[nodiscard]] QJsonValue toJson(const QDateTime &time);
[[nodiscard]] QString localTime(const QDateTime &time); ///< for people, in their zone
/// A count that is not known is null.
[[nodiscard]] QJsonValue countToJson(qint64 count);
/// A name or path as the server has it: "name", and "nameBase64" too where the bytes are no UTF-8.
void addBytes(QJsonObject &object, const QString &key, const QByteArray &bytes);

/// The server's name of a file and, as it had to differ, the one that it has here: both safe to show.
[[nodiscard]] QString savedAs(const QString &serverName, const QString &local);

/// Shows a line of progress on stderr where that is a terminal.
[[nodiscard]] TransferProgress progressLine(const QString &what);

} // namespace navette::cli
