// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/flowtabs.h"

#include "style/painting.h"
#include "style/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int tabPadding = 12;
constexpr int countGap = 8;
constexpr int groupGap = 16;

/// "digitaleo/optoutSMS" → "Opt-out" and "SMS"; other flows stand alone under their title.
struct Naming {
    QString group;
    QString text;
};

Naming namingOf(const Flow &flow)
{
    const QString name = flow.id.section(u'/', 1);
    if (name == "import"_L1)
        return {{}, FlowTabs::tr("Import")};
    if (name == "delete"_L1)
        return {{}, FlowTabs::tr("Delete")};
    if (name.startsWith("optout"_L1))
        return {FlowTabs::tr("Opt-out"), name.mid(6)};
    if (name.startsWith("optin"_L1))
        return {FlowTabs::tr("Opt-in"), name.mid(5)};
    return {{}, flowTitle(flow)};
}

/// As people use them: bringing contacts first, taking them away last.
int rankOf(const Flow &flow)
{
    const QString name = flow.id.section(u'/', 1);
    if (name.startsWith("optout"_L1))
        return 1;
    if (name.startsWith("optin"_L1))
        return 2;
    return name == "delete"_L1 ? 3 : 0;
}

} // namespace

FlowTabs::FlowTabs(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Actions"));
}

void FlowTabs::setFlows(const std::vector<Flow> &flows)
{
    std::vector<Flow> sorted = flows;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Flow &a, const Flow &b) { return rankOf(a) < rankOf(b); });
    m_tabs.clear();
    QString lastGroup;
    for (const Flow &flow : sorted) {
        const Naming naming = namingOf(flow);
        m_tabs.push_back({.flowId = flow.id,
                          .group = naming.group == lastGroup ? QString() : naming.group,
                          .text = naming.text,
                          .title = flowTitle(flow),
                          .counts = {},
                          .box = {},
                          .groupBox = {}});
        lastGroup = naming.group;
    }
    m_current = 0;
    layOut();
}

void FlowTabs::setCounts(const QString &flowId, const Counts &counts)
{
    for (Tab &tab : m_tabs) {
        if (tab.flowId == flowId && !(tab.counts == counts)) {
            tab.counts = counts;
            layOut();
        }
    }
}

QString FlowTabs::current() const
{
    return m_tabs.empty() ? QString() : m_tabs[static_cast<std::size_t>(m_current)].flowId;
}

void FlowTabs::setCurrent(const QString &flowId)
{
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs[i].flowId != flowId || static_cast<int>(i) == m_current)
            continue;
        m_current = static_cast<int>(i);
        setAccessibleDescription(m_tabs[i].title);
        layOut();
        Q_EMIT currentChanged(flowId);
        return;
    }
}

QRect FlowTabs::tabRect(const QString &flowId) const
{
    for (const Tab &tab : m_tabs) {
        if (tab.flowId == flowId)
            return tab.box.translated(-m_offset, 0);
    }
    return {};
}

void FlowTabs::layOut()
{
    const QFontMetrics plain(ui::font(TextStyle::Body));
    const QFontMetrics strong(ui::font(TextStyle::BodyStrong));
    const QFontMetrics small(ui::font(TextStyle::Secondary));
    int x = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        Tab &tab = m_tabs[i];
        tab.groupBox = {};
        if (!tab.group.isEmpty()) {
            x += groupGap;
            const int width = small.horizontalAdvance(tab.group);
            tab.groupBox = {x, 0, width, metrics::controlHeight};
            x += width + 6;
            grouped = true;
        } else if (grouped && !tab.flowId.contains("/opt"_L1)) {
            x += groupGap;
        }
        const bool on = static_cast<int>(i) == m_current;
        int width = (on ? strong : plain).horizontalAdvance(tab.text) + 2 * tabPadding;
        if (tab.counts.underWay > 0)
            width += countGap + strong.horizontalAdvance(numberText(tab.counts.underWay));
        tab.box = {x, 0, width, metrics::controlHeight};
        x += width + 2;
    }
    m_total = x;
    keepCurrentInSight();
    updateGeometry();
    update();
}

void FlowTabs::keepCurrentInSight()
{
    if (m_tabs.empty())
        return;
    const QRect box = m_tabs[static_cast<std::size_t>(m_current)].box;
    if (box.right() - m_offset > width())
        m_offset = box.right() - width();
    if (box.left() < m_offset)
        m_offset = box.left();
    m_offset = std::clamp(m_offset, 0, std::max(0, m_total - width()));
}

QSize FlowTabs::sizeHint() const
{
    return {m_total, metrics::controlHeight};
}

QSize FlowTabs::minimumSizeHint() const
{
    return {100, metrics::controlHeight};
}

void FlowTabs::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.translate(-m_offset, 0);
    for (int i = 0; i < static_cast<int>(m_tabs.size()); ++i) {
        const Tab &tab = m_tabs[static_cast<std::size_t>(i)];
        const bool on = i == m_current;
        if (!tab.group.isEmpty()) {
            painter.setFont(ui::font(TextStyle::Secondary));
            painter.setPen(color(ColorRole::Muted));
            painter.drawText(tab.groupBox, Qt::AlignVCenter, tab.group);
        }
        if (on) {
            drawRounded(painter, tab.box, color(ColorRole::Surface), color(ColorRole::Border), metrics::controlRadius);
        } else if (i == m_hovered) {
            QColor tint = color(ColorRole::Muted);
            tint.setAlphaF(0.09F);
            drawRounded(painter, tab.box, tint, {}, metrics::controlRadius);
        }
        painter.setFont(ui::font(on ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(color(on ? ColorRole::Text : ColorRole::Muted));
        const QRect textBox = tab.box.adjusted(tabPadding, 0, -tabPadding, 0);
        painter.drawText(textBox, Qt::AlignVCenter | Qt::AlignLeft, tab.text);
        if (tab.counts.underWay > 0) {
            const bool failed = tab.counts.failed > 0;
            painter.setFont(ui::font(failed ? TextStyle::BodyStrong : TextStyle::Secondary));
            painter.setPen(color(failed ? ColorRole::Bad : ColorRole::Muted));
            painter.drawText(textBox, Qt::AlignVCenter | Qt::AlignRight, numberText(tab.counts.underWay));
        }
        if (on && showsFocus(*this))
            drawFocusRing(painter, tab.box, metrics::controlRadius);
    }
}

int FlowTabs::tabAt(const QPoint &position) const
{
    for (int i = 0; i < static_cast<int>(m_tabs.size()); ++i) {
        if (m_tabs[static_cast<std::size_t>(i)].box.translated(-m_offset, 0).contains(position))
            return i;
    }
    return -1;
}

void FlowTabs::mousePressEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->position().toPoint());
    if (tab >= 0)
        setCurrent(m_tabs[static_cast<std::size_t>(tab)].flowId);
}

void FlowTabs::mouseMoveEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->position().toPoint());
    if (tab != m_hovered) {
        m_hovered = tab;
        update();
    }
}

void FlowTabs::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void FlowTabs::keyPressEvent(QKeyEvent *event)
{
    int wanted = m_current;
    if (event->key() == Qt::Key_Left)
        --wanted;
    else if (event->key() == Qt::Key_Right)
        ++wanted;
    else {
        QWidget::keyPressEvent(event);
        return;
    }
    if (wanted >= 0 && wanted < static_cast<int>(m_tabs.size()))
        setCurrent(m_tabs[static_cast<std::size_t>(wanted)].flowId);
}

void FlowTabs::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const int before = m_offset;
    m_offset = std::clamp(m_offset - (turn.x() != 0 ? turn.x() : turn.y()) / 2, 0, std::max(0, m_total - width()));
    if (m_offset != before)
        update();
    event->accept();
}

void FlowTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepCurrentInSight();
}

bool FlowTabs::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = tabAt(help->pos());
        if (at < 0) {
            QToolTip::hideText();
            return true;
        }
        const Tab &tab = m_tabs[static_cast<std::size_t>(at)];
        QString text = tab.title;
        if (tab.counts.failed > 0)
            text += u'\n' + tr("%n file(s) refused", nullptr, tab.counts.failed);
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace navette::ui
