// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/modecards.h"

#include "style/painting.h"
#include "style/text.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace navette::ui
{

namespace
{

constexpr int radioSize = 16;
constexpr int padding = 14;
constexpr int textLeft = padding + radioSize + 12;

} // namespace

ModeCard::ModeCard(ImportMode mode, QWidget *parent) : QAbstractButton(parent), m_mode(mode)
{
    setText(label(mode));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(consequence(mode));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ModeCard::setSituation(bool inForce, bool pending, const QString &note)
{
    m_inForce = inForce;
    m_pending = pending;
    m_note = note;
    setChecked(inForce);
    setAccessibleDescription(words());
    updateGeometry();
    update();
}

QString ModeCard::words() const
{
    return m_note.isEmpty() ? consequence(m_mode) : consequence(m_mode) + u' ' + m_note;
}

int ModeCard::heightForWidth(int width) const
{
    const QFontMetrics metric(ui::font(TextStyle::Secondary));
    const QRect box =
        metric.boundingRect(QRect(0, 0, std::max(60, width - textLeft - padding), 1000), Qt::TextWordWrap, words());
    return 11 + 20 + box.height() + 13;
}

QSize ModeCard::sizeHint() const
{
    return {260, heightForWidth(260)};
}

void ModeCard::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.6);
    const QRectF box = QRectF(rect());
    const bool hovered = isEnabled() && underMouse();
    drawRounded(painter, box, color(m_inForce ? ColorRole::AccentTint : ColorRole::Surface),
                color(m_inForce ? ColorRole::Accent : (hovered ? ColorRole::Muted : ColorRole::Border)),
                metrics::cardRadius);
    QStyleOptionButton radio;
    radio.initFrom(this);
    radio.rect = QRect(padding, 12, radioSize, radioSize);
    radio.state = QStyle::State_Enabled | (m_inForce || m_pending ? QStyle::State_On : QStyle::State_Off);
    if (hovered)
        radio.state |= QStyle::State_MouseOver;
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);
    painter.setFont(ui::font(TextStyle::BodyStrong));
    painter.setPen(color(ColorRole::Text));
    painter.drawText(QRect(textLeft, 10, width() - textLeft - padding, 20), Qt::AlignVCenter, text());
    painter.setFont(ui::font(TextStyle::Secondary));
    painter.setPen(color(ColorRole::Muted));
    painter.drawText(QRect(textLeft, 31, width() - textLeft - padding, height() - 36), Qt::AlignTop | Qt::TextWordWrap,
                     words());
    if (showsFocus(*this))
        drawFocusRing(painter, box, metrics::cardRadius);
}

ModeCards::ModeCards(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Import mode"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    std::size_t at = 0;
    for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
        auto *card = new ModeCard(mode, this);
        m_cards.at(at++) = card;
        layout->addWidget(card, 1);
        connect(card, &QAbstractButton::clicked, this, [this, card, mode] {
            // What is shown as chosen is what the server has: a click alone changes nothing here.
            const bool wasInForce = !card->isChecked();
            card->setChecked(wasInForce);
            Q_EMIT chosen(mode);
        });
    }
}

ModeCard *ModeCards::card(ImportMode mode) const
{
    return m_cards.at(static_cast<std::size_t>(mode));
}

void ModeCards::setState(const std::optional<ImportModeState> &state, std::optional<ImportMode> pending)
{
    const auto inForce = state ? state->effective() : std::nullopt;
    for (ModeCard *card : m_cards) {
        const bool current = inForce == card->mode();
        const bool isPending = pending == card->mode();
        QString note;
        if (isPending)
            note = tr("Being set on the platform…");
        else if (current && state->markers.empty())
            note = tr("The platform does this as nothing else is set.");
        else if (current && state->changedSecs)
            note =
                tr("Set on the platform since %1.").arg(whenText(QDateTime::fromSecsSinceEpoch(*state->changedSecs)));
        else if (current)
            note = tr("Set on the platform now.");
        else if (state && state->conflict() && state->markers.count(card->mode()) > 0)
            note = tr("Also set on the platform.");
        card->setEnabled(state.has_value() && !pending);
        card->setSituation(current && !pending, isPending, note);
    }
}

void ModeCards::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : (event->key() == Qt::Key_Left ? -1 : 0);
    for (std::size_t i = 0; step != 0 && i < m_cards.size(); ++i) {
        const std::size_t next = i + static_cast<std::size_t>(step);
        if (m_cards.at(i)->hasFocus() && next < m_cards.size()) {
            m_cards.at(next)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace navette::ui
