// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/cellchecks.h"
#include "validation/duplicates.h"
#include "validation/rowsieve.h"

namespace navette
{

/// The checks of one row: its shape, its means of contact, key and reference, whether it came before.
class RowChecker
{
public:
    explicit RowChecker(CheckContext &context);
    void checkHeader(const csv::Record &header);
    void check(const csv::Record &record);
    /// Which columns the rules are about.
    [[nodiscard]] RowFields fields() const;
    /// What the contact in the row that was checked last is known by under the account's criterion; empty where the row
    /// is not taken or has none.
    [[nodiscard]] const ContactHasher &contact() const { return m_contact; }
    /// A contact that an earlier row has too.
    void reportDuplicate(const csv::Record &record, qint64 earlierRow);

private:
    [[nodiscard]] bool isBlank(const csv::Record &record) const;
    bool checkShape(const csv::Record &record);
    void checkFlaws(const csv::Record &record);
    void checkQuotes(const csv::Record &record);
    bool checkMeans(qint64 row);
    bool checkRequired(qint64 row);
    void checkEmptied(qint64 row);
    void checkTotals(const csv::Record &record);
    void checkOnlyFor(qint64 row);
    void checkProfile(qint64 row);
    void addToContact(int field);
    void takeContact();
    [[nodiscard]] bool hasValue(int field) const;
    [[nodiscard]] int fieldOf(const QString &columnName) const;

    CheckContext &m_context;
    CellChecker m_cells;
    std::vector<CellVerdict> m_verdicts; ///< of the row being checked
    std::vector<int> m_identity;         ///< the columns of the uniqueness criterion
    bool m_firstKeyCounts = false;       ///< not all columns of m_identity, but the first with a value
    std::vector<int> m_keys;
    struct OnlyFor {
        int field;
        int condition; ///< the column that decides
        const Column *column;
    };
    std::vector<OnlyFor> m_onlyFor;
    std::vector<int> m_required;
    int m_reference = -1;
    int m_targets = -1;
    int m_bounces = -1;
    int m_sent = -1;
    bool m_checkMeans = false;
    ContactHasher m_contact;
    std::string m_part; ///< of it, with room behind
};

} // namespace navette
