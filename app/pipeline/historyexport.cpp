// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/historyexport.h"

#include "csv/spreadsheet.h"

#include <QCoreApplication>

namespace navette
{
namespace
{

struct HistoryExport {
    Q_DECLARE_TR_FUNCTIONS(HistoryExport)
};

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
    std::vector<QStringList> rows;
    rows.reserve(records.size() + 1);
    rows.push_back({HistoryExport::tr("Deposited"), HistoryExport::tr("File"), HistoryExport::tr("Flow"),
                    HistoryExport::tr("Mode"), HistoryExport::tr("Contacts"), HistoryExport::tr("Bytes"),
                    HistoryExport::tr("Sent by"), HistoryExport::tr("State"), HistoryExport::tr("Ended"),
                    HistoryExport::tr("Name on the platform"), HistoryExport::tr("SHA-256"),
                    HistoryExport::tr("Message")});
    for (const DepositRecord &record : records) {
        const QDateTime &when = record.depositedAt.isValid() ? record.depositedAt : record.createdAt;
        rows.push_back({isoText(when), record.remoteName, record.flow, record.mode, countText(record.contacts),
                        countText(record.bytes), record.sentBy, label(record.state), isoText(record.endedAt),
                        record.platformName, record.sha256, record.message});
    }
    return csv::spreadsheetCsv(rows);
}

} // namespace navette
