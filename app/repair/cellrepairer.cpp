// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/cellrepairer.h"

#include "validation/characters.h"
#include "validation/dates.h"

#include <QList>

namespace navette
{

namespace
{

/// UTF-16 files are read as UTF-8, and written through it.
csv::Encoding inMemory(csv::Encoding encoding)
{
    switch (encoding) {
    case csv::Encoding::Utf16Le:
    case csv::Encoding::Utf16Be:
    case csv::Encoding::Utf8:
        return csv::Encoding::Utf8;
    case csv::Encoding::Latin1:
    case csv::Encoding::Windows1252:
        break;
    }
    return encoding;
}

bool holdsCombiningMark(std::string_view cell, csv::Encoding encoding)
{
    if (encoding != csv::Encoding::Utf8)
        return false;
    for (std::size_t i = 0; i < cell.size();) {
        const char32_t c = nextCodePoint(cell, i, encoding);
        if (c >= 0x0300 && c <= 0x036F)
            return true;
    }
    return false;
}

} // namespace

CellRepairer::CellRepairer(csv::Encoding source, csv::Encoding target, const Flow &configuredFlow,
                           const FlowSettings &settings, const std::set<RepairKind> &repairs)
    : m_source(inMemory(source))
    , m_target(inMemory(target))
    , m_platform(inMemory(configuredFlow.dialect.encoding))
    , m_repairs(repairs)
{
    if (has(RepairKind::PhoneFormat))
        m_phones.emplace(settings.phoneRegion);
}

/// One character, or what stands for it.
bool CellRepairer::appendText(std::string &out, char32_t character, Outcome &outcome) const
{
    if (appendEncoded(out, character, m_target))
        return true;
    const auto replacement = honestReplacement(character, m_target);
    if (!replacement) {
        outcome.obstacle = character;
        return false;
    }
    for (const char32_t c : replacement->toUcs4())
        appendEncoded(out, c, m_target);
    outcome.changed = true;
    return true;
}

CellRepairer::Outcome CellRepairer::convertCharacters(std::string_view cell, std::string &out) const
{
    Outcome outcome;
    std::string composed;
    // macOS writes é as e and an accent; composed, ISO-8859-1 can hold it.
    if (m_target != csv::Encoding::Utf8 && holdsCombiningMark(cell, m_source)) {
        composed = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()))
                       .normalized(QString::NormalizationForm_C)
                       .toStdString();
        outcome.changed = composed != cell;
        cell = composed;
    }
    for (std::size_t i = 0; i < cell.size();) {
        const std::size_t start = i;
        bool malformed = false;
        const char32_t c = nextCodePoint(cell, i, m_source, &malformed);
        if (malformed && m_source == m_target) {
            out.append(cell.substr(start, i - start)); // unreadable, but not ours to change
        } else if (has(RepairKind::ControlCharacters) && isControlCharacter(c)) {
            outcome.changed = true;
            for (const char32_t letter : meantBy(c).toUcs4()) {
                const auto text = honestReplacement(letter, m_platform);
                for (const char32_t part : text.value_or(QString()).toUcs4())
                    appendText(out, part, outcome);
            }
        } else if (!appendText(out, c, outcome)) {
            return outcome;
        }
    }
    return outcome;
}

bool CellRepairer::repairPhone(std::string &cell)
{
    std::string buffer;
    const std::string_view trimmed = trimmedCell(cell, m_target);
    const PhoneReading reading = m_phones->read(asUtf8(trimmed, m_target, buffer), PhoneKind::Any);
    if (reading.e164.empty() || reading.e164 == trimmed)
        return false;
    cell = reading.e164;
    return true;
}

bool CellRepairer::repairDate(std::string &cell, const Column &column) const
{
    const std::string format = column.format.toStdString();
    const std::string_view trimmed = trimmedCell(cell, m_target);
    if (format.empty() || parseDate(trimmed, format))
        return false;
    const auto date = recogniseDate(trimmed);
    if (!date)
        return false;
    cell = formatDate(*date, format);
    return true;
}

CellRepairer::Outcome CellRepairer::repair(std::string_view cell, const Column *column, std::string &out)
{
    Outcome outcome;
    const CellScan scan = scanBytes(cell);
    const bool convert = (scan.nonAscii && m_source != m_target) ||
                         ((scan.nonAscii || scan.control) && has(RepairKind::ControlCharacters));
    if (convert) {
        m_converted.clear();
        outcome = convertCharacters(cell, m_converted);
        // What is left out must not leave a space at the edge: "Léa 🌸" was clean before.
        if (outcome.changed && trimmedCell(cell, m_source).size() == cell.size())
            cell = trimmedCell(m_converted, m_target);
        else
            cell = m_converted;
    }
    if (has(RepairKind::TrimSpaces)) {
        const std::string_view trimmed = trimmedCell(cell, m_target);
        outcome.changed = outcome.changed || trimmed.size() != cell.size();
        cell = trimmed;
    }
    const bool phone = column && m_phones && column->type == ColumnType::Phone;
    const bool date = column && has(RepairKind::DateFormat) &&
                      (column->type == ColumnType::Date || column->type == ColumnType::DateTime);
    if ((phone || date) && !cell.empty()) {
        m_value.assign(cell);
        const bool rewritten = phone ? repairPhone(m_value) : repairDate(m_value, *column);
        outcome.changed = outcome.changed || rewritten;
        cell = m_value;
    }
    out.append(cell);
    return outcome;
}

std::optional<QString> replacementFor(char32_t character, csv::Encoding target)
{
    return honestReplacement(character, target);
}

QString repairedCell(const QString &cell, const Column *column, const Flow &configuredFlow,
                     const FlowSettings &settings, const std::set<RepairKind> &repairs)
{
    const csv::Encoding target =
        repairs.contains(RepairKind::Encoding) ? configuredFlow.dialect.encoding : csv::Encoding::Utf8;
    CellRepairer repairer(csv::Encoding::Utf8, target, configuredFlow, settings, repairs);
    std::string repaired;
    // What can't be written stays as it is: the finding says so.
    if (repairer.repair(cell.toStdString(), column, repaired).obstacle)
        return cell;
    std::string buffer;
    return QString::fromStdString(std::string(asUtf8(repaired, inMemory(target), buffer)));
}

} // namespace navette
