// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QVariant>

#include <functional>
#include <vector>

class QPainter;
class QVBoxLayout;

namespace navette::ui
{

/// A label in one of the house's text styles that follows the scheme.
class Label final : public QLabel
{
    Q_OBJECT
public:
    Label(const QString &text, TextStyle style, ColorRole role = ColorRole::Text, QWidget *parent = nullptr);
    void setRole(ColorRole role);
    void setTextStyle(TextStyle style);
    void setPixelSize(int pixels); ///< for the few texts larger than their style

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    TextStyle m_style;
    ColorRole m_role;
    int m_pixelSize = 0;
};

enum class ButtonKind { Primary, Secondary, Quiet, Danger };
/// A button of the house; `iconName` may be empty.
class Button final : public QPushButton
{
    Q_OBJECT
public:
    Button(const QString &text, ButtonKind kind, const QString &iconName = {}, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void setKind(ButtonKind kind);
    void setIconName(const QString &iconName);
    void setLarge(bool large); ///< the page's one deed in a side panel
    void setIconTrailing(bool trailing) { m_trailing = trailing; }
    void setSmall(bool small);                             ///< a link among others
    void setLeading(bool leading) { m_leading = leading; } ///< text at the left, as in a list of deeds

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;
    ButtonKind m_kind;
    QString m_iconName;
    bool m_large = false;
    bool m_small = false;
    bool m_trailing = false;
    bool m_leading = false;
};

/// A small rounded word: "kept", "3 causes".
class Badge final : public QWidget
{
    Q_OBJECT
public:
    Badge(const QString &text, Tone tone, QWidget *parent = nullptr);
    void set(const QString &text, Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};
/// The same, for delegates; returns the width that it took.
int paintBadge(QPainter &painter, const QPoint &topLeft, const QString &text, Tone tone, bool withIcon = false);
[[nodiscard]] QSize badgeSize(const QString &text, bool withIcon = false);

/// A surface with hairline and rounded corners, optionally titled.
class Surface final : public QFrame
{
    Q_OBJECT
public:
    explicit Surface(QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

/// Empty, loading, failed, offline: one sentence, one thing to do.
class StatePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit StatePanel(QWidget *parent = nullptr);
    /// `detail` (technical, copyable) and `action` may be empty.
    void show(const QString &iconName, const QString &title, const QString &sentence, const QString &actionText = {},
              std::function<void()> action = {}, const QString &detail = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_icon;
    QString m_iconName;
    Label *m_title;
    Label *m_sentence;
    Button *m_button;
    Button *m_detailButton;
    std::function<void()> m_action;
    QString m_detail;
};

/// A hairline.
class Separator final : public QFrame
{
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A search or filter field with its glass; Escape empties it.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// A few choices side by side, one of which holds: "Password | Key | Agent".
class Segmented final : public QWidget
{
    Q_OBJECT
public:
    explicit Segmented(QWidget *parent = nullptr);
    void addChoice(const QString &text, const QVariant &value);
    void setCurrentIndex(int index);
    void setCurrentValue(const QVariant &value);
    [[nodiscard]] int currentIndex() const { return m_current; }
    [[nodiscard]] QVariant currentValue() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Choice {
        QString text;
        QVariant value;
    };
    [[nodiscard]] QRect choiceRect(int index) const;
    std::vector<Choice> m_choices;
    int m_current = -1;
};

} // namespace navette::ui
