// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/judge.h"

#include <QDateTime>

#include <set>

namespace navette::practice
{

/// A contact list on the platform.
struct ContactList {
    int id = 0;
    QString name;
    QStringList files; ///< prefixed names of the imports that made it what it is
    QDateTime changedAt;
    qint64 contacts = 0;
};

/// The platform's contact lists: what the import modes (digitaleo.md) make of accepted files. Holds no contact, only
/// hashes to count them by.
class ListLedger
{
public:
    explicit ListLedger(LocalPath folder);

    /// Enters an accepted import under the mode of `marker` (".createNewList" …). The same file entered again, after a
    /// stop in the middle, changes nothing. Gives the list. Errors: NotWritable.
    [[nodiscard]] Result<ContactList> enter(const QString &prefixedName, const QString &listName,
                                            const QByteArray &marker, const std::vector<TakenContact> &contacts,
                                            Deduplication deduplication, const QDateTime &now);
    [[nodiscard]] const std::vector<ContactList> &lists() const { return m_lists; }

private:
    [[nodiscard]] LocalPath keysFile(int id) const;
    [[nodiscard]] std::set<QByteArray> readKeys(int id) const;
    [[nodiscard]] Result<void> save() const;
    LocalPath m_folder;
    std::vector<ContactList> m_lists;
};

} // namespace navette::practice
