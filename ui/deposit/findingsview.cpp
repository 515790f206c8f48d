// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/findingsview.h"

#include "deposit/findingsmodel.h"
#include "style/icons.h"
#include "style/widgets.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int lineHeight = 36;
constexpr int placeHeight = 28;
/// The table must keep most of the page.
constexpr int maxHeight = 6 * lineHeight + lineHeight / 2;

class FindingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {200, index.parent().isValid() ? placeHeight : lineHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
        if (selected || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(selected ? ColorRole::AccentTint : ColorRole::Window));
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), metrics::controlRadius, metrics::controlRadius);
        }
        const QRect inner = option.rect.adjusted(metrics::small, 0, -metrics::small, 0);
        if (index.parent().isValid())
            paintPlace(*painter, inner, index);
        else
            paintLine(*painter, inner, option, index);
        painter->restore();
    }

private:
    static int paintPixmap(QPainter &painter, const QRect &rect, const QString &name, const QColor &tint, int size)
    {
        const QPixmap pixmap = iconPixmap(name, tint, size, painter.device()->devicePixelRatioF());
        painter.drawPixmap(rect.left(), rect.center().y() - size / 2, pixmap);
        return size;
    }

    /// Bold part, then as much of the second voice as fits.
    static void paintWords(QPainter &painter, const QRect &rect, const QString &strong, const QString &rest, bool calm)
    {
        painter.setFont(ui::font(calm ? TextStyle::Body : TextStyle::BodyStrong));
        painter.setPen(color(calm ? ColorRole::Muted : ColorRole::Text));
        const QString first = painter.fontMetrics().elidedText(strong, Qt::ElideRight, rect.width());
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, first);
        const int used = painter.fontMetrics().horizontalAdvance(first) + metrics::small;
        if (rest.isEmpty() || rect.width() - used < metrics::vast)
            return;
        painter.setFont(ui::font(TextStyle::Body));
        painter.setPen(color(ColorRole::Muted));
        const QRect room = rect.adjusted(used, 0, 0, 0);
        // A few letters of a sentence say nothing; the tool tip has it whole.
        const bool worth = room.width() >= std::min(180, painter.fontMetrics().horizontalAdvance(rest));
        if (worth)
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(rest, Qt::ElideRight, room.width()));
    }

    static void paintLine(QPainter &painter, QRect rect, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const auto tone = static_cast<Tone>(index.data(FindingsModel::ToneRole).toInt());
        rect.setLeft(rect.left() + paintPixmap(painter, rect, toneIconName(tone), toneColor(tone), 18) +
                     metrics::small + 2);
        if (index.model()->hasChildren(index)) {
            const bool open = (option.state & QStyle::State_Open) != 0;
            const QRect chevron(rect.right() - metrics::large, rect.top(), metrics::large, rect.height());
            paintPixmap(painter, chevron, open ? u"chevron-down"_s : u"chevron-right"_s, color(ColorRole::Muted), 16);
        }
        rect.setRight(rect.right() - metrics::large - metrics::small);
        if (index.data(FindingsModel::RepairedRole).toBool()) {
            const QString text = FindingsModel::tr("repaired");
            const QSize size = badgeSize(text);
            const QPoint topLeft(rect.right() - size.width(), rect.top() + (rect.height() - size.height()) / 2);
            paintBadge(painter, topLeft, text, Tone::Info);
            rect.setRight(topLeft.x() - metrics::medium);
        }
        const QString rows = index.data(FindingsModel::RowsRole).toString();
        if (!rows.isEmpty() && !index.data(FindingsModel::RepairedRole).toBool()) {
            painter.setFont(ui::font(TextStyle::Secondary));
            painter.setPen(color(ColorRole::Muted));
            painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, rows);
            rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(rows) - metrics::medium);
        }
        paintWords(painter, rect, index.data(Qt::DisplayRole).toString(),
                   index.data(FindingsModel::ConsequenceRole).toString(), tone == Tone::Ok);
    }

    static void paintPlace(QPainter &painter, QRect rect, const QModelIndex &index)
    {
        rect.setLeft(rect.left() + 18 + metrics::small + 2);
        painter.setFont(ui::font(TextStyle::Secondary));
        painter.setPen(color(ColorRole::Muted));
        const QString place = index.data(Qt::DisplayRole).toString();
        const QString message = index.data(FindingsModel::ConsequenceRole).toString();
        if (message.isEmpty()) {
            painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(place, Qt::ElideRight, rect.width()));
            return;
        }
        const int placeWidth = std::max(150, painter.fontMetrics().horizontalAdvance(place) + metrics::medium);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, place);
        rect.setLeft(rect.left() + std::min(placeWidth, rect.width() / 2));
        const QString cell = index.data(FindingsModel::CellRole).toString().simplified();
        painter.setPen(color(ColorRole::Text));
        // Most messages quote the cell themselves, and say why only behind it.
        const QString quoted = cell.isEmpty() || message.contains(cell) ? QString() : u"“%1”"_s.arg(cell);
        const QString shown = painter.fontMetrics().elidedText(quoted, Qt::ElideRight, rect.width() / 2);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        if (!shown.isEmpty())
            rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(shown) + metrics::medium);
        painter.setPen(color(ColorRole::Muted));
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(message, Qt::ElideRight, rect.width()));
    }
};

} // namespace

FindingsView::FindingsView(FindingsModel *model, QWidget *parent) : QTreeView(parent)
{
    setModel(model);
    setItemDelegate(new FindingDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setAccessibleName(tr("What was found in the file"));
    header()->setStretchLastSection(true);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { choose(index, true); });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { choose(index, false); });
    const auto resize = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::modelReset, this, resize);
    connect(this, &QTreeView::expanded, this, resize);
    connect(this, &QTreeView::collapsed, this, resize);
}

void FindingsView::choose(const QModelIndex &index, bool toggle)
{
    if (!index.parent().isValid() && toggle) {
        const bool open = isExpanded(index);
        setExpanded(index, !open);
        if (open)
            return;
    }
    const CellPlace place{index.data(FindingsModel::RowNumberRole).toLongLong(),
                          index.data(FindingsModel::FieldRole).toInt()};
    if (place.rowNumber > 0)
        Q_EMIT placeChosen(place);
}

int FindingsView::contentHeight() const
{
    int height = 0;
    for (int row = 0; row < model()->rowCount() && height < maxHeight; ++row) {
        const QModelIndex line = model()->index(row, 0);
        height += lineHeight + (isExpanded(line) ? placeHeight * model()->rowCount(line) : 0);
    }
    return std::min(height, maxHeight);
}

QSize FindingsView::sizeHint() const
{
    return {400, contentHeight()};
}

QSize FindingsView::minimumSizeHint() const
{
    return {200, std::min(contentHeight(), 3 * lineHeight)};
}

void FindingsView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace navette::ui
