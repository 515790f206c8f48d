// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "style/theme.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace navette::ui
{

/// One sentence inline, with its tone's icon, until the person closes it or something newer takes its place. Hidden
/// while there is nothing to say.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);
    void show(Tone tone, const QString &sentence, const QString &detail = {});
    /// What to do about what is shown; it clears the banner, unless it only helps to see. Until the next show().
    enum class Deed { Clears, Stays };
    void offer(const QString &actionText, std::function<void()> action, Deed deed = Deed::Clears);
    /// A cancelled error says nothing.
    void showError(const Error &error);
    void clear();
    [[nodiscard]] Tone tone() const { return m_tone; } ///< of what was shown last

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();
    void removeDeeds();
    Tone m_tone = Tone::Neutral;
    QLabel *m_icon;
    QLabel *m_sentence;
    QHBoxLayout *m_deeds;
    QWidget *m_copy;
    QString m_detail;
};

} // namespace navette::ui
