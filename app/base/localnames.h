// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

#include <QByteArray>
#include <QString>

#include <set>

namespace navette
{

/// The text of a name that a server gave: UTF-8, or ISO-8859-1 where it is not that; nothing invisible.
[[nodiscard]] QString readableName(const QByteArray &name);

/// "a (2).csv"; the first has no number.
[[nodiscard]] QString numberedName(const QString &name, int number);

/// Local names for names that a server gave: safe on every system, and never two names for one file. Names that meet do
/// so by case, by the way in which accents are written, or after making them safe; and they do on every system.
class LocalNames
{
public:
    LocalNames() = default;
    /// For files that go into a folder where others may lie.
    explicit LocalNames(const LocalPath &folder);

    /// Names that meet get a mark of their own, the same from one listing to the next.
    [[nodiscard]] QString markedNameFor(const QByteArray &remoteName);
    /// Names that meet are numbered, as a person would do it. A file of exactly this name in the folder is no reason
    /// for a number: whether it is the same one is for the caller to say.
    [[nodiscard]] QString numberedNameFor(const QByteArray &remoteName);

private:
    std::set<QString> m_inFolder; ///< as they are
    std::set<QString> m_folded;   ///< in the folder, as they meet
    std::set<QString> m_given;    ///< by this object, as they meet
};

} // namespace navette
