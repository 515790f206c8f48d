// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/widgets.h"

#include "style/icons.h"
#include "style/painting.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

Label::Label(const QString &text, TextStyle style, ColorRole role, QWidget *parent)
    : QLabel(text, parent), m_style(style), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    restyle();
}

void Label::setRole(ColorRole role)
{
    m_role = role;
    restyle();
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    restyle();
}

void Label::setPixelSize(int pixels)
{
    m_pixelSize = pixels;
    restyle();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void Label::restyle()
{
    QFont wanted = ui::font(m_style);
    if (m_pixelSize > 0)
        wanted.setPixelSize(m_pixelSize);
    if (font() != wanted)
        setFont(wanted);
    const QColor tint = color(m_role);
    const QColor link = color(ColorRole::Accent);
    if (palette().color(QPalette::WindowText) != tint || palette().color(QPalette::Link) != link) {
        QPalette changed = palette();
        changed.setColor(QPalette::WindowText, tint);
        changed.setColor(QPalette::Link, link);
        setPalette(changed);
    }
}

Button::Button(const QString &text, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent), m_kind(kind), m_iconName(iconName)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

// Return presses the button that has the focus, as people expect on every system; Qt does so in dialogs only.
void Button::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

void Button::setLarge(bool large)
{
    m_large = large;
    updateGeometry();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

QFont Button::textFont() const
{
    QFont result = ui::font(m_small ? TextStyle::Secondary : TextStyle::Body);
    if (m_kind == ButtonKind::Primary)
        result.setWeight(QFont::DemiBold);
    else if (m_kind != ButtonKind::Quiet)
        result.setWeight(QFont::Medium);
    if (m_large)
        result.setPixelSize(14);
    return result;
}

QSize Button::sizeHint() const
{
    const QFontMetrics metric(textFont());
    const bool bare = text().isEmpty();
    int width = bare ? 0 : metric.size(Qt::TextShowMnemonic, text()).width();
    if (!m_iconName.isEmpty())
        width += 16 + (bare ? 0 : metrics::small);
    width += bare ? metrics::large : (m_kind == ButtonKind::Quiet ? 20 : 26);
    return {width, m_large ? 42 : metrics::controlHeight};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    const bool pressed = isDown() || isChecked();
    const bool over = isEnabled() && underMouse();
    if (!isEnabled())
        painter.setOpacity(m_kind == ButtonKind::Primary ? 0.45 : 0.5);
    const QRectF box = rect();
    QColor ink = color(ColorRole::Text);
    switch (m_kind) {
    case ButtonKind::Primary: {
        QColor fill = color(ColorRole::Accent);
        if (pressed || over)
            fill = isDark() ? fill.lighter(pressed ? 112 : 106) : fill.darker(pressed ? 125 : 112);
        drawRounded(painter, box, fill, {}, metrics::controlRadius);
        ink = color(ColorRole::OnAccent);
        break;
    }
    case ButtonKind::Secondary:
    case ButtonKind::Danger: {
        const bool danger = m_kind == ButtonKind::Danger;
        const QColor fill = pressed ? color(danger ? ColorRole::BadTint : ColorRole::AccentTint)
                            : over  ? color(isDark() ? ColorRole::Raised : ColorRole::Window)
                                    : color(ColorRole::Surface);
        drawRounded(painter, box, fill, color(isChecked() ? ColorRole::Accent : ColorRole::Border),
                    metrics::controlRadius);
        ink = color(danger ? ColorRole::Bad : (isChecked() ? ColorRole::Accent : ColorRole::Text));
        break;
    }
    case ButtonKind::Quiet:
        if (pressed || over) {
            QColor fill = color(ColorRole::Muted);
            fill.setAlphaF(pressed ? 0.20F : 0.11F);
            drawRounded(painter, box, fill, {}, metrics::controlRadius);
        }
        ink = color(over || pressed ? ColorRole::Text : ColorRole::Muted);
        break;
    }
    if (showsFocus(*this)) {
        if (m_kind == ButtonKind::Primary)
            drawRounded(painter, box.adjusted(2, 2, -2, -2), {}, color(ColorRole::OnAccent), 4.5, 1.5);
        else
            drawFocusRing(painter, box, metrics::controlRadius);
    }

    painter.setFont(textFont());
    painter.setPen(ink);
    const int iconSpace = m_iconName.isEmpty() ? 0 : 16 + (text().isEmpty() ? 0 : metrics::small);
    const QFontMetrics metric(textFont());
    const int flags = Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int textWidth = std::min(metric.size(flags, text()).width(), width() - iconSpace - 8);
    int x = (width() - textWidth - iconSpace) / 2;
    if (m_leading)
        x = 10;
    if (!m_iconName.isEmpty()) {
        const int iconX = m_trailing ? x + textWidth + metrics::small : x;
        painter.drawPixmap(iconX, (height() - 16) / 2, iconPixmap(m_iconName, ink, 16, devicePixelRatioF()));
        x += m_trailing ? 0 : iconSpace;
    }
    painter.drawText(QRect(x, 0, width() - x - 4, height()), flags | Qt::AlignVCenter,
                     metric.elidedText(text(), Qt::ElideRight, width() - x - 4, Qt::TextShowMnemonic));
}

namespace
{
QFont badgeFont()
{
    QFont result = font(TextStyle::Secondary);
    result.setPixelSize(11);
    result.setWeight(QFont::DemiBold);
    return result;
}
constexpr int badgeHeight = 20;
} // namespace

QSize badgeSize(const QString &text, bool withIcon)
{
    const int width = QFontMetrics(badgeFont()).horizontalAdvance(text) + 16 + (withIcon ? 18 : 0);
    return {std::max(width, badgeHeight), badgeHeight};
}

int paintBadge(QPainter &painter, const QPoint &topLeft, const QString &text, Tone tone, bool withIcon)
{
    const QSize size = badgeSize(text, withIcon);
    const QRect box(topLeft, size);
    painter.save();
    drawRounded(painter, box, toneTint(tone), tone == Tone::Neutral ? color(ColorRole::Border) : QColor(),
                badgeHeight / 2.0);
    int x = box.x() + 8;
    if (withIcon) {
        painter.drawPixmap(x - 1, box.y() + 3,
                           iconPixmap(toneIconName(tone), toneColor(tone), 14, painter.device()->devicePixelRatioF()));
        x += 18;
    }
    painter.setFont(badgeFont());
    painter.setPen(toneColor(tone));
    const QRect textBox = withIcon ? QRect(x, box.y(), box.right() - x, box.height()) : box;
    painter.drawText(textBox, Qt::AlignVCenter | (withIcon ? Qt::AlignLeft : Qt::AlignHCenter), text);
    painter.restore();
    return size.width();
}

Badge::Badge(const QString &text, Tone tone, QWidget *parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Badge::set(const QString &text, Tone tone)
{
    if (m_text == text && m_tone == tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_text);
}

void Badge::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    paintBadge(painter, {0, 0}, m_text, m_tone);
}

Surface::Surface(QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::large);
    m_body->setSpacing(metrics::small);
}

void Surface::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    drawRounded(painter, rect(), color(ColorRole::Surface), color(ColorRole::Border), metrics::cardRadius);
}

StatePanel::StatePanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new Label({}, TextStyle::Section, ColorRole::Text, this))
    , m_sentence(new Label({}, TextStyle::Body, ColorRole::Muted, this))
    , m_button(new Button({}, ButtonKind::Secondary, {}, this))
    , m_detailButton(new Button(tr("Copy details"), ButtonKind::Quiet, u"copy"_s, this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMinimumWidth(200);
    m_sentence->setMaximumWidth(420);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_button);
    buttons->addWidget(m_detailButton);
    buttons->addStretch();
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch();
    sentenceRow->addWidget(m_sentence, 10);
    sentenceRow->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::tiny);
    layout->addWidget(m_title);
    layout->addLayout(sentenceRow);
    layout->addSpacing(metrics::small);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    connect(m_detailButton, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_detail); });
}

void StatePanel::show(const QString &iconName, const QString &title, const QString &sentence, const QString &actionText,
                      std::function<void()> action, const QString &detail)
{
    m_icon->setPixmap(iconPixmap(iconName, color(ColorRole::Muted), 28, devicePixelRatioF()));
    m_iconName = iconName;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    m_action = std::move(action);
    m_detail = detail;
    m_detailButton->setVisible(!detail.isEmpty());
    m_detailButton->setToolTip(detail);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    QWidget::show();
}

void StatePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        m_icon->setPixmap(iconPixmap(m_iconName, color(ColorRole::Muted), 28, devicePixelRatioF()));
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent) : QFrame(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter(this).fillRect(rect(), color(ColorRole::Border));
}

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    setMinimumWidth(200);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

Segmented::Segmented(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Segmented::addChoice(const QString &text, const QVariant &value)
{
    m_choices.push_back({text, value});
    updateGeometry();
}

void Segmented::setCurrentIndex(int index)
{
    if (index == m_current || index < 0 || index >= static_cast<int>(m_choices.size()))
        return;
    m_current = index;
    setAccessibleDescription(m_choices.at(static_cast<std::size_t>(index)).text);
    update();
    Q_EMIT currentChanged(index);
}

void Segmented::setCurrentValue(const QVariant &value)
{
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].value == value)
            setCurrentIndex(static_cast<int>(i));
    }
}

QVariant Segmented::currentValue() const
{
    return m_current < 0 || m_choices.empty() ? QVariant() : m_choices.at(static_cast<std::size_t>(m_current)).value;
}

QRect Segmented::choiceRect(int index) const
{
    QFont strong = ui::font(TextStyle::BodyStrong);
    const QFontMetrics metric(strong);
    int x = 0;
    for (int i = 0; i <= index; ++i) {
        const int width = metric.horizontalAdvance(m_choices.at(static_cast<std::size_t>(i)).text) + 28;
        if (i == index)
            return {x, 0, width, metrics::controlHeight};
        x += width;
    }
    return {};
}

QSize Segmented::sizeHint() const
{
    if (m_choices.empty())
        return {0, metrics::controlHeight};
    return {choiceRect(static_cast<int>(m_choices.size()) - 1).right() + 1, metrics::controlHeight};
}

void Segmented::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.5);
    const QRectF frame = rect();
    drawRounded(painter, frame, color(ColorRole::Surface), color(ColorRole::Border), metrics::controlRadius);
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) {
        const QRect box = choiceRect(i);
        const bool on = i == m_current;
        if (on)
            drawRounded(painter, QRectF(box).adjusted(1, 1, -1, -1), color(ColorRole::AccentTint), {}, 5);
        painter.setFont(ui::font(on ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(color(on ? ColorRole::Accent : ColorRole::Text));
        painter.drawText(box, Qt::AlignCenter, m_choices.at(static_cast<std::size_t>(i)).text);
    }
    if (showsFocus(*this))
        drawFocusRing(painter, frame, metrics::controlRadius);
}

void Segmented::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) {
        if (choiceRect(i).contains(event->position().toPoint()))
            setCurrentIndex(i);
    }
}

void Segmented::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_choices.size()) - 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up)
        setCurrentIndex(std::max(0, m_current - 1));
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down)
        setCurrentIndex(std::min(last, m_current + 1));
    else
        QWidget::keyPressEvent(event);
}

} // namespace navette::ui
