// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that nobody on this project made.
#include "csv/csvfile.h"
#include "csv/spectrum.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace navette;
using namespace navette::csv;
using namespace Qt::StringLiterals;

class TestCorpora : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spectrumAgreesWithItsTruth_data();
    void spectrumAgreesWithItsTruth();
    void everyFileIsReadToItsEnd_data();
    void everyFileIsReadToItsEnd();
};

void TestCorpora::spectrumAgreesWithItsTruth_data()
{
    addSpectrumRows();
}

void TestCorpora::spectrumAgreesWithItsTruth()
{
    QFETCH(QString, csv);
    QFETCH(QString, json);
    if (csv.isEmpty())
        QSKIP("The public corpora are not here.");
    QFile truth(json);
    QVERIFY(truth.open(QIODevice::ReadOnly));
    const QJsonArray expected = QJsonDocument::fromJson(correctedTruth(truth.readAll(), json)).array();

    const auto file = CsvFile::open(toLocalPath(csv));
    QVERIFY(file);
    Reader reader = (*file)->reader();
    Record record;
    QVERIFY(reader.next(record));
    QStringList labels;
    for (const Cell &cell : record.cells)
        labels += (*file)->text(cell.text);
    QJsonArray found;
    while (reader.next(record)) {
        QCOMPARE(record.cells.size(), std::size_t(labels.size()));
        // Seconds of arc are written with a quote: `37°36'37.8"N`.
        QCOMPARE(int(record.flaws), int(csv.contains(u"location"_s) ? StrayQuote : NoFlaw));
        QJsonObject row;
        for (qsizetype i = 0; i < labels.size(); ++i)
            row.insert(labels[i], (*file)->text(record.cells[std::size_t(i)].text));
        found.append(row);
    }
    QCOMPARE(QJsonDocument(found).toJson(), QJsonDocument(expected).toJson());
}

void TestCorpora::everyFileIsReadToItsEnd_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator it(QStringLiteral(NAVETTE_SHARED_DIR "/corpora"), QDir::Files, QDirIterator::Subdirectories);
    bool any = false;
    while (it.hasNext()) {
        const QString path = it.next();
        QTest::addRow("%s", qPrintable(path.section(u"/corpora/"_s, 1))) << path;
        any = true;
    }
    if (!any)
        QTest::addRow("absent") << QString();
}

void TestCorpora::everyFileIsReadToItsEnd()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("The public corpora are not here.");
    const auto file = CsvFile::open(toLocalPath(path));
    if (!file) {
        QVERIFY(!file.error().message.isEmpty());
        QCOMPARE(file.error().kind, ErrorKind::BadFormat);
        return;
    }
    Reader reader = (*file)->reader();
    Record record;
    qint64 number = 0;
    while (reader.next(record))
        QCOMPARE(record.number, ++number);
    QCOMPARE(reader.bytesRead(), (*file)->bytes().size());
    QVERIFY(number > 0);
}

QTEST_GUILESS_MAIN(TestCorpora)
#include "tst_corpora.moc"
