// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/daystrip.h"

#include "style/widgets.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace navette::ui
{
namespace
{

class DayCard final : public QAbstractButton
{
public:
    DayCard(DayCardFacts facts, QWidget *parent) : QAbstractButton(parent), m_facts(std::move(facts))
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(
            QStringList{title(), m_facts.line, m_facts.remaining, m_facts.badge}.join(QStringLiteral(", ")));
    }
    [[nodiscard]] QSize sizeHint() const override { return {132, 84}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
        const bool strong = isChecked() || hasFocus();
        painter.setPen(QPen(color(strong ? ColorRole::Accent : ColorRole::Border), strong ? 1.6 : 1));
        painter.setBrush(color(underMouse() ? ColorRole::Raised : ColorRole::Surface));
        painter.drawRoundedRect(frame, metrics::cardRadius, metrics::cardRadius);

        const QRect inner = rect().adjusted(metrics::medium, metrics::medium, -metrics::medium, -metrics::small);
        painter.setFont(ui::font(TextStyle::BodyStrong));
        painter.setPen(color(ColorRole::Text));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, title());
        if (!m_facts.badge.isEmpty()) {
            const QSize size = badgeSize(m_facts.badge, m_facts.badgeTone == Tone::Ok);
            paintBadge(painter, {inner.right() - size.width() + 1, inner.top() - 2}, m_facts.badge, m_facts.badgeTone,
                       m_facts.badgeTone == Tone::Ok);
        }
        painter.setFont(ui::font(TextStyle::Secondary));
        const int line = painter.fontMetrics().height() + 2;
        QRect below = inner.adjusted(0, 22, 0, 0);
        painter.setPen(color(ColorRole::Muted));
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(m_facts.line, Qt::ElideRight, below.width()));
        below.adjust(0, line, 0, 0);
        painter.setPen(color(m_facts.leavingSoon ? ColorRole::Warn : ColorRole::Muted));
        painter.drawText(below, int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, m_facts.remaining);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left)
            focusNextPrevChild(false);
        else if (event->key() == Qt::Key_Right)
            focusNextPrevChild(true);
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    [[nodiscard]] QString title() const { return QLocale().toString(m_facts.day, QStringLiteral("ddd d")); }
    DayCardFacts m_facts;
};

} // namespace

DayStrip::DayStrip(QWidget *parent) : QWidget(parent), m_buttons(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    setAccessibleName(tr("Days"));
}

void DayStrip::setDays(const std::vector<DayCardFacts> &days)
{
    if (days == m_days)
        return;
    m_days = days;
    for (QAbstractButton *button : m_buttons->buttons()) {
        m_buttons->removeButton(button);
        button->hide();
        button->deleteLater();
    }
    bool stillThere = false;
    for (const DayCardFacts &facts : m_days) {
        auto *card = new DayCard(facts, this);
        layout()->addWidget(card);
        m_buttons->addButton(card);
        card->setChecked(facts.day == m_current);
        stillThere = stillThere || facts.day == m_current;
        connect(card, &QAbstractButton::toggled, this, [this, day = facts.day](bool on) {
            if (on)
                choose(day);
        });
    }
    if (!stillThere && !m_days.empty())
        m_buttons->buttons().constLast()->setChecked(true);
}

void DayStrip::choose(const QDate &day)
{
    if (day == m_current)
        return;
    m_current = day;
    Q_EMIT currentDayChanged(day);
}

} // namespace navette::ui
