// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a program with Qt Core can do: start-up is measured against it.
#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return QCoreApplication::arguments().isEmpty() ? 1 : 0;
}
