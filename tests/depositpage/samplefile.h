// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace navette::test
{

/// A file as people have it: UTF-8, commas, Windows line ends, other column names, some faults. Seven e-mail addresses
/// and five mobile numbers are wrong where nothing else reaches the contact; two letters and their kin exist in no
/// ISO-8859-1; some rows stand twice. `rows` ≥ 20.
inline QByteArray faultyFile(int rows = 300)
{
    static const char *const first[][6] = {
        {"Mme", "Zoé", "Lefèvre", "zoe.lefevre@example.org", "06 12 34 56 78", "Lyon"},
        {"M.", "Karim", "Benali", "k.benali@example", "", "Paris"},
        {"Mme", "Inès", "d’Aubigny", "ines@example.org", "", "Nantes"},
        {"M.", "Paul", "Martin", "", "", "Lille"},
        {"Mme", "Chloé", "Œuvrard", "", "0612", "Brest"},
        {"M.", "Hugo", "Petit", "hugo.petit@example.org", "07 55 12 12 12", "Paris"},
        {"Mme", "Léa", "Robert", " lea@example.org", "06 11 22 33 44", "Tours"},
        {"M.", "Noé", "Faure", "noe.faure@example.org", "", "Metz"},
        {"Mme", "Jade", "Roux", "zoe.lefevre@example.org", "06 12 34 56 78", "Lyon"},
        {"M.", "Tom", "Blanc", "tom.blanc@example.org", "06 44 55 66 77", "Dijon"},
    };
    QByteArray bytes = "Civilité,Prénom,Nom,E-mail,Portable,Ville\r\n";
    int made = 0;
    for (const auto &row : first) {
        for (int i = 0; i < 6; ++i)
            bytes += (i > 0 ? "," : "") + QByteArray(row[i]);
        bytes += "\r\n";
        ++made;
    }
    for (; made < rows; ++made) {
        const QByteArray number = QByteArray::number(made);
        const bool badMail = made % 1000 == 41;
        const bool badPhone = made % 1000 == 97;
        bytes += made % 2 ? "M." : "Mme";
        bytes += ",Prénom" + number + ",Nom" + number + ",";
        bytes += badMail ? "nobody.at.example" : badPhone ? "" : "contact" + number + "@example.org";
        bytes += ",";
        bytes += badPhone ? "0698" : badMail ? "" : "06 " + QByteArray::number(10 + made % 90) + " 20 30 40";
        bytes += ",Rouen\r\n";
    }
    return bytes;
}

} // namespace navette::test
