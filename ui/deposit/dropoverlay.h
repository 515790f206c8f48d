// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace navette::ui
{

/// Shown over a page while files are dragged over it; lets everything through.
class DropOverlay final : public QWidget
{
    Q_OBJECT
public:
    DropOverlay(const QString &text, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace navette::ui
