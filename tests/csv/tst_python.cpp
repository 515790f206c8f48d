// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our records against those of Python's csv module, on every public file that both can read.
#include "csv/csvfile.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace navette;
using namespace navette::csv;
using namespace Qt::StringLiterals;

namespace
{

// Reads lines of [path, codec, separator] and answers each with the records as JSON.
constexpr auto script = R"(
import csv, io, json, sys
csv.field_size_limit(10**9)
for line in sys.stdin:
    path, codec, separator = json.loads(line)
    text = open(path, 'rb').read().decode(codec, errors='replace')
    rows = [row or [''] for row in csv.reader(io.StringIO(text, newline=''), delimiter=separator)]
    print(json.dumps(rows), flush=True)
)";

QString pythonCodec(const Dialect &dialect)
{
    switch (dialect.encoding) {
    case Encoding::Utf8:
        return u"utf-8-sig"_s;
    case Encoding::Utf16Le:
        return dialect.byteOrderMark ? u"utf-16"_s : u"utf-16-le"_s;
    case Encoding::Utf16Be:
        return dialect.byteOrderMark ? u"utf-16"_s : u"utf-16-be"_s;
    case Encoding::Latin1:
        return u"latin-1"_s;
    case Encoding::Windows1252:
        return u"cp1252"_s;
    }
    return {};
}

// Files in which a space stands before a quoted cell: ` "6,000,000"`. Python takes the space and the quotes for text,
// and so the separators between them for separators; we take the cell for quoted, as its writer did.
bool hasSpacesBeforeQuotes(const QString &path)
{
    return path.endsWith(u"frictionless/data/escaping.csv"_s) || path.endsWith(u"frictionless/data/issue-1109.csv"_s) ||
           path.endsWith(u"messytables/horror/complex.csv"_s);
}

QJsonArray recordsOf(const CsvFile &file)
{
    QJsonArray rows;
    Reader reader = file.reader();
    Record record;
    while (reader.next(record)) {
        QJsonArray row;
        for (const Cell &cell : record.cells)
            row.append(file.text(cell.text));
        rows.append(row);
    }
    return rows;
}

} // namespace

class TestPython : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void recordsAgree_data();
    void recordsAgree();

private:
    QProcess m_python;
};

void TestPython::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("Python is not installed.");
    m_python.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(script)});
    QVERIFY(m_python.waitForStarted());
}

void TestPython::cleanupTestCase()
{
    m_python.closeWriteChannel();
    m_python.waitForFinished();
}

void TestPython::recordsAgree_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator it(QStringLiteral(NAVETTE_SHARED_DIR "/corpora"), {u"*.csv"_s, u"*.tsv"_s, u"*.txt"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    bool any = false;
    while (it.hasNext()) {
        const QString path = it.next();
        QTest::addRow("%s", qPrintable(path.section(u"/corpora/"_s, 1))) << path;
        any = true;
    }
    if (!any)
        QTest::addRow("absent") << QString();
}

void TestPython::recordsAgree()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("The public corpora are not here.");
    const auto file = CsvFile::open(toLocalPath(path));
    if (!file)
        QSKIP("Not a CSV file for us.");
    const Dialect &dialect = (*file)->dialect();
    const QJsonArray question{path, pythonCodec(dialect), QString(QLatin1Char(dialect.delimiter))};
    m_python.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    while (!m_python.canReadLine())
        QVERIFY2(m_python.waitForReadyRead(20'000), m_python.readAllStandardError().constData());
    const QJsonArray theirs = QJsonDocument::fromJson(m_python.readLine()).array();
    const QJsonArray ours = recordsOf(**file);
    QCOMPARE(ours == theirs, !hasSpacesBeforeQuotes(path));
}

QTEST_GUILESS_MAIN(TestPython)
#include "tst_python.moc"
