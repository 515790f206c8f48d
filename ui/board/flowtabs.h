// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"

#include <QWidget>

#include <vector>

namespace navette::ui
{

/// The actions of a platform side by side, each with its count: "Import 5 · Opt-out EMAIL 1 SMS 3 …".
class FlowTabs final : public QWidget
{
    Q_OBJECT
public:
    struct Counts {
        int underWay = 0; ///< waiting, being processed, refused
        int failed = 0;
        bool operator==(const Counts &) const = default;
    };
    explicit FlowTabs(QWidget *parent = nullptr);
    void setFlows(const std::vector<Flow> &flows);
    void setCounts(const QString &flowId, const Counts &counts);
    void setCurrent(const QString &flowId);
    [[nodiscard]] QString current() const;
    [[nodiscard]] QRect tabRect(const QString &flowId) const; ///< for tests and the tour
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString &flowId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Tab {
        QString flowId;
        QString group; ///< written before the group's first tab: "Opt-out"
        QString text;
        QString title; ///< whole, for tooltips and screen readers
        Counts counts;
        QRect box;
        QRect groupBox;
    };
    void layOut();
    void keepCurrentInSight();
    [[nodiscard]] int tabAt(const QPoint &position) const;
    std::vector<Tab> m_tabs;
    int m_current = 0;
    int m_hovered = -1;
    int m_offset = 0;
    int m_total = 0;
};

} // namespace navette::ui
