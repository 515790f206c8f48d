// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/rowchecks.h"

#include "validation/cellforms.h"
#include "validation/characters.h"
#include "validation/profiles.h"
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

} // namespace

RowChecker::RowChecker(CheckContext &context) : m_context(context), m_cells(context), m_contact(context.contactSeed)
{
    const Flow &flow = context.flow;
    const Deduplication criterion = context.input.settings.deduplication;
    m_checkMeans = !context.presentColumns(flow.meansOfContact).isEmpty();
    for (const QString &name : flow.keyColumns) {
        if (const int field = fieldOf(name); field >= 0)
            m_keys.push_back(field);
    }
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const FileColumn &column = context.columns[i];
        if (column.column && column.column->required && !column.key)
            m_required.push_back(static_cast<int>(i));
    }
    const Column *reference = flow.columnOf(ColumnRole::Reference);
    const int referenceField = reference ? fieldOf(reference->name) : -1;
    const bool digitaleo = flow.platform == Platform::Digitaleo && context.toPlatform();
    if (digitaleo && criterion == Deduplication::Reference)
        m_reference = referenceField;
    if (m_reference >= 0) {
        m_identity.push_back(m_reference);
    } else if (digitaleo && criterion == Deduplication::Triplet) {
        for (const QString &name : {u"Email"_s, u"Téléphone Fixe"_s, u"Mobile"_s}) {
            if (const int field = fieldOf(name); field >= 0)
                m_identity.push_back(field);
        }
    } else if (context.toPlatform()) {
        // Either key matches a profile (accengage.md, Imports); the account's own, which comes first, is the surer one.
        m_identity = m_keys;
        m_firstKeyCounts = true;
    }
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const Column *column = context.columns[i].column;
        const int condition = column && !column->onlyForColumn.isEmpty() ? fieldOf(column->onlyForColumn) : -1;
        if (condition >= 0)
            m_onlyFor.push_back({static_cast<int>(i), condition, column});
    }
    m_targets = fieldOf(u"number_of_targets"_s);
    m_bounces = fieldOf(u"number_of_bounces"_s);
    m_sent = fieldOf(u"number_of_messages_sent"_s);
}

int RowChecker::fieldOf(const QString &columnName) const
{
    for (std::size_t i = 0; i < m_context.columns.size(); ++i) {
        const FileColumn &column = m_context.columns[i];
        if (column.column && column.column->name == columnName)
            return static_cast<int>(i);
    }
    return -1;
}

bool RowChecker::hasValue(int field) const
{
    const auto index = static_cast<std::size_t>(field);
    return field >= 0 && index < m_verdicts.size() && !m_verdicts[index].empty;
}

bool RowChecker::isBlank(const csv::Record &record) const
{
    return std::all_of(record.cells.begin(), record.cells.end(),
                       [this](const csv::Cell &cell) { return trimmedCell(cell.text, m_context.encoding).empty(); });
}

/// Too few or too many cells. False where the row can't be taken for it.
bool RowChecker::checkShape(const csv::Record &record)
{
    const std::size_t count = record.cells.size();
    const std::size_t wanted = m_context.columns.size();
    if (count < wanted) {
        // digitaleo.md, File format: a trailing empty header cell whose rows have no cell for it is no missing cell.
        if (m_context.columns[count].trailing)
            return true;
        m_context.findings.add(
            {FindingCode::MissingCell, Severity::Error, 0, -1, RepairKind::FitRowLength, m_context.toPlatform()}, [&] {
                return m_context.rowPlace(
                    record.number, Words::tr("The row has %1 of %2 cells. Add separators for those that are empty.")
                                       .arg(count)
                                       .arg(wanted));
            });
        return true;
    }
    if (count == wanted)
        return true;
    const bool empty =
        std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(wanted), record.cells.end(),
                    [this](const csv::Cell &cell) { return trimmedCell(cell.text, m_context.encoding).empty(); });
    const FindingSort sort{FindingCode::ExtraCell,
                           empty ? Severity::Warning : Severity::Error,
                           static_cast<int>(empty ? ExtraCellCause::Empty : ExtraCellCause::Filled),
                           -1,
                           empty ? std::optional(RepairKind::FitRowLength) : std::nullopt,
                           false};
    m_context.findings.add(sort, [&] {
        return m_context.place(record.number, static_cast<int>(wanted), record.cells[wanted].text,
                               Words::tr("The row has %1 cells, the header %2.").arg(count).arg(wanted));
    });
    return empty;
}

void RowChecker::checkFlaws(const csv::Record &record)
{
    if (record.flaws & csv::UnclosedQuote) {
        m_context.findings.add(
            {FindingCode::UnclosedQuote, Severity::Error, 0, -1, RepairKind::Quoting, m_context.toPlatform()}, [&] {
                return m_context.rowPlace(
                    record.number,
                    Words::tr("A quote opens in this row and nothing closes it. Close it, or remove it."));
            });
    }
    if (record.flaws & csv::StrayQuote) {
        const FindingSort sort{FindingCode::StrayQuote,
                               Severity::Warning,
                               static_cast<int>(QuoteCause::Inside),
                               -1,
                               RepairKind::Quoting,
                               false};
        m_context.findings.add(sort, [&] {
            return m_context.rowPlace(record.number, Words::tr("A quote stands inside a cell that is not in quotes, or "
                                                               "text follows a closing quote."));
        });
    }
    if (record.flaws & csv::SpaceAroundQuote) {
        const FindingSort sort{FindingCode::StrayQuote,
                               Severity::Warning,
                               static_cast<int>(QuoteCause::Spaces),
                               -1,
                               RepairKind::Quoting,
                               false};
        m_context.findings.add(sort, [&] {
            return m_context.rowPlace(record.number,
                                      Words::tr("Spaces stand between a quote and its separator. Remove them."));
        });
    }
}

void RowChecker::checkQuotes(const csv::Record &record)
{
    if (!m_context.flow.dialect.quoteAll)
        return;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        if (record.cells[i].quoted)
            continue;
        const Severity severity = m_context.toPlatform() ? Severity::Error : Severity::Warning;
        m_context.findings.add(
            {FindingCode::UnquotedField, severity, 0, -1, RepairKind::Quoting, m_context.toPlatform()}, [&] {
                return m_context.place(record.number, static_cast<int>(i), record.cells[i].text,
                                       Words::tr("The field stands without quotes. Put it in double "
                                                 "quotes."));
            });
    }
}

/// digitaleo.md, Valid contacts: at least one means present and valid. False where there is none.
bool RowChecker::checkMeans(qint64 row)
{
    bool usable = false;
    bool present = false;
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        if (!m_context.columns[i].means || m_verdicts[i].empty)
            continue;
        present = true;
        usable = usable || m_verdicts[i].valid;
    }
    const bool refused = m_checkMeans && !usable;
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        const FileColumn &column = m_context.columns[i];
        if (!column.column || m_verdicts[i].empty ||
            (column.column->type != ColumnType::Email && column.column->type != ColumnType::Phone))
            continue;
        if (!m_verdicts[i].valid || m_verdicts[i].phone.note != PhoneNote::None)
            m_cells.reportMeans(m_verdicts[i], static_cast<int>(i), row,
                                refused && column.means ? Severity::Error : Severity::Warning);
    }
    if (!refused)
        return true;
    const MeansCause cause = present ? MeansCause::NotUsable : MeansCause::Empty;
    m_context.findings.add({FindingCode::MissingMeans, Severity::Error, static_cast<int>(cause), -1, {}, false}, [&] {
        const QString names = joinedByOr(m_context.presentColumns(m_context.flow.meansOfContact));
        return m_context.rowPlace(
            row,
            !present ? Words::tr("The contact can't be reached: %1 is empty. Fill it in.").arg(names)
            : m_context.flow.meansOfContact.size() == 1
                ? Words::tr("The contact can't be reached: its %1 is not usable. Correct it.").arg(names)
                : Words::tr("The contact can't be reached: its %1 is not usable. Correct one of them.").arg(names));
    });
    return false;
}

/// The key, the reference, and what the columns themselves ask for.
bool RowChecker::checkRequired(qint64 row)
{
    bool complete = true;
    if (m_reference >= 0 && !hasValue(m_reference)) {
        complete = false;
        m_context.findings.add({FindingCode::MissingReference, Severity::Error, 0, -1, {}, false}, [&] {
            return m_context.place(row, m_reference, {}, Words::tr("The contact has no reference. Fill it in."));
        });
    }
    const auto filled = [this](int field) { return hasValue(field); };
    if (!m_keys.empty() && std::none_of(m_keys.begin(), m_keys.end(), filled)) {
        complete = false;
        m_context.findings.add({FindingCode::MissingKey, Severity::Error, 0, -1, {}, false}, [&] {
            return m_context.place(row, m_keys.front(), {},
                                   Words::tr("The row has no value in %1, so the platform can't tell whose it is. "
                                             "Fill it in.")
                                       .arg(joinedByOr(m_context.flow.keyColumns)));
        });
    }
    for (const int field : m_required) {
        if (hasValue(field))
            continue;
        complete = false;
        m_context.findings.add({FindingCode::ConstraintError,
                                Severity::Error,
                                static_cast<int>(ConstraintCause::Required),
                                field,
                                {},
                                false},
                               [&] {
                                   return m_context.place(row, field, {},
                                                          Words::tr("The cell is empty, but the column needs a value. "
                                                                    "Fill it in."));
                               });
    }
    return complete;
}

/// accengage.md, Imports: an empty value in an update empties the value in the database.
void RowChecker::checkEmptied(qint64 row)
{
    if (!m_context.flow.emptyValueErases)
        return;
    for (std::size_t i = 0; i < m_verdicts.size(); ++i) {
        const FileColumn &column = m_context.columns[i];
        if (!column.column || column.key || !m_verdicts[i].empty)
            continue;
        m_context.findings.add({FindingCode::EmptiesValue, Severity::Warning, 0, static_cast<int>(i), {}, false}, [&] {
            return m_context.place(row, static_cast<int>(i), {},
                                   Words::tr("The cell is empty: the platform will empty this value."));
        });
    }
}

/// accengage.md, Exports: sent = targets − bounces; 0 on days after the sending.
void RowChecker::checkTotals(const csv::Record &record)
{
    if (m_targets < 0 || m_bounces < 0 || m_sent < 0)
        return;
    const auto number = [&](int field) -> std::optional<qint64> {
        const auto index = static_cast<std::size_t>(field);
        return index < m_verdicts.size() ? wholeNumber(m_verdicts[index].trimmed) : std::nullopt;
    };
    const auto targets = number(m_targets);
    const auto bounces = number(m_bounces);
    const auto sent = number(m_sent);
    if (!targets || !bounces || !sent || *sent == 0 || *sent == *targets - *bounces)
        return;
    m_context.findings.add({FindingCode::InconsistentTotal, Severity::Warning, 0, -1, {}, false}, [&] {
        return m_context.place(record.number, m_sent, m_verdicts[static_cast<std::size_t>(m_sent)].trimmed,
                               Words::tr("%1 sent, but %2 targets less %3 bounces make %4.")
                                   .arg(QString::number(*sent), QString::number(*targets), QString::number(*bounces),
                                        QString::number(*targets - *bounces)));
    });
}

/// accengage.md, Exports: campaign_id and campaign_name only for push notifications.
void RowChecker::checkOnlyFor(qint64 row)
{
    for (const OnlyFor &rule : m_onlyFor) {
        if (!hasValue(rule.field) || !hasValue(rule.condition))
            continue;
        const QString kind = m_context.input.file->text(m_verdicts[static_cast<std::size_t>(rule.condition)].trimmed);
        const QStringList &kinds = m_context.columns[static_cast<std::size_t>(rule.condition)].column->enumeration;
        // What is no kind at all has been reported as such.
        if (kind == rule.column->onlyForValue || (!kinds.isEmpty() && !kinds.contains(kind)))
            continue;
        const FindingSort sort{FindingCode::ConstraintError,
                               Severity::Warning,
                               static_cast<int>(ConstraintCause::OnlyFor),
                               rule.field,
                               {},
                               false};
        m_context.findings.add(sort, [&] {
            return m_context.place(row, rule.field, m_verdicts[static_cast<std::size_t>(rule.field)].trimmed,
                                   Words::tr("Only rows of the kind %1 have a value here; this one is of the kind %2.")
                                       .arg(quoted(rule.column->onlyForValue), quoted(kind)));
        });
    }
}

/// accengage.md, Common: beyond a certain volume only profiles that the platform knows are transferred.
void RowChecker::checkProfile(qint64 row)
{
    const KnownProfiles *known = m_context.input.knownProfiles.get();
    if (!known || !m_context.toPlatform())
        return;
    std::string buffer;
    int asked = -1;
    for (const int field : m_keys) {
        const ColumnRole role = m_context.columns[static_cast<std::size_t>(field)].column->role;
        if (!hasValue(field) || !known->covers(role))
            continue;
        asked = asked < 0 ? field : asked;
        const std::string_view key = m_verdicts[static_cast<std::size_t>(field)].trimmed;
        if (known->contains(role, asUtf8(key, m_context.encoding, buffer)))
            return;
    }
    if (asked < 0) // no key, or none that the export tells anything about
        return;
    m_context.report.unknownProfileRows.push_back(row);
    m_context.findings.add(
        {FindingCode::UnknownProfile, Severity::Warning, 0, -1, RepairKind::KeepKnownProfiles, false}, [&] {
            return m_context.place(row, asked, m_verdicts[static_cast<std::size_t>(asked)].trimmed,
                                   Words::tr("The export of devices has no such profile, so the platform may not know "
                                             "it. Leave the row out where the volume is limited."));
        });
}

/// A value in the form in which the platform compares it: e-mails and identifiers without case, domains in their ASCII
/// form, phones with country code.
void RowChecker::addToContact(int field)
{
    m_part.clear();
    bool foldCase = false;
    if (hasValue(field)) {
        const CellVerdict &verdict = m_verdicts[static_cast<std::size_t>(field)];
        const Column &column = *m_context.columns[static_cast<std::size_t>(field)].column;
        const bool isEmail = column.type == ColumnType::Email;
        if (!verdict.phone.e164.empty()) {
            m_part = verdict.phone.e164;
        } else if (isEmail && verdict.valid && scanBytes(verdict.trimmed).nonAscii) {
            std::string buffer;
            m_part = emailInAscii(asUtf8(verdict.trimmed, m_context.encoding, buffer));
        } else {
            m_part = verdict.trimmed;
        }
        foldCase = isEmail || column.type == ColumnType::Uuid;
    }
    const std::size_t size = m_part.size();
    m_part.resize(size + RoomyText::room);
    m_contact.add(RoomyText({m_part.data(), size}), foldCase);
}

/// What tells contacts apart: values that mean the same make the same key.
void RowChecker::takeContact()
{
    for (const int field : m_identity) {
        addToContact(field);
        if (m_firstKeyCounts && hasValue(field))
            break;
    }
}

void RowChecker::reportDuplicate(const csv::Record &record, qint64 earlierRow)
{
    m_context.findings.add(
        {FindingCode::DuplicateRow, Severity::Warning, 0, -1, RepairKind::DropDuplicates, false}, [&] {
            const auto valueOf = [&](int field) {
                const auto index = static_cast<std::size_t>(field);
                return index < record.cells.size() ? trimmedCell(record.cells[index].text, m_context.encoding)
                                                   : std::string_view();
            };
            const auto shown =
                std::find_if(m_identity.begin(), m_identity.end(), [&](int field) { return !valueOf(field).empty(); });
            const int field = shown == m_identity.end() ? m_identity.front() : *shown;
            return m_context.place(
                record.number, field, valueOf(field),
                m_context.flow.usesImportMode || m_context.flow.emptyValueErases
                    ? Words::tr("The same contact as in row %1. This later row wins.").arg(earlierRow)
                    : Words::tr("The same contact as in row %1. One of them would do.").arg(earlierRow));
        });
}

RowFields RowChecker::fields() const
{
    RowFields fields{m_identity, m_firstKeyCounts, m_keys, m_required,   m_reference,
                     m_targets,  m_bounces,        m_sent, m_checkMeans, {}};
    for (const OnlyFor &rule : m_onlyFor)
        fields.onlyForSome.push_back(rule.field);
    return fields;
}

void RowChecker::checkHeader(const csv::Record &header)
{
    checkFlaws(header);
    checkQuotes(header);
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        m_cells.checkLabel(header.cells[i], static_cast<int>(i));
}

void RowChecker::check(const csv::Record &record)
{
    m_contact.begin();
    m_context.widestRecord = std::max(m_context.widestRecord, record.cells.size());
    if (isBlank(record)) {
        m_context.findings.add({FindingCode::BlankRow, Severity::Warning, 0, -1, RepairKind::RemoveBlankRows, false},
                               [&] { return m_context.rowPlace(record.number, Words::tr("The row is empty.")); });
        return;
    }
    CheckStats &stats = m_context.report.stats;
    ++stats.rows;
    bool taken = checkShape(record);
    checkFlaws(record);
    checkQuotes(record);

    m_verdicts.clear();
    const std::size_t count = std::min(record.cells.size(), m_context.columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        m_verdicts.push_back(m_cells.check(record.cells[i], static_cast<int>(i), record.number));
        taken = taken && !m_verdicts.back().refused;
    }
    for (std::size_t i = count; i < record.cells.size(); ++i)
        (void)m_cells.check(record.cells[i], static_cast<int>(i), record.number);

    taken = checkMeans(record.number) && taken;
    taken = checkRequired(record.number) && taken;
    if (taken)
        checkEmptied(record.number);
    checkTotals(record);
    checkOnlyFor(record.number);
    if (taken) {
        ++stats.validRows;
        checkProfile(record.number);
        takeContact();
    } else {
        ++stats.invalidRows;
        m_context.report.invalidRowNumbers.push_back(record.number);
    }
}

} // namespace navette
