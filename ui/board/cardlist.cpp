// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/cardlist.h"

#include "board/boardcolumnmodel.h"
#include "style/icons.h"
#include "style/painting.h"
#include "style/widgets.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int cardHeight = 80;
constexpr int cardGap = 8;
constexpr int padding = 13;
constexpr int smallestDropZone = 72;

void drawCardGround(QPainter &painter, const QRectF &box, bool selected, bool hovered)
{
    // A breath of shadow in light; in dark the hairline does it.
    if (!isDark()) {
        QColor shadow = color(ColorRole::Text);
        shadow.setAlphaF(0.05F);
        drawRounded(painter, box.translated(0, 1), shadow, {}, metrics::cardRadius);
    }
    drawRounded(painter, box, color(hovered ? ColorRole::Raised : ColorRole::Surface),
                color(selected ? ColorRole::Accent : (hovered ? ColorRole::Muted : ColorRole::Border)),
                metrics::cardRadius, selected ? 2 : 1);
}

/// "256 kB · took 5 s": without its last parts where there is no room for them whole; the details panel has them all.
QString fittingParts(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString between = u" · "_s;
    QStringList parts = text.split(between);
    while (parts.size() > 1 && metrics.horizontalAdvance(parts.join(between)) > width)
        parts.removeLast();
    return metrics.elidedText(parts.join(between), Qt::ElideRight, width);
}

} // namespace

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option);
    Q_UNUSED(index);
    return {120, cardHeight + cardGap};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect box = option.rect.adjusted(1, 1, -1, -cardGap);
    drawCardGround(*painter, box, option.state & QStyle::State_Selected, option.state & QStyle::State_MouseOver);
    const int left = box.x() + padding;
    const int width = box.width() - 2 * padding;

    const QString badge = index.data(BoardColumnModel::BadgeRole).toString();
    const bool withIcon = index.data(BoardColumnModel::BadgeIconRole).toBool();
    painter->setFont(font(TextStyle::BodyStrong));
    painter->setPen(color(ColorRole::Text));
    const QString title = index.data(Qt::DisplayRole).toString();
    const int badgeWidth = badge.isEmpty() ? 0 : badgeSize(badge, withIcon).width() + metrics::small;
    const QString shown = painter->fontMetrics().elidedText(title, Qt::ElideRight, std::max(40, width - badgeWidth));
    const QRect titleBox(left, box.y() + 9, width, 20);
    painter->drawText(titleBox, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (!badge.isEmpty()) {
        const int x = left + painter->fontMetrics().horizontalAdvance(shown) + metrics::small;
        paintBadge(*painter, {std::min(x, box.right() - padding - badgeWidth + metrics::small), titleBox.y()}, badge,
                   static_cast<Tone>(index.data(BoardColumnModel::BadgeToneRole).toInt()), withIcon);
    }
    painter->setFont(font(TextStyle::Secondary));
    painter->setPen(color(ColorRole::Muted));
    const auto line = [&](int y, int role) {
        const QString text = fittingParts(index.data(role).toString(), painter->fontMetrics(), width);
        painter->drawText(QRect(left, box.y() + y, width, 18), Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    line(31, BoardColumnModel::FactsRole);
    line(50, BoardColumnModel::TimesRole);
}

CardList::CardList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalScrollBar()->setSingleStep(24);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    connect(this, &QAbstractItemView::doubleClicked, this, &CardList::opened);
}

void CardList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void CardList::setDropZone(const QString &text)
{
    m_dropText = text;
    viewport()->update();
}

void CardList::setDropHighlighted(bool highlighted)
{
    if (m_highlighted == highlighted)
        return;
    m_highlighted = highlighted;
    viewport()->update();
}

void CardList::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    viewport()->update();
}

QRect CardList::freePlace() const
{
    int top = 0;
    if (model() && model()->rowCount() > 0)
        top = visualRect(model()->index(model()->rowCount() - 1, 0)).bottom() + 1;
    return QRect(1, top, viewport()->width() - 2, viewport()->height() - top - 1);
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    const QRect place = freePlace();
    const bool empty = !model() || model()->rowCount() == 0;
    if (m_loading && empty) {
        for (int i = 0; i < 3; ++i) {
            const QRectF box(place.x(), place.y() + i * (cardHeight + cardGap) + 1, place.width(), cardHeight - 1);
            painter.setOpacity(1.0 - i * 0.3);
            drawRounded(painter, box, color(ColorRole::Surface), color(ColorRole::Border), metrics::cardRadius);
            for (const auto &[y, share] : {std::pair{17.0, 0.5}, std::pair{38.0, 0.7}, std::pair{56.0, 0.4}})
                drawRounded(painter, {box.x() + padding, box.y() + y - 4, (box.width() - 2 * padding) * share, 8},
                            color(ColorRole::Window), {}, 4);
        }
        return;
    }
    painter.setFont(ui::font(TextStyle::Secondary));
    if (!m_dropText.isEmpty() && place.height() >= smallestDropZone) {
        QPen dashes(color(m_highlighted ? ColorRole::Accent : ColorRole::Border), m_highlighted ? 2 : 1);
        dashes.setDashPattern({4, 3});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(dashes);
        painter.setBrush(m_highlighted ? QBrush(color(ColorRole::AccentTint)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
        const ColorRole ink = m_highlighted ? ColorRole::Accent : ColorRole::Muted;
        const QPoint middle = place.center();
        painter.drawPixmap(middle.x() - 8, middle.y() - 24,
                           iconPixmap(u"upload"_s, color(ink), 17, devicePixelRatioF()));
        painter.setPen(color(ink));
        painter.drawText(QRect(place.x() + 8, middle.y() - 2, place.width() - 16, 40),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_dropText);
    } else if (empty && !m_emptyText.isEmpty()) {
        painter.setPen(color(ColorRole::Muted));
        painter.drawText(place.adjusted(4, 10, -4, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
    }
}

void CardList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !m_dropText.isEmpty() && !indexAt(event->pos()).isValid() &&
        freePlace().contains(event->pos()))
        Q_EMIT dropZoneClicked();
}

void CardList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const bool overZone = !m_dropText.isEmpty() && !indexAt(event->pos()).isValid();
    viewport()->setCursor(overZone ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        Q_EMIT leftRequested();
    else if (event->key() == Qt::Key_Right)
        Q_EMIT rightRequested();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid() &&
             event->modifiers() == Qt::NoModifier)
        Q_EMIT opened(currentIndex());
    else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Paste))
        event->ignore(); // the window pastes files
    else
        QListView::keyPressEvent(event);
}

void CardList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    viewport()->update();
}

} // namespace navette::ui
