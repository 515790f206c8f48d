// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/banner.h"

#include "style/icons.h"
#include "style/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <memory>

namespace navette::ui
{

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_sentence(new Label({}, TextStyle::Body, ColorRole::Text, this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_deeds = new QHBoxLayout;
    m_deeds->setSpacing(metrics::small);
    auto *copy = new Button(tr("Copy details"), ButtonKind::Quiet, {}, this);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_sentence->text() + u'\n' + m_detail); });
    m_copy = copy;
    auto *close = new Button({}, ButtonKind::Quiet, QStringLiteral("close"), this);
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QPushButton::clicked, this, &Banner::clear);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::tiny, metrics::tiny, metrics::tiny);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    layout->addLayout(m_deeds);
    layout->addWidget(m_copy);
    layout->addWidget(close);
    hide();
}

void Banner::show(Tone tone, const QString &sentence, const QString &detail)
{
    m_tone = tone;
    m_detail = detail;
    m_sentence->setText(sentence);
    m_copy->setVisible(!detail.isEmpty());
    removeDeeds();
    drawIcon();
    setAccessibleName(sentence);
    setVisible(true);
    update();
}

void Banner::offer(const QString &actionText, std::function<void()> action, Deed deed)
{
    auto *button = new Button(actionText, ButtonKind::Secondary, {}, this);
    button->setObjectName(QStringLiteral("bannerDeed"));
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action), deed] {
        if (deed == Deed::Clears)
            clear();
        action();
    });
    m_deeds->addWidget(button);
    button->show();
}

void Banner::removeDeeds()
{
    while (const std::unique_ptr<QLayoutItem> item{m_deeds->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->setParent(nullptr); // found by nobody any more
        item->widget()->deleteLater();
    }
}

void Banner::showError(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        show(Tone::Bad, error.message, error.detail);
}

void Banner::clear()
{
    setVisible(false);
}

void Banner::drawIcon()
{
    m_icon->setPixmap(iconPixmap(toneIconName(m_tone), toneColor(m_tone), metrics::iconSize, devicePixelRatioF()));
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneTint(m_tone));
    painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

} // namespace navette::ui
