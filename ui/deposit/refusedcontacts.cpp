// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/refusedcontacts.h"

#include "base/safename.h"
#include "csv/spreadsheet.h"
#include "csv/writer.h"
#include "flows/flowcatalog.h"
#include "table/findingindex.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <string>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RefusedContacts)
};

QString reasonsFor(const FindingIndex &findings, qint64 rowNumber, int fields)
{
    QStringList reasons;
    for (int field = 1; field <= fields; ++field) {
        if (findings.tone(rowNumber, field) == Tone::Bad) {
            for (const QString &message : findings.messages(rowNumber, field)) {
                if (!reasons.contains(message))
                    reasons.append(message);
            }
        }
    }
    if (reasons.isEmpty())
        reasons = findings.messages(rowNumber, 0);
    // Reasons are kept for the first rows of each kind only; the row is refused all the same.
    return reasons.isEmpty() ? Words::tr("Refused") : reasons.join(u' ');
}

void appendRow(csv::Writer &writer, const std::vector<std::string> &texts)
{
    const std::vector<std::string_view> cells(texts.begin(), texts.end());
    writer.write(cells);
}

} // namespace

QString refusedContactsName(const QString &listName)
{
    const QString name = Words::tr("%1 – to correct.csv").arg(listName);
    return safeLocalName(name.toUtf8());
}

Result<qint64> saveRefusedContacts(const PreparedFile &file, const LocalPath &target, const JobControl &job)
{
    const auto notWritable = [&target](const QString &detail) {
        return fail(ErrorKind::NotWritable,
                    Words::tr("“%1” can’t be written there. Choose another folder.").arg(fileName(target)), detail);
    };
    QSaveFile out(QString::fromStdU16String(target.u16string()));
    if (!out.open(QIODevice::WriteOnly))
        return notWritable(out.errorString());
    const Flow flow = configured(file.input.flow, file.input.settings);
    const FindingIndex findings(file.report, flow, file.input.settings);
    csv::Dialect dialect;
    dialect.delimiter = ';';
    csv::Writer writer(dialect);
    qint64 written = 0;
    csv::Reader reader = file.file->reader();
    csv::Record record;
    out.write("\xEF\xBB\xBF");
    while (reader.next(record)) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        const bool header = record.number == 1;
        if (!header && !findings.isInvalid(record.number))
            continue;
        std::vector<std::string> texts;
        for (const csv::Cell &cell : record.cells)
            texts.push_back(csv::spreadsheetSafe(file.file->text(cell.text).toStdString()));
        if (header) {
            texts.push_back(Words::tr("Row").toStdString());
            texts.push_back(Words::tr("Why it was refused").toStdString());
        } else {
            // Short rows must not shift the two columns that we add.
            texts.resize(std::max<size_t>(texts.size(), static_cast<size_t>(file.report.labels.size())));
            texts.push_back(std::to_string(record.number));
            texts.push_back(reasonsFor(findings, record.number, static_cast<int>(record.cells.size())).toStdString());
            ++written;
        }
        appendRow(writer, texts);
        if (writer.buffer().size() > 1 << 16) {
            out.write(writer.buffer().data(), static_cast<qint64>(writer.buffer().size()));
            writer.clear();
        }
    }
    out.write(writer.buffer().data(), static_cast<qint64>(writer.buffer().size()));
    if (!out.commit())
        return notWritable(out.errorString());
    return written;
}

} // namespace navette::ui
