// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportcalendar.h"

#include "style/text.h"
#include "style/widgets.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

namespace navette::ui
{
namespace
{

constexpr int squareHeight = 26;
constexpr int squareGap = 4;

Tone toneOf(ExportDayState state)
{
    switch (state) {
    case ExportDayState::Kept:
        return Tone::Ok;
    case ExportDayState::OnPlatform:
        return Tone::Info;
    case ExportDayState::Missing:
        return Tone::Bad;
    case ExportDayState::Expected:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString stateText(ExportDayState state)
{
    switch (state) {
    case ExportDayState::Kept:
        return ExportCalendar::tr("kept here");
    case ExportDayState::OnPlatform:
        return ExportCalendar::tr("on the platform");
    case ExportDayState::Missing:
        return ExportCalendar::tr("missing");
    case ExportDayState::Expected:
        return ExportCalendar::tr("not there yet");
    }
    return {};
}

} // namespace

class ExportCalendar::Days final : public QWidget
{
public:
    explicit Days(ExportCalendar *owner) : QWidget(owner), m_owner(owner)
    {
        setFixedHeight(squareHeight + 2);
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
    }
    void set(const std::vector<ExportDay> &days)
    {
        m_days = days;
        QStringList texts;
        for (const ExportDay &day : days)
            texts += QLocale().toString(day.day, QLocale::ShortFormat) + u' ' + stateText(day.state);
        setAccessibleDescription(texts.join(QStringLiteral(", ")));
        update();
    }
    void setCurrent(const QDate &day)
    {
        m_current = day;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(ui::font(TextStyle::Secondary));
        for (int i = 0; i < static_cast<int>(m_days.size()); ++i)
            paintDay(painter, m_days[static_cast<std::size_t>(i)], square(i));
    }
    void mousePressEvent(QMouseEvent *event) override { choose(indexAt(event->pos())); }
    void keyPressEvent(QKeyEvent *event) override
    {
        int current = static_cast<int>(m_days.size()) - 1;
        for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
            if (m_days[static_cast<std::size_t>(i)].day == m_current)
                current = i;
        }
        if (event->key() == Qt::Key_Left)
            choose(std::max(0, current - 1));
        else if (event->key() == Qt::Key_Right)
            choose(std::min(static_cast<int>(m_days.size()) - 1, current + 1));
        else
            QWidget::keyPressEvent(event);
    }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip) {
            const auto *help = static_cast<QHelpEvent *>(event);
            const int i = indexAt(help->pos());
            if (i >= 0) {
                const ExportDay &day = m_days[static_cast<std::size_t>(i)];
                QToolTip::showText(help->globalPos(),
                                   QLocale().toString(day.day, QLocale::LongFormat) + u'\n' +
                                       (day.toolTip.isEmpty() ? stateText(day.state) : day.toolTip),
                                   this);
            }
            return true;
        }
        return QWidget::event(event);
    }

private:
    void paintDay(QPainter &painter, const ExportDay &day, const QRectF &rect) const
    {
        const bool expected = day.state == ExportDayState::Expected;
        const bool chosen = day.day == m_current;
        QPen pen(Qt::NoPen);
        if (chosen)
            pen = QPen(color(ColorRole::Accent), 1.6);
        else if (expected)
            pen = QPen(color(ColorRole::Border), 1, Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(expected ? QBrush(Qt::NoBrush) : QBrush(toneTint(toneOf(day.state))));
        painter.drawRoundedRect(rect, 4, 4);
        painter.setPen(expected ? color(ColorRole::Muted) : toneColor(toneOf(day.state)));
        // A missing day is struck through, so that colour is not alone in saying so.
        QFont text = ui::font(TextStyle::Secondary);
        text.setStrikeOut(day.state == ExportDayState::Missing);
        painter.setFont(text);
        painter.drawText(rect, Qt::AlignCenter, QString::number(day.day.day()));
    }
    [[nodiscard]] QRectF square(int i) const
    {
        const double width = (double(this->width()) - squareGap * double(m_days.size() - 1)) / double(m_days.size());
        return {1 + i * (width + squareGap), 1, width - 2, squareHeight - 1.0};
    }
    [[nodiscard]] int indexAt(const QPoint &position) const
    {
        for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
            if (square(i).contains(position))
                return i;
        }
        return -1;
    }
    void choose(int i)
    {
        if (i >= 0 && i < static_cast<int>(m_days.size()))
            Q_EMIT m_owner->dayChosen(m_days[static_cast<std::size_t>(i)].day);
    }

    ExportCalendar *m_owner;
    std::vector<ExportDay> m_days;
    QDate m_current;
};

ExportCalendar::ExportCalendar(const QString &title, QWidget *parent)
    : QWidget(parent), m_summary(new Badge({}, Tone::Neutral, this)), m_days(new Days(this))
{
    m_days->setAccessibleName(title);
    m_days->setObjectName(QStringLiteral("days"));
    auto *surface = new Surface(this);
    surface->body()->setContentsMargins(metrics::medium, metrics::medium, metrics::medium, metrics::medium);
    auto *top = new QHBoxLayout;
    top->addWidget(new Label(title, TextStyle::Section, ColorRole::Text, surface));
    top->addStretch();
    top->addWidget(m_summary);
    surface->body()->addLayout(top);
    surface->body()->addWidget(m_days);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(surface);
}

void ExportCalendar::setDays(const std::vector<ExportDay> &days)
{
    m_days->set(days);
    const auto missing = [&days] {
        std::vector<QDate> dates;
        for (const ExportDay &day : days) {
            if (day.state == ExportDayState::Missing)
                dates.push_back(day.day);
        }
        return dates;
    }();
    if (missing.empty())
        m_summary->set(tr("complete"), Tone::Ok);
    else if (missing.size() == 1)
        m_summary->set(
            tr("%1 is missing").arg(QLocale().toString(missing.front(), tr("d MMM", "a day's short format"))),
            Tone::Bad);
    else
        m_summary->set(tr("%1 days are missing").arg(missing.size()), Tone::Bad);
}

void ExportCalendar::setCurrentDay(const QDate &day)
{
    m_days->setCurrent(day);
}

} // namespace navette::ui
