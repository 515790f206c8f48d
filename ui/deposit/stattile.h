// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QWidget>

namespace navette::ui
{

/// A number with its word, on a small surface.
class StatTile final : public QWidget
{
    Q_OBJECT
public:
    explicit StatTile(QWidget *parent = nullptr);
    void set(qint64 number, const QString &caption, ColorRole role);
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_number = 0;
    QString m_caption;
    ColorRole m_role = ColorRole::Text;
};

} // namespace navette::ui
