// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/cellchecks.h"

#include "validation/cellforms.h"
#include "validation/characters.h"
#include "validation/dates.h"
#include "validation/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !hex)
            return false;
    }
    return true;
}

/// What a spreadsheet would run (reliability.md, part C). Signed numbers and phone numbers are data.
bool looksLikeFormula(std::string_view text)
{
    if (text.empty())
        return false;
    constexpr std::string_view fullWidth[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    if (std::any_of(std::begin(fullWidth), std::end(fullWidth),
                    [&](std::string_view sign) { return text.starts_with(sign); }))
        return true;
    if (text.front() == '=' || text.front() == '@')
        return true;
    if (text.front() == '+' || text.front() == '-') {
        const std::string_view rest = text.substr(1);
        return !rest.empty() && !std::all_of(rest.begin(), rest.end(), [](char c) {
            return isDigit(c) || std::string_view(" .,()/-\xC2\xA0").find(c) != std::string_view::npos;
        });
    }
    // Opened with another separator, "a;=b" is two cells; and quotes fall away.
    for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
        if (at > 0 && std::string_view(";,\t\n\"'").find(text[at - 1]) != std::string_view::npos)
            return true;
    }
    return false;
}

QString exampleOfDate(std::string_view format)
{
    return QString::fromStdString(formatDate({2015, 12, 24, 18, 30, 0, true}, format));
}

} // namespace

CellChecker::CellChecker(CheckContext &context) : m_context(context), m_phones(context.input.settings.phoneRegion)
{
    for (const FileColumn &column : context.columns)
        m_dateFormats.push_back(column.column ? column.column->format.toStdString() : std::string());
}

Severity CellChecker::severityOfType() const
{
    // digitaleo.md, Valid contacts: a contact is valid by its means, whatever its other cells hold.
    return m_context.flow.meansOfContact.isEmpty() ? Severity::Error : Severity::Warning;
}

bool CellChecker::checkCharacters(std::string_view cell, int field, qint64 row)
{
    const CellScan scan = scanBytes(cell);
    if (!scan.nonAscii && !scan.control)
        return true;
    m_context.report.nonAsciiCells += scan.nonAscii && !m_context.encodingFits;
    bool usable = true;
    bool malformed = false;
    for (std::size_t i = 0; i < cell.size();) {
        bool unreadable = false;
        const char32_t c = nextCodePoint(cell, i, m_context.encoding, &unreadable);
        malformed = malformed || unreadable;
        if (unreadable || (c >= 0x20 && c < 0x7F))
            continue;
        if (isControlCharacter(c)) {
            const QString meant = meantBy(c);
            const auto message = [&] {
                return m_context.place(
                    row, field, cell,
                    meant.isEmpty()
                        ? Words::tr("It holds the invisible character %1. Remove it.").arg(visibleCharacter(c))
                    : meant == u" " ? Words::tr("It holds the invisible character %1, where a space was meant.")
                                          .arg(visibleCharacter(c))
                                    : Words::tr("It holds the invisible character %1, where “%2” was meant.")
                                          .arg(visibleCharacter(c), meant));
            };
            m_context.findings.add(
                {FindingCode::ControlCharacter, Severity::Warning, 0, -1, RepairKind::ControlCharacters, false},
                message);
        } else if (!isRepresentable(c, m_context.target)) {
            const auto replacement = honestReplacement(c, m_context.target);
            ++m_context.report.foreignLetters[c];
            usable = usable && replacement.has_value();
            const auto message = [&] {
                QString text =
                    Words::tr("The platform's alphabet has no %1. Write it otherwise.").arg(visibleCharacter(c));
                if (replacement)
                    text =
                        replacement->isEmpty()
                            ? Words::tr("The platform's alphabet has no %1; it is left out.").arg(visibleCharacter(c))
                            : Words::tr("The platform's alphabet has no %1; “%2” stands for it.")
                                  .arg(visibleCharacter(c), *replacement);
                return m_context.place(row, field, cell, text);
            };
            const FindingSort sort{
                FindingCode::UnrepresentableCharacter,
                replacement ? Severity::Warning : Severity::Error,
                static_cast<int>(replacement ? CharacterCause::Replaceable : CharacterCause::NotReplaceable),
                -1,
                replacement ? std::optional(RepairKind::Encoding) : std::nullopt,
                !replacement && row == 1 && m_context.toPlatform()};
            m_context.findings.add(sort, message);
        }
    }
    if (malformed) {
        const FindingSort sort{
            FindingCode::EncodingError,        Severity::Error, static_cast<int>(CharacterCause::NotDecodable), -1, {},
            row == 1 && m_context.toPlatform()};
        m_context.findings.add(sort, [&] {
            return m_context.place(row, field, cell,
                                   Words::tr("Some bytes of this cell are no letters in the alphabet chosen for the "
                                             "file."));
        });
    }
    return usable && !malformed;
}

void CellChecker::checkSpace(std::string_view cell, std::string_view trimmed, int field, qint64 row)
{
    if (trimmed.size() == cell.size())
        return;
    m_context.findings.add(
        {FindingCode::SurroundingSpace, Severity::Warning, 0, -1, RepairKind::TrimSpaces, false}, [&] {
            return m_context.place(row, field, cell,
                                   Words::tr("There are spaces before or after the text. Remove them."));
        });
}

void CellChecker::checkFormula(std::string_view trimmed, const CellVerdict &verdict, int field, qint64 row)
{
    // A phone number with its +, or an address that lacks its name, is what it is.
    const bool explained =
        (!verdict.phone.e164.empty() && verdict.valid) || verdict.emailFault == EmailFault::EmptyLocalPart;
    if (explained || !looksLikeFormula(trimmed))
        return;
    m_context.findings.add({FindingCode::FormulaCell, Severity::Warning, 0, -1, {}, false}, [&] {
        return m_context.place(
            row, field, trimmed,
            Words::tr("A spreadsheet would take this text for a formula and run it. Check that it is "
                      "meant."));
    });
}

bool CellChecker::checkDate(std::string_view utf8, const Column &column, int field, qint64 row)
{
    const std::string &format = m_dateFormats[static_cast<std::size_t>(field)];
    if (format.empty() ? recogniseDate(utf8).has_value() : parseDate(utf8, format).has_value())
        return true;
    const bool otherForm = !format.empty() && recogniseDate(utf8).has_value();
    const FindingSort sort{FindingCode::InvalidDate,
                           severityOfType(),
                           static_cast<int>(otherForm ? DateCause::OtherForm : DateCause::NoDate),
                           field,
                           otherForm ? std::optional(RepairKind::DateFormat) : std::nullopt,
                           false};
    m_context.findings.add(sort, [&] {
        const QString cell = quoted(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
        const QString message =
            format.empty() ? Words::tr("%1 is no date of the calendar. Write one such as 24/12/1990.").arg(cell)
            : otherForm
                ? Words::tr("%1 is a date in another form. Write it as %2.")
                      .arg(cell, QString::fromStdString(formatDate(*recogniseDate(utf8), format)))
                : Words::tr("%1 is no date of the calendar. Write one such as %2.").arg(cell, exampleOfDate(format));
        return m_context.place(row, field, utf8, message);
    });
    // What the repair rewrites keeps its row; the finding says that it has to be rewritten.
    Q_UNUSED(column)
    return otherForm;
}

bool CellChecker::checkValue(std::string_view utf8, const Column &column, int field, qint64 row)
{
    bool fits = true;
    QString example;
    switch (column.type) {
    case ColumnType::Integer:
        fits = isInteger(utf8);
        example = Words::tr("a whole number, such as 12");
        break;
    case ColumnType::Number:
        fits = isNumber(utf8, column.decimalComma ? ',' : '.');
        example = column.decimalComma ? Words::tr("a number with a decimal comma, such as 48,869")
                                      : Words::tr("a number, such as 48.869");
        break;
    case ColumnType::Boolean:
        fits = utf8 == "0" || utf8 == "1";
        example = Words::tr("0 or 1");
        break;
    case ColumnType::Uuid:
        fits = isUuid(utf8);
        example = Words::tr("an identifier such as 0291725A-BB67-4EB9-8914-EE14B283EC0C");
        break;
    case ColumnType::Text:
    case ColumnType::Enumeration:
    case ColumnType::Email:
    case ColumnType::Phone:
    case ColumnType::Date:
    case ColumnType::DateTime:
        return true;
    }
    if (fits)
        return true;
    m_context.findings.add({FindingCode::TypeError, severityOfType(), 0, field, {}, false}, [&] {
        const QString cell = quoted(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
        return m_context.place(row, field, utf8, Words::tr("%1 does not fit. Write %2.").arg(cell, example));
    });
    return false;
}

bool CellChecker::checkConstraints(std::string_view trimmed, const Column &column, int field, qint64 row)
{
    bool fits = true;
    const int longest = column.maxLength.value_or(0);
    // A character has at least one byte: short cells need no counting.
    if (longest > 0 && trimmed.size() > static_cast<std::size_t>(longest)) {
        const qint64 length = characterCount(trimmed, m_context.encoding);
        if (length > longest) {
            fits = false;
            m_context.findings.add(
                {FindingCode::ConstraintError,
                 severityOfType(),
                 static_cast<int>(ConstraintCause::TooLong),
                 field,
                 {},
                 false},
                [&] {
                    return m_context.place(
                        row, field, trimmed,
                        Words::tr("It has %1 characters; the platform takes %2. Shorten it.").arg(length).arg(longest));
                });
        }
    }
    if (column.minLength && characterCount(trimmed, m_context.encoding) < *column.minLength) {
        fits = false;
        m_context.findings.add(
            {FindingCode::ConstraintError,
             severityOfType(),
             static_cast<int>(ConstraintCause::TooShort),
             field,
             {},
             false},
            [&] {
                return m_context.place(
                    row, field, trimmed,
                    Words::tr("It has fewer than %1 characters. Complete it.").arg(*column.minLength));
            });
    }
    if (const auto value = column.minimum ? wholeNumber(trimmed) : std::nullopt; value && *value < *column.minimum) {
        fits = false;
        m_context.findings.add({FindingCode::ConstraintError,
                                severityOfType(),
                                static_cast<int>(ConstraintCause::TooSmall),
                                field,
                                {},
                                false},
                               [&] {
                                   return m_context.place(row, field, trimmed,
                                                          Words::tr("%1 is less than %2. Check the figure.")
                                                              .arg(quoted(m_context.input.file->text(trimmed)),
                                                                   QString::number(*column.minimum)));
                               });
    }
    if (!column.enumeration.isEmpty()) {
        const QString value = m_context.input.file->text(trimmed);
        if (!column.enumeration.contains(value)) {
            fits = false;
            m_context.findings.add({FindingCode::ConstraintError,
                                    severityOfType(),
                                    static_cast<int>(ConstraintCause::NotInList),
                                    field,
                                    {},
                                    false},
                                   [&] {
                                       return m_context.place(row, field, trimmed,
                                                              Words::tr("%1 is not among the values allowed: %2.")
                                                                  .arg(quoted(value), quotedList(column.enumeration)));
                                   });
        }
    }
    return fits;
}

bool CellChecker::checkType(std::string_view trimmed, const FileColumn &column, int field, qint64 row)
{
    const Column &spec = *column.column;
    std::string buffer;
    bool fits = true;
    if (spec.type == ColumnType::Date || spec.type == ColumnType::DateTime)
        fits = checkDate(asUtf8(trimmed, m_context.encoding, buffer), spec, field, row);
    else if (spec.type != ColumnType::Text)
        fits = checkValue(asUtf8(trimmed, m_context.encoding, buffer), spec, field, row);
    return checkConstraints(trimmed, spec, field, row) && fits;
}

/// Of an address with letters that the platform's alphabet lacks. What falls away for sure before the platform sees it,
/// such as an invisible space, does no harm; a domain may have any letter, but not one that is replaced on the way.
EmailFault CellChecker::faultOfConverted(std::string_view cell) const
{
    std::string text;
    bool replaced = false;
    for (std::size_t i = 0; i < cell.size();) {
        const char32_t c = nextCodePoint(cell, i, m_context.encoding);
        const bool fits = isRepresentable(c, m_context.target);
        if (!fits && honestReplacement(c, m_context.target) == QString())
            continue;
        replaced = replaced || !fits;
        appendEncoded(text, c, csv::Encoding::Utf8);
    }
    const EmailFault fault = emailFault(text);
    return fault == EmailFault::None && replaced ? EmailFault::BadCharacter : fault;
}

bool CellChecker::fitsTarget(std::string_view cell) const
{
    if (!scanBytes(cell).nonAscii)
        return true;
    for (std::size_t i = 0; i < cell.size();) {
        if (!isRepresentable(nextCodePoint(cell, i, m_context.encoding), m_context.target))
            return false;
    }
    return true;
}

CellVerdict CellChecker::check(const csv::Cell &cell, int field, qint64 row)
{
    CellVerdict verdict;
    verdict.trimmed = cell.text;
    // RowSieve::oddBytes() asks for whatever these three may find.
    if (!cell.plain) {
        verdict.refused = !checkCharacters(cell.text, field, row);
        verdict.trimmed = trimmedCell(cell.text, m_context.encoding);
        checkSpace(cell.text, verdict.trimmed, field, row);
    }
    verdict.empty = verdict.trimmed.empty();
    if (verdict.empty || static_cast<std::size_t>(field) >= m_context.columns.size())
        return verdict;

    FileColumn &column = m_context.columns[static_cast<std::size_t>(field)];
    if (column.label.isEmpty())
        ++column.filledCells;
    if (column.column) {
        if (column.column->type == ColumnType::Email) {
            verdict.emailFault = emailFault(asUtf8(verdict.trimmed, m_context.encoding, m_buffer));
            if (!fitsTarget(verdict.trimmed))
                verdict.emailFault = faultOfConverted(verdict.trimmed);
            verdict.valid = verdict.emailFault == EmailFault::None;
        } else if (column.column->type == ColumnType::Phone) {
            verdict.phone =
                m_phones.read(asUtf8(verdict.trimmed, m_context.encoding, m_buffer), column.column->phoneKind);
            verdict.valid = verdict.phone.fault == PhoneFault::None;
            if (!verdict.phone.e164.empty() && verdict.phone.e164 != verdict.trimmed)
                m_context.addOtherPhone(cell.text, verdict.phone.e164);
        }
        const bool fits = checkType(verdict.trimmed, column, field, row);
        verdict.refused = verdict.refused || (!fits && severityOfType() == Severity::Error);
    }
    if (!cell.plain)
        checkFormula(verdict.trimmed, verdict, field, row);
    return verdict;
}

void CellChecker::checkLabel(const csv::Cell &cell, int field)
{
    (void)checkCharacters(cell.text, field, 1);
    checkSpace(cell.text, trimmedCell(cell.text, m_context.encoding), field, 1);
}

/// Names the character where one is to blame.
QString CellChecker::explainEmail(const CellVerdict &verdict) const
{
    std::string buffer;
    const auto bad = verdict.emailFault == EmailFault::BadCharacter
                         ? badCharacterOfEmail(asUtf8(verdict.trimmed.substr(0, 1000), m_context.encoding, buffer))
                         : std::nullopt;
    if (!bad)
        return explain(verdict.emailFault);
    if (*bad == U' ')
        return Words::tr("It holds a space, which no e-mail address can have. Remove it.");
    return Words::tr("It holds %1, which no e-mail address can have. Remove it.").arg(quoted(visibleCharacter(*bad)));
}

QString CellChecker::explainPhone(const CellVerdict &verdict) const
{
    std::string buffer;
    const auto bad = verdict.phone.fault == PhoneFault::BadCharacter
                         ? badCharacterOfPhone(asUtf8(verdict.trimmed.substr(0, 1000), m_context.encoding, buffer))
                         : std::nullopt;
    if (!bad)
        return explain(verdict.phone.fault, m_phones.region());
    return Words::tr("It holds %1, which is no part of a phone number. Write digits alone.")
        .arg(quoted(visibleCharacter(*bad)));
}

void CellChecker::reportMeans(const CellVerdict &verdict, int field, qint64 row, Severity severity)
{
    const Column &column = *m_context.columns[static_cast<std::size_t>(field)].column;
    if (verdict.emailFault != EmailFault::None) {
        const int cause = static_cast<int>(verdict.emailFault);
        m_context.findings.add({FindingCode::InvalidEmail, severity, cause, -1, {}, false}, [&] {
            return m_context.place(row, field, verdict.trimmed,
                                   Words::tr("%1 is not an e-mail address.")
                                           .arg(quoted(m_context.input.file->text(verdict.trimmed.substr(0, 300)))) +
                                       u' ' + explainEmail(verdict));
        });
    } else if (verdict.phone.fault != PhoneFault::None) {
        const int cause = phoneCause(verdict.phone.fault, column.phoneKind, PhoneNote::None);
        m_context.findings.add({FindingCode::InvalidPhone, severity, cause, -1, {}, false}, [&] {
            return m_context.place(row, field, verdict.trimmed,
                                   quoted(m_context.input.file->text(verdict.trimmed.substr(0, 300))) + u": "_s +
                                       explainPhone(verdict));
        });
    } else if (verdict.phone.note != PhoneNote::None) {
        const int cause = phoneCause(PhoneFault::None, PhoneKind::Any, verdict.phone.note);
        m_context.findings.add(
            {FindingCode::InvalidPhone, Severity::Warning, cause, -1, RepairKind::PhoneFormat, false}, [&] {
                const QString meant = QString::fromStdString(verdict.phone.e164);
                return m_context.place(row, field, verdict.trimmed,
                                       verdict.phone.note == PhoneNote::NoPlus
                                           ? Words::tr("The country code has no +. Write %1.").arg(meant)
                                           : Words::tr("The first 0 is missing. Write %1.").arg(meant));
            });
    }
}

} // namespace navette
