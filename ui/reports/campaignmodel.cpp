// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/campaignmodel.h"

#include "style/delegates.h"
#include "style/text.h"

#include <QLocale>

namespace navette::ui
{

QString reactionLabel(const QString &medium, const QString &reaction)
{
    QString what = reaction;
    if (reaction == QStringLiteral("opened"))
        what = CampaignModel::tr("Opened");
    else if (reaction == QStringLiteral("clicked"))
        what = CampaignModel::tr("Clicked");
    else if (reaction == QStringLiteral("optout"))
        what = medium == QStringLiteral("EMAIL") ? CampaignModel::tr("Unsubscribed") : CampaignModel::tr("Stopped");
    return CampaignModel::tr("%1, %2", "reaction, medium: Opened, e-mail")
        .arg(what, medium == QStringLiteral("EMAIL") ? CampaignModel::tr("e-mail") : medium);
}

void CampaignModel::setCampaigns(std::vector<CampaignFigures> campaigns)
{
    beginResetModel();
    m_campaigns = std::move(campaigns);
    m_mostOpened = 0;
    m_others.clear();
    QStringList usual;
    for (int column = Opened; column < FirstOther; ++column)
        usual += reactionOf(column);
    for (const CampaignFigures &campaign : m_campaigns) {
        m_mostOpened = std::max(m_mostOpened, campaign.contacts.value(reactionOf(Opened)));
        for (const QString &reaction : campaign.contacts.keys()) {
            if (!usual.contains(reaction) && !m_others.contains(reaction))
                m_others += reaction;
        }
    }
    m_others.sort();
    endResetModel();
}

int CampaignModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_campaigns.size());
}

int CampaignModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstOther + static_cast<int>(m_others.size());
}

QString CampaignModel::reactionOf(int column) const
{
    switch (column) {
    case Opened:
        return QStringLiteral("EMAIL_opened");
    case Clicked:
        return QStringLiteral("EMAIL_clicked");
    case Unsubscribed:
        return QStringLiteral("EMAIL_optout");
    case SmsStop:
        return QStringLiteral("SMS_optout");
    case Campaign:
    case Number:
    case Rate:
        return {};
    default:
        return m_others.value(column - FirstOther);
    }
}

qint64 CampaignModel::contacts(int row, int column) const
{
    return campaign(row).contacts.value(reactionOf(column));
}

QVariant CampaignModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole:
        return sortValue(row, column);
    case SearchRole:
        return QString(campaign(row).campaignName + u'\n' + campaign(row).campaignId);
    case StrongRole:
        return column == Campaign;
    case BarRole:
        return column == Opened && m_mostOpened > 0 ? QVariant(double(contacts(row, column)) / double(m_mostOpened))
                                                    : QVariant();
    case Qt::ForegroundRole:
        return column == Number ? QVariant(color(ColorRole::Muted)) : QVariant();
    case Qt::TextAlignmentRole:
        return column > Opened ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant CampaignModel::sortValue(int row, int column) const
{
    if (column == Campaign || column == Number)
        return text(row, column);
    if (column == Rate) {
        const qint64 opened = contacts(row, Opened);
        return opened == 0 ? -1.0 : double(contacts(row, Clicked)) / double(opened);
    }
    return contacts(row, column);
}

QString CampaignModel::text(int row, int column) const
{
    const CampaignFigures &one = campaign(row);
    switch (column) {
    case Campaign:
        return one.campaignName.isEmpty() ? tr("All campaigns") : one.campaignName;
    case Number:
        return one.campaignId;
    case Rate: {
        const double rate = sortValue(row, Rate).toDouble();
        return rate < 0 ? QStringLiteral("–") : tr("%1 %", "percentage").arg(QLocale().toString(rate * 100, 'f', 1));
    }
    default:
        return numberText(contacts(row, column));
    }
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section > Opened ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Campaign:
        return tr("Campaign");
    case Number:
        return tr("Number");
    case Opened:
        return tr("Opened");
    case Clicked:
        return tr("Clicked");
    case Rate:
        return tr("Rate");
    case Unsubscribed:
        return tr("Unsubscribed");
    case SmsStop:
        return tr("SMS stop");
    default:
        return reactionLabel(reactionOf(section).section(u'_', 0, 0), reactionOf(section).section(u'_', 1));
    }
}

} // namespace navette::ui
