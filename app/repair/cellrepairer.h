// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "repair/repair.h"
#include "validation/phones.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace navette
{

/// The repairs of one cell, in the order that makes them independent: characters, blanks, then values. The preview and
/// the written copy use the same code.
class CellRepairer
{
public:
    /// `source` is the encoding that cells come in, `target` the one that they are written in.
    CellRepairer(csv::Encoding source, csv::Encoding target, const Flow &configuredFlow, const FlowSettings &settings,
                 const std::set<RepairKind> &repairs);

    /// Whether phones are repaired, and numbers without country code are French ones.
    [[nodiscard]] bool phonesAreFrench() const { return m_phones && m_phones->isFrench(); }

    struct Outcome {
        bool changed = false;             ///< its text, not only its bytes
        std::optional<char32_t> obstacle; ///< a letter that the target lacks and that nothing stands for
    };
    /// Appends the repaired cell to `out`.
    Outcome repair(std::string_view cell, const Column *column, std::string &out);

private:
    Outcome convertCharacters(std::string_view cell, std::string &out) const;
    bool appendText(std::string &out, char32_t character, Outcome &outcome) const;
    bool repairPhone(std::string &cell);
    bool repairDate(std::string &cell, const Column &column) const;
    [[nodiscard]] bool has(RepairKind kind) const { return m_repairs.contains(kind); }

    csv::Encoding m_source;
    csv::Encoding m_target;
    csv::Encoding m_platform; ///< what letters may be used for those that were lost
    std::set<RepairKind> m_repairs;
    std::optional<PhoneReader> m_phones;
    std::string m_converted;
    std::string m_value;
};

} // namespace navette
