// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN

#include "sftp/transport/patience.h"

#include <QByteArrayView>
#include <QStringList>

namespace navette::sftp
{

/// Names of the pipe at which Pageant 0.77 and later listens for this user, as far as they can be told.
[[nodiscard]] QStringList pageantPipes();

/// As KeyAgent::ask(), to an older Pageant: by a message to its window. Not to be cancelled while it waits; such a
/// Pageant asks nobody.
[[nodiscard]] Result<QByteArray> askPageantsWindow(QByteArrayView message, const Patience &patience);

} // namespace navette::sftp

#endif
