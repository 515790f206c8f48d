// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/historyexport.h"

#include "csv/spreadsheet.h"
#include "csv/writer.h"

#include <QCoreApplication>

namespace navette
{
namespace
{

struct HistoryExport {
    Q_DECLARE_TR_FUNCTIONS(HistoryExport)
};

void writeRow(csv::Writer &writer, const QStringList &texts)
{
    std::vector<std::string> cells;
    cells.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString &text : texts)
        cells.push_back(csv::spreadsheetSafe(text.toStdString()));
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    writer.write(views);
}

QString isoText(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString();
}

QString countText(qint64 count)
{
    return count < 0 ? QString() : QString::number(count);
}

} // namespace

QByteArray historyCsv(const std::vector<DepositRecord> &records)
{
    csv::Writer writer({.encoding = csv::Encoding::Utf8, .lineEnding = csv::LineEnding::CrLf, .delimiter = ';'});
    writeRow(writer,
             {HistoryExport::tr("Deposited"), HistoryExport::tr("File"), HistoryExport::tr("Flow"),
              HistoryExport::tr("Mode"), HistoryExport::tr("Contacts"), HistoryExport::tr("Bytes"),
              HistoryExport::tr("Sent by"), HistoryExport::tr("State"), HistoryExport::tr("Ended"),
              HistoryExport::tr("Name on the platform"), HistoryExport::tr("SHA-256"), HistoryExport::tr("Message")});
    for (const DepositRecord &record : records) {
        const QDateTime &when = record.depositedAt.isValid() ? record.depositedAt : record.createdAt;
        writeRow(writer, {isoText(when), record.remoteName, record.flow, record.mode, countText(record.contacts),
                          countText(record.bytes), record.sentBy, label(record.state), isoText(record.endedAt),
                          record.platformName, record.sha256, record.message});
    }
    return QByteArray("\xEF\xBB\xBF") + QByteArray::fromStdString(writer.buffer());
}

} // namespace navette
