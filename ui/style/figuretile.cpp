// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/figuretile.h"

#include <QHBoxLayout>

namespace navette::ui
{

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_figure(new Label({}, TextStyle::PageTitle, ColorRole::Text, this))
    , m_comparison(new Badge({}, Tone::Neutral, this))
{
    auto *surface = new Surface(this);
    surface->body()->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    surface->body()->setSpacing(0);
    surface->body()->addWidget(new Label(name, TextStyle::Secondary, ColorRole::Muted, surface));
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addWidget(m_figure);
    line->addWidget(m_comparison, 0, Qt::AlignVCenter);
    line->addStretch();
    surface->body()->addLayout(line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(surface);
    set(QStringLiteral("–"));
}

void FigureTile::set(const QString &figure, const QString &comparison, Tone tone)
{
    m_figure->setText(figure);
    m_comparison->set(comparison, tone);
    m_comparison->setVisible(!comparison.isEmpty());
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_name, figure, comparison));
}

} // namespace navette::ui
