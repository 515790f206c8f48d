// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reporting/exports.h"

#include <QAbstractTableModel>

namespace navette::ui
{

/// Messages with their figures, added up over days (accengage.md, Exports).
class MessageModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Message, Type, Targets, Bounces, Sent, Reactions, Rate, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// Figures of several days; those of one message are added up.
    void setFigures(const std::vector<std::vector<MessageFigures>> &days);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant sortValue(const MessageFigures &message, Column column) const;
    [[nodiscard]] QString text(const MessageFigures &message, Column column) const;
    std::vector<MessageFigures> m_messages;
};

} // namespace navette::ui
