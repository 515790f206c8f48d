// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report of a file is the same whether rows pass the sieve or not, and however the file is cut into pieces.
#include "base/cancellation.h"
#include "validation/checkrows.h"
#include "validation/samples.h"

#include <QRandomGenerator>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

/// Everything that a report says, as text.
QString wholeText(const Report &report)
{
    QStringList lines;
    const auto numbers = [](const std::vector<qint64> &rows) {
        QStringList text;
        for (const qint64 row : rows)
            text += QString::number(row);
        return text.join(u',');
    };
    for (const Finding &finding : report.findings) {
        lines += u"%1 %2 %3 %4 %5 %6"_s.arg(key(finding.code), finding.headline, finding.consequence)
                     .arg(finding.count)
                     .arg(int(finding.severity))
                     .arg(finding.refusesFile);
        // The example of a name holds the time of day.
        for (const Place &place : finding.code == FindingCode::FileName ? std::vector<Place>() : finding.places)
            lines += u"  %1 %2 %3 %4 %5"_s.arg(place.rowNumber)
                         .arg(place.fieldNumber)
                         .arg(place.fieldName, place.cell, place.message);
    }
    const CheckStats &stats = report.stats;
    lines += u"%1 rows %2 valid %3 not %4 duplicates %5 errors %6 warnings, %7 cells, %8"_s.arg(stats.rows)
                 .arg(stats.validRows)
                 .arg(stats.invalidRows)
                 .arg(stats.duplicateRows)
                 .arg(stats.errors)
                 .arg(stats.warnings)
                 .arg(report.nonAsciiCells)
                 .arg(key(report.dialect.lineEnding));
    lines += numbers(report.invalidRowNumbers);
    lines += numbers(report.duplicateRowNumbers);
    lines += numbers(report.supersededRowNumbers);
    const PhonesInOtherForm &phones = report.phonesInOtherForm;
    lines += u"%1 phones: %2 %3"_s.arg(phones.count).arg(phones.before, phones.after);
    return lines.join(u'\n');
}

Report checkedBy(const CheckInput &input, const RowsOptions &options)
{
    const auto report = check(input, options, JobControl());
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return *report;
}

const QList<QByteArray> &valuesOf(ColumnType type)
{
    static const QList<QByteArray> text{"Durand",   "",     "Zo\xC3\xA9",   " x", "x ", "a;b", "\"",    "=1",
                                        "a=b",      "+1+2", "C:\\",         "\t", "2",  "@x",  "a\x01", "\xE2\x80\x99",
                                        "\xC2\xA0", "a\nb", "\xE4\xB8\xAD", "FR", "FRA"};
    static const QList<QByteArray> email{
        "a@example.org", "", "A@Example.ORG", "a@", "a@b.c", "=a@example.org", "z\xC3\xA9@x.fr", "b@example.org",
        " a@example.org"};
    static const QList<QByteArray> phone{
        "0612345678",  "",           "06 12 34 56 78", "+33612345678", "0145678901", "33612345678",
        "612345678",   "0690123456", "+32470123456",   "06123",        "x",          "06.12.34.56.78",
        "=0612345678", "0800123456"};
    static const QList<QByteArray> date{"31/12/1990", "",           "1990-12-31", "1990-12-31 10:11:12",
                                        "31/02/1990", "12/31/1990", "19901231",   "1990-12-31 25:00:00"};
    static const QList<QByteArray> number{"0", "1", "", "-5", "48,86", "48.86", "+3", "x", "1,", "12345678901234567890",
                                          "2", "=2"};
    static const QList<QByteArray> uuid{"0291725A-BB67-4EB9-8914-EE14B283EC0C", "0291725a-bb67-4eb9-8914-ee14b283ec0c",
                                        "", "x", "0291725A-BB67-4EB9-8914-EE14B283EC0D"};
    switch (type) {
    case ColumnType::Email:
        return email;
    case ColumnType::Phone:
        return phone;
    case ColumnType::Date:
    case ColumnType::DateTime:
        return date;
    case ColumnType::Integer:
    case ColumnType::Number:
    case ColumnType::Boolean:
        return number;
    case ColumnType::Uuid:
        return uuid;
    case ColumnType::Text:
    case ColumnType::Enumeration:
        break;
    }
    return text;
}

struct Style {
    char delimiter = ';';
    QByteArray lineEnd = "\n";
    bool quoteAll = false;
    int oddities = 20; ///< one cell in so many is not the usual one
};

QByteArray written(QRandomGenerator &random, QByteArray cell, const Style &style)
{
    const bool quote = style.quoteAll || cell.contains(style.delimiter) || cell.contains('\n') || cell.contains('"');
    if (random.bounded(style.oddities * 10) == 0)
        return cell + '"'; // as it should not be
    if (!quote && random.bounded(30) != 0)
        return cell;
    return '"' + cell.replace('"', "\"\"") + '"';
}

QByteArray randomFile(QRandomGenerator &random, const Flow &flow, const Style &style, int rows)
{
    std::vector<const Column *> columns;
    QByteArray bytes;
    for (const Column &column : flow.columns) {
        if (random.bounded(5) == 0 && !column.labelRequired)
            continue;
        bytes += bytes.isEmpty() ? QByteArray() : QByteArray(1, style.delimiter);
        const QByteArray label = column.name.toUtf8();
        bytes += style.quoteAll ? '"' + label + '"' : label;
        columns.push_back(&column);
    }
    for (int extra = random.bounded(3); extra > 0; --extra) {
        bytes += QByteArray(1, style.delimiter) + (random.bounded(2) ? "Loisir" : "");
        columns.push_back(nullptr);
    }
    bytes += style.lineEnd;
    for (int row = 0; row < rows; ++row) {
        const bool blank = random.bounded(40) == 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                bytes += style.delimiter;
            const QList<QByteArray> &values = valuesOf(columns[i] ? columns[i]->type : ColumnType::Text);
            const qsizetype pick =
                random.bounded(style.oddities) ? random.bounded(2) : random.bounded(int(values.size()));
            QByteArray cell = blank ? QByteArray() : values[pick];
            // So that not every row is the same contact.
            if (columns[i] && columns[i]->type == ColumnType::Email && pick == 0)
                cell = QByteArray::number(random.bounded(50)) + cell;
            bytes += written(random, cell, style);
        }
        if (random.bounded(60) == 0)
            bytes += QByteArray(1, style.delimiter) + (random.bounded(2) ? "x" : "");
        bytes += random.bounded(100) ? style.lineEnd : QByteArray("\r\n");
    }
    if (random.bounded(2))
        bytes.chop(style.lineEnd.size());
    return bytes;
}

} // namespace

class TestRowSieve : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameReport_data();
    void sameReport();
    void cancels();
};

void TestRowSieve::sameReport_data()
{
    QTest::addColumn<QString>("flowId");
    const auto catalog = FlowCatalog::load();
    for (const Flow &flow : catalog->flows())
        QTest::addRow("%s", qPrintable(flow.id)) << flow.id;
}

void TestRowSieve::sameReport()
{
    QFETCH(QString, flowId);
    QRandomGenerator random(static_cast<quint32>(qHash(flowId, 0)));
    qint64 rowsInAll = 0;
    qint64 valid = 0;
    for (int round = 0; round < 60; ++round) {
        FlowSettings settings;
        settings.deduplication = static_cast<Deduplication>(random.bounded(3));
        settings.phoneRegion = random.bounded(5) ? u"FR"_s : u"BE"_s;
        settings.matchingKey = static_cast<MatchingKey>(random.bounded(2));
        settings.customData = {{u"size"_s, {}, CustomField::Type::Text, 3},
                               {u"when"_s, {}, CustomField::Type::Date, {}},
                               {u"score"_s, {}, CustomField::Type::Decimal, {}}};
        const Flow flow = flowOf(flowId.toLatin1().constData());
        Style style;
        style.delimiter = random.bounded(4) ? ';' : ',';
        style.lineEnd = random.bounded(3) ? "\n" : random.bounded(2) ? "\r\n" : "\r";
        style.quoteAll = flow.dialect.quoteAll ? random.bounded(10) != 0 : random.bounded(4) == 0;
        style.oddities = 1 + random.bounded(200);
        QByteArray bytes = randomFile(random, configured(flow, settings), style, 1 + random.bounded(200));
        const int alphabet = random.bounded(4);
        if (alphabet == 0)
            bytes = QString::fromUtf8(bytes).toLatin1();
        else if (alphabet == 1)
            bytes = QByteArray("\xEF\xBB\xBF") + bytes;
        else if (alphabet == 2)
            bytes += "\xE9\x9D";
        CheckInput input = inputOf(bytes, flowId.toLatin1().constData(), settings);
        input.maxPlaces = random.bounded(3) ? 100 : random.bounded(4);

        const Report whole = checkedBy(input, {.threads = 1, .sieve = false});
        rowsInAll += whole.stats.rows;
        valid += whole.stats.validRows;
        for (const RowsOptions &options : {RowsOptions{1, 0, true}, RowsOptions{3, 1000, true},
                                           RowsOptions{2, 1 + random.bounded(300), true}, RowsOptions{2, 2000, false}})
            QCOMPARE(wholeText(checkedBy(input, options)), wholeText(whole));
    }
    QVERIFY(rowsInAll > 1000);
    QVERIFY(valid > 50);
}

void TestRowSieve::cancels()
{
    QByteArray bytes = "Email\n";
    for (int i = 0; i < 100'000; ++i)
        bytes += "a" + QByteArray::number(i) + "@example.org\n";
    CancelSource source;
    const CheckInput input = inputOf(bytes);
    int calls = 0;
    const JobControl job{[&](qint64, qint64) {
                             if (++calls == 3)
                                 source.cancel();
                         },
                         source.token()};
    const auto report = check(input, {.threads = 4, .chunkBytes = 10'000}, job);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(calls, 3);
}

QTEST_GUILESS_MAIN(TestRowSieve)
#include "tst_rowsieve.moc"
