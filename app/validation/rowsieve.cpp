// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/rowsieve.h"

#include "validation/cellforms.h"
#include "validation/characters.h"
#include "validation/dates.h"

#include <algorithm>

namespace navette
{

namespace
{

bool isPrintableAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

} // namespace

csv::OddBytes RowSieve::oddBytes(const CheckContext &context)
{
    csv::OddBytes odd = oddLetters(*context.input.file, context.target);
    odd.unquoted = context.flow.dialect.quoteAll;
    odd.countsHigh = !context.encodingFits;
    return odd;
}

csv::OddBytes RowSieve::oddLetters(const csv::CsvFile &file, csv::Encoding target)
{
    csv::OddBytes odd;
    if (isOneByte(file.readEncoding())) {
        // Control characters (letters, in Windows-1252, that not every encoding has) and the no-break space. All that
        // follow are letters in every encoding.
        odd.first = 0x80;
        odd.last = 0xA0;
    } else if (!file.isValidUtf8()) {
        return odd; // any of them may be broken
    } else if (isOneByte(target)) {
        // U+0080 to U+00BF for their control characters and the no-break space; U+0100 and on, which the target lacks.
        odd.first = 0xC4;
        odd.last = 0xFF;
        odd.one = odd.other = 0xC2;
    } else {
        // The beginnings of U+0080…, of U+2000… (blanks, marks of direction) and of U+F000… (byte-order marks,
        // full-width signs).
        odd.first = odd.last = 0xEF;
        odd.one = 0xC2;
        odd.other = 0xE2;
    }
    return odd;
}

void RowSieve::setTest(Watch &watch, const Column &spec)
{
    switch (spec.type) {
    case ColumnType::Text:
    case ColumnType::Enumeration:
        break;
    case ColumnType::Email:
        watch.test = Test::Email;
        break;
    case ColumnType::Phone:
        watch.test = Test::Phone;
        break;
    case ColumnType::Date:
    case ColumnType::DateTime:
        watch.test = watch.format.empty() ? Test::Date : Test::Format;
        watch.usualDate = UsualDate(watch.format);
        break;
    case ColumnType::Integer:
        watch.test = Test::Integer;
        break;
    case ColumnType::Number:
        watch.test = Test::Number;
        break;
    case ColumnType::Boolean:
        watch.test = Test::Boolean;
        break;
    case ColumnType::Uuid:
        watch.test = Test::Uuid;
        break;
    }
    if (spec.enumeration.isEmpty())
        return;
    // A type and a list at once are left to RowChecker: nothing is in an empty list.
    const bool listAlone = watch.test == Test::None;
    watch.test = Test::List;
    for (const QString &value : spec.enumeration) {
        const std::string text = value.toStdString();
        if (listAlone && isPrintableAscii(text) && text.find('"') == std::string::npos)
            watch.list.push_back(text);
    }
}

RowSieve::Watch RowSieve::watchOf(const CheckContext &context, const RowFields &fields, std::size_t field)
{
    const FileColumn &column = context.columns[field];
    const int number = static_cast<int>(field);
    const auto holds = [number](const std::vector<int> &list) {
        return std::find(list.begin(), list.end(), number) != list.end();
    };
    Watch watch;
    Wishes &wishes = watch.wishes;
    watch.field = field;
    watch.mustBeFilled = holds(fields.required) || number == fields.reference;
    wishes.unnamed = column.label.isEmpty();
    wishes.reaches = column.means;
    wishes.key = holds(fields.keys);
    wishes.mustBeEmpty = holds(fields.onlyForSome);
    const auto part = std::find(fields.identity.begin(), fields.identity.end(), number);
    if (part != fields.identity.end())
        wishes.identity = static_cast<int>(part - fields.identity.begin());
    if (column.column) {
        const Column &spec = *column.column;
        watch.mustBeFilled = watch.mustBeFilled || (context.flow.emptyValueErases && !column.key);
        if (const int longest = spec.maxLength.value_or(0); longest > 0)
            watch.longest = static_cast<std::size_t>(longest);
        wishes.shortest = spec.minLength.value_or(0);
        wishes.least = spec.minimum;
        watch.format = spec.format.toStdString();
        watch.phoneKind = spec.phoneKind;
        watch.decimal = spec.decimalComma ? ',' : '.';
        setTest(watch, spec);
    }
    watch.hasWishes = wishes.any();
    return watch;
}

RowSieve::RowSieve(CheckContext &context, const RowFields &fields)
    : m_context(context)
    , m_fields(fields)
    , m_takesOdd(context.columns.size(), 0)
    , m_roomyUntil(context.input.file->bytes().end() -
                   std::min<qsizetype>(context.input.file->bytes().size(), RoomyText::room + 1))
    , m_quote(context.input.file->dialect().quote)
    , m_quoteAll(context.flow.dialect.quoteAll)
    , m_phones(context.input.settings.phoneRegion)
    , m_parts(fields.identity.size())
    , m_contact(context.contactSeed)
{
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        Watch watch = watchOf(context, fields, i);
        // These tests take nothing that is odd.
        m_takesOdd[i] = watch.test != Test::None && watch.test != Test::List;
        watch.number = m_watches.size();
        if (!watch.isIdle())
            m_watches.push_back(std::move(watch));
    }
    for (const int field : fields.identity) {
        const Column *column = context.columns[static_cast<std::size_t>(field)].column;
        m_foldsCase.push_back(column && (column->type == ColumnType::Email || column->type == ColumnType::Uuid));
    }
    m_usual.resize(m_watches.size() + 1); // room behind the last
    m_numbers.resize(m_watches.size());
}

// Called for every cell that is looked at: these belong into the loop.
Q_ALWAYS_INLINE bool RowSieve::passesPhone(const Watch &watch, RoomyText text)
{
    const std::string_view cell = text.view();
    UsualPhone &usual = m_usual[watch.number];
    usual.read(text, m_phones.isFrench());
    std::string_view number = usual.text();
    bool compact = usual.compact;
    if (!usual.suits(watch.phoneKind)) {
        if (!isPrintableAscii(cell) || cell.front() == ' ' || cell.back() == ' ')
            return false;
        PhoneReading reading = m_phones.read(cell, watch.phoneKind);
        if (reading.fault != PhoneFault::None || reading.note != PhoneNote::None)
            return false;
        std::string &other = m_numbers[watch.number];
        other = std::move(reading.e164);
        const std::size_t size = other.size();
        other.resize(size + RoomyText::room);
        number = {other.data(), size};
        compact = number == cell;
    }
    if (watch.wishes.identity >= 0)
        m_parts[static_cast<std::size_t>(watch.wishes.identity)] = number;
    if (!compact && m_otherPhones.count++ == 0) {
        m_otherPhones.cell = cell;
        m_otherPhones.number = number;
    }
    return true;
}

void RowSieve::countPhones()
{
    if (m_otherPhones.count == 0)
        return;
    m_context.addOtherPhone(m_otherPhones.cell, m_otherPhones.number);
    m_context.report.phonesInOtherForm.count += m_otherPhones.count - 1;
}

Q_ALWAYS_INLINE bool RowSieve::passesTest(const Watch &watch, RoomyText cell)
{
    switch (watch.test) {
    case Test::None:
        return true;
    case Test::Email:
        return isUsualEmail(cell);
    case Test::Phone:
        return passesPhone(watch, cell);
    case Test::Date:
        return isUsualDate(cell) || recogniseDate(cell.view()).has_value();
    case Test::Format:
        return watch.usualDate.matches(cell) || parseDate(cell.view(), watch.format).has_value();
    case Test::Integer:
        return isUsualInteger(cell) || isInteger(cell.view());
    case Test::Number:
        return isUsualNumber(cell, watch.decimal) || isNumber(cell.view(), watch.decimal);
    case Test::Boolean:
        return cell.size() == 1 && (*cell.data() == '0' || *cell.data() == '1');
    case Test::Uuid:
        return isUsualUuid(cell);
    case Test::List:
        return std::find(watch.list.begin(), watch.list.end(), cell.view()) != watch.list.end();
    }
    return false;
}

/// Before the test, which may know better what stands for the contact.
Q_ALWAYS_INLINE bool RowSieve::passesWishes(const Watch &watch, std::string_view cell, bool quoted, Found &found)
{
    const Wishes &wishes = watch.wishes;
    if (wishes.mustBeEmpty)
        return false;
    if (wishes.identity >= 0) {
        // A doubled quote would have to become one.
        if (quoted && watch.test == Test::None && cell.find(m_quote) != std::string_view::npos)
            return false;
        m_parts[static_cast<std::size_t>(wishes.identity)] = cell;
    }
    // Doubled quotes count as one.
    if (wishes.shortest > 0 &&
        (cell.find(m_quote) != std::string_view::npos || characterCount(cell, m_context.encoding) < wishes.shortest))
        return false;
    if (wishes.least && (*wishes.least != 0 || cell.front() == '-') &&
        wholeNumber(cell).value_or(*wishes.least) < *wishes.least)
        return false;
    found.reaches = found.reaches || wishes.reaches;
    found.key = found.key || wishes.key;
    if (wishes.unnamed)
        m_filledUnnamed.push_back(watch.field);
    return true;
}

/// accengage.md, Exports: sent = targets − bounces; 0 on days after the sending.
bool RowSieve::totalsAgree(const Row &row) const
{
    if (m_fields.targets < 0 || m_fields.bounces < 0 || m_fields.sent < 0)
        return true;
    const auto number = [&](int field) {
        bool quoted = false;
        return wholeNumber(row.cell(static_cast<std::size_t>(field), m_quote, quoted));
    };
    const auto targets = number(m_fields.targets);
    const auto bounces = number(m_fields.bounces);
    const auto sent = number(m_fields.sent);
    return targets && bounces && sent && (*sent == 0 || *sent == *targets - *bounces);
}

Q_ALWAYS_INLINE bool RowSieve::passesCells(const Row &row, Found &found)
{
    for (const Watch &watch : m_watches) {
        bool quoted = false;
        const std::string_view cell = row.cell(watch.field, m_quote, quoted);
        if (m_quoteAll && !quoted)
            return false;
        if (cell.empty()) {
            if (watch.mustBeFilled)
                return false;
            continue;
        }
        found.any = true;
        if (cell.size() > watch.longest || (watch.hasWishes && !passesWishes(watch, cell, quoted, found)) ||
            !passesTest(watch, RoomyText(cell)))
            return false;
    }
    return true;
}

void RowSieve::takeContact()
{
    m_contact.begin();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_contact.add(RoomyText(m_parts[i]), m_foldsCase[i] != 0);
        if (m_fields.firstIdentityCounts && !m_parts[i].empty())
            break;
    }
}

bool RowSieve::passes(const Row &row)
{
    // The file's last rows have too little room behind them.
    if (row.cellEnds.size() != m_takesOdd.size() || row.base + row.cellEnds.back() > m_roomyUntil)
        return false;
    for (const std::uint32_t cell : row.oddCells) {
        if (m_takesOdd[cell - row.firstCell] == 0)
            return false;
    }
    std::fill(m_parts.begin(), m_parts.end(), std::string_view());
    m_otherPhones.count = 0;
    m_filledUnnamed.clear();
    Found found;
    if (!passesCells(row, found))
        return false;
    // Nothing but separators and empty quotes would be a blank row.
    const std::size_t bytes = row.cellEnds.back() - row.begin;
    if (!found.any && bytes < 3 * row.cellEnds.size() + 2)
        return false;
    if ((m_fields.checkMeans && !found.reaches) || (!m_fields.keys.empty() && !found.key) || !totalsAgree(row))
        return false;

    for (const std::size_t field : m_filledUnnamed)
        ++m_context.columns[field].filledCells;
    countPhones();
    takeContact();
    return true;
}

} // namespace navette
