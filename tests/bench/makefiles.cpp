// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the files that the benchmarks measure, the same bytes on every machine:
//   bench_files import|wrong-form|devices MEGABYTES FILE
// import: contacts for Digitaleo, 31 columns, ISO-8859-1, 2 % of the rows faulty. wrong-form: the same contacts in
// UTF-8 with CRLF and commas, so that everything has to be repaired. devices: Accengage's exportDevices, 23 columns in
// quotes, UTF-8.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace
{

/// xorshift64*: the standard library's distributions differ from one to the next.
class Random
{
public:
    unsigned below(unsigned limit)
    {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return static_cast<unsigned>(((m_state * 0x2545F4914F6CDD1DULL) >> 33) % limit);
    }
    bool percent(unsigned share) { return below(100) < share; }
    template<std::size_t Size>
    std::string_view of(const std::array<std::string_view, Size> &choices)
    {
        return choices[below(Size)];
    }

private:
    std::uint64_t m_state = 0x9E3779B97F4A7C15ULL;
};

constexpr std::array<std::string_view, 24> firstNames{"Marie",    "Zoé",       "Émile",  "Anaïs",  "Jean",  "Loïc",
                                                      "Béatrice", "Françoise", "Hélène", "Paul",   "Noël",  "Inès",
                                                      "Chloé",    "Maëlys",    "Gaëtan", "Pierre", "Lucas", "Jules",
                                                      "Camille",  "Louise",    "Thomas", "Agnès",  "Manon", "René"};
constexpr std::array<std::string_view, 24> lastNames{"Martin",  "Bernard", "Lefèvre", "Dubois",   "Garçon",    "Müller",
                                                     "O'Brien", "Le Goff", "Durand",  "Moreau",   "Laurent",   "Simon",
                                                     "Michel",  "Nuñez",   "Roux",    "Fournier", "Girard",    "André",
                                                     "Mercier", "Blanc",   "Guérin",  "Boyer",    "Chevalier", "Noël"};
constexpr std::array<std::string_view, 12> cities{"Paris",    "Lyon",       "Orléans",  "Saint-Étienne",
                                                  "Nîmes",    "Besançon",   "Lille",    "Le Havre",
                                                  "Toulouse", "Strasbourg", "Bordeaux", "Châteauroux"};
constexpr std::array<std::string_view, 8> streets{"rue de la Paix",         "avenue Victor Hugo",  "place de la Mairie",
                                                  "boulevard Voltaire",     "chemin des Écoliers", "impasse du Moulin",
                                                  "rue du Général Leclerc", "quai de Seine"};
constexpr std::array<std::string_view, 6> domains{"example.org", "example.com",      "mail.example.fr",
                                                  "exemple.fr",  "courrier.example", "entreprise.example.net"};
constexpr std::array<std::string_view, 8> words{"fidèle",   "bronze", "argent",     "or",
                                                "prospect", "client", "newsletter", "salon 2015"};

std::string digits(Random &random, int count)
{
    std::string text;
    while (count-- > 0)
        text += static_cast<char>('0' + random.below(10));
    return text;
}

std::string twoDigits(unsigned value)
{
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

/// ASCII of a name, for an address.
std::string plain(std::string_view utf8)
{
    std::string text;
    for (const char c : utf8) {
        if (c >= 'A' && c <= 'Z')
            text += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z')
            text += c;
    }
    return text;
}

/// A French number that begins so behind its 0, in one of the forms that people write.
std::string phone(Random &random, std::string_view start)
{
    const std::string number = std::string(start) + digits(random, 9 - static_cast<int>(start.size()));
    switch (random.below(4)) {
    case 0:
        return "+33" + number;
    case 1: {
        std::string text = "0" + number.substr(0, 1);
        for (std::size_t i = 1; i < 9; i += 2)
            text += " " + number.substr(i, 2);
        return text;
    }
    default:
        return "0" + number;
    }
}

std::string date(Random &random, bool yearFirst)
{
    const std::string year = std::to_string(1940 + random.below(70));
    const std::string month = twoDigits(1 + random.below(12));
    const std::string day = twoDigits(1 + random.below(28));
    return yearFirst ? year + "-" + month + "-" + day : day + "/" + month + "/" + year;
}

std::string time(Random &random)
{
    return twoDigits(random.below(24)) + ":" + twoDigits(random.below(60)) + ":" + twoDigits(random.below(60));
}

std::string uuid(Random &random)
{
    std::string text;
    for (int i = 0; i < 36; ++i)
        text += i == 8 || i == 13 || i == 18 || i == 23 ? '-' : "0123456789ABCDEF"[random.below(16)];
    return text;
}

class Output
{
public:
    Output(const char *path, bool latin1) : m_file(std::fopen(path, "wb")), m_latin1(latin1) {}
    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    /// Letters up to U+00FF, which are two bytes in UTF-8.
    bool write(const std::string &utf8)
    {
        std::string text;
        if (m_latin1) {
            for (std::size_t i = 0; i < utf8.size(); ++i) {
                const auto byte = static_cast<unsigned char>(utf8[i]);
                if (byte < 0x80)
                    text += utf8[i];
                else
                    text += static_cast<char>(((byte & 3U) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3FU));
            }
        }
        const std::string &out = m_latin1 ? text : utf8;
        m_bytes += out.size();
        return std::fwrite(out.data(), 1, out.size(), m_file.get()) == out.size();
    }
    bool close() { return std::fclose(m_file.release()) == 0; }

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    bool m_latin1;
    std::uint64_t m_bytes = 0;
};

using Contact = std::array<std::string, 31>;
enum Field {
    Title,
    First,
    Last,
    Email,
    Fixed,
    Mobile,
    Fax,
    Street,
    More,
    Code,
    City,
    State,
    Country,
    Birth,
    Company,
    Reference,
    Own
};

Contact contact(Random &random, std::uint64_t number)
{
    Contact cells;
    cells[Title] = random.percent(50) ? "M" : "Mme";
    cells[First] = random.of(firstNames);
    cells[Last] = random.of(lastNames);
    cells[Email] =
        plain(cells[First]) + "." + plain(cells[Last]) + std::to_string(number) + "@" + std::string(random.of(domains));
    // Beginnings of which all numbers exist.
    static constexpr std::array<std::string_view, 6> fixedStarts{"1", "3", "42", "47", "55", "9"};
    static constexpr std::array<std::string_view, 6> mobileStarts{"60", "61", "62", "66", "68", "78"};
    if (random.percent(60))
        cells[Fixed] = phone(random, random.of(fixedStarts));
    cells[Mobile] = phone(random, random.of(mobileStarts));
    if (random.percent(5))
        cells[Fax] = phone(random, "1");
    cells[Street] = std::to_string(1 + random.below(200)) + " " + std::string(random.of(streets));
    if (random.percent(15))
        cells[More] = "Bâtiment " + std::string(1, static_cast<char>('A' + random.below(6)));
    cells[Code] = digits(random, 5);
    cells[City] = random.of(cities);
    cells[Country] = "France";
    if (random.percent(80))
        cells[Birth] = date(random, false);
    if (random.percent(30))
        cells[Company] = std::string(random.of(lastNames)) + " & fils";
    cells[Reference] = "C" + std::to_string(1'000'000 + number);
    for (std::size_t i = Own; i < cells.size(); ++i) {
        switch (i % 5) {
        case 0:
            cells[i] = random.of(words);
            break;
        case 1:
            cells[i] = digits(random, 4);
            break;
        case 2:
            cells[i] = random.percent(50) ? date(random, true) : std::string();
            break;
        case 3:
            cells[i] = random.percent(30) ? "https://www.example.org/c/" + digits(random, 6) : std::string();
            break;
        default:
            break;
        }
    }
    return cells;
}

/// What people get wrong; two rows in a hundred come here.
void spoil(Random &random, Contact &cells, const Contact &before)
{
    switch (random.below(8)) {
    case 0:
        cells[Email].erase(cells[Email].find('@'), 1);
        break;
    case 1:
        cells[Mobile] = "06 12 34";
        break;
    case 2:
        cells[Email].clear();
        cells[Mobile].clear();
        cells[Fixed].clear();
        break;
    case 3:
        cells[Last] += ' ';
        break;
    case 4:
        cells[Birth] = "31/02/1980";
        break;
    case 5:
        cells[Mobile] = "33612345678";
        break;
    case 6:
        cells[Company] = "=1+1";
        break;
    default:
        cells[Email] = before[Email];
        cells[Fixed] = before[Fixed];
        cells[Mobile] = before[Mobile];
        break;
    }
}

bool writeContacts(Output &out, std::uint64_t most, char separator, std::string_view lineEnd)
{
    static constexpr std::string_view labels =
        "Civilité;Prénom;Nom;Email;Téléphone Fixe;Mobile;Fax;Adresse 1;Adresse 2;Code postal;Ville;Etat;Pays;"
        "Date de naissance;Société;Référence;Champ 1;Champ 2;Champ 3;Champ 4;Champ 5;Champ 6;Champ 7;Champ 8;"
        "Champ 9;Champ 10;Champ 11;Champ 12;Champ 13;Champ 14;Champ 15";
    std::string line(labels);
    for (char &c : line)
        c = c == ';' ? separator : c;
    line += lineEnd;
    if (!out.write(line))
        return false;
    Random random;
    Contact before;
    for (std::uint64_t number = 0; out.bytes() < most; ++number) {
        Contact cells = contact(random, number);
        if (number > 0 && random.percent(2))
            spoil(random, cells, before);
        line.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                line += separator;
            line += cells[i];
        }
        line += lineEnd;
        if (!out.write(line))
            return false;
        before = cells;
    }
    return true;
}

bool writeDevices(Output &out, std::uint64_t most)
{
    if (!out.write("\"device_id\";\"IDFA\";\"token\";\"number_of_visits\";\"install_date\";\"last_opened\";"
                   "\"device_model\";\"os_version\";\"language\";\"bundle_version\";\"latitude\";\"longitude\";"
                   "\"altitude\";\"geolocation_date\";\"sdk_version\";\"feedback\";\"timezone\";"
                   "\"system_push_opt-in\";\"enabled_push\";\"enabled_inapps\";\"country_code\";\"member_id\";"
                   "\"ville\"\n"))
        return false;
    Random random;
    std::string line;
    const auto add = [&line](const std::string &cell) { line += (line.empty() ? "\"" : ";\"") + cell + "\""; };
    const auto decimal = [&random](unsigned limit) {
        return std::to_string(random.below(limit)) + "," + digits(random, 6);
    };
    while (out.bytes() < most) {
        line.clear();
        add(uuid(random));
        add(random.percent(70) ? uuid(random) : std::string());
        add(digits(random, 32));
        add(std::to_string(random.below(500)));
        add(date(random, true) + " " + time(random));
        add(date(random, true) + " " + time(random));
        add("iPhone" + std::to_string(random.below(9)) + "," + std::to_string(random.below(5)));
        add(std::to_string(random.below(10)) + "." + std::to_string(random.below(5)));
        add(random.percent(80) ? "fr" : "en");
        add("4." + std::to_string(random.below(20)));
        add(decimal(90));
        add((random.percent(40) ? "-" : "") + decimal(180));
        add(random.percent(50) ? decimal(900) : std::string());
        add(date(random, true) + " " + time(random));
        add("A3.1." + std::to_string(random.below(5)));
        add(random.percent(95) ? "0" : "1");
        add(random.percent(85) ? "Europe/Paris" : "Indian/Réunion");
        add(random.percent(60) ? "1" : "0");
        add(random.percent(60) ? "1" : "0");
        add(random.percent(90) ? "1" : "0");
        add(random.percent(85) ? "FR" : "BE");
        add(random.percent(40) ? "M" + digits(random, 7) : std::string());
        add(std::string(random.of(cities)));
        line += '\n';
        if (!out.write(line))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string_view what = argc == 4 ? argv[1] : "";
    const std::uint64_t most = argc == 4 ? std::strtoull(argv[2], nullptr, 10) * 1024 * 1024 : 0;
    if (most == 0 || (what != "import" && what != "wrong-form" && what != "devices")) {
        std::fputs("usage: bench_files import|wrong-form|devices MEGABYTES FILE\n", stderr);
        return 2;
    }
    Output out(argv[3], what == "import");
    const bool written = out.isOpen() && (what == "devices"  ? writeDevices(out, most)
                                          : what == "import" ? writeContacts(out, most, ';', "\n")
                                                             : writeContacts(out, most, ',', "\r\n"));
    if (!written || !out.close()) {
        std::fputs("The file can't be written.\n", stderr);
        return 1;
    }
    return 0;
}
