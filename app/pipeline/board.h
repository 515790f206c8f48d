// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "journal/journal.h"
#include "pipeline/importmode.h"

#include <optional>

namespace navette
{

/// Columns of a board. Digitaleo: Waiting, Processing, Accepted, Refused. Accengage: NotConfirmed, WaitingForPickup,
/// PickedUp.
enum class BoardColumn { Waiting, Processing, Accepted, Refused, NotConfirmed, WaitingForPickup, PickedUp };
/// Translated: "Waiting".
[[nodiscard]] QString label(BoardColumn column);
/// Untranslated, for JSON: "waiting", "not-confirmed" …
[[nodiscard]] QString key(BoardColumn column);
/// The directory in small print ("in"), or empty.
[[nodiscard]] QString directoryOf(BoardColumn column);
[[nodiscard]] const std::vector<BoardColumn> &columnsOf(Platform platform);

/// One file on the board.
struct Card {
    QString flow; ///< Flow::id
    BoardColumn column = BoardColumn::Waiting;
    RemotePath path;
    QString listName;                     ///< for the title
    QString fileName;                     ///< without timestamp prefix, made visible
    QDateTime depositedAt;                ///< UTC; from the prefix, the journal or the modification time
    QDateTime changedAt;                  ///< UTC; the file's modification time on the server
    qint64 size = -1;                     ///< bytes
    std::optional<DepositRecord> deposit; ///< where this desk sent it
    std::optional<QDateTime> nextPickup;  ///< Accengage
    bool operator==(const Card &) const = default;
    /// What stays the same while the card moves from column to column.
    [[nodiscard]] QString identity() const;
};

struct BoardSnapshot {
    std::vector<Card> cards;             ///< newest first within a column
    std::optional<ImportModeState> mode; ///< Digitaleo
    bool complete = true;                ///< false: some directory could not be listed whole
    QStringList problems;                ///< translated sentences about directories that could not be listed
    std::vector<RemotePath> temporaries; ///< our own temporary files: being sent just now, or left behind
    QDateTime takenAt;
    [[nodiscard]] std::vector<const Card *> of(const QString &flow, BoardColumn column) const;
    [[nodiscard]] int count(const QString &flow, BoardColumn column) const;
};

struct BoardDifference {
    std::vector<Card> appeared;
    std::vector<Card> vanished;
    struct Move {
        Card before;
        Card after;
    };
    std::vector<Move> moved;   ///< other column
    std::vector<Card> changed; ///< same column, other facts
    [[nodiscard]] bool isEmpty() const
    {
        return appeared.empty() && vanished.empty() && moved.empty() && changed.empty();
    }
};
[[nodiscard]] BoardDifference difference(const BoardSnapshot &before, const BoardSnapshot &after);

/// When the platform is next expected to look for files of this flow; nothing where it does so all the time.
[[nodiscard]] std::optional<QDateTime> nextPickup(const Flow &flow, const FlowSettings &settings, const QDateTime &now);

/// Lists every status directory of the flows at once (requests in flight together) and joins them with the journal.
[[nodiscard]] Result<BoardSnapshot> takeSnapshot(RemoteFileSystem &remote, const Account &account,
                                                 const std::vector<Flow> &flows, Journal *journal,
                                                 const JobControl &job = {});

/// Puts what followDeposits() returned on the snapshot's cards.
void showIn(BoardSnapshot &board, const std::vector<DepositRecord> &moved);

/// Brings unfinished journal records up to date with what the board shows; returns those that changed state.
[[nodiscard]] Result<std::vector<DepositRecord>> followDeposits(const Account &account, const BoardSnapshot &snapshot,
                                                                Journal &journal);

} // namespace navette
