// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/reportingday.h"

#include "archive/archive.h"
#include "practice/people.h"
#include "practice/textfiles.h"

#include <array>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace fs = std::filesystem;

namespace
{

struct Campaign {
    int id;
    const char16_t *name;
    int everyDays; ///< it runs on days whose number divides by this
    int opened;    ///< about; 0: no e-mail
    int clickedPercent;
    int smsOptouts;
    int voicemailOptouts;
};

// Names as people give them: blanks, #, accents, apostrophes, underscores.
constexpr std::array campaigns{
    Campaign{66120, u"Newsletter FR", 1, 4021, 13, 0, 0},
    Campaign{67891, u"Black Friday teaser", 1, 1824, 16, 31, 0},
    Campaign{67902, u"Renouvellement fidélité", 1, 745, 24, 14, 0},
    Campaign{12345, u"Ouverture magasin Lyon", 2, 521, 23, 8, 0},
    Campaign{67944, u"Winback Q4", 2, 312, 13, 2, 0},
    Campaign{11872, u"Anniversaires_auto", 1, 98, 31, 0, 0},
    Campaign{67950, u"SMS dernière chance", 3, 0, 0, 42, 0},
    Campaign{68004, u"Campaign #2", 2, 260, 9, 0, 6},
    Campaign{68011, u"Soldes d'été - boîte vocale", 4, 0, 0, 0, 17},
};

const QStringList listHeader{u"Civilité"_s, u"Prénom"_s, u"Nom"_s, u"Email"_s, u"Mobile"_s, u"Référence"_s};

using Lists = QMap<QString, QList<QStringList>>; // "EMAIL_opened" → rows

QStringList rowOf(const Person &person)
{
    return {person.title, person.firstName, person.lastName, person.email, person.mobile, person.reference};
}

/// People follow one another from a start that differs by campaign and day: one campaign's openers partly come back.
QList<QStringList> someone(Dice &dice, int count)
{
    QList<QStringList> rows;
    rows.reserve(count);
    int number = dice.below(40'000);
    for (int i = 0; i < count; ++i) {
        number += 1 + dice.below(4);
        rows.append(rowOf(person(number)));
    }
    return rows;
}

Lists listsOf(const Campaign &campaign, const QDate &day)
{
    Dice dice(QByteArray::number(campaign.id) + day.toString(Qt::ISODate).toLatin1());
    const auto about = [&dice](int count) { return count == 0 ? 0 : count * (80 + dice.below(41)) / 100; };
    Lists lists;
    if (const int opened = about(campaign.opened); opened > 0) {
        const QList<QStringList> openers = someone(dice, opened);
        lists.insert(u"EMAIL_opened"_s, openers);
        lists.insert(u"EMAIL_clicked"_s, openers.mid(opened / 5, about(opened * campaign.clickedPercent / 100)));
        lists.insert(u"EMAIL_optout"_s, openers.mid(opened / 2, about(1 + opened / 400)));
    }
    if (const int optouts = about(campaign.smsOptouts); optouts > 0)
        lists.insert(u"SMS_optout"_s, someone(dice, optouts));
    if (const int optouts = about(campaign.voicemailOptouts); optouts > 0)
        lists.insert(u"VOICEMAIL_optout"_s, someone(dice, optouts));
    return lists;
}

/// Made beside the tree and moved in whole.
Result<void> writeReport(const PlatformTree &tree, const LocalPath &target, const Lists &lists)
{
    std::vector<archive::NamedBytes> files;
    for (auto it = lists.begin(); it != lists.end(); ++it)
        files.push_back({it.key() + ".csv"_L1, csvBytes(QList<QStringList>{listHeader} + it.value())});
    const LocalPath fresh = tree.root().parent_path() / "new-report.zip";
    std::error_code error;
    fs::remove(fresh, error);
    if (const auto written = archive::writeZip(fresh, files); !written)
        return written;
    const auto lock = tree.lock();
    fs::create_directories(target.parent_path(), error);
    fs::rename(fresh, target, error);
    if (error) {
        return fail(ErrorKind::NotWritable, QString(), QString::fromStdString(error.message()));
    }
    return {};
}

LocalPath directoryOf(const PlatformTree &tree, const QDate &day)
{
    return tree.local("reporting/" + day.toString(Qt::ISODate).toLatin1());
}

std::vector<QDate> daysIn(const PlatformTree &tree)
{
    std::vector<QDate> days;
    std::error_code error;
    fs::directory_iterator it(tree.local("reporting"), error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        const QDate day = QDate::fromString(fileName(it->path()), Qt::ISODate);
        if (day.isValid())
            days.push_back(day);
    }
    return days;
}

/// Written into each day's directory last, so that a directory without it is one whose making was cut short.
QString generalName(const QDate &day)
{
    // The platform's document shows both spellings.
    return day.toString(Qt::ISODate) + (day.toJulianDay() % 2 == 0 ? ".zip"_L1 : "_Daily.zip"_L1);
}

} // namespace

Result<void> makeReportingDay(const PlatformTree &tree, const QDate &day)
{
    const LocalPath directory = directoryOf(tree, day);
    const LocalPath general = directory / toLocalPath(generalName(day));
    std::error_code error;
    if (fs::exists(general, error))
        return {};
    Lists all;
    for (const Campaign &campaign : campaigns) {
        if (day.toJulianDay() % campaign.everyDays != 0)
            continue;
        const Lists lists = listsOf(campaign, day);
        for (auto it = lists.begin(); it != lists.end(); ++it)
            all[it.key()] += it.value();
        const QString name = QString::fromUtf16(campaign.name);
        // "Campaign #2" comes as in the document: without a day and with leading zeros.
        const QString fileName = campaign.id == 68004
                                     ? u"%1_%2.zip"_s.arg(campaign.id, 7, 10, QLatin1Char('0')).arg(name)
                                     : u"%1_%2_%3.zip"_s.arg(day.toString(Qt::ISODate)).arg(campaign.id).arg(name);
        if (const auto written = writeReport(tree, directory / toLocalPath(fileName), lists); !written)
            return written;
    }
    return writeReport(tree, general, all);
}

Result<void> makeCampaignReport(const PlatformTree &tree, const QDate &day, const ContactList &list,
                                const std::vector<TakenContact> &contacts)
{
    constexpr size_t mostRows = 2000;
    const LocalPath target = directoryOf(tree, day) /
                             toLocalPath(u"%1_%2_%3.zip"_s.arg(day.toString(Qt::ISODate)).arg(list.id).arg(list.name));
    std::error_code error;
    if (fs::exists(target, error))
        return {};
    Dice dice(list.name.toUtf8());
    Lists lists;
    for (size_t i = 0; i < contacts.size() && i < mostRows; ++i) {
        const TakenContact &contact = contacts[i];
        const QStringList row{QString(),
                              QString(),
                              QString(),
                              QString::fromLatin1(contact.email),
                              QString::fromLatin1(contact.mobile),
                              QString::fromLatin1(contact.reference)};
        // The first contact always reacts, so that no report is empty.
        if (!contact.email.isEmpty() && (i == 0 || dice.chance(42))) {
            lists[u"EMAIL_opened"_s].append(row);
            if (dice.chance(18))
                lists[u"EMAIL_clicked"_s].append(row);
            if (dice.chance(1))
                lists[u"EMAIL_optout"_s].append(row);
        } else if (!contact.mobile.isEmpty() && (i == 0 || dice.chance(2))) {
            lists[u"SMS_optout"_s].append(row);
        }
    }
    if (lists.isEmpty())
        return {}; // nobody reacted: the platform writes nothing
    return writeReport(tree, target, lists);
}

Result<void> bringReportsUpTo(const PlatformTree &tree, const QDate &today)
{
    const std::vector<QDate> days = daysIn(tree);
    // The newest one again: its making may have been cut short.
    const QDate newest = days.empty() ? today : *std::max_element(days.begin(), days.end());
    for (QDate day = std::max(newest, today.addDays(1 - reportingDays)); day <= today; day = day.addDays(1)) {
        if (const auto made = makeReportingDay(tree, day); !made)
            return made;
    }
    return {};
}

void removeOldReports(const PlatformTree &tree, const QDate &today)
{
    const auto lock = tree.lock();
    for (const QDate &day : daysIn(tree)) {
        std::error_code error;
        if (day.daysTo(today) >= reportingDays)
            fs::remove_all(directoryOf(tree, day), error);
    }
}

} // namespace navette::practice
