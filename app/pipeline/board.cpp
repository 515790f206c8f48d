// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/board.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace navette
{
namespace
{

struct BoardText {
    Q_DECLARE_TR_FUNCTIONS(BoardText)
};

constexpr qint64 secondsPerHour = 3600;

QString nameKey(const Card &card)
{
    return card.flow + u'/' + card.fileName;
}

bool sameFacts(const Card &a, const Card &b)
{
    return a == b;
}

} // namespace

QString label(BoardColumn column)
{
    switch (column) {
    case BoardColumn::Waiting:
        return BoardText::tr("Waiting");
    case BoardColumn::Processing:
        return BoardText::tr("Processing");
    case BoardColumn::Accepted:
        return BoardText::tr("Accepted");
    case BoardColumn::Refused:
        return BoardText::tr("Refused");
    case BoardColumn::NotConfirmed:
        return BoardText::tr("Not confirmed");
    case BoardColumn::WaitingForPickup:
        return BoardText::tr("Waiting for pick-up");
    case BoardColumn::PickedUp:
        return BoardText::tr("Picked up");
    }
    return {};
}

QString key(BoardColumn column)
{
    switch (column) {
    case BoardColumn::Waiting:
        return QStringLiteral("waiting");
    case BoardColumn::Processing:
        return QStringLiteral("processing");
    case BoardColumn::Accepted:
        return QStringLiteral("accepted");
    case BoardColumn::Refused:
        return QStringLiteral("refused");
    case BoardColumn::NotConfirmed:
        return QStringLiteral("not-confirmed");
    case BoardColumn::WaitingForPickup:
        return QStringLiteral("waiting-for-pickup");
    case BoardColumn::PickedUp:
        return QStringLiteral("picked-up");
    }
    return {};
}

QString directoryOf(BoardColumn column)
{
    switch (column) {
    case BoardColumn::Waiting:
        return QStringLiteral("in");
    case BoardColumn::Processing:
        return QStringLiteral("on");
    case BoardColumn::Accepted:
        return QStringLiteral("ok");
    case BoardColumn::Refused:
        return QStringLiteral("ko");
    case BoardColumn::NotConfirmed:
    case BoardColumn::WaitingForPickup:
    case BoardColumn::PickedUp:
        return {};
    }
    return {};
}

const std::vector<BoardColumn> &columnsOf(Platform platform)
{
    static const std::vector<BoardColumn> digitaleo{BoardColumn::Waiting, BoardColumn::Processing,
                                                    BoardColumn::Accepted, BoardColumn::Refused};
    static const std::vector<BoardColumn> accengage{BoardColumn::NotConfirmed, BoardColumn::WaitingForPickup,
                                                    BoardColumn::PickedUp};
    return platform == Platform::Digitaleo ? digitaleo : accengage;
}

QString Card::identity() const
{
    if (deposit)
        return QStringLiteral("%1#%2").arg(flow).arg(deposit->id);
    // The platform's prefix is the time of the deposit, which is what `in` shows as the modification time.
    const QString time = depositedAt.isValid() ? QString::number(depositedAt.toSecsSinceEpoch()) : QStringLiteral("?");
    return nameKey(*this) + u'@' + time;
}

std::vector<const Card *> BoardSnapshot::of(const QString &flow, BoardColumn column) const
{
    std::vector<const Card *> found;
    for (const Card &card : cards) {
        if (card.flow == flow && card.column == column)
            found.push_back(&card);
    }
    return found;
}

int BoardSnapshot::count(const QString &flow, BoardColumn column) const
{
    return static_cast<int>(std::count_if(
        cards.begin(), cards.end(), [&](const Card &card) { return card.flow == flow && card.column == column; }));
}

BoardDifference difference(const BoardSnapshot &before, const BoardSnapshot &after)
{
    BoardDifference result;
    std::multimap<QString, const Card *> old;
    for (const Card &card : before.cards)
        old.emplace(card.identity(), &card);
    std::vector<const Card *> unmatched;
    const auto settle = [&result](const Card &was, const Card &is) {
        if (was.column != is.column)
            result.moved.push_back({was, is});
        else if (!sameFacts(was, is))
            result.changed.push_back(is);
    };
    for (const Card &card : after.cards) {
        const auto it = old.find(card.identity());
        if (it == old.end()) {
            unmatched.push_back(&card);
            continue;
        }
        settle(*it->second, card);
        old.erase(it);
    }
    // The same name with another identity: a clock that differs from the platform's, or a card that the journal has
    // only now recognised. It moved forward, or it is the same card where it was.
    for (const Card *card : unmatched) {
        const auto it = std::find_if(old.begin(), old.end(), [card](const auto &entry) {
            return nameKey(*entry.second) == nameKey(*card) && entry.second->column <= card->column &&
                   (entry.second->column != card->column || entry.second->path == card->path);
        });
        if (it == old.end()) {
            result.appeared.push_back(*card);
            continue;
        }
        settle(*it->second, *card);
        old.erase(it);
    }
    for (const auto &[identity, card] : old)
        result.vanished.push_back(*card);
    return result;
}

std::optional<QDateTime> nextPickup(const Flow &flow, const FlowSettings &settings, const QDateTime &now)
{
    if (flow.upload != UploadStrategy::Confirmed)
        return {};
    constexpr qint64 tenMinutes = 600;
    const qint64 nowSecs = now.toSecsSinceEpoch();
    const qint64 nextTenMinutes = (nowSecs / tenMinutes + 1) * tenMinutes;
    // accengage.md, Imports: an external FTP is read daily, 01:00 to 04:00 in GMT+1, which is 00:00 to 03:00 UTC; the
    // static list every ten minutes wherever it is.
    const bool daily = settings.externalFtp && flow.id == u"accengage/updateDevices";
    constexpr qint64 day = 24 * secondsPerHour;
    const qint64 sinceMidnight = nowSecs % day;
    const bool withinWindow = sinceMidnight < 3 * secondsPerHour;
    if (daily && !withinWindow)
        return QDateTime::fromSecsSinceEpoch(nowSecs - sinceMidnight + day, Qt::UTC);
    return QDateTime::fromSecsSinceEpoch(nextTenMinutes, Qt::UTC);
}

void showIn(BoardSnapshot &board, const std::vector<DepositRecord> &moved)
{
    for (const DepositRecord &record : moved) {
        for (Card &card : board.cards) {
            if (card.deposit && card.deposit->id == record.id)
                card.deposit = record;
        }
    }
}

Result<std::vector<DepositRecord>> followDeposits(const Account &account, const BoardSnapshot &snapshot,
                                                  Journal &journal)
{
    const Result<std::vector<DepositRecord>> open = journal.unfinished(account.id);
    if (!open)
        return tl::make_unexpected(open.error());
    std::vector<DepositRecord> moved;
    for (const DepositRecord &read : *open) {
        DepositRecord record = read;
        const auto card = std::find_if(snapshot.cards.begin(), snapshot.cards.end(),
                                       [&record](const Card &c) { return c.deposit && c.deposit->id == record.id; });
        const DepositState was = record.state;
        if (card != snapshot.cards.end()) {
            switch (card->column) {
            case BoardColumn::Waiting:
            case BoardColumn::WaitingForPickup:
                record.state = DepositState::Waiting;
                break;
            case BoardColumn::Processing:
                record.state = DepositState::Processing;
                break;
            case BoardColumn::Accepted:
                record.state = DepositState::Accepted;
                break;
            case BoardColumn::Refused:
                record.state = DepositState::Refused;
                break;
            case BoardColumn::PickedUp:
                record.state = DepositState::OutcomeUnknown;
                break;
            case BoardColumn::NotConfirmed:
                break; // still being sent, or left there: settleInterrupted() knows
            }
            if (card->path.name() != record.remoteName.toUtf8())
                record.platformName = QString::fromUtf8(card->path.name());
        } else if (snapshot.complete && record.state != DepositState::Ready && record.state != DepositState::Sending &&
                   record.depositedAt.isValid() && record.depositedAt.secsTo(snapshot.takenAt) > secondsPerHour) {
            // Gone from every directory for long: taken, and removed by the platform or by somebody before we looked.
            record.state = DepositState::OutcomeUnknown;
        }
        if (record.state == was)
            continue;
        // Who sends it just now says itself how that ends.
        const auto claim = was == DepositState::Sending ? journal.claimUnchanged(read) : nullptr;
        if (was == DepositState::Sending && !claim)
            continue;
        if (was == DepositState::Sending) {
            record.temporaryName.clear();
            record.message.clear();
        }
        if (isFinal(record.state))
            record.endedAt = snapshot.takenAt;
        if (const Result<void> saved = journal.update(record); !saved)
            return tl::make_unexpected(saved.error());
        moved.push_back(record);
    }
    return moved;
}

} // namespace navette
