// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "board/cardface.h"

#include <QAbstractListModel>

#include <functional>

namespace navette::ui
{

/// The cards of one column. setCards() keeps every row whose card stays, so that selection and scroll position stay
/// with it and nothing flickers.
class BoardColumnModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        FactsRole = Qt::UserRole + 1,
        TimesRole,
        BadgeRole,
        BadgeToneRole, ///< Tone as int
        BadgeIconRole,
        IdentityRole,
    };
    using ContextOf = std::function<CardContext(const Card &)>;

    explicit BoardColumnModel(QObject *parent = nullptr);
    void setContextProvider(ContextOf contextOf) { m_contextOf = std::move(contextOf); }
    void setCards(const std::vector<Card> &cards);
    /// Ages go on, or an examination has ended: texts are asked for again.
    void refreshFaces();
    [[nodiscard]] const Card *card(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &identity) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeMissing(const std::vector<Card> &cards);
    std::vector<Card> m_cards;
    std::vector<QString> m_identities; ///< of m_cards, computed once
    ContextOf m_contextOf;
};

} // namespace navette::ui
