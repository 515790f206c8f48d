// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/people.h"
#include "practice/samplerecipes.h"
#include "practice/textfiles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PracticeSamples)
};

using Rows = QList<QStringList>;

const CsvStyle platformStyle{.letters = CsvStyle::Letters::Utf8, .quoteAll = true};

QString deviceId(int number)
{
    Dice dice(static_cast<quint64>(number) * 104729u + 5u); // the devices of the exports (exportday.cpp)
    const auto hex = [&dice](int digits) {
        return QString::number(dice.next() >> (64 - 4 * digits), 16).toUpper().rightJustified(digits, QLatin1Char('0'));
    };
    QString id = hex(8);
    id += u'-' + hex(4);
    id += u"-4"_s + hex(3);
    id += u"-A"_s + hex(3);
    return id + u'-' + hex(12);
}

Rows staticList(int first, int count)
{
    Rows rows{{u"device_id"_s, u"firstname"_s, u"last_store"_s, u"expiry_date"_s}};
    for (int i = 0; i < count; ++i) {
        const Person who = person(first + i);
        rows.append({deviceId(first + i), who.firstName, who.city, u"2027-01-31 23:59:59"_s});
    }
    return rows;
}

Rows deviceUpdates(int first, int count)
{
    Rows rows{{u"device_id"_s, u"firstname"_s, u"loyalty_points"_s, u"last_store"_s}};
    for (int i = 0; i < count; ++i) {
        const Person who = person(first + i);
        rows.append({deviceId(first + i), who.firstName, QString::number(i * 41 % 2500), who.city});
    }
    return rows;
}

QByteArray emptyKeys()
{
    Rows rows = staticList(900, 60);
    for (const int row : {7, 21, 22, 48})
        rows[row][0].clear();
    return csvBytes(rows, platformStyle);
}

QByteArray badKeys()
{
    Rows rows = staticList(1'100, 60);
    rows[5][0].chop(4);
    rows[18][0] = u"unknown"_s;
    return csvBytes(rows, platformStyle);
}

QByteArray emptyingUpdate()
{
    Rows rows = deviceUpdates(1'300, 80);
    for (qsizetype row = 4; row < rows.size(); row += 6)
        rows[row][2].clear();
    return csvBytes(rows, platformStyle);
}

SampleRecipe recipe(const QString &fileName, const QString &flow, const QString &description, bool acceptedAsIs,
                    std::function<QByteArray()> bytes)
{
    return {Sample{fileName, "accengage/"_L1 + flow, description, acceptedAsIs, true}, std::move(bytes), {}};
}

} // namespace

std::vector<SampleRecipe> accengageSamples()
{
    const QString list = u"staticlist"_s;
    const QString update = u"updateDevices"_s;
    return {
        recipe(u"staticlist_black_friday_6_20261120091500.csv"_s, list, Text::tr("A good static list of 1,240 devices"),
               true, [] { return csvBytes(staticList(1, 1'240), platformStyle); }),
        recipe(u"staticlist_no_quotes_6_20261120093000.csv"_s, list,
               Text::tr("Fields that are not protected by quotation marks"), false,
               [] { return csvBytes(staticList(500, 75), {.letters = CsvStyle::Letters::Utf8}); }),
        recipe(u"staticlist_empty_keys_6_20261120094500.csv"_s, list, Text::tr("Four rows without a device"), false,
               emptyKeys),
        recipe(u"staticlist_wrong_keys_6_20261120100000.csv"_s, list, Text::tr("Two device numbers that are none"),
               false, badKeys),
        recipe(u"staticlist_from_a_spreadsheet_6_20261120101500.csv"_s, list,
               Text::tr("Saved by a spreadsheet: a byte-order mark, Windows line ends, no quotation marks"), false,
               [] {
                   return csvBytes(staticList(700, 90),
                                   {.letters = CsvStyle::Letters::Utf8, .byteOrderMark = true, .lineEnd = "\r\n"});
               }),
        recipe(u"newsletter_readers.csv"_s, list,
               Text::tr("A good static list under a name that the platform doesn’t know"), false,
               [] { return csvBytes(staticList(2'000, 310), platformStyle); }),
        recipe(u"updateDevices_6_20261118.csv"_s, update, Text::tr("A good update of 820 devices"), true,
               [] { return csvBytes(deviceUpdates(1, 820), platformStyle); }),
        recipe(u"updateDevices_6_20261119.csv"_s, update, Text::tr("An update that empties 13 values"), true,
               emptyingUpdate),
        recipe(u"updateDevices_6_20261120.csv"_s, update,
               Text::tr("An update whose fields are not protected, with commas"), false,
               [] {
                   return csvBytes(deviceUpdates(1'500, 66), {.letters = CsvStyle::Letters::Latin1, .delimiter = ','});
               }),
    };
}

std::vector<SampleRecipe> sampleRecipes(Platform platform)
{
    switch (platform) {
    case Platform::Digitaleo:
        return digitaleoSamples();
    case Platform::Accengage:
        return accengageSamples();
    }
    return {};
}

} // namespace navette::practice
