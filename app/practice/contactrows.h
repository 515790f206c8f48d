// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace navette::practice
{

/// Columns of contactRows(): Civilité, Prénom, Nom, Email, Mobile, Ville, Référence.
enum ContactColumn {
    TitleColumn,
    FirstNameColumn,
    LastNameColumn,
    EmailColumn,
    MobileColumn,
    CityColumn,
    ReferenceColumn
};

/// A header and `count` contacts, the people numbered from `first` on. All of ISO-8859-1, all reachable.
[[nodiscard]] QList<QStringList> contactRows(int first, int count);

/// The same with only these columns.
[[nodiscard]] QList<QStringList> columnsOf(const QList<QStringList> &rows, const QList<ContactColumn> &columns);

} // namespace navette::practice
