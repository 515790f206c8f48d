// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/board.h"
#include "style/theme.h"

namespace navette::ui
{

/// What a card shows.
struct CardFace {
    QString title;
    QString facts; ///< "12,345 contacts · 1.2 MB"
    QString times; ///< "since 20 s · sent by you"
    QString badge; ///< may be empty
    Tone badgeTone = Tone::Neutral;
    bool badgeIcon = false;
    bool operator==(const CardFace &) const = default;
};

/// What the board knows about a card beyond the card itself.
struct CardContext {
    std::optional<int> causes;  ///< of a refused file that was examined
    bool repairedSince = false; ///< a later file of that list got through, or is on its way
};

[[nodiscard]] CardFace faceOf(const Card &card, const CardContext &context, const QDateTime &now);

/// "12,345 contacts".
[[nodiscard]] QString contactsText(qint64 contacts);
/// "you", or the name of the colleague who sent it.
[[nodiscard]] QString senderText(const DepositRecord &deposit);
/// Who sits at this desk, as the journal writes it.
[[nodiscard]] QString thisUser();
/// Between deposit and verdict; nothing where the two times make no sense together.
[[nodiscard]] std::optional<qint64> secondsTaken(const Card &card);

} // namespace navette::ui
