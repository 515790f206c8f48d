// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumnmodel.h"

#include "style/text.h"

#include <QSet>

#include <algorithm>

namespace navette::ui
{

BoardColumnModel::BoardColumnModel(QObject *parent) : QAbstractListModel(parent) {}

void BoardColumnModel::removeMissing(const std::vector<Card> &cards)
{
    QSet<QString> wanted;
    wanted.reserve(static_cast<qsizetype>(cards.size()));
    for (const Card &card : cards)
        wanted.insert(card.identity());
    int row = rowCount() - 1;
    while (row >= 0) {
        if (wanted.contains(m_identities[static_cast<std::size_t>(row)])) {
            --row;
            continue;
        }
        // Neighbours that go together are one removal: a purge of thousands is a few signals.
        const int last = row;
        while (row > 0 && !wanted.contains(m_identities[static_cast<std::size_t>(row - 1)]))
            --row;
        beginRemoveRows({}, row, last);
        m_cards.erase(m_cards.begin() + row, m_cards.begin() + last + 1);
        m_identities.erase(m_identities.begin() + row, m_identities.begin() + last + 1);
        endRemoveRows();
        --row;
    }
}

void BoardColumnModel::setCards(const std::vector<Card> &cards)
{
    removeMissing(cards);
    if (m_cards.empty()) {
        if (cards.empty())
            return;
        beginInsertRows({}, 0, static_cast<int>(cards.size()) - 1);
        m_cards = cards;
        m_identities.clear();
        for (const Card &card : cards)
            m_identities.push_back(card.identity());
        endInsertRows();
        return;
    }
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const QString identity = cards[i].identity();
        const int row = static_cast<int>(i);
        if (i < m_cards.size() && m_identities[i] == identity) {
            if (!(m_cards[i] == cards[i])) {
                m_cards[i] = cards[i];
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        const auto begin = m_identities.begin() + static_cast<std::ptrdiff_t>(std::min(i, m_identities.size()));
        const auto found = std::find(begin, m_identities.end(), identity);
        if (found == m_identities.end()) {
            beginInsertRows({}, row, row);
            m_cards.insert(m_cards.begin() + row, cards[i]);
            m_identities.insert(m_identities.begin() + row, identity);
            endInsertRows();
            continue;
        }
        const int from = static_cast<int>(found - m_identities.begin());
        beginMoveRows({}, from, from, {}, row);
        std::rotate(m_cards.begin() + row, m_cards.begin() + from, m_cards.begin() + from + 1);
        std::rotate(m_identities.begin() + row, m_identities.begin() + from, m_identities.begin() + from + 1);
        endMoveRows();
        m_cards[i] = cards[i];
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (m_cards.size() > cards.size()) { // the same identity twice in the old cards
        beginRemoveRows({}, static_cast<int>(cards.size()), rowCount() - 1);
        m_cards.resize(cards.size());
        m_identities.resize(cards.size());
        endRemoveRows();
    }
}

void BoardColumnModel::refreshFaces()
{
    if (!m_cards.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const Card *BoardColumnModel::card(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this || index.row() >= rowCount())
        return nullptr;
    return &m_cards[static_cast<std::size_t>(index.row())];
}

QModelIndex BoardColumnModel::indexOf(const QString &identity) const
{
    const auto found = std::find(m_identities.begin(), m_identities.end(), identity);
    return found == m_identities.end() ? QModelIndex() : index(static_cast<int>(found - m_identities.begin()));
}

int BoardColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant BoardColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Card &card = m_cards[row];
    if (role == IdentityRole)
        return m_identities[row];
    const CardFace face =
        faceOf(card, m_contextOf ? m_contextOf(card) : CardContext{}, QDateTime::currentDateTimeUtc());
    switch (role) {
    case Qt::DisplayRole:
        return face.title;
    case FactsRole:
        return face.facts;
    case TimesRole:
        return face.times;
    case BadgeRole:
        return face.badge;
    case BadgeToneRole:
        return static_cast<int>(face.badgeTone);
    case BadgeIconRole:
        return face.badgeIcon;
    case Qt::ToolTipRole:
        return QStringList{card.fileName, exactWhenText(card.depositedAt)}.join(u'\n').trimmed();
    case Qt::AccessibleTextRole:
        return QStringList{face.title, label(card.column), face.badge, face.facts, face.times}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace navette::ui
