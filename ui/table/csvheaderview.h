// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace navette::ui
{

/// Headers of CsvTableView: column labels with a badge “was …” where a repair renames them, and row numbers.
class CsvHeaderView final : public QHeaderView
{
    Q_OBJECT
public:
    explicit CsvHeaderView(Qt::Orientation orientation, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    /// What the whole label and its badge need.
    [[nodiscard]] int labelWidth(int section) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void paintColumn(QPainter &painter, const QRect &rect, int section) const;
    void paintRow(QPainter &painter, const QRect &rect, int section) const;
    [[nodiscard]] QString badgeText(int section) const;
};

} // namespace navette::ui
