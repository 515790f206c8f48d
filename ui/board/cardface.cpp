// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/cardface.h"

#include "style/text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::CardFace)
};

qint64 ageOf(const QDateTime &since, const QDateTime &now)
{
    return std::max<qint64>(0, since.secsTo(now));
}

QString factsOf(const Card &card)
{
    QStringList parts;
    if (card.deposit && card.deposit->contacts >= 0)
        parts << contactsText(card.deposit->contacts);
    if (card.size >= 0)
        parts << sizeText(card.size);
    if (!card.deposit)
        parts << Text::tr("not from this desk");
    return parts.join(u" · "_s);
}

QString waitingTimes(const Card &card, const QDateTime &now)
{
    if (card.deposit && card.deposit->state == DepositState::Sending)
        return Text::tr("sending…");
    QStringList parts;
    if (card.depositedAt.isValid())
        parts << Text::tr("since %1").arg(durationText(ageOf(card.depositedAt, now)));
    if (card.deposit)
        parts << Text::tr("sent by %1").arg(senderText(*card.deposit));
    return parts.join(u" · "_s);
}

QString processingTimes(const Card &card, const QDateTime &now)
{
    QStringList parts;
    if (card.changedAt.isValid())
        parts << Text::tr("for %1").arg(durationText(ageOf(card.changedAt, now)));
    if (card.depositedAt.isValid()) {
        // Of today the hour is enough, and leaves the card's line whole.
        const QDateTime local = card.depositedAt.toLocalTime();
        const bool today = local.date() == now.toLocalTime().date();
        parts << Text::tr("deposited %1")
                     .arg(today ? QLocale().toString(local.time(), u"HH:mm"_s) : whenText(card.depositedAt, now));
    }
    return parts.join(u" · "_s);
}

QString endedTimes(const Card &card, const QDateTime &now)
{
    QStringList parts;
    const QDateTime when = card.changedAt.isValid() ? card.changedAt : card.depositedAt;
    if (when.isValid())
        parts << whenText(when, now);
    if (const auto taken = secondsTaken(card); taken && card.column == BoardColumn::Accepted)
        parts << Text::tr("took %1").arg(durationText(*taken));
    if (card.deposit && card.deposit->sentBy != thisUser())
        parts << Text::tr("sent by %1").arg(senderText(*card.deposit));
    return parts.join(u" · "_s);
}

QString timesOf(const Card &card, const QDateTime &now)
{
    switch (card.column) {
    case BoardColumn::Waiting:
        return waitingTimes(card, now);
    case BoardColumn::Processing:
        return processingTimes(card, now);
    case BoardColumn::Accepted:
    case BoardColumn::Refused:
    case BoardColumn::PickedUp:
        return endedTimes(card, now);
    case BoardColumn::NotConfirmed:
        return Text::tr("confirmation file missing");
    case BoardColumn::WaitingForPickup:
        return card.nextPickup ? Text::tr("next pick-up %1").arg(whenText(*card.nextPickup, now))
                               : waitingTimes(card, now);
    }
    return {};
}

void setBadge(CardFace &face, const Card &card, const CardContext &context)
{
    switch (card.column) {
    case BoardColumn::Refused:
        if (context.repairedSince) {
            face.badge = Text::tr("repaired since");
        } else if (context.causes && *context.causes > 0) {
            face.badge = Text::tr("%n cause(s)", nullptr, *context.causes);
            face.badgeTone = Tone::Bad;
            face.badgeIcon = true;
        }
        break;
    case BoardColumn::Accepted:
        if (const auto mode = card.deposit ? importModeFromKey(card.deposit->mode) : std::nullopt) {
            face.badgeTone = Tone::Ok;
            switch (*mode) {
            case ImportMode::NewList:
                face.badge = Text::tr("new list");
                break;
            case ImportMode::AddToList:
                face.badge = Text::tr("added");
                break;
            case ImportMode::SyncList:
                face.badge = Text::tr("synchronised");
                break;
            }
        }
        break;
    case BoardColumn::NotConfirmed:
        face.badge = Text::tr("not taken yet");
        face.badgeTone = Tone::Warn;
        break;
    case BoardColumn::Waiting:
    case BoardColumn::Processing:
    case BoardColumn::WaitingForPickup:
    case BoardColumn::PickedUp:
        break;
    }
}

} // namespace

CardFace faceOf(const Card &card, const CardContext &context, const QDateTime &now)
{
    CardFace face{.title = card.listName.isEmpty() ? card.fileName : card.listName,
                  .facts = factsOf(card),
                  .times = timesOf(card, now)};
    setBadge(face, card, context);
    return face;
}

QString contactsText(qint64 contacts)
{
    return Text::tr("%Ln contact(s)", nullptr, asCount(contacts));
}

QString thisUser()
{
    static const QString user =
        qEnvironmentVariableIsSet("USERNAME") ? qEnvironmentVariable("USERNAME") : qEnvironmentVariable("USER");
    return user;
}

QString senderText(const DepositRecord &deposit)
{
    if (deposit.sentBy.isEmpty() || deposit.sentBy == thisUser())
        return Text::tr("you");
    return deposit.sentBy;
}

std::optional<qint64> secondsTaken(const Card &card)
{
    constexpr qint64 day = 24 * 3600;
    if (!card.changedAt.isValid() || !card.depositedAt.isValid())
        return {};
    const qint64 seconds = card.depositedAt.secsTo(card.changedAt);
    return seconds > 0 && seconds < day ? std::optional(seconds) : std::nullopt;
}

} // namespace navette::ui
