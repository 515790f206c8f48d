// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/trendchart.h"

#include "style/text.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLineSeries>
#include <QToolTip>

#include <cmath>

namespace navette::ui
{
namespace
{

QString tickText(double value)
{
    if (value >= 1'000'000)
        return TrendChart::tr("%1 M").arg(QLocale().toString(value / 1'000'000, 'g', 3));
    if (value >= 10'000)
        return TrendChart::tr("%1k").arg(QLocale().toString(value / 1'000, 'g', 4));
    return QLocale().toString(value, 'f', 0);
}

void styleAxis(QAbstractAxis &axis, bool withGrid)
{
    axis.setLabelsFont(ui::font(TextStyle::Secondary));
    axis.setLabelsColor(color(ColorRole::Muted));
    axis.setGridLineVisible(withGrid);
    axis.setGridLineColor(color(ColorRole::Border));
    axis.setLineVisible(false);
}

} // namespace

AxisScale axisScale(double largest)
{
    if (largest <= 0)
        return {};
    const double rough = largest / 3;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double mantissa = rough / power;
    const double step = std::max(1.0, power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10));
    return {.end = std::ceil(largest / step) * step, .step = step};
}

TrendChart::TrendChart(ChartKind kind, QWidget *parent) : QChartView(parent), m_kind(kind)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({metrics::small, metrics::tiny, metrics::small, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setMinimumHeight(160);
    connect(chart(), &QChart::plotAreaChanged, this, &TrendChart::placeLabels);
}

void TrendChart::setData(const QStringList &categories, std::vector<ChartSeries> series)
{
    if (categories == m_categories && series == m_series)
        return;
    m_categories = categories;
    m_series = std::move(series);
    QStringList summary;
    for (const ChartSeries &one : m_series) {
        QStringList values;
        for (std::size_t i = 0; i < one.values.size() && i < static_cast<std::size_t>(m_categories.size()); ++i)
            values += m_categories.at(qsizetype(i)) + u' ' + numberText(qRound64(one.values[i]));
        summary += one.name + QStringLiteral(": ") + values.join(QStringLiteral(", "));
    }
    setAccessibleDescription(summary.join(u'\n'));
    rebuild();
}

void TrendChart::rebuild()
{
    for (const EndLabel &end : m_labels)
        delete end.text;
    m_labels.clear();
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        axis->deleteLater();
    }
    if (m_categories.isEmpty() || m_series.empty())
        return;
    if (m_kind == ChartKind::Lines)
        addLines();
    else
        addBars();
    addAxes();
    // The plot area is laid out after this returns.
    QMetaObject::invokeMethod(this, &TrendChart::placeLabels, Qt::QueuedConnection);
}

void TrendChart::addLines()
{
    for (const ChartSeries &one : m_series) {
        auto *line = new QLineSeries(chart());
        line->setName(one.name);
        line->setPen(QPen(color(one.role), 2));
        line->setPointsVisible(true);
        line->setMarkerSize(3);
        for (std::size_t i = 0; i < one.values.size(); ++i)
            line->append(double(i), one.values[i]);
        connect(line, &QLineSeries::hovered, this, [this, name = one.name](const QPointF &point, bool entered) {
            const int day = qBound(0, qRound(point.x()), int(m_categories.size()) - 1);
            if (entered)
                QToolTip::showText(QCursor::pos(),
                                   tr("%1, %2: %3").arg(name, m_categories.at(day), numberText(qRound64(point.y()))),
                                   this);
        });
        chart()->addSeries(line);
        labelEnd(*line, color(one.role));
    }
}

// Labelled at its end instead of by a legend.
void TrendChart::labelEnd(QLineSeries &line, const QColor &colour)
{
    auto *label = new QGraphicsSimpleTextItem(line.name(), chart());
    label->setFont(ui::font(TextStyle::BodyStrong));
    label->setBrush(colour);
    m_labels.push_back({&line, label});
}

void TrendChart::placeLabels()
{
    for (const EndLabel &end : m_labels) {
        const QPointF point = chart()->mapToPosition(end.line->at(end.line->count() - 1), end.line);
        end.text->setPos(point + QPointF(metrics::small, -end.text->boundingRect().height() / 2));
    }
}

void TrendChart::addBars()
{
    auto *bars = new QBarSeries(chart());
    bars->setBarWidth(0.7);
    for (const ChartSeries &one : m_series) {
        auto *set = new QBarSet(one.name, bars);
        set->setColor(color(one.role));
        set->setBorderColor(Qt::transparent);
        for (const double value : one.values)
            set->append(value);
        connect(set, &QBarSet::hovered, this, [this, set](bool entered, int day) {
            if (entered)
                QToolTip::showText(
                    QCursor::pos(),
                    tr("%1, %2: %3").arg(set->label(), m_categories.value(day), numberText(qRound64(set->at(day)))),
                    this);
        });
        bars->append(set);
    }
    chart()->addSeries(bars);
    // Bars have no free end to stand beside.
    chart()->legend()->setAlignment(Qt::AlignTop);
    chart()->legend()->setFont(ui::font(TextStyle::BodyStrong));
    chart()->legend()->setLabelColor(color(ColorRole::Text));
    chart()->legend()->show();
}

void TrendChart::addAxes()
{
    double largest = 0;
    for (const ChartSeries &one : m_series) {
        for (const double value : one.values)
            largest = std::max(largest, value);
    }
    const AxisScale scale = axisScale(largest);
    auto *values = new QCategoryAxis(chart());
    values->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    values->setRange(0, scale.end);
    values->setStartValue(0);
    for (double tick = 0; tick <= scale.end + scale.step / 2; tick += scale.step)
        values->append(tickText(tick), tick);
    styleAxis(*values, true);
    chart()->addAxis(values, Qt::AlignLeft);

    QAbstractAxis *days = nullptr;
    if (m_kind == ChartKind::Bars) {
        auto *axis = new QBarCategoryAxis(chart());
        axis->append(m_categories);
        days = axis;
    } else {
        auto *axis = new QCategoryAxis(chart());
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        // Room at the right for the labels of the lines.
        axis->setRange(-0.3, double(m_categories.size()) - 1 + std::max(0.6, double(m_categories.size()) * 0.16));
        for (qsizetype i = 0; i < m_categories.size(); ++i)
            axis->append(m_categories.at(i), double(i));
        days = axis;
    }
    styleAxis(*days, false);
    chart()->addAxis(days, Qt::AlignBottom);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(values);
        series->attachAxis(days);
    }
}

void TrendChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace navette::ui
