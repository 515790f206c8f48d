// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace navette::ui
{

/// Draws cards; all have one height, so that thousands cost nothing to lay out.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// One column of cards: under them what would appear here, or the place to drop files.
class CardList final : public QListView
{
    Q_OBJECT
public:
    explicit CardList(QWidget *parent = nullptr);
    void setEmptyText(const QString &text);
    /// The rest of the column invites to drop; a click there asks for files.
    void setDropZone(const QString &text);
    void setDropHighlighted(bool highlighted); ///< while files hover over the board
    void setLoading(bool loading);             ///< shapes of cards until the first answer

Q_SIGNALS:
    void dropZoneClicked();
    void leftRequested(); ///< arrow keys go to the neighbour column
    void rightRequested();
    void opened(const QModelIndex &index); ///< Return or double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QRect freePlace() const;
    QString m_emptyText;
    QString m_dropText;
    bool m_highlighted = false;
    bool m_loading = false;
};

} // namespace navette::ui
