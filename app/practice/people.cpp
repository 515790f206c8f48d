// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/people.h"

#include <array>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

constexpr std::array women{u"Zoé",     u"Inès",   u"Chloé", u"Léa",    u"Jade",      u"Anaïs",  u"Éva",     u"Nina",
                           u"Camille", u"Hélène", u"Aïcha", u"Manon",  u"Françoise", u"Sarah",  u"Élodie",  u"Mélanie",
                           u"Noémie",  u"Louise", u"Sofia", u"Maëlle", u"Yasmine",   u"Céline", u"Margaux", u"Agnès"};
constexpr std::array men{u"Karim",    u"Paul", u"Hugo", u"Noé",     u"Tom",    u"Luc",  u"Max",     u"Jérôme",
                         u"François", u"Théo", u"Rémi", u"Mathéo",  u"Amadou", u"Loïc", u"Benoît",  u"Sébastien",
                         u"Étienne",  u"Yann", u"Gaël", u"Antoine", u"Mehdi",  u"Joël", u"Raphaël", u"Quentin"};
constexpr std::array lastNames{
    u"Lefèvre",  u"Benali",   u"Martin",  u"Petit",  u"Robert", u"Faure",     u"Roux",       u"Blanc",    u"Guérin",
    u"Noël",     u"Colin",    u"Henry",   u"Perrin", u"Müller", u"Fernandes", u"Crépin",     u"Diallo",   u"Besançon",
    u"Lemaître", u"Béranger", u"Château", u"Dupré",  u"Gérard", u"Hébert",    u"Lacoste",    u"Marchand", u"Nguyen",
    u"Ollivier", u"Pénicaud", u"Régnier", u"Sauvé",  u"Traoré", u"Vallée",    u"Zimmermann", u"Aubert",   u"Brisset"};
struct City {
    const char16_t *name;
    const char16_t *postcode;
};
constexpr std::array cities{
    City{u"Lyon", u"69003"},     City{u"Paris", u"75011"},   City{u"Nantes", u"44000"},
    City{u"Lille", u"59800"},    City{u"Brest", u"29200"},   City{u"Tours", u"37000"},
    City{u"Metz", u"57000"},     City{u"Dijon", u"21000"},   City{u"Nice", u"06000"},
    City{u"Caen", u"14000"},     City{u"Reims", u"51100"},   City{u"Angers", u"49100"},
    City{u"Rouen", u"76000"},    City{u"Orléans", u"45000"}, City{u"Saint-Étienne", u"42000"},
    City{u"Besançon", u"25000"}, City{u"Nîmes", u"30000"},   City{u"Bourg-en-Bresse", u"01000"}};
constexpr std::array streets{u"rue des Lilas",     u"avenue de la République", u"place du Marché", u"rue Émile-Zola",
                             u"chemin des Vignes", u"boulevard Voltaire",      u"rue de l'Église", u"allée des Chênes",
                             u"impasse du Moulin", u"quai de la Loire"};
constexpr std::array domains{u"example.org", u"example.com", u"example.net"};

template<typename T, size_t n>
QString pick(Dice &dice, const std::array<T, n> &from)
{
    return QString::fromUtf16(from[static_cast<size_t>(dice.below(static_cast<int>(n)))]);
}

/// Lower-case ASCII letters of a name, for the address: "Françoise" → "francoise".
QString plain(const QString &name)
{
    QString result;
    for (const QChar c : name.normalized(QString::NormalizationForm_D).toLower()) {
        if (c.unicode() < 0x80 && c.isLetter())
            result += c;
    }
    return result;
}

QString inPairs(const QString &digits)
{
    QString result;
    for (qsizetype i = 0; i < digits.size(); i += 2)
        result += (i > 0 ? u" "_s : QString()) + digits.mid(i, 2);
    return result;
}

} // namespace

Dice::Dice(QByteArrayView text) : m_state(0xcbf29ce484222325u)
{
    for (const char c : text) // FNV-1a
        m_state = (m_state ^ static_cast<quint8>(c)) * 0x100000001b3u;
}

quint64 Dice::next()
{
    m_state += 0x9e3779b97f4a7c15u;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Person person(int number)
{
    Dice dice(static_cast<quint64>(number) * 7919u + 17u);
    const bool woman = dice.chance(52);
    Person result;
    result.title = woman ? u"Mme"_s : u"M."_s;
    result.firstName = woman ? pick(dice, women) : pick(dice, men);
    result.lastName = pick(dice, lastNames);
    result.email =
        u"%1.%2%3@%4"_s.arg(plain(result.firstName), plain(result.lastName)).arg(number).arg(pick(dice, domains));
    result.mobile = inPairs(u"0799%1"_s.arg(number % 1000000, 6, 10, QLatin1Char('0')));
    result.phone = inPairs(u"019900%1"_s.arg(number % 10000, 4, 10, QLatin1Char('0')));
    const City &city = cities[static_cast<size_t>(dice.below(static_cast<int>(cities.size())))];
    result.street = u"%1 %2"_s.arg(1 + dice.below(120)).arg(pick(dice, streets));
    result.postcode = QString::fromUtf16(city.postcode);
    result.city = QString::fromUtf16(city.name);
    result.birthday = u"%1/%2/%3"_s.arg(1 + dice.below(28), 2, 10, QLatin1Char('0'))
                          .arg(1 + dice.below(12), 2, 10, QLatin1Char('0'))
                          .arg(1948 + dice.below(58));
    result.reference = u"C%1"_s.arg(100000 + number);
    return result;
}

} // namespace navette::practice
