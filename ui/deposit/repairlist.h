// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair/repair.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace navette::ui
{

/// The proposed repairs, each with a tick, its effect and an example before → after.
class RepairList final : public QWidget
{
    Q_OBJECT
public:
    explicit RepairList(QWidget *parent = nullptr);
    void set(const std::vector<ProposedRepair> &proposed, const std::set<RepairKind> &ticked);

Q_SIGNALS:
    void toggled(navette::RepairKind kind, bool on);

private:
    struct Row {
        RepairKind kind;
        QCheckBox *box;
    };
    void rebuild();
    [[nodiscard]] QWidget *makeRow(const ProposedRepair &repair);

    std::vector<ProposedRepair> m_proposed;
    std::vector<Row> m_rows;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace navette::ui
