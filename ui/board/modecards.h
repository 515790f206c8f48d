// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/importmode.h"

#include <QAbstractButton>

#include <array>

namespace navette::ui
{

/// One import mode as a choice with its consequence.
class ModeCard final : public QAbstractButton
{
    Q_OBJECT
public:
    ModeCard(ImportMode mode, QWidget *parent = nullptr);
    [[nodiscard]] ImportMode mode() const { return m_mode; }
    /// `note` stands under the consequence: "Set on the platform now, by you, yesterday 17:40."
    void setSituation(bool inForce, bool pending, const QString &note);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    ImportMode m_mode;
    bool m_inForce = false;
    bool m_pending = false;
    QString m_note;
};

/// The three import modes; shows what the server has, and asks for another.
class ModeCards final : public QWidget
{
    Q_OBJECT
public:
    explicit ModeCards(QWidget *parent = nullptr);
    /// Nothing: not known yet. `pending`: the change that is on its way.
    void setState(const std::optional<ImportModeState> &state, std::optional<ImportMode> pending);
    [[nodiscard]] ModeCard *card(ImportMode mode) const;

Q_SIGNALS:
    void chosen(navette::ImportMode mode);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::array<ModeCard *, 3> m_cards{};
};

} // namespace navette::ui
