// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/widgets.h"

class QHBoxLayout;

namespace navette::ui
{

/// Title, subtitle, and at the right the page's controls.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    void addControl(QWidget *control);
    /// With the distance to the page's edges, for pages whose content goes from edge to edge.
    void setPadded();

private:
    Label *m_title;
    Label *m_subtitle;
    QHBoxLayout *m_controls;
};

} // namespace navette::ui
