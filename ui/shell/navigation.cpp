// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation.h"

#include "style/icons.h"
#include "style/painting.h"
#include "style/widgets.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int edge = 20;      ///< where texts and dots begin
constexpr int rowMargin = 12; ///< of the selected row's ground
constexpr int pageRowHeight = 34;
constexpr int brandHeight = 56;

int heightOf(NavigationKind kind)
{
    switch (kind) {
    case NavigationKind::Section:
        return 26;
    case NavigationKind::Gap:
        return 10;
    case NavigationKind::Account:
    case NavigationKind::Page:
    case NavigationKind::Practice:
    case NavigationKind::AddAccount:
        return pageRowHeight;
    }
    return pageRowHeight;
}

void paintDot(QPainter &painter, const QPointF &centre, ConnectionState state)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (state) {
    case ConnectionState::Connected:
        painter.setBrush(color(ColorRole::Ok));
        painter.drawEllipse(centre, 4, 4);
        break;
    case ConnectionState::Failed:
        // A square: the shape says it too.
        painter.setBrush(color(ColorRole::Bad));
        painter.drawRoundedRect(QRectF(centre.x() - 4, centre.y() - 4, 8, 8), 1.5, 1.5);
        break;
    case ConnectionState::Connecting:
    case ConnectionState::Disconnected:
    case ConnectionState::Offline:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(state == ConnectionState::Connecting ? ColorRole::Info : ColorRole::Muted), 1.5));
        painter.drawEllipse(centre, 3.4, 3.4);
        break;
    }
    painter.restore();
}

class NavigationDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Q_UNUSED(option);
        return {0, heightOf(static_cast<NavigationKind>(index.data(NavigationModel::KindRole).toInt()))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto kind = static_cast<NavigationKind>(index.data(NavigationModel::KindRole).toInt());
        if (kind == NavigationKind::Gap)
            return;
        const QRect row = option.rect;
        const QRect ground = row.adjusted(rowMargin, 2, -rowMargin, -2);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)
            drawRounded(*painter, ground, color(ColorRole::AccentTint), {}, metrics::controlRadius);
        else if ((option.state & QStyle::State_MouseOver) && kind != NavigationKind::Section)
            paintHover(*painter, ground);
        if ((option.state & QStyle::State_HasFocus) &&
            option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(*painter, ground, metrics::controlRadius);
        const int sideLeft = paintSide(*painter, row, index, kind, selected);
        paintFront(*painter, row, index, kind, selected, sideLeft);
    }

private:
    static void paintHover(QPainter &painter, const QRect &ground)
    {
        QColor tint = color(ColorRole::Muted);
        tint.setAlphaF(0.09F);
        drawRounded(painter, ground, tint, {}, metrics::controlRadius);
    }

    /// Badge or muted text at the right; gives its left edge.
    static int paintSide(QPainter &painter, const QRect &row, const QModelIndex &index, NavigationKind kind,
                         bool selected)
    {
        const int right = row.right() + 1 - edge;
        const int failed = index.data(NavigationModel::FailedCountRole).toInt();
        if (kind == NavigationKind::Page && failed > 0) {
            const QString text = QLocale().toString(failed);
            const QSize size = badgeSize(text);
            paintBadge(painter, {right - size.width(), row.center().y() - size.height() / 2 + 1}, text, Tone::Bad);
            return right - size.width();
        }
        const QString text = index.data(NavigationModel::SideTextRole).toString();
        if (text.isEmpty()) // a long name may go to the end of the row, and needs no distance from anything
            return row.right() + 1 - rowMargin + metrics::small;
        painter.setFont(font(TextStyle::Secondary));
        painter.setPen(color(selected ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(QRect(row.x(), row.y(), right - row.x(), row.height()), Qt::AlignVCenter | Qt::AlignRight,
                         text);
        return right - painter.fontMetrics().horizontalAdvance(text);
    }

    static void paintFront(QPainter &painter, const QRect &row, const QModelIndex &index, NavigationKind kind,
                           bool selected, int sideLeft)
    {
        const int middle = row.y() + row.height() / 2;
        const double ratio = painter.device()->devicePixelRatioF();
        int x = edge;
        ColorRole ink = ColorRole::Text;
        TextStyle style = TextStyle::Body;
        switch (kind) {
        case NavigationKind::Section:
            ink = ColorRole::Muted;
            style = TextStyle::Secondary;
            break;
        case NavigationKind::Account:
        case NavigationKind::Practice:
            paintDot(painter, QPointF(edge + 4, middle),
                     static_cast<ConnectionState>(index.data(NavigationModel::StateRole).toInt()));
            x = edge + 16;
            style = TextStyle::BodyStrong;
            ink = kind == NavigationKind::Practice ? ColorRole::Muted : ColorRole::Text;
            break;
        case NavigationKind::Page:
        case NavigationKind::AddAccount:
            ink = selected ? ColorRole::Accent : (kind == NavigationKind::Page ? ColorRole::Text : ColorRole::Muted);
            style = selected ? TextStyle::BodyStrong : TextStyle::Body;
            x = kind == NavigationKind::Page ? edge + 16 : edge;
            painter.drawPixmap(x, middle - 8,
                               iconPixmap(index.data(NavigationModel::IconRole).toString(), color(ink), 17, ratio));
            x += 27;
            break;
        case NavigationKind::Gap:
            return;
        }
        painter.setFont(font(style));
        painter.setPen(color(ink));
        const QRect box(x, row.y(), sideLeft - x - metrics::small, row.height());
        painter.drawText(
            box, Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, box.width()));
    }
};

/// "Settings", at the foot, with its shortcut.
class SettingsRow final : public QAbstractButton
{
public:
    explicit SettingsRow(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(pageRowHeight);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        const QRect ground = rect().adjusted(rowMargin, 1, -rowMargin, -1);
        if (underMouse() || isDown()) {
            QColor tint = color(ColorRole::Muted);
            tint.setAlphaF(0.09F);
            drawRounded(painter, ground, tint, {}, metrics::controlRadius);
        }
        if (showsFocus(*this))
            drawFocusRing(painter, ground, metrics::controlRadius);
        painter.drawPixmap(edge, height() / 2 - 8,
                           iconPixmap(u"settings"_s, color(ColorRole::Muted), 17, devicePixelRatioF()));
        painter.setFont(ui::font(TextStyle::Body));
        painter.setPen(color(ColorRole::Muted));
        painter.drawText(rect().adjusted(edge + 27, 0, 0, 0), Qt::AlignVCenter, text());
        painter.setFont(ui::font(TextStyle::Secondary));
        painter.drawText(rect().adjusted(0, 0, -edge, 0), Qt::AlignVCenter | Qt::AlignRight,
                         QKeySequence(Qt::CTRL | Qt::Key_Comma).toString(QKeySequence::NativeText));
    }
};

/// The mark and the name.
class Brand final : public QWidget
{
public:
    explicit Brand(QWidget *parent) : QWidget(parent) { setFixedHeight(brandHeight); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        const QRect mark(edge, 16, 24, 24);
        drawRounded(painter, mark, color(ColorRole::Accent), {}, metrics::controlRadius);
        painter.drawPixmap(mark.x() + 3, mark.y() + 3,
                           iconPixmap(u"navette"_s, color(ColorRole::OnAccent), 18, devicePixelRatioF()));
        QFont strong = ui::font(TextStyle::BodyStrong);
        strong.setPixelSize(15);
        painter.setFont(strong);
        painter.setPen(color(ColorRole::Text));
        painter.drawText(QRect(edge + 34, mark.y(), width(), mark.height()), Qt::AlignVCenter, u"Navette"_s);
    }
};

} // namespace

NavigationList::NavigationList(NavigationModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Accounts and pages"));
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::clicked, this, &NavigationList::act);
}

void NavigationList::act(const QModelIndex &index)
{
    const auto kind = static_cast<NavigationKind>(index.data(NavigationModel::KindRole).toInt());
    if (kind == NavigationKind::Practice)
        Q_EMIT practiceToggled();
    else if (kind == NavigationKind::AddAccount)
        Q_EMIT addAccountChosen();
    else if (const auto address = m_model.addressOf(index))
        Q_EMIT pageChosen(*address);
}

void NavigationList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        act(currentIndex());
        return;
    }
    m_byKey = true;
    QListView::keyPressEvent(event);
    m_byKey = false;
}

void NavigationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // Arrow keys show a page at once; what acts rather than shows waits for Return.
    const auto address = m_model.addressOf(current);
    if (address && m_byKey && address->kind != PageKind::Account)
        Q_EMIT pageChosen(*address);
}

void NavigationList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (const auto address = m_model.addressOf(index))
        Q_EMIT menuRequested(address->accountId, event->globalPos());
}

Navigation::Navigation(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_model(new NavigationModel(workspace, this)), m_list(new NavigationList(*m_model, this))
{
    setFixedWidth(metrics::navigationWidth);
    auto *settings = new SettingsRow(tr("Settings"), this);
    connect(settings, &QAbstractButton::clicked, this, &Navigation::settingsChosen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, metrics::medium);
    layout->setSpacing(0);
    layout->addWidget(new Brand(this));
    layout->addWidget(m_list, 1);
    layout->addWidget(settings);
    // A rebuilt list forgets what was current; the page in front has not changed.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { setCurrent(m_current); });
}

void Navigation::setCurrent(const std::optional<PageAddress> &address)
{
    m_current = address;
    const QSignalBlocker quiet(m_list);
    const QModelIndex index = address ? m_model->indexOf(*address) : QModelIndex();
    if (index.isValid()) {
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    } else {
        m_list->selectionModel()->clearSelection();
        m_list->selectionModel()->clearCurrentIndex();
    }
}

void Navigation::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), color(ColorRole::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(ColorRole::Border));
}

} // namespace navette::ui
