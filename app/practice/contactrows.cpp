// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/contactrows.h"

#include "practice/people.h"

using namespace Qt::StringLiterals;

namespace navette::practice
{

QList<QStringList> contactRows(int first, int count)
{
    QList<QStringList> rows;
    rows.reserve(count + 1);
    rows.append({u"Civilité"_s, u"Prénom"_s, u"Nom"_s, u"Email"_s, u"Mobile"_s, u"Ville"_s, u"Référence"_s});
    for (int i = 0; i < count; ++i) {
        const Person who = person(first + i);
        // Not everybody leaves a number.
        rows.append({who.title, who.firstName, who.lastName, who.email, i % 5 == 3 ? QString() : who.mobile, who.city,
                     who.reference});
    }
    return rows;
}

QList<QStringList> columnsOf(const QList<QStringList> &rows, const QList<ContactColumn> &columns)
{
    QList<QStringList> result;
    result.reserve(rows.size());
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const ContactColumn column : columns)
            cells.append(row[column]);
        result.append(cells);
    }
    return result;
}

} // namespace navette::practice
