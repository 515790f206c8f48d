// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace navette::ui
{

/// Says of files that were downloaded together which have another name here than on the server.
class SavedNames
{
public:
    [[nodiscard]] static bool isOther(const QByteArray &serverName, const QString &localName);
    /// What to say once this one is here: of all so far. Empty where its name is the same.
    [[nodiscard]] QString add(const QByteArray &serverName, const QString &localName);

private:
    QStringList m_others;
};

} // namespace navette::ui
