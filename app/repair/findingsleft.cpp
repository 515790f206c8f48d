// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/repair.h"

#include <algorithm>

namespace navette
{
namespace
{

/// Repairs that change the form of values at most, so that whatever else was found of a row stays as it was.
bool keepsMeaning(RepairKind kind)
{
    switch (kind) {
    case RepairKind::Encoding:
    case RepairKind::LineEndings:
    case RepairKind::ByteOrderMark:
    case RepairKind::Delimiter:
    case RepairKind::TrimSpaces:
    case RepairKind::PhoneFormat:
    case RepairKind::DateFormat:
        return true;
    default:
        return false;
    }
}

/// Whether rows with this have the same cells in the copy, none of them replaced in part.
bool keepsCells(FindingCode code)
{
    switch (code) {
    case FindingCode::BlankRow:
    case FindingCode::MissingCell:
    case FindingCode::ExtraCell:
    case FindingCode::UnclosedQuote:
    case FindingCode::StrayQuote:
    case FindingCode::ControlCharacter:
    case FindingCode::UnrepresentableCharacter:
    case FindingCode::UnquotedField:
        return false;
    default:
        return true;
    }
}

} // namespace

std::optional<std::vector<Finding>> rowFindingsLeft(const Report &report, const std::set<RepairKind> &repairs,
                                                    const RepairOutcome &copy)
{
    const bool allRows = copy.rows == report.stats.rows;
    if (!allRows || !std::all_of(repairs.begin(), repairs.end(), keepsMeaning))
        return std::nullopt;
    std::vector<Finding> left;
    for (const Finding &finding : report.findings) {
        const bool repaired = finding.repair && repairs.contains(*finding.repair);
        if (isAboutRows(finding.code) ? !keepsCells(finding.code) : !repaired && !isAboutNameOrSize(finding.code))
            return std::nullopt;
        if (isAboutRows(finding.code) && !repaired)
            left.push_back(finding);
    }
    return left;
}

} // namespace navette
