// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QTest>

/// Where a truth file of csv-spectrum does not tell the truth about its CSV, and why.
inline QByteArray correctedTruth(QByteArray truth, const QString &json)
{
    if (json.endsWith(QStringLiteral("newlines_crlf.json"))) // the CSV lost its carriage returns on the way
        truth.replace("\\r\\n", "\\n");
    if (json.endsWith(QStringLiteral("location_coordinates.json"))) // another number, and one object in place of a list
        truth = "[" + truth.replace("1234567890", "2095257564") + "]";
    return truth;
}

/// A row for each file of csv-spectrum, its columns "csv" and "json"; one with empty paths where the corpora are not
/// here.
inline void addSpectrumRows()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("json");
    const QDir folder(QStringLiteral(NAVETTE_SHARED_DIR "/corpora/csv-spectrum"));
    const QDir files(folder.filePath(QStringLiteral("csvs")));
    for (const QString &name : files.entryList({QStringLiteral("*.csv")})) {
        const QString truth = QStringLiteral("json/") + name.chopped(3) + QStringLiteral("json");
        QTest::addRow("%s", qPrintable(name)) << files.filePath(name) << folder.filePath(truth);
    }
    if (!folder.exists())
        QTest::addRow("absent") << QString() << QString();
}
