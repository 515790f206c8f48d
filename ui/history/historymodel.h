// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowcatalog.h"
#include "journal/journal.h"

#include <QAbstractTableModel>

namespace navette::ui
{

/// The deposits of an account as a table.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, File, FlowTitle, Mode, Contacts, Size, SentBy, State, Ended, ColumnCount };

    explicit HistoryModel(const FlowCatalog &flows, QObject *parent = nullptr);

    void setRecords(std::vector<DepositRecord> records);
    [[nodiscard]] const std::vector<DepositRecord> &records() const { return m_records; }
    [[nodiscard]] const DepositRecord &record(int row) const { return m_records.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString flowTitleOf(const DepositRecord &record) const;
    [[nodiscard]] QString text(const DepositRecord &record, Column column) const;
    [[nodiscard]] QVariant sortValue(const DepositRecord &record, Column column) const;
    const FlowCatalog &m_flows;
    std::vector<DepositRecord> m_records;
};

} // namespace navette::ui
