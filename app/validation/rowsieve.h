// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/structure.h"
#include "validation/checkcontext.h"
#include "validation/duplicates.h"
#include "validation/phones.h"
#include "validation/usualforms.h"

#include <limits>
#include <span>
#include <string>

namespace navette
{

/// Which of the file's columns RowChecker's rules are about.
struct RowFields {
    std::vector<int> identity;
    bool firstIdentityCounts = false; ///< not all of them, but the first with a value
    std::vector<int> keys;
    std::vector<int> required;
    int reference = -1;
    int targets = -1;
    int bounces = -1;
    int sent = -1;
    bool checkMeans = false;
    std::vector<int> onlyForSome; ///< columns that only rows of one kind fill
};

/// Lets those rows pass in which RowChecker would find nothing at all, and looks only at what it must for that: most
/// cells of most rows are never read. A row that it is not sure of it leaves to RowChecker. Whatever RowChecker and
/// CellChecker learn to find, the sieve has to hold back: tst_rowsieve compares the two.
class RowSieve
{
public:
    RowSieve(CheckContext &context, const RowFields &fields);

    /// What the scanner has to mark for it.
    [[nodiscard]] static csv::OddBytes oddBytes(const CheckContext &context);
    /// The bytes of letters that do not simply stay what they are in another encoding.
    [[nodiscard]] static csv::OddBytes oddLetters(const csv::CsvFile &file, csv::Encoding target);
    using Row = csv::ScannedRow;
    /// True where there is nothing to find; what has to be counted of it is counted then.
    [[nodiscard]] bool passes(const Row &row);
    /// Of the row that passed: what its contact is known by; empty where there is none.
    [[nodiscard]] const ContactHasher &contact() const { return m_contact; }

private:
    enum class Test : std::uint8_t { None, Email, Phone, Date, Format, Integer, Number, Boolean, Uuid, List };
    static constexpr std::size_t anyLength = std::numeric_limits<std::size_t>::max();
    /// What is wanted of a column beyond the form of its values; looked at where any of it is.
    struct Wishes {
        bool mustBeEmpty = false; ///< for the sieve to be sure
        bool reaches = false;     ///< a means of contact
        bool key = false;
        bool unnamed = false; ///< its filled cells are counted
        int identity = -1;    ///< its place in the contact's key
        int shortest = 0;     ///< characters
        std::optional<qint64> least;

        [[nodiscard]] bool any() const
        {
            return mustBeEmpty || reaches || key || unnamed || identity >= 0 || shortest > 0 || least;
        }
    };
    struct Watch {
        std::size_t field = 0;
        std::size_t longest = anyLength; ///< bytes
        Test test = Test::None;
        bool mustBeFilled = false;
        bool hasWishes = false;
        char decimal = '.';
        PhoneKind phoneKind = PhoneKind::Any;
        std::size_t number = 0; ///< among all that are watched
        Wishes wishes;
        UsualDate usualDate{{}};
        std::string format;
        std::vector<std::string> list;

        [[nodiscard]] bool isIdle() const
        {
            return test == Test::None && !mustBeFilled && !hasWishes && longest == anyLength;
        }
    };
    struct Found {
        bool reaches = false;
        bool key = false;
        bool any = false;
    };
    [[nodiscard]] bool passesTest(const Watch &watch, RoomyText cell);
    [[nodiscard]] bool passesPhone(const Watch &watch, RoomyText cell);
    [[nodiscard]] bool passesWishes(const Watch &watch, std::string_view cell, bool quoted, Found &found);
    [[nodiscard]] bool passesCells(const Row &row, Found &found);
    void takeContact();
    void countPhones();
    [[nodiscard]] bool totalsAgree(const Row &row) const;
    [[nodiscard]] static Watch watchOf(const CheckContext &context, const RowFields &fields, std::size_t field);
    static void setTest(Watch &watch, const Column &spec);

    CheckContext &m_context;
    RowFields m_fields;
    std::vector<Watch> m_watches;
    std::vector<std::uint8_t> m_takesOdd; ///< by column
    const char *m_roomyUntil;             ///< cells that end here or before can be read with room behind
    char m_quote;
    bool m_quoteAll;
    PhoneReader m_phones;
    std::vector<std::string_view> m_parts; ///< of the contact's key, in its order; with room behind
    std::vector<std::uint8_t> m_foldsCase; ///< by part
    std::vector<UsualPhone> m_usual;       ///< by watch: numbers among them
    std::vector<std::string> m_numbers;    ///< by watch: those of other countries, and room behind
    ContactHasher m_contact;
    /// Of the row: numbers in another form than +33….
    struct OtherPhones {
        qint64 count = 0;
        std::string_view cell; ///< the first
        std::string_view number;
    };
    OtherPhones m_otherPhones;
    std::vector<std::size_t> m_filledUnnamed; ///< of the row
};

} // namespace navette
