// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/messagemodel.h"

#include "style/delegates.h"
#include "style/text.h"

#include <QLocale>

#include <map>

namespace navette::ui
{

void MessageModel::setFigures(const std::vector<std::vector<MessageFigures>> &days)
{
    std::map<QString, MessageFigures> messages;
    for (const auto &day : days) {
        for (const MessageFigures &figures : day) {
            MessageFigures &sum =
                messages.try_emplace(figures.messageId, MessageFigures{.messageId = figures.messageId}).first->second;
            sum.messageName = figures.messageName;
            sum.messageType = figures.messageType;
            sum.targets += figures.targets;
            sum.bounces += figures.bounces;
            sum.sent += figures.sent;
            sum.reactions += figures.reactions;
        }
    }
    beginResetModel();
    m_messages.clear();
    for (auto &[id, figures] : messages)
        m_messages.push_back(std::move(figures));
    endResetModel();
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MessageFigures &message = m_messages[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(message, column);
    case SortRole:
        return sortValue(message, column);
    case SearchRole:
        return QString(message.messageName + u'\n' + message.messageType);
    case StrongRole:
        return column == Message;
    case Qt::ForegroundRole:
        return column == Type ? QVariant(color(ColorRole::Muted)) : QVariant();
    case Qt::TextAlignmentRole:
        return column > Type ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant MessageModel::sortValue(const MessageFigures &message, Column column) const
{
    switch (column) {
    case Message:
        return message.messageName;
    case Type:
        return message.messageType;
    case Targets:
        return message.targets;
    case Bounces:
        return message.bounces;
    case Sent:
        return message.sent;
    case Reactions:
        return message.reactions;
    case Rate:
        return message.sent == 0 ? -1.0 : double(message.reactions) / double(message.sent);
    case ColumnCount:
        break;
    }
    return {};
}

QString MessageModel::text(const MessageFigures &message, Column column) const
{
    const QVariant value = sortValue(message, column);
    if (column == Rate)
        return value.toDouble() < 0 ? QStringLiteral("–")
                                    : tr("%1 %", "percentage").arg(QLocale().toString(value.toDouble() * 100, 'f', 1));
    return column > Type ? numberText(value.toLongLong()) : value.toString();
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section > Type ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Message:
        return tr("Message");
    case Type:
        return tr("Type");
    case Targets:
        return tr("Targets");
    case Bounces:
        return tr("Bounces");
    case Sent:
        return tr("Sent");
    case Reactions:
        return tr("Reactions");
    case Rate:
        return tr("Rate");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace navette::ui
