// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>
#include <QTableWidget>
#include <QtCharts/QChart>
