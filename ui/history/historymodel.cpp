// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"

#include "pipeline/importmode.h"
#include "style/delegates.h"
#include "style/states.h"
#include "style/text.h"

namespace navette::ui
{
namespace
{

bool isNumber(int column)
{
    return column == HistoryModel::Contacts || column == HistoryModel::Size;
}

QDateTime depositTime(const DepositRecord &record)
{
    return record.depositedAt.isValid() ? record.depositedAt : record.createdAt;
}

QString modeText(const DepositRecord &record)
{
    const auto mode = importModeFromKey(record.mode);
    return mode ? label(*mode) : QString();
}

} // namespace

HistoryModel::HistoryModel(const FlowCatalog &flows, QObject *parent) : QAbstractTableModel(parent), m_flows(flows) {}

void HistoryModel::setRecords(std::vector<DepositRecord> records)
{
    if (records == m_records)
        return;
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

QString HistoryModel::flowTitleOf(const DepositRecord &record) const
{
    const Flow *flow = m_flows.find(record.flow);
    return flow ? flowTitle(*flow) : record.flow;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DepositRecord &entry = record(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case SortRole:
        return sortValue(entry, column);
    case SearchRole:
        return QStringList{entry.remoteName,   entry.sourceFile, entry.platformName,
                           flowTitleOf(entry), entry.sentBy,     label(entry.state)}
            .join(u'\n');
    case ToneRole:
        return column == State ? QVariant(static_cast<int>(toneOf(entry.state))) : QVariant();
    case StrongRole:
        return column == File;
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (column == When)
            return exactWhenText(depositTime(entry));
        return column == State && !entry.message.isEmpty() ? entry.message : QVariant();
    default:
        return {};
    }
}

QString HistoryModel::text(const DepositRecord &entry, Column column) const
{
    switch (column) {
    case When:
        return whenText(depositTime(entry));
    case File:
        return entry.remoteName;
    case FlowTitle:
        return flowTitleOf(entry);
    case Mode:
        return modeText(entry);
    case Contacts:
        return entry.contacts < 0 ? QString() : numberText(entry.contacts);
    case Size:
        return entry.bytes < 0 ? QString() : sizeText(entry.bytes);
    case SentBy:
        return entry.sentBy;
    case State:
        return label(entry.state);
    case Ended:
        return entry.endedAt.isValid() ? whenText(entry.endedAt) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HistoryModel::sortValue(const DepositRecord &entry, Column column) const
{
    switch (column) {
    case When:
        return entry.id; // the order in which they were made, also where the clock was set back
    case Ended:
        return entry.endedAt;
    case Contacts:
        return entry.contacts;
    case Size:
        return entry.bytes;
    case File:
    case FlowTitle:
    case Mode:
    case SentBy:
    case State:
    case ColumnCount:
        break;
    }
    return text(entry, column);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case When:
        return tr("Deposited");
    case File:
        return tr("File");
    case FlowTitle:
        return tr("Flow");
    case Mode:
        return tr("Mode");
    case Contacts:
        return tr("Contacts");
    case Size:
        return tr("Size");
    case SentBy:
        return tr("Sent by");
    case State:
        return tr("State");
    case Ended:
        return tr("Ended");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace navette::ui
