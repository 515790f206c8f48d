// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/transferqueue.h"

#include <QAbstractListModel>

namespace navette::ui
{

/// The transfers, newest first.
class TransfersModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        StateRole,   ///< TransferState as int
        ShareRole,   ///< 0.0 … 1.0; negative: unknown
        StatusRole,  ///< "64 % · 3.1 MB/s · 2 s left", what it waits for, or how it ended
        TargetRole,  ///< "to Import · Acme France"
        UpwardsRole, ///< true: to the platform
    };
    explicit TransfersModel(TransferQueue &queue, QObject *parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] int rowOf(int id) const;
    void onAdded(int id);
    void onUpdated(int id);
    void onRemoved(int id);
    TransferQueue &m_queue;
    std::vector<Transfer> m_shown; ///< newest first; our own copy, so that rows and signals never disagree
};

/// "64 % · 3.1 MB/s · 2 s left", "waiting for its turn", "broken off, again in 8 s (try 3 of 8)", "done today 14:05",
/// or what went wrong.
[[nodiscard]] QString statusText(const Transfer &transfer);

} // namespace navette::ui
