// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pageheader.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace navette::ui
{

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(title, TextStyle::PageTitle, ColorRole::Text, this))
    , m_subtitle(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_controls(new QHBoxLayout)
{
    m_title->setMinimumWidth(1);
    m_subtitle->setMinimumWidth(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_controls->setSpacing(metrics::medium);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0); // pages keep the distance to the edges
    layout->setSpacing(metrics::medium);
    layout->addLayout(words, 1);
    layout->addLayout(m_controls);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
}

void PageHeader::setPadded()
{
    layout()->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
}

void PageHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control, 0, Qt::AlignVCenter);
}

} // namespace navette::ui
