// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QChartView>

#include <vector>

class QGraphicsSimpleTextItem;
class QLineSeries;

namespace navette::ui
{

/// One line or set of bars; `values` has one number per category.
struct ChartSeries {
    QString name;
    std::vector<double> values;
    ColorRole role = ColorRole::Accent;
    bool operator==(const ChartSeries &) const = default;
};

enum class ChartKind { Lines, Bars };

/// At most five series over a few categories (days), labelled directly, with exact values as tool tips.
class TrendChart final : public QChartView
{
    Q_OBJECT
public:
    explicit TrendChart(ChartKind kind, QWidget *parent = nullptr);
    void setData(const QStringList &categories, std::vector<ChartSeries> series);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addLines();
    void labelEnd(QLineSeries &line, const QColor &colour);
    void placeLabels();
    void addBars();
    void addAxes();
    ChartKind m_kind;
    QStringList m_categories;
    std::vector<ChartSeries> m_series;
    struct EndLabel {
        QLineSeries *line;
        QGraphicsSimpleTextItem *text; ///< owned by the chart
    };
    std::vector<EndLabel> m_labels;
};

/// Where a value axis from 0 ends and how far its ticks are apart: 1, 2 or 5 times a power of ten.
struct AxisScale {
    double end = 1;
    double step = 1;
    bool operator==(const AxisScale &) const = default;
};
[[nodiscard]] AxisScale axisScale(double largest);

} // namespace navette::ui
