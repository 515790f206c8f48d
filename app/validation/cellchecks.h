// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/checkcontext.h"
#include "validation/phones.h"

#include <string>

namespace navette
{

/// What the row needs to know of a cell that was checked.
struct CellVerdict {
    std::string_view trimmed;
    bool empty = true;    ///< nothing but blanks
    bool refused = false; ///< its row can't be taken because of it
    EmailFault emailFault = EmailFault::None;
    PhoneReading phone;
    bool valid = true; ///< as an e-mail address or phone number, where the column is one
};

/// The checks of one cell: characters, spaces, formulas, and its column's type.
class CellChecker
{
public:
    explicit CellChecker(CheckContext &context);

    /// A cell of a contact. Faults of means of contact are not reported yet: how grave they are depends on the row.
    [[nodiscard]] CellVerdict check(const csv::Cell &cell, int field, qint64 row);
    /// A label: characters and spaces alone.
    void checkLabel(const csv::Cell &cell, int field);
    /// Reports what is wrong with an e-mail address or phone number.
    void reportMeans(const CellVerdict &verdict, int field, qint64 row, Severity severity);

private:
    [[nodiscard]] QString explainEmail(const CellVerdict &verdict) const;
    [[nodiscard]] QString explainPhone(const CellVerdict &verdict) const;
    bool checkCharacters(std::string_view cell, int field, qint64 row);
    void checkSpace(std::string_view cell, std::string_view trimmed, int field, qint64 row);
    void checkFormula(std::string_view trimmed, const CellVerdict &verdict, int field, qint64 row);
    bool checkType(std::string_view trimmed, const FileColumn &column, int field, qint64 row);
    bool checkDate(std::string_view utf8, const Column &column, int field, qint64 row);
    bool checkValue(std::string_view utf8, const Column &column, int field, qint64 row);
    bool checkConstraints(std::string_view trimmed, const Column &column, int field, qint64 row);
    [[nodiscard]] Severity severityOfType() const;
    [[nodiscard]] bool fitsTarget(std::string_view cell) const;
    [[nodiscard]] EmailFault faultOfConverted(std::string_view cell) const;

    CheckContext &m_context;
    PhoneReader m_phones;
    std::vector<std::string> m_dateFormats; ///< by the file's column
    std::string m_buffer;
};

} // namespace navette
