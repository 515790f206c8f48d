// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <functional>

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    TextStyle m_style;
    ColorRole m_role;
};

enum class ButtonKind { Primary, Secondary, Quiet, Danger };
/// A button of the house; `iconName` may be empty.
class Button final : public QPushButton
{
    Q_OBJECT
public:
    Button(const QString &text, ButtonKind kind, const QString &iconName = {}, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ButtonKind m_kind;
    QString m_iconName;
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

private:
    QLabel *m_icon;
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

} // namespace navette::ui
