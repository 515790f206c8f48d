// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/contactrows.h"
#include "practice/people.h"
#include "practice/reportingday.h"
#include "practice/robot.h"
#include "practice/textfiles.h"

#include <array>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

constexpr int hour = 60;
constexpr int day = 24 * hour;

/// A deposit of the last days: where it lies now and how long ago it was made.
struct PastDeposit {
    const char *directory;
    const char16_t *list;
    int contacts;
    int minutesAgo;
    int tookSeconds;
    enum class Content { Good, CommaUtf8, ExcelUtf8, NoMobiles } content = Content::Good;
};
using Content = PastDeposit::Content;

constexpr std::array pastDeposits{
    PastDeposit{"contacts/import/in", u"winback_q4", 3410, 0, 0},
    PastDeposit{"contacts/import/on", u"spring_loyalty", 24210, 2, 0},
    PastDeposit{"contacts/import/ok", u"birthday_list", 1204, 31, 48},
    PastDeposit{"contacts/import/ok", u"store_lyon", 5730, 3 * hour, 52},
    PastDeposit{"contacts/import/ok", u"newsletter_fr", 18021, 5 * hour, 190},
    PastDeposit{"contacts/import/ok", u"test_mobile", 25, 21 * hour, 31},
    PastDeposit{"contacts/import/ok", u"store_nantes", 4118, 22 * hour, 44},
    PastDeposit{"contacts/import/ok", u"rentree_parents", 2604, 2 * day, 41},
    PastDeposit{"contacts/import/ok", u"clients_fidèles", 6120, 2 * day + 4 * hour, 63},
    PastDeposit{"contacts/import/ok", u"store_lille", 3987, 3 * day, 50},
    PastDeposit{"contacts/import/ok", u"abandoned_baskets", 410, 3 * day + 2 * hour, 33},
    PastDeposit{"contacts/import/ok", u"vip_october", 1180, 5 * day, 39},
    PastDeposit{"contacts/import/ok", u"birthday_list", 1188, 7 * day, 47},
    PastDeposit{"contacts/import/ko", u"june_promo", 2118, 74, 40, Content::CommaUtf8},
    PastDeposit{"contacts/import/ko", u"import_crm", 9902, 3 * day + hour, 58, Content::ExcelUtf8},
    PastDeposit{"contacts/optoutEMAIL/ok", u"unsubscribed_week_46", 86, day + 3 * hour, 30},
    PastDeposit{"contacts/optoutSMS/ok", u"stop_sms", 64, 6 * day, 30},
    PastDeposit{"contacts/optoutSMS/ko", u"stop_sms_november", 112, 4 * hour, 29, Content::NoMobiles},
    PastDeposit{"contacts/optoutSMS/ko", u"stop_sms_shops", 37, 2 * day, 30, Content::NoMobiles},
    PastDeposit{"contacts/optinSMS/ok", u"sms_welcome_back", 41, 8 * hour, 30},
    PastDeposit{"contacts/optinSMS/ok", u"sms_game_winners", 120, 4 * day, 31},
    PastDeposit{"contacts/delete/ok", u"closed_accounts", 19, 5 * day, 30},
};

QByteArray contentOf(const PastDeposit &past, int first)
{
    QList<QStringList> rows = contactRows(first, past.contacts);
    switch (past.content) {
    case Content::Good:
        return csvBytes(rows);
    case Content::CommaUtf8:
        rows[0][EmailColumn] = u"E-mail"_s;
        return csvBytes(rows, {.letters = CsvStyle::Letters::Utf8, .delimiter = ','});
    case Content::ExcelUtf8:
        return csvBytes(rows, {.letters = CsvStyle::Letters::Utf8, .byteOrderMark = true, .lineEnd = "\r\n"});
    case Content::NoMobiles:
        return csvBytes(columnsOf(rows, {FirstNameColumn, LastNameColumn, EmailColumn}));
    }
    return {};
}

Result<void> make(const PlatformTree &tree, const PastDeposit &past, int first, const QDateTime &now)
{
    // Nobody deposits on the full hour.
    const int oddSeconds = past.minutesAgo >= hour ? 60 + first % 1500 : 0;
    const QDateTime deposited = now.addSecs(-60 * past.minutesAgo - oddSeconds);
    const bool waiting = QByteArrayView(past.directory).endsWith("/in");
    const QString list = QString::fromUtf16(past.list);
    const QString name = waiting ? list + u".csv"_s : u"%1_%2.csv"_s.arg(deposited.toSecsSinceEpoch()).arg(list);
    const LocalPath file = tree.local(past.directory) / toLocalPath(name);
    const auto written = writeWhole(file, contentOf(past, first));
    if (written)
        setModified(file, deposited.addSecs(past.tookSeconds));
    return written;
}

} // namespace

Result<void> makeDigitaleoPast(const PlatformTree &tree, const QDateTime &now)
{
    int first = 50'000;
    for (const PastDeposit &past : pastDeposits) {
        if (const auto made = make(tree, past, first, now); !made)
            return made;
        first += past.contacts / 2; // half of the people are in the next list too
    }
    const LocalPath marker = tree.local("contacts/import/.addToExistingList");
    if (const auto written = writeWhole(marker, {}); !written)
        return written;
    setModified(marker, now.addSecs(-60 * (day + hour)));
    const QDate today = now.toLocalTime().date();
    for (int back = reportingDays - 1; back >= 0; --back) {
        if (const auto made = makeReportingDay(tree, today.addDays(-back)); !made)
            return made;
    }
    return {};
}

Result<void> makeAccengagePast(const PlatformTree &tree, const QDateTime &now)
{
    // Somebody's upload that was never confirmed; the exports are the robot's matter.
    const QDateTime when = now.addSecs(-60 * (2 * hour + 7));
    Dice dice("not confirmed");
    QList<QStringList> rows{{u"device_id"_s, u"expiry_date"_s}};
    for (int i = 0; i < 240; ++i) {
        const QString digits = QString::number(dice.next() | (quint64(1) << 63), 16).toUpper();
        rows.append({u"%1-%2-4%3-A%4-%5"_s.arg(digits.left(8), digits.mid(8, 4), digits.mid(1, 3), digits.mid(5, 3),
                                               digits.mid(3, 12)),
                     u"2027-01-31 23:59:59"_s});
    }
    const LocalPath file =
        tree.root() / toLocalPath(u"staticlist_winter_preview_6_%1.csv"_s.arg(when.toString(u"yyyyMMddHHmmss")));
    const auto written = writeWhole(file, csvBytes(rows, {.letters = CsvStyle::Letters::Utf8, .quoteAll = true}));
    if (written)
        setModified(file, when);
    return written;
}

} // namespace navette::practice
