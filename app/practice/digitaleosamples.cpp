// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/contactrows.h"
#include "practice/people.h"
#include "practice/samplerecipes.h"
#include "practice/textfiles.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PracticeSamples)
};

using Rows = QList<QStringList>;
using Letters = CsvStyle::Letters;

constexpr std::array badEmails{u"k.benali@example",        u"paul.martin@",          u"lea.robert.example.org",
                               u"zoe@@example.org",        u"noe faure@example.org", u"jade.roux@example..org",
                               u"luc.petit(at)example.org"};
constexpr std::array shortMobiles{u"07 99 12", u"0612", u"07 99 45 6", u"06", u"07 99 00 1"};
constexpr std::array typographic{u"d’Aubigny", u"Œuvrard", u"L’Hermite", u"Lecœur", u"O’Brien", u"Lebœuf"};

/// The file of the guided tour: everything that Excel and a hasty export do wrong, in one.
QByteArray vipNovember()
{
    Rows rows = contactRows(1, 12'357);
    rows[0][EmailColumn] = u"E-mail"_s;
    rows[0][MobileColumn] = u"Portable"_s;
    // Seven whose only means is a bad address, five whose only means is too short a number: 12 nobody can reach.
    int row = 2;
    for (const char16_t *email : badEmails) {
        rows[row][EmailColumn] = QString::fromUtf16(email);
        rows[row][MobileColumn].clear();
        row += row < 10 ? 3 : 911;
    }
    row = 4;
    for (const char16_t *mobile : shortMobiles) {
        rows[row][EmailColumn].clear();
        rows[row][MobileColumn] = QString::fromUtf16(mobile);
        row += 1203;
    }
    for (int i = 0; i < 31; ++i)
        rows[3 + i * 397][LastNameColumn] =
            QString::fromUtf16(typographic[static_cast<size_t>(i) % typographic.size()]);
    for (int i = 0; i < 86; ++i)
        rows[7 + i * 140][CityColumn].append(u' ');
    for (int i = 0; i < 4; ++i)
        rows[9 + i * 2711] = rows[1 + i * 2711];
    return csvBytes(rows, {.letters = Letters::Utf8, .delimiter = ',', .lineEnd = "\r\n"});
}

QByteArray badMeans()
{
    Rows rows = contactRows(31'000, 60);
    for (size_t i = 0; i < badEmails.size(); ++i)
        rows[static_cast<qsizetype>(3 + 5 * i)][EmailColumn] = QString::fromUtf16(badEmails[i]);
    for (size_t i = 0; i < shortMobiles.size(); ++i)
        rows[static_cast<qsizetype>(6 + 5 * i)][MobileColumn] = QString::fromUtf16(shortMobiles[i]);
    return csvBytes(rows);
}

QByteArray missingMeans()
{
    Rows rows = contactRows(32'000, 40);
    for (const int row : {4, 11, 12, 25, 33, 40}) {
        rows[row][EmailColumn].clear();
        rows[row][MobileColumn].clear();
    }
    return csvBytes(rows);
}

QByteArray duplicates()
{
    Rows rows = contactRows(33'000, 50);
    for (const int row : {10, 20, 30}) {
        rows.append(rows[row]);
        rows.last()[CityColumn] = u"Orléans"_s; // moved meanwhile
    }
    return csvBytes(rows);
}

QByteArray blankRows()
{
    Rows rows = contactRows(34'000, 35);
    for (const int row : {5, 12, 13, 30})
        rows.insert(row, QStringList{QString()});
    rows.append({QString()});
    return csvBytes(rows);
}

QByteArray curlyQuotes()
{
    Rows rows = contactRows(35'000, 45);
    for (qsizetype i = 0; i < 12; ++i)
        rows[2 + 3 * i][LastNameColumn] = QString::fromUtf16(typographic[static_cast<size_t>(i) % typographic.size()]);
    return csvBytes(rows, {.letters = Letters::Utf8});
}

QByteArray windowsLetters()
{
    Rows rows = contactRows(36'000, 45);
    for (qsizetype i = 0; i < 9; ++i)
        rows[3 + 4 * i][LastNameColumn] = QString::fromUtf16(typographic[static_cast<size_t>(i) % typographic.size()]);
    return csvBytes(rows, {.letters = Letters::Windows1252});
}

QByteArray synonyms()
{
    Rows rows = contactRows(37'000, 52);
    rows[0] = {u"civilite"_s, u"PRENOM"_s, u"Nom de famille"_s, u"E-mail"_s, u"Portable"_s, u"ville"_s, u"reference"_s};
    return csvBytes(rows);
}

QByteArray extraColumn()
{
    Rows rows = contactRows(38'000, 44);
    rows[0].append(u"Panier moyen"_s);
    for (qsizetype i = 1; i < rows.size(); ++i)
        rows[i].append(u"%1,%2"_s.arg(12 + i * 7 % 90).arg(static_cast<int>(i * 13 % 100), 2, 10, QLatin1Char('0')));
    return csvBytes(rows);
}

QByteArray noMeansColumn()
{
    return csvBytes(columnsOf(contactRows(39'000, 30), {TitleColumn, FirstNameColumn, LastNameColumn, CityColumn}));
}

QByteArray noHeader()
{
    return csvBytes(contactRows(39'500, 30).mid(1));
}

/// Written as in the platform's own document: blanks before separators, a separator at the end of the header, numbers
/// in every fashion (digitaleo.md, File format).
QByteArray asInTheDocument()
{
    QByteArray bytes = "Civilit\xe9;Pr\xe9nom;Nom;\"Email\";T\xe9l\xe9phone Fixe;Mobile;R\xe9"
                       "f\xe9rence ;\n";
    for (int i = 0; i < 26; ++i) {
        const Person who = person(40'000 + i);
        QString mobile = who.mobile;
        if (i % 3 == 1)
            mobile = mobile.replace(u' ', u'.');
        else if (i % 3 == 2)
            mobile = u"33"_s + mobile.mid(1);
        QString phone = who.phone;
        bytes += QStringList{who.title,          who.firstName + (i % 4 == 0 ? u" "_s : QString()),
                             who.lastName,       who.email,
                             phone.remove(u' '), mobile,
                             who.reference}
                     .join(u';')
                     .toLatin1() +
                 '\n';
    }
    return bytes;
}

QByteArray unclosedQuote()
{
    QByteArray bytes = csvBytes(contactRows(41'000, 30));
    const qsizetype place = bytes.indexOf("\nMme;", bytes.size() / 2);
    bytes.insert(place + 5, '"');
    return bytes;
}

QByteArray configuredFields()
{
    Rows rows = contactRows(42'000, 15'060);
    rows[0] += {u"Points fidélité"_s, u"Magasin préféré"_s};
    for (qsizetype i = 1; i < rows.size(); ++i)
        rows[i] += {QString::number(i * 37 % 2400), rows[i][CityColumn]};
    return csvBytes(rows);
}

QByteArray smsOptouts()
{
    Rows rows = columnsOf(contactRows(43'000, 120),
                          {FirstNameColumn, LastNameColumn, EmailColumn, MobileColumn, ReferenceColumn});
    return csvBytes(rows); // every fifth has no mobile
}

QByteArray smsOptoutsWithoutMobile()
{
    return csvBytes(columnsOf(contactRows(44'000, 40), {FirstNameColumn, LastNameColumn, EmailColumn}));
}

QByteArray voiceOptins()
{
    Rows rows{{u"Prénom"_s, u"Nom"_s, u"Téléphone Fixe"_s}};
    for (int i = 0; i < 28; ++i) {
        const Person who = person(45'000 + i);
        rows.append({who.firstName, who.lastName, who.phone});
    }
    return csvBytes(rows);
}

SampleRecipe recipe(const QString &fileName, const QString &flow, const QString &description, bool acceptedAsIs,
                    bool repairable, std::function<QByteArray()> bytes, const QString &zipped = {})
{
    return {Sample{fileName, "digitaleo/"_L1 + flow, description, acceptedAsIs, repairable}, std::move(bytes), zipped};
}

} // namespace

std::vector<SampleRecipe> digitaleoSamples()
{
    const QString import = u"import"_s;
    return {
        recipe(u"vip_november.csv"_s, import,
               Text::tr(
                   "A hasty export: UTF-8, commas, Windows line ends, two columns with other names, 12 contacts nobody "
                   "can reach"),
               false, true, vipNovember),
        recipe(u"winter_sale.csv"_s, import, Text::tr("A good file of 15,060 contacts with the account’s own fields"),
               true, true, configuredFields),
        recipe(u"store_opening.csv"_s, import, Text::tr("A good small file"), true, true,
               [] { return csvBytes(contactRows(46'000, 48)); }),
        recipe(
            u"spring_list.zip"_s, import, Text::tr("A good file in a zip"), true, true,
            [] { return csvBytes(contactRows(47'000, 2'400)); }, u"spring_list.csv"_s),
        recipe(u"as_in_the_document.csv"_s, import,
               Text::tr(
                   "Written as in the platform’s own document: blanks, a separator too many, numbers in every fashion"),
               true, true, asInTheDocument),
        recipe(u"excel_export.csv"_s, import,
               Text::tr("Saved by a spreadsheet: UTF-8 with a byte-order mark, Windows line ends"), false, true,
               [] {
                   return csvBytes(contactRows(48'000, 64),
                                   {.letters = Letters::Utf8, .byteOrderMark = true, .lineEnd = "\r\n"});
               }),
        recipe(u"commas.csv"_s, import, Text::tr("Columns separated by commas"), false, true,
               [] { return csvBytes(contactRows(49'000, 55), {.delimiter = ','}); }),
        recipe(u"curly_quotes.csv"_s, import, Text::tr("Letters that the platform’s alphabet lacks: ’ œ"), false, true,
               curlyQuotes),
        recipe(u"windows_letters.csv"_s, import,
               Text::tr("Windows letters: the platform takes them, and apostrophes vanish from names"), true, true,
               windowsLetters),
        recipe(u"other_column_names.csv"_s, import, Text::tr("Columns under other names: E-mail, Portable …"), false,
               true, synonyms),
        recipe(u"missing_means.csv"_s, import, Text::tr("Six contacts without e-mail address and mobile number"), true,
               true, missingMeans),
        recipe(u"bad_addresses.csv"_s, import, Text::tr("Mistyped e-mail addresses and mobile numbers"), true, true,
               badMeans),
        recipe(u"duplicates.csv"_s, import, Text::tr("Three contacts stand twice"), true, true, duplicates),
        recipe(u"blank_rows.csv"_s, import, Text::tr("Blank rows between the contacts"), true, true, blankRows),
        recipe(u"extra_column.csv"_s, import, Text::tr("A column that the platform doesn’t know"), false, true,
               extraColumn),
        recipe(u"no_way_to_reach.csv"_s, import, Text::tr("No column with an e-mail address or a number"), false, false,
               noMeansColumn),
        recipe(u"no_header.csv"_s, import, Text::tr("No header: the first line is a contact"), false, false, noHeader),
        recipe(u"unclosed_quote.csv"_s, import, Text::tr("A quotation mark that is never closed"), false, true,
               unclosedQuote),
        recipe(u"empty.csv"_s, import, Text::tr("An empty file"), false, false, [] { return QByteArray(); }),
        recipe(u"unsubscribed.csv"_s, u"optoutEMAIL"_s, Text::tr("A good list of people who want no more e-mails"),
               true, true,
               [] {
                   return csvBytes(columnsOf(contactRows(43'500, 90), {EmailColumn, ReferenceColumn}));
               }),
        recipe(u"stop_sms.csv"_s, u"optoutSMS"_s, Text::tr("People who want no more SMS; 24 without a mobile number"),
               true, true, smsOptouts),
        recipe(u"stop_sms_no_mobile.csv"_s, u"optoutSMS"_s, Text::tr("An SMS opt-out without mobile numbers"), false,
               false, smsOptoutsWithoutMobile),
        recipe(u"call_again.csv"_s, u"optinVOICE"_s, Text::tr("A good list of people who may be called again"), true,
               true, voiceOptins),
        recipe(u"closed_accounts.csv"_s, u"delete"_s, Text::tr("Customers to delete"), true, true,
               [] {
                   return csvBytes(columnsOf(contactRows(45'500, 22), {EmailColumn, MobileColumn, ReferenceColumn}));
               }),
    };
}

} // namespace navette::practice
