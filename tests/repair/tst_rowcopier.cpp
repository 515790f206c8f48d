// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are copied in stretches come out as they would cell by cell.
#include "csv/writer.h"
#include "repair/rowcopier.h"
#include "validation/samples.h"

#include <QRandomGenerator>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

QByteArray randomFile(QRandomGenerator &random, const Flow &flow, char delimiter, bool quoteAll, const QByteArray &end)
{
    const QList<QByteArray> plain{
        "Durand", "",    "Zo\xC3\xA9", "12 rue de la Paix", "a;b",       "a,b", "\xC3\xA9t\xC3\xA9", "x", "2015-12-24",
        "\"",     "a b", " x",         "\xE2\x80\x99",      "\xC2\xA0y", "=1"};
    const QList<QByteArray> phones{"0612345678", "06 12 34 56 78", "+33612345678", "",
                                   "061",        "+3247012345",    "33612345678",  "0690123456"};
    const QList<QByteArray> dates{"31/12/1990", "1990-12-31", "", "x", "1990-12-31 10:11:12"};
    QList<int> types;
    QByteArray bytes;
    for (const Column &column : flow.columns) {
        if (random.bounded(4) == 0)
            continue;
        bytes += bytes.isEmpty() ? QByteArray() : QByteArray(1, delimiter);
        bytes += column.name.toUtf8();
        types += column.type == ColumnType::Phone                                         ? 1
                 : column.type == ColumnType::Date || column.type == ColumnType::DateTime ? 2
                                                                                          : 0;
    }
    for (const char *extra : {"Autre", ""}) {
        if (random.bounded(2)) {
            bytes += QByteArray(1, delimiter) + extra;
            types += 0;
        }
    }
    bytes += end;
    const int usual = random.bounded(2) ? 4 : int(plain.size());
    for (int row = 0; row < 40; ++row) {
        for (qsizetype i = 0; i < types.size(); ++i) {
            const QList<QByteArray> &values = types[i] == 1 ? phones : types[i] == 2 ? dates : plain;
            QByteArray cell = values[random.bounded(types[i] == 0 ? usual : int(values.size()))];
            if (quoteAll || cell.contains(delimiter) || cell.contains('"'))
                cell = '"' + cell.replace('"', "\"\"") + '"';
            bytes += (i > 0 ? QByteArray(1, delimiter) : QByteArray()) + cell;
        }
        if (random.bounded(30) == 0)
            bytes += delimiter;
        bytes += end;
    }
    return bytes;
}

} // namespace

class TestRowCopier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameBytes();
};

void TestRowCopier::sameBytes()
{
    QRandomGenerator random(11);
    qint64 copied = 0;
    qint64 changes = 0;
    const char *const flows[] = {"digitaleo/import", "accengage/updateDevices", "accengage/staticlist",
                                 "accengage/exportDevices"};
    for (int round = 0; round < 1500; ++round) {
        FlowSettings settings;
        settings.customData = {{u"when"_s, {}, CustomField::Type::Date, {}}, {u"t"_s, {}, CustomField::Type::Text, {}}};
        settings.phoneRegion = random.bounded(4) ? u"FR"_s : u"BE"_s;
        const char *flowId = flows[random.bounded(4)];
        const Flow flow = configured(flowOf(flowId), settings);
        const QByteArray end = random.bounded(2) ? "\n" : random.bounded(2) ? "\r\n" : "\r";
        QByteArray bytes = randomFile(random, flow, random.bounded(2) ? ';' : ',', random.bounded(2) == 0, end);
        if (random.bounded(3) == 0)
            bytes = QString::fromUtf8(bytes).toLatin1();
        if (random.bounded(2))
            bytes.chop(end.size());
        const CheckInput input = inputOf(bytes, flowId, settings);
        std::set<RepairKind> repairs;
        for (const RepairKind kind :
             {RepairKind::Encoding, RepairKind::LineEndings, RepairKind::Delimiter, RepairKind::Quoting,
              RepairKind::RenameColumns, RepairKind::RemoveColumns, RepairKind::TrimSpaces, RepairKind::FitRowLength,
              RepairKind::ControlCharacters, RepairKind::PhoneFormat, RepairKind::DateFormat}) {
            if (random.bounded(2))
                repairs.insert(kind);
        }
        const RepairPlan plan(input, repairs);
        CellRepairer cells(plan.source, plan.dialect.encoding, plan.flow, settings, plan.repairs);
        CellRepairer slow(plan.source, plan.dialect.encoding, plan.flow, settings, plan.repairs);
        RowCopier copier(*input.file, plan, cells);
        if (!copier.isUsable())
            continue;
        csv::Reader reader = input.file->reader();
        csv::Record record;
        csv::StructureScanner scanner(input.file->bytes(), input.file->dialect(), copier.oddBytes());
        csv::RecordRun run;
        while (scanner.next(run)) {
            csv::RunWalker walker(run);
            csv::ScannedRow row;
            while (walker.next(row)) {
                QVERIFY(reader.next(record));
                std::string out = "before";
                qint64 changed = 0;
                if (record.number == 1)
                    continue;
                if (!copier.append(row, out, changed)) {
                    QCOMPARE(out, std::string("before"));
                    continue;
                }
                ++copied;
                changes += changed;
                QCOMPARE(record.cells.size(), plan.columns.size());
                csv::Writer writer(plan.dialect);
                writer.clear();
                std::vector<std::string> texts;
                qint64 expectedChanges = 0;
                for (std::size_t i = 0; i < record.cells.size(); ++i) {
                    if (!plan.columns[i].kept)
                        continue;
                    texts.emplace_back();
                    const auto outcome = slow.repair(record.cells[i].text, plan.columns[i].column, texts.back());
                    QVERIFY(!outcome.obstacle);
                    expectedChanges += outcome.changed;
                }
                const std::vector<std::string_view> views(texts.begin(), texts.end());
                writer.write(views);
                QCOMPARE(QByteArray::fromStdString(out.substr(6) + std::string(writer.lineEnd())),
                         QByteArray::fromStdString(writer.buffer()));
                QCOMPARE(changed, expectedChanges);
            }
            if (scanner.isIrregular()) {
                QVERIFY(reader.next(record));
                scanner.resumeAt(reader.bytesRead());
            }
        }
    }
    QVERIFY(copied > 2000);
    QVERIFY(changes > 500);
}

QTEST_GUILESS_MAIN(TestRowCopier)
#include "tst_rowcopier.moc"
