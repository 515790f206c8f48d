// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// read, inspect, check and repair on files that nobody made for this test: public corpora and the samples.
#include "archive/archive.h"
#include "clirunner.h"
#include "csv/spectrum.h"
#include "practice/samplefiles.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

/// What `read` prints: one JSON array per line.
QJsonArray linesOf(const QByteArray &out)
{
    QJsonArray records;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).array());
    }
    return records;
}

} // namespace

class TestCliFiles : public QObject
{
    Q_OBJECT
    CliRunner m_cli;
    QTemporaryDir m_samples;

private Q_SLOTS:
    void initTestCase()
    {
        for (const Platform platform : {Platform::Digitaleo, Platform::Accengage})
            QVERIFY(practice::writeSamples(platform, toLocalPath(m_samples.path())));
    }

    void readPrintsTheTruth_data() { addSpectrumRows(); }
    void readPrintsTheTruth()
    {
        QFETCH(QString, csv);
        QFETCH(QString, json);
        if (csv.isEmpty())
            QSKIP("The public corpora are not here.");
        QFile truth(json);
        QVERIFY(truth.open(QIODevice::ReadOnly));
        const QJsonArray expected = QJsonDocument::fromJson(correctedTruth(truth.readAll(), json)).array();
        const QJsonArray records = linesOf(m_cli.run({u"read"_s, csv}).out);
        QCOMPARE(records.size(), expected.size() + 1);
        const QJsonArray labels = records.first().toArray();
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QJsonObject row;
            for (qsizetype k = 0; k < labels.size(); ++k)
                row.insert(labels[k].toString(), records[i + 1].toArray()[k]);
            QCOMPARE(row, expected[i].toObject());
        }
        // RFC 4180 reads as the same records.
        const QString rewritten =
            m_cli.write(u"rewritten.csv"_s, m_cli.run({u"read"_s, csv, u"--format"_s, u"csv"_s}).out);
        QCOMPARE(linesOf(m_cli.run({u"read"_s, rewritten, u"--delimiter"_s, u","_s, u"--encoding"_s, u"utf-8"_s}).out),
                 records);
    }

    void packedFilesReadAsPlainOnes_data()
    {
        QTest::addColumn<QString>("packed");
        QTest::addRow("gz") << u"table.csv.gz"_s;
        QTest::addRow("zip") << u"table.csv.zip"_s;
    }
    void packedFilesReadAsPlainOnes()
    {
        QFETCH(QString, packed);
        const QDir folder(QStringLiteral(NAVETTE_SHARED_DIR "/corpora/frictionless/data"));
        if (!folder.exists())
            QSKIP("The public corpora are not here.");
        const CliResult plain = m_cli.run({u"read"_s, folder.filePath(u"table.csv"_s)});
        QVERIFY(plain.out.size() > 20);
        QCOMPARE(m_cli.run({u"read"_s, folder.filePath(packed)}).out, plain.out);
    }

    /// digitaleo.md, File format: it may be zipped, one CSV in the zip.
    void aZipOfTwoFilesIsNone()
    {
        const QString zip = m_cli.path(u"two.zip"_s);
        QVERIFY(archive::writeZip(toLocalPath(zip), {{u"a.csv"_s, "Email\na@example.org\n"}, {u"b.csv"_s, "Email\n"}}));
        const CliResult check = m_cli.run({u"check"_s, zip, u"--flow"_s, u"digitaleo/import"_s, u"--json"_s});
        QCOMPARE(check.code, 1);
        QCOMPARE(check.json.value(u"findings"_s)[0][u"code"_s].toString(), u"source-error"_s);
        const CliResult repair =
            m_cli.run({u"repair"_s, zip, u"--flow"_s, u"digitaleo/import"_s, u"-o"_s, m_cli.path(u"one.csv"_s)});
        QCOMPARE(repair.code, 1);
        QVERIFY(!QFile::exists(m_cli.path(u"one.csv"_s)));
    }

    void samplesHold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("flow");
        for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
            for (const Sample &sample : samples(platform))
                QTest::addRow("%s", qPrintable(sample.fileName)) << sample.fileName << sample.flow;
        }
    }
    /// Plain, zipped and gzipped, a sample is the same file; repairing it never makes it worse.
    void samplesHold()
    {
        QFETCH(QString, name);
        QFETCH(QString, flow);
        const QString file = m_samples.filePath(name);
        const CliResult inspect = m_cli.run({u"inspect"_s, file, u"--json"_s});
        const QStringList options{u"--flow"_s, flow, u"--json"_s};
        const CliResult check = m_cli.run(QStringList{u"check"_s, file} + options);
        QVERIFY2(check.code == 0 || check.code == 1, qPrintable(check.err));
        QCOMPARE(check.json.value(u"valid"_s).toBool(), check.code == 0);
        if (inspect.code != 0) { // no CSV: check says so too
            QCOMPARE(check.code, 1);
            QCOMPARE(check.json.value(u"findings"_s)[0][u"code"_s].toString(), u"source-error"_s);
            return;
        }
        if (inspect.json.value(u"kind"_s).toString() == u"plain") {
            QFile source(file);
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QByteArray content = source.readAll();
            const QString zip = m_cli.path(name + u".zip"_s);
            const QString gz = m_cli.path(name + u".gz"_s);
            QVERIFY(archive::writeZip(toLocalPath(zip), {{name, content}}));
            QVERIFY(archive::writeGzip(toLocalPath(gz), content));
            for (const QString &packed : {zip, gz}) {
                const CliResult again = m_cli.run({u"inspect"_s, packed, u"--json"_s});
                for (const QString &fact : {u"rows"_s, u"fields"_s, u"encoding"_s, u"lineEnding"_s, u"delimiter"_s})
                    QCOMPARE(again.json.value(fact), inspect.json.value(fact));
                const CliResult repeated = m_cli.run(QStringList{u"check"_s, packed} + options);
                QCOMPARE(repeated.json.value(u"stats"_s)[u"validRows"_s], check.json.value(u"stats"_s)[u"validRows"_s]);
                QCOMPARE(repeated.code, check.code);
            }
        }
        const QString copy = m_cli.path(u"copy of "_s + name);
        const CliResult repair =
            m_cli.run(QStringList{u"repair"_s, file, u"-o"_s, copy, u"--drop-invalid"_s} + options);
        if (repair.code != 0 && repair.code != 1) {
            QVERIFY2(!repair.err.isEmpty() && !QFile::exists(copy), qPrintable(repair.err));
            return;
        }
        QVERIFY(repair.json.value(u"findings"_s).toArray().size() <= check.json.value(u"findings"_s).toArray().size());
        QVERIFY(check.code == 1 || repair.code == 0);
    }
};

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_clifiles.moc"
