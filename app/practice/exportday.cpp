// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/exportday.h"

#include "practice/people.h"
#include "practice/textfiles.h"

#include <QTime>

#include <array>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

constexpr int devicesPerDay = 1800;
constexpr int allDevices = 6000;

struct Message {
    int id;
    const char16_t *name;
    const char16_t *type;
    int campaign; ///< 0: only push notifications have one
    const char16_t *campaignName;
    int sentOnWeekday; ///< 1 Monday … 7; 0 every day
    int targets;
    int reactionPercent;
};

constexpr std::array messages{
    Message{5101, u"Vendredi noir : -30 %", u"push notification", 310, u"Black Friday", 5, 640, 11},
    Message{5102, u"Nouveautés de la semaine", u"push notification", 311, u"Hebdo", 1, 900, 7},
    Message{5103, u"Bienvenue dans l’appli", u"in-app message", 0, u"", 0, 120, 38},
    Message{5104, u"Panier oublié", u"automated message", 0, u"", 0, 85, 21},
    Message{5105, u"Offre du jour", u"daily message", 0, u"", 0, 400, 5},
    Message{5106, u"Rappel rendez-vous", u"scheduled alarm", 0, u"", 3, 60, 44},
};

struct City {
    double latitude;
    double longitude;
};
constexpr std::array places{City{48.869, 2.342}, City{45.764, 4.835}, City{47.218, -1.553},
                            City{50.629, 3.057}, City{43.604, 1.444}, City{48.573, 7.752}};
constexpr std::array models{u"iPhone4,1", u"iPhone14,5", u"iPhone13,2", u"SM-G991B", u"Pixel 7", u"SM-A536B"};

QString hex(Dice &dice, int digits)
{
    return QString::number(dice.next() >> (64 - 4 * digits), 16).toUpper().rightJustified(digits, QLatin1Char('0'));
}

QString uuid(Dice &dice)
{
    return hex(dice, 8) + u'-' + hex(dice, 4) + u"-4"_s + hex(dice, 3) + u"-A"_s + hex(dice, 3) + u'-' + hex(dice, 12);
}

/// Accengage's own: "2026-11-20 08:15:00".
QString timeOf(const QDate &day, Dice &dice)
{
    return u"%1 %2"_s.arg(day.toString(Qt::ISODate),
                          QTime(7 + dice.below(15), dice.below(60), dice.below(60)).toString(u"HH:mm:ss"));
}

QString decimal(double value)
{
    return QString::number(value, 'f', 3).replace(u'.', u',');
}

bool isSentOn(const Message &message, const QDate &day)
{
    return message.sentOnWeekday == 0 || message.sentOnWeekday == day.dayOfWeek();
}

QString text(const char16_t *units)
{
    return QString::fromUtf16(units);
}

QByteArray statistics(const QDate &day, const CsvStyle &style)
{
    QList<QStringList> rows{{u"message_id"_s, u"message_name"_s, u"message_type"_s, u"campaign_id"_s,
                             u"campaign_name"_s, u"send_date"_s, u"number_of_targets"_s, u"number_of_bounces"_s,
                             u"number_of_messages_sent"_s, u"number_of_reactions"_s}};
    for (const Message &message : messages) {
        Dice dice(QByteArray::number(message.id) + day.toString(Qt::ISODate).toLatin1());
        const bool sent = isSentOn(message, day);
        const int targets = sent ? message.targets * (85 + dice.below(31)) / 100 : 0;
        const int bounces = targets * dice.below(4) / 100;
        // The days after the sending still bring some reactions (0 sent, some reactions: totals add up over days).
        const int reactions = sent ? (targets - bounces) * message.reactionPercent / 100
                                   : message.targets * message.reactionPercent / 1500;
        QDate sentOn = day;
        while (!isSentOn(message, sentOn))
            sentOn = sentOn.addDays(-1);
        Dice sending(QByteArray::number(message.id) + sentOn.toString(Qt::ISODate).toLatin1() + "sent");
        rows.append({QString::number(message.id), text(message.name), text(message.type),
                     message.campaign > 0 ? QString::number(message.campaign) : QString(), text(message.campaignName),
                     timeOf(sentOn, sending), QString::number(targets), QString::number(bounces),
                     QString::number(targets - bounces), QString::number(reactions)});
    }
    return csvBytes(rows, style);
}

Dice deviceDice(int number)
{
    return Dice(static_cast<quint64>(number) * 104729u + 5u);
}

QByteArray reactions(const QDate &day, const FlowSettings &settings, const CsvStyle &style)
{
    QList<QStringList> rows{{settings.memberIdColumn, u"device_id"_s, u"message_id"_s, u"message_name"_s,
                             u"campaign_id"_s, u"campaign_name"_s, u"optin"_s, u"bounce"_s, u"reaction"_s,
                             u"sending_date"_s, u"reaction_date"_s}};
    for (const Message &message : messages) {
        if (!isSentOn(message, day))
            continue;
        Dice dice("reactions" + QByteArray::number(message.id) + day.toString(Qt::ISODate).toLatin1());
        for (int i = 0; i < message.targets; ++i) {
            const int number = dice.below(allDevices);
            Dice device = deviceDice(number);
            const bool bounced = dice.chance(2);
            const bool reacted = !bounced && dice.chance(message.reactionPercent);
            const QString sent = timeOf(day, dice);
            rows.append(
                {number % 3 == 0 ? QString() : person(number).reference, uuid(device), QString::number(message.id),
                 text(message.name), message.campaign > 0 ? QString::number(message.campaign) : QString(),
                 text(message.campaignName), QString::number(dice.chance(91)), QString::number(bounced),
                 QString::number(reacted), sent,
                 reacted ? sent.left(11) + u"23:%1:00"_s.arg(dice.below(60), 2, 10, QLatin1Char('0')) : QString()});
        }
    }
    return csvBytes(rows, style);
}

QString customValue(const CustomField &field, int number, Dice &dice)
{
    switch (field.type) {
    case CustomField::Type::Text:
        return dice.chance(80) ? person(number).firstName : QString();
    case CustomField::Type::Integer:
        return QString::number(dice.below(2500));
    case CustomField::Type::Decimal:
        return decimal(dice.part() * 300);
    case CustomField::Type::Date:
        return u"%1-%2-%3 00:00:00"_s.arg(1950 + dice.below(56))
            .arg(1 + dice.below(12), 2, 10, QLatin1Char('0'))
            .arg(1 + dice.below(28), 2, 10, QLatin1Char('0'));
    }
    return {};
}

QByteArray devices(const QDate &day, const FlowSettings &settings, const CsvStyle &style)
{
    QStringList header{u"device_id"_s,    u"IDFA"_s,
                       u"token"_s,        u"number_of_visits"_s,
                       u"install_date"_s, u"last_opened"_s,
                       u"device_model"_s, u"os_version"_s,
                       u"language"_s,     u"bundle_version"_s,
                       u"latitude"_s,     u"longitude"_s,
                       u"altitude"_s,     u"geolocation_date"_s,
                       u"sdk_version"_s,  u"feedback"_s,
                       u"timezone"_s,     u"system_push_opt-in"_s,
                       u"enabled_push"_s, u"enabled_inapps"_s,
                       u"country_code"_s, settings.memberIdColumn};
    for (const CustomField &field : settings.customData)
        header.append(field.name);
    QList<QStringList> rows{header};
    Dice dice("devices" + day.toString(Qt::ISODate).toLatin1());
    int number = 0;
    for (int i = 0; i < devicesPerDay; ++i) {
        number += 1 + dice.below(2 * allDevices / devicesPerDay - 1); // each device once a day
        Dice own = deviceDice(number);
        const QString id = uuid(own);
        const QString idfa = uuid(own);
        const QString token = hex(own, 16) + hex(own, 16) + hex(own, 16) + hex(own, 16);
        const QString model =
            QString::fromUtf16(models[static_cast<size_t>(own.below(static_cast<int>(models.size())))]);
        const bool apple = model.startsWith("iPhone"_L1);
        const City &city = places[static_cast<size_t>(own.below(static_cast<int>(places.size())))];
        const bool located = own.chance(60);
        const QString installed = timeOf(day.addDays(-1 - own.below(600)), own);
        const bool french = own.chance(90);
        QStringList row{id,
                        apple ? idfa : QString(),
                        token,
                        QString::number(1 + dice.below(80)),
                        installed,
                        timeOf(day, dice),
                        model,
                        apple ? u"17.%1"_s.arg(own.below(7)) : u"1%1"_s.arg(2 + own.below(3)),
                        french ? u"fr"_s : u"en"_s,
                        u"4.%1.0"_s.arg(own.below(6)),
                        located ? decimal(city.latitude + own.part() / 20) : QString(),
                        located ? decimal(city.longitude + own.part() / 20) : QString(),
                        located ? QString::number(own.below(300)) : QString(),
                        located ? timeOf(day, dice) : QString(),
                        u"3.%1.1"_s.arg(own.below(4)),
                        QString::number(own.chance(3)),
                        u"Europe/Paris"_s,
                        QString::number(own.chance(71)),
                        QString::number(own.chance(88)),
                        QString::number(own.chance(95)),
                        french ? u"FR"_s : u"BE"_s,
                        number % 3 == 0 ? QString() : person(number).reference};
        for (const CustomField &field : settings.customData)
            row.append(customValue(field, number, own));
        rows.append(row);
    }
    return csvBytes(rows, style);
}

} // namespace

std::vector<DailyExport> exportsOf(const QDate &day, const FlowSettings &settings)
{
    const CsvStyle style{.letters = CsvStyle::Letters::Utf8, .delimiter = settings.delimiter, .quoteAll = true};
    const QString stamp = u"_%1_%2.csv"_s.arg(settings.appId, day.toString(u"yyyyMMdd"));
    return {{u"exportMessagesStatistics"_s + stamp, statistics(day, style)},
            {u"exportDevicesReactions"_s + stamp, reactions(day, settings, style)},
            {u"exportDevices"_s + stamp, devices(day, settings, style)}};
}

} // namespace navette::practice
