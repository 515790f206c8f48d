// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace navette::test
{

/// Valid contacts for digitaleo/import, whose letters do not deflate well: a zip of them stays large.
inline QByteArray manyContacts(int rows)
{
    QRandomGenerator random(20);
    QByteArray bytes = "Email;Nom\n";
    for (int i = 0; i < rows; ++i) {
        bytes += "c" + QByteArray::number(i) + "@example.org;";
        for (int n = 0; n < 30; ++n)
            bytes += char('a' + random.bounded(26));
        bytes += '\n';
    }
    return bytes;
}

} // namespace navette::test
