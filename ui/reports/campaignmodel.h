// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reporting/reportingdays.h"

#include <QAbstractTableModel>

namespace navette::ui
{

/// "EMAIL", "opened" → "Opened, e-mail"; forms that the specification does not name are shown as they are.
[[nodiscard]] QString reactionLabel(const QString &medium, const QString &reaction);

/// The campaigns of a day with their numbers of contacts per reaction.
class CampaignModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Campaign, Number, Opened, Clicked, Rate, Unsubscribed, SmsStop, FirstOther };

    using QAbstractTableModel::QAbstractTableModel;
    void setCampaigns(std::vector<CampaignFigures> campaigns);
    [[nodiscard]] const CampaignFigures &campaign(int row) const
    {
        return m_campaigns.at(static_cast<std::size_t>(row));
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString reactionOf(int column) const; ///< "EMAIL_opened"
    [[nodiscard]] qint64 contacts(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;
    std::vector<CampaignFigures> m_campaigns;
    QStringList m_others; ///< reactions present beyond the usual ones
    qint64 m_mostOpened = 0;
};

} // namespace navette::ui
