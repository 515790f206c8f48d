// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/report.h"

#include <algorithm>

namespace navette
{

using namespace Qt::StringLiterals;

QString key(FindingCode code)
{
    switch (code) {
    case FindingCode::SourceError:
        return u"source-error"_s;
    case FindingCode::EncodingError:
        return u"encoding-error"_s;
    case FindingCode::LineEnding:
        return u"line-ending"_s;
    case FindingCode::ByteOrderMark:
        return u"byte-order-mark"_s;
    case FindingCode::DelimiterMismatch:
        return u"delimiter-mismatch"_s;
    case FindingCode::FileTooLarge:
        return u"file-too-large"_s;
    case FindingCode::FileName:
        return u"file-name"_s;
    case FindingCode::BlankLabel:
        return u"blank-label"_s;
    case FindingCode::DuplicateLabel:
        return u"duplicate-label"_s;
    case FindingCode::MissingLabel:
        return u"missing-label"_s;
    case FindingCode::ExtraLabel:
        return u"extra-label"_s;
    case FindingCode::IncorrectLabel:
        return u"incorrect-label"_s;
    case FindingCode::BlankRow:
        return u"blank-row"_s;
    case FindingCode::MissingCell:
        return u"missing-cell"_s;
    case FindingCode::ExtraCell:
        return u"extra-cell"_s;
    case FindingCode::UnclosedQuote:
        return u"unclosed-quote"_s;
    case FindingCode::StrayQuote:
        return u"stray-quote"_s;
    case FindingCode::ControlCharacter:
        return u"control-character"_s;
    case FindingCode::TypeError:
        return u"type-error"_s;
    case FindingCode::ConstraintError:
        return u"constraint-error"_s;
    case FindingCode::InvalidEmail:
        return u"invalid-email"_s;
    case FindingCode::InvalidPhone:
        return u"invalid-phone"_s;
    case FindingCode::InvalidDate:
        return u"invalid-date"_s;
    case FindingCode::UnrepresentableCharacter:
        return u"unrepresentable-character"_s;
    case FindingCode::SurroundingSpace:
        return u"surrounding-space"_s;
    case FindingCode::FormulaCell:
        return u"formula-cell"_s;
    case FindingCode::UnquotedField:
        return u"unquoted-field"_s;
    case FindingCode::MissingMeans:
        return u"missing-means"_s;
    case FindingCode::MissingReference:
        return u"missing-reference"_s;
    case FindingCode::MissingKey:
        return u"missing-key"_s;
    case FindingCode::DuplicateRow:
        return u"duplicate-row"_s;
    case FindingCode::EmptiesValue:
        return u"empties-value"_s;
    case FindingCode::UnknownProfile:
        return u"unknown-profile"_s;
    case FindingCode::InconsistentTotal:
        return u"inconsistent-total"_s;
    }
    return {};
}

std::optional<FindingCode> findingCodeFromKey(const QString &text)
{
    static_assert(static_cast<int>(FindingCode::InconsistentTotal) == 33, "the loop below ends with the last code");
    for (int i = 0; i <= static_cast<int>(FindingCode::InconsistentTotal); ++i) {
        if (key(static_cast<FindingCode>(i)) == text)
            return static_cast<FindingCode>(i);
    }
    return std::nullopt;
}

QString key(RepairKind kind)
{
    switch (kind) {
    case RepairKind::Encoding:
        return u"encoding"_s;
    case RepairKind::LineEndings:
        return u"line-endings"_s;
    case RepairKind::ByteOrderMark:
        return u"byte-order-mark"_s;
    case RepairKind::Delimiter:
        return u"delimiter"_s;
    case RepairKind::Quoting:
        return u"quoting"_s;
    case RepairKind::RenameColumns:
        return u"rename-columns"_s;
    case RepairKind::RemoveColumns:
        return u"remove-columns"_s;
    case RepairKind::TrimSpaces:
        return u"trim-spaces"_s;
    case RepairKind::RemoveBlankRows:
        return u"remove-blank-rows"_s;
    case RepairKind::FitRowLength:
        return u"fit-row-length"_s;
    case RepairKind::ControlCharacters:
        return u"control-characters"_s;
    case RepairKind::ReplaceCharacters:
        return u"replace-characters"_s;
    case RepairKind::PhoneFormat:
        return u"phone-format"_s;
    case RepairKind::DateFormat:
        return u"date-format"_s;
    case RepairKind::DropInvalidRows:
        return u"drop-invalid-rows"_s;
    case RepairKind::DropDuplicates:
        return u"drop-duplicates"_s;
    case RepairKind::Zip:
        return u"zip"_s;
    case RepairKind::FileName:
        return u"file-name"_s;
    case RepairKind::ColumnOrder:
        return u"column-order"_s;
    case RepairKind::KeepFirst:
        return u"keep-first"_s;
    case RepairKind::KeepKnownProfiles:
        return u"keep-known-profiles"_s;
    case RepairKind::Split:
        return u"split"_s;
    }
    return {};
}

QString columnLetters(int fieldNumber)
{
    QString letters;
    for (; fieldNumber > 0; fieldNumber = (fieldNumber - 1) / 26)
        letters.prepend(QChar(u'A' + (fieldNumber - 1) % 26));
    return letters;
}

bool Report::isValid() const
{
    return std::none_of(findings.begin(), findings.end(),
                        [](const Finding &finding) { return finding.severity == Severity::Error; });
}

const Finding *Report::find(FindingCode code) const
{
    const auto found =
        std::find_if(findings.begin(), findings.end(), [code](const Finding &finding) { return finding.code == code; });
    return found == findings.end() ? nullptr : &*found;
}

} // namespace navette
