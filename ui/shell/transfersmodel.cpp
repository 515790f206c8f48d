// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transfersmodel.h"

#include "style/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace navette::ui
{

namespace
{

const Transfer *find(const TransferQueue &queue, int id)
{
    const auto &all = queue.transfers();
    const auto found = std::find_if(all.begin(), all.end(), [id](const Transfer &t) { return t.id == id; });
    return found == all.end() ? nullptr : &*found;
}

double shareOf(const Transfer &transfer)
{
    if (transfer.state == TransferState::Done)
        return 1;
    if (transfer.bytesTotal <= 0)
        return -1;
    return static_cast<double>(transfer.bytesDone) / static_cast<double>(transfer.bytesTotal);
}

QString runningText(const Transfer &transfer)
{
    QStringList parts;
    const double share = shareOf(transfer);
    if (share >= 0)
        parts << TransfersModel::tr("%1 %").arg(numberText(static_cast<qint64>(share * 100)));
    else
        parts << sizeText(transfer.bytesDone);
    if (transfer.bytesPerSecond > 0)
        parts << TransfersModel::tr("%1/s").arg(sizeText(static_cast<qint64>(transfer.bytesPerSecond)));
    if (const auto left = transfer.remaining())
        parts << TransfersModel::tr("%1 left").arg(durationText(left->count()));
    if (transfer.attempt > 1)
        parts << TransfersModel::tr("try %1 of %2").arg(transfer.attempt).arg(transfer.attempts);
    return parts.join(QStringLiteral(" · "));
}

QString waitingText(const Transfer &transfer)
{
    if (transfer.waitsForConnection)
        return transfer.attempt > 0 ? TransfersModel::tr("broken off, waits for the connection")
                                    : TransfersModel::tr("waits for the connection");
    const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(transfer.nextTryAt);
    return TransfersModel::tr("broken off, again in %1 (try %2 of %3)")
        .arg(durationText(std::max<qint64>(1, (left + 999) / 1000)))
        .arg(transfer.attempt + 1)
        .arg(transfer.attempts);
}

} // namespace

QString statusText(const Transfer &transfer)
{
    switch (transfer.state) {
    case TransferState::Queued:
        return TransfersModel::tr("waiting for its turn");
    case TransferState::Running:
        return runningText(transfer);
    case TransferState::Waiting:
        return waitingText(transfer);
    case TransferState::Done:
        return (transfer.direction == TransferDirection::Comparison ? TransfersModel::tr("the same on both sides, %1")
                                                                    : TransfersModel::tr("done %1"))
            .arg(whenText(transfer.endedAt));
    case TransferState::Failed:
        return transfer.error ? transfer.error->message : TransfersModel::tr("did not get through");
    case TransferState::Cancelled:
        // What is left of it is told.
        return transfer.error && *transfer.error != cancelledError() ? transfer.error->message
                                                                     : TransfersModel::tr("cancelled");
    }
    return {};
}

TransfersModel::TransfersModel(TransferQueue &queue, QObject *parent)
    : QAbstractListModel(parent), m_queue(queue), m_shown(queue.transfers().rbegin(), queue.transfers().rend())
{
    connect(&queue, &TransferQueue::added, this, &TransfersModel::onAdded);
    connect(&queue, &TransferQueue::updated, this, &TransfersModel::onUpdated);
    connect(&queue, &TransferQueue::removed, this, &TransfersModel::onRemoved);
}

int TransfersModel::rowOf(int id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [id](const Transfer &t) { return t.id == id; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void TransfersModel::onAdded(int id)
{
    const Transfer *transfer = find(m_queue, id);
    if (!transfer || rowOf(id) >= 0)
        return;
    beginInsertRows({}, 0, 0);
    m_shown.insert(m_shown.begin(), *transfer);
    endInsertRows();
}

void TransfersModel::onUpdated(int id)
{
    const Transfer *transfer = find(m_queue, id);
    const int row = rowOf(id);
    if (!transfer || row < 0)
        return;
    m_shown[static_cast<std::size_t>(row)] = *transfer;
    Q_EMIT dataChanged(index(row), index(row));
}

void TransfersModel::onRemoved(int id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_shown.erase(m_shown.begin() + row);
    endRemoveRows();
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Transfer &transfer = m_shown.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return transfer.name;
    case IdRole:
        return transfer.id;
    case StateRole:
        return static_cast<int>(transfer.state);
    case ShareRole:
        return shareOf(transfer);
    case StatusRole:
        return statusText(transfer);
    case TargetRole:
        return QStringList{transfer.target, transfer.account}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(" · "));
    case UpwardsRole:
        return transfer.direction == TransferDirection::ToPlatform;
    case Qt::ToolTipRole:
        return transfer.error ? transfer.error->message : exactWhenText(transfer.endedAt);
    case Qt::AccessibleTextRole:
        return tr("%1 %2: %3").arg(transfer.name, transfer.target, statusText(transfer));
    default:
        return {};
    }
}

} // namespace navette::ui
