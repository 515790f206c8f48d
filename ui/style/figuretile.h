// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/widgets.h"

namespace navette::ui
{

/// A number with its name, and what to compare it with.
class FigureTile final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureTile(const QString &name, QWidget *parent = nullptr);
    void set(const QString &figure, const QString &comparison = {}, Tone tone = Tone::Neutral);

private:
    QString m_name;
    Label *m_figure;
    Badge *m_comparison;
};

} // namespace navette::ui
