// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace navette::ui
{

/// A part of a whole: "iPhone14,2", 0.23.
struct Share {
    QString label;
    double fraction = 0; ///< 0 … 1
    bool operator==(const Share &) const = default;
};

struct ShareGroup {
    QString title; ///< may be empty
    std::vector<Share> shares;
    bool operator==(const ShareGroup &) const = default;
};

/// Shares as bars with their percentages, in titled groups.
class ShareBars final : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBars(QWidget *parent = nullptr);
    void setGroups(std::vector<ShareGroup> groups);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<ShareGroup> m_groups;
};

} // namespace navette::ui
