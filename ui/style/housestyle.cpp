// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/housestyle.h"

#include "style/icons.h"
#include "style/painting.h"
#include "style/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int fieldPadding = 9;
constexpr int menuIconWidth = 28;

bool isOn(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

double ratioOf(const QPainter *painter)
{
    return painter->device()->devicePixelRatioF();
}

void drawIcon(QPainter *painter, const QString &name, const QColor &tint, const QRect &box, int side)
{
    painter->drawPixmap(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2,
                        iconPixmap(name, tint, side, ratioOf(painter)));
}

/// The frame of everything one types or chooses in.
void drawField(QPainter *painter, const QStyleOption *option, bool focused)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const QColor fill = color(enabled ? ColorRole::Surface : ColorRole::Window);
    QColor line = color(ColorRole::Border);
    if (focused)
        line = color(ColorRole::Accent);
    else if (enabled && isOn(option, QStyle::State_MouseOver))
        line = color(ColorRole::Muted);
    drawRounded(*painter, option->rect, fill, line, metrics::controlRadius, focused ? 1.5 : 1);
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const QRectF box = option->rect;
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool filled = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    if (!filled) {
        const bool over = enabled && isOn(option, QStyle::State_MouseOver);
        drawRounded(*painter, box, color(ColorRole::Surface),
                    color(over ? ColorRole::Accent : (enabled ? ColorRole::Muted : ColorRole::Border)), 4, 1.25);
        return;
    }
    drawRounded(*painter, box, color(enabled ? ColorRole::Accent : ColorRole::Border), {}, 4);
    const QColor mark = color(ColorRole::OnAccent);
    if (isOn(option, QStyle::State_On)) {
        drawIcon(painter, u"check"_s, mark, option->rect, option->rect.width() - 4);
    } else {
        painter->fillRect(QRectF(box.x() + 4, box.center().y() - 1, box.width() - 8, 2), mark);
    }
}

void drawRadio(QPainter *painter, const QStyleOption *option)
{
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isOn(option, QStyle::State_On)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(enabled ? ColorRole::Accent : ColorRole::Muted));
        painter->drawEllipse(box);
        painter->setBrush(color(ColorRole::OnAccent));
        painter->drawEllipse(box.center(), box.width() / 5.2, box.width() / 5.2);
    } else {
        const bool over = enabled && isOn(option, QStyle::State_MouseOver);
        painter->setPen(QPen(color(over ? ColorRole::Accent : (enabled ? ColorRole::Muted : ColorRole::Border)), 1.25));
        painter->setBrush(color(ColorRole::Surface));
        painter->drawEllipse(box);
    }
    painter->restore();
}

void drawItemPanel(QPainter *painter, const QStyleOptionViewItem *option)
{
    const bool hovered = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (isOn(option, QStyle::State_Selected))
        painter->fillRect(option->rect, color(ColorRole::AccentTint));
    else if (hovered && option->backgroundBrush.style() == Qt::NoBrush)
        painter->fillRect(option->rect, color(ColorRole::Window));
}

void drawPushButton(const QStyleOptionButton *button, QPainter *painter)
{
    const bool enabled = isOn(button, QStyle::State_Enabled);
    const bool primary = button->features & QStyleOptionButton::DefaultButton;
    const bool pressed = isOn(button, QStyle::State_Sunken) || isOn(button, QStyle::State_On);
    const bool over = enabled && isOn(button, QStyle::State_MouseOver);
    if (!enabled)
        painter->setOpacity(0.55);
    if (primary) {
        QColor fill = color(ColorRole::Accent);
        if (pressed || over)
            fill = isDark() ? fill.lighter(pressed ? 115 : 107) : fill.darker(pressed ? 125 : 112);
        drawRounded(*painter, button->rect, fill, {}, metrics::controlRadius);
    } else if (!(button->features & QStyleOptionButton::Flat) || pressed || over) {
        const QColor fill =
            pressed ? color(ColorRole::AccentTint)
                    : (over ? color(isDark() ? ColorRole::Raised : ColorRole::Window) : color(ColorRole::Surface));
        drawRounded(*painter, button->rect, fill, color(ColorRole::Border), metrics::controlRadius);
    }
    if (isOn(button, QStyle::State_HasFocus) && isOn(button, QStyle::State_KeyboardFocusChange)) {
        const QRectF ring = primary ? QRectF(button->rect).adjusted(2, 2, -2, -2) : QRectF(button->rect);
        drawRounded(*painter, ring, {}, color(primary ? ColorRole::OnAccent : ColorRole::Accent), primary ? 4.5 : 6,
                    primary ? 1.5 : 2);
    }
    painter->setOpacity(1);
}

void drawMenuItem(const QStyleOptionMenuItem *item, QPainter *painter)
{
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item->rect.x() + 8, item->rect.center().y(), item->rect.width() - 16, 1),
                          color(ColorRole::Border));
        return;
    }
    const bool enabled = isOn(item, QStyle::State_Enabled);
    const QRect row = item->rect.adjusted(4, 0, -4, 0);
    if (enabled && isOn(item, QStyle::State_Selected))
        drawRounded(*painter, row, color(ColorRole::AccentTint), {}, 5);
    const QRect iconBox(row.x() + 4, row.y(), menuIconWidth - 8, row.height());
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked)
            drawIcon(painter, u"check"_s, color(ColorRole::Accent), iconBox, 16);
    } else if (!item->icon.isNull()) {
        item->icon.paint(painter, iconBox.adjusted(1, 0, -1, 0), Qt::AlignCenter,
                         enabled ? QIcon::Normal : QIcon::Disabled);
    }
    QFont textFont = item->font;
    if (item->menuItemType == QStyleOptionMenuItem::DefaultItem)
        textFont.setWeight(QFont::DemiBold);
    painter->setFont(textFont);
    painter->setPen(enabled ? color(ColorRole::Text) : item->palette.color(QPalette::Disabled, QPalette::Text));
    const QRect textBox = row.adjusted(menuIconWidth, 0, -24, 0);
    const QStringList parts = item->text.split(u'\t');
    painter->drawText(textBox, Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, parts.first());
    if (parts.size() > 1) {
        painter->setPen(color(ColorRole::Muted));
        painter->drawText(row.adjusted(menuIconWidth, 0, -12, 0),
                          Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, parts.last());
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter, u"chevron-right"_s, color(ColorRole::Muted),
                 QRect(row.right() - 20, row.y(), 16, row.height()), 14);
}

void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter)
{
    const double height = std::min(5, bar->rect.height());
    const QRectF groove(bar->rect.x(), bar->rect.y() + (bar->rect.height() - height) / 2.0, bar->rect.width(), height);
    drawRounded(*painter, groove, color(ColorRole::Border), {}, height / 2);
    const bool busy = bar->maximum <= bar->minimum;
    double from = 0;
    double share = 0.3;
    if (busy)
        from = 0.35; // of unknown length: a still piece, no motion (visual.md)
    else
        share = static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    if (share > 0) {
        const QRectF done(groove.x() + groove.width() * from, groove.y(),
                          std::max(height, groove.width() * std::min(1.0, share)), height);
        drawRounded(*painter, done, color(ColorRole::Accent), {}, height / 2);
    }
}

void drawScrollBar(const QStyleOptionSlider *bar, const QRect &slider, QPainter *painter)
{
    if (bar->maximum <= bar->minimum)
        return;
    const bool active = isOn(bar, QStyle::State_MouseOver) || isOn(bar, QStyle::State_Sunken);
    QColor thumb = color(ColorRole::Muted);
    thumb.setAlphaF(active ? 0.65F : 0.35F);
    const QRectF box = bar->orientation == Qt::Vertical ? QRectF(slider).adjusted(3, 2, -3, -2)
                                                        : QRectF(slider).adjusted(2, 3, -2, -3);
    drawRounded(*painter, box, thumb, {}, std::min(box.width(), box.height()) / 2);
}

void drawHeaderSection(const QStyleOptionHeader *header, QPainter *painter)
{
    painter->fillRect(header->rect, color(ColorRole::Surface));
    painter->setPen(color(ColorRole::Border));
    if (header->orientation == Qt::Horizontal)
        painter->drawLine(header->rect.bottomLeft(), header->rect.bottomRight());
}

void drawHeaderLabel(const QStyleOptionHeader *header, QPainter *painter)
{
    QRect box = header->rect.adjusted(10, 0, -10, 0);
    if (header->sortIndicator != QStyleOptionHeader::None) {
        // Qt calls ascending "down"; people see rising values under a chevron that points up.
        const QString arrow =
            header->sortIndicator == QStyleOptionHeader::SortDown ? u"chevron-up"_s : u"chevron-down"_s;
        const bool right = header->textAlignment & Qt::AlignRight;
        const QRect arrowBox(right ? box.left() - 4 : box.right() - 10, box.y(), 14, box.height());
        drawIcon(painter, arrow, color(ColorRole::Muted), arrowBox, 14);
        box = right ? box.adjusted(12, 0, 0, 0) : box.adjusted(0, 0, -14, 0);
    }
    if (!header->icon.isNull()) {
        header->icon.paint(painter, QRect(box.x(), box.y(), 16, box.height()));
        box.adjust(22, 0, 0, 0);
    }
    QFont textFont = painter->font();
    textFont.setPixelSize(font(TextStyle::Secondary).pixelSize());
    textFont.setWeight(header->orientation == Qt::Horizontal ? QFont::Medium : QFont::Normal);
    painter->setFont(textFont);
    painter->setPen(color(ColorRole::Muted));
    const QString shown = QFontMetrics(textFont).elidedText(header->text, Qt::ElideRight, box.width());
    painter->drawText(box, static_cast<int>(header->textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void drawComboBox(const QStyleOptionComboBox *combo, QPainter *painter)
{
    const bool focused = isOn(combo, QStyle::State_HasFocus) || (combo->state & QStyle::State_On);
    if (combo->frame)
        drawField(painter, combo, focused);
    const QRect arrow(combo->rect.right() - 26, combo->rect.y(), 20, combo->rect.height());
    drawIcon(painter, u"chevron-down"_s,
             isOn(combo, QStyle::State_Enabled) ? color(ColorRole::Muted) : color(ColorRole::Border), arrow, 14);
}

void drawSpinBox(const QStyleOptionSpinBox *spin, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    drawField(painter, spin, isOn(spin, QStyle::State_HasFocus));
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto part = [&](QStyle::SubControl control, const QString &name, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect box = style->subControlRect(QStyle::CC_SpinBox, spin, control, widget);
        drawIcon(painter, name, color(spin->stepEnabled & step ? ColorRole::Muted : ColorRole::Border), box, 12);
    };
    part(QStyle::SC_SpinBoxUp, u"chevron-up"_s, QAbstractSpinBox::StepUpEnabled);
    part(QStyle::SC_SpinBoxDown, u"chevron-down"_s, QAbstractSpinBox::StepDownEnabled);
}

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    // Only the shapes that differ from Fusion; everything else falls through.
    if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(painter, option, isOn(option, State_HasFocus));
        return;
    }
    if (element == PE_FrameLineEdit)
        return;
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        drawCheckBox(painter, option);
        return;
    }
    if (element == PE_IndicatorRadioButton) {
        drawRadio(painter, option);
        return;
    }
    if (element == PE_PanelItemViewRow)
        return;
    if (element == PE_PanelItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawItemPanel(painter, item);
        return;
    }
    if (element == PE_FrameFocusRect) {
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            if (isOn(option, State_KeyboardFocusChange) || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange))
                drawRounded(*painter, option->rect, {}, color(ColorRole::Accent), 3, 1.5);
        } else if (isOn(option, State_KeyboardFocusChange)) {
            drawFocusRing(*painter, option->rect, 4);
        }
        return;
    }
    if (element == PE_Frame || element == PE_FrameMenu || element == PE_FrameGroupBox || element == PE_FrameWindow) {
        if (element == PE_FrameMenu)
            return; // PE_PanelMenu draws both
        drawRounded(*painter, option->rect, {}, color(ColorRole::Border), element == PE_FrameGroupBox ? 6 : 0);
        return;
    }
    if (element == PE_PanelMenu) {
        painter->fillRect(option->rect, color(ColorRole::Raised));
        drawRounded(*painter, option->rect, color(ColorRole::Raised), color(ColorRole::Border), 0);
        return;
    }
    if (element == PE_PanelTipLabel) {
        drawRounded(*painter, option->rect, color(ColorRole::Raised), color(ColorRole::Border), 0);
        return;
    }
    if (element == PE_IndicatorBranch) {
        if (isOn(option, State_Children))
            drawIcon(painter, isOn(option, State_Open) ? u"chevron-down"_s : u"chevron-right"_s,
                     color(ColorRole::Muted), option->rect, 14);
        return;
    }
    if (element == PE_PanelButtonTool) {
        const bool lit = option->state & (State_Sunken | State_On);
        if (lit || isOn(option, State_MouseOver))
            drawRounded(*painter, option->rect, color(lit ? ColorRole::AccentTint : ColorRole::Border), {},
                        metrics::controlRadius);
        return;
    }
    if (element == PE_IndicatorArrowDown || element == PE_IndicatorArrowRight || element == PE_IndicatorArrowUp) {
        const QString name = element == PE_IndicatorArrowDown ? u"chevron-down"_s
                             : element == PE_IndicatorArrowUp ? u"chevron-up"_s
                                                              : u"chevron-right"_s;
        drawIcon(painter, name, color(ColorRole::Muted), option->rect,
                 std::clamp(std::min(option->rect.width(), option->rect.height()), 10, 14));
        return;
    }
    if (element == PE_IndicatorHeaderArrow)
        return; // drawHeaderLabel() has drawn it beside the text
    if (element == PE_FrameStatusBarItem || element == PE_PanelStatusBar)
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_PushButtonBevel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButton(button, painter);
            return;
        }
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton plain = *button;
            if (button->features & QStyleOptionButton::DefaultButton)
                plain.palette.setColor(QPalette::ButtonText, color(ColorRole::OnAccent));
            QFont strong = painter->font();
            strong.setWeight(QFont::Medium);
            painter->setFont(strong);
            plain.state &= ~(State_HasFocus | State_On | State_Sunken);
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuItem(item, painter);
            return;
        }
    }
    if (element == CE_MenuEmptyArea)
        return;
    if (element == CE_ProgressBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            drawProgress(bar, painter);
            return;
        }
    }
    if (element == CE_HeaderSection) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(header, painter);
            return;
        }
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderLabel(header, painter);
            return;
        }
    }
    if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, color(ColorRole::Surface));
        painter->setPen(color(ColorRole::Border));
        if (const auto *header = qobject_cast<const QHeaderView *>(widget);
            header && header->orientation() == Qt::Horizontal)
            painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_ComboBoxLabel) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && !combo->editable) {
            QRect box = combo->rect.adjusted(fieldPadding + 1, 0, -28, 0);
            if (!combo->currentIcon.isNull()) {
                combo->currentIcon.paint(painter, QRect(box.x(), box.y(), 16, box.height()));
                box.adjust(22, 0, 0, 0);
            }
            painter->setPen(combo->palette.color(isOn(combo, State_Enabled) ? QPalette::Active : QPalette::Disabled,
                                                 QPalette::Text));
            painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                              combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, box.width()));
            return;
        }
        return;
    }
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, color(ColorRole::Border));
        return;
    }
    if (element == CE_MenuBarItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, color(ColorRole::Window));
            if (item->state & (State_Selected | State_Sunken))
                drawRounded(*painter, item->rect.adjusted(1, 2, -1, -2), color(ColorRole::AccentTint), {}, 5);
            painter->setPen(item->palette.color(QPalette::WindowText));
            painter->drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
            return;
        }
    }
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, color(ColorRole::Window));
        return;
    }
    if (element == CE_CheckBoxLabel || element == CE_RadioButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton plain = *button;
            plain.palette.setColor(QPalette::WindowText, plain.palette.color(QPalette::WindowText));
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(bar, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget), painter);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawComboBox(combo, painter);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpinBox(spin, painter, this, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return QProxyStyle::subControlRect(control, option, part, widget);
        // No arrows: the groove is the whole bar.
        const bool vertical = bar->orientation == Qt::Vertical;
        const int length = vertical ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int slider = range <= 0
                               ? length
                               : std::min(length, std::max(28, static_cast<int>(qint64(bar->pageStep) * length /
                                                                                (range + std::max(1, bar->pageStep)))));
        const int at =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return vertical ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                            : QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height());
        };
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarSubPage)
            return piece(0, at);
        if (part == SC_ScrollBarAddPage)
            return piece(at + slider, length - at - slider);
        if (part == SC_ScrollBarSlider)
            return piece(at, slider);
        return bar->rect;
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(2, 1, -28, -1);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return {option->rect.right() - 27, option->rect.y(), 28, option->rect.height()};
    if (control == CC_SpinBox) {
        const QRect whole = option->rect;
        const int half = (whole.height() - 4) / 2;
        if (part == SC_SpinBoxUp)
            return {whole.right() - 22, whole.y() + 2, 20, half};
        if (part == SC_SpinBoxDown)
            return {whole.right() - 22, whole.y() + 2 + half, 20, half};
        if (part == SC_SpinBoxEditField) {
            const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            const bool bare = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
            return whole.adjusted(2, 1, bare ? -2 : -24, -1);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // QLineEdit adds two pixels of its own; a field inside a spin or combo box has no frame.
        const int side = frame && frame->lineWidth > 0 ? fieldPadding - 1 : fieldPadding - 3;
        return option->rect.adjusted(side, 1, -side, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    if (type == CT_LineEdit)
        return {size.width() + 2 * fieldPadding, std::max(size.height() + 8, metrics::controlHeight)};
    if (type == CT_ComboBox)
        return {size.width() + fieldPadding + 34, std::max(size.height() + 8, metrics::controlHeight)};
    if (type == CT_SpinBox)
        return {size.width() + fieldPadding + 26, std::max(size.height(), metrics::controlHeight)};
    if (type == CT_PushButton)
        return {std::max(size.width() + 28, 72), std::max(size.height() + 8, metrics::controlHeight)};
    if (type == CT_HeaderSection) {
        const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {plain.width() + 20, std::max(plain.height(), metrics::rowHeight)};
    }
    if (type == CT_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {size.width(), 9};
            const auto parts = item->text.split(u'\t');
            const QFontMetrics metric(item->font);
            int width = metric.horizontalAdvance(parts.first()) + menuIconWidth + 40;
            if (parts.size() > 1)
                width += metric.horizontalAdvance(parts.last()) + 24;
            return {width, std::max(30, metric.height() + 10)};
        }
    }
    if (type == CT_MenuBarItem)
        return {size.width() + 14, size.height() + 8};
    if (type == CT_ItemViewItem) {
        const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {plain.width(), std::max(plain.height(), 28)};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // A list of the numbers that are ours; the enum is Qt's and long, so this one switch has a default.
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_SplitterWidth:
        return 1; // Qt widens the place that the mouse can grab
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::small + 2;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return metrics::iconSize;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuHMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::small;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return metrics::large;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TreeViewIndentation:
        return 18;
    case PM_HeaderMarkSize:
        return 14;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_MessageBoxIconSize:
        return 28;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(color(ColorRole::Border).rgba());
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Menu_SloppySubMenus:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon HouseStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
        return icon(u"close"_s, ColorRole::Muted);
    case SP_MessageBoxInformation:
        return icon(u"info"_s, ColorRole::Info);
    case SP_MessageBoxQuestion:
        return icon(u"help"_s, ColorRole::Accent);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s, ColorRole::Warn);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, ColorRole::Bad);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

void HouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Names from servers and files stand in message boxes, questions and tooltips: nothing of them is markup, not even
    // where Qt would guess so. What is meant as markup says it is.
    if (auto *label = qobject_cast<QLabel *>(widget); label != nullptr && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    // The question of a message box is its title; its explanation is read in lines of a usual length.
    if (widget->objectName() == "qt_msgbox_label"_L1) {
        QFont strong = font(TextStyle::BodyStrong);
        strong.setPixelSize(15);
        widget->setFont(strong);
    } else if (widget->objectName() == "qt_msgbox_informativelabel"_L1) {
        widget->setMinimumWidth(380);
    }
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace navette::ui
