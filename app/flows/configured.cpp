// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A flow as one account has it.
#include "flows/flowcatalog.h"

#include <algorithm>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

// A label given by the account, unless it is blank or another column has it: settings can be wrong too.
void rename(Flow &flow, Column &column, const QString &label)
{
    const QString trimmed = label.trimmed();
    if (trimmed.isEmpty() || flow.column(trimmed))
        return;
    for (Column &other : flow.columns)
        other.synonyms.removeIf([&](const QString &s) { return s.compare(trimmed, Qt::CaseInsensitive) == 0; });
    column.synonyms.prepend(column.name);
    column.name = trimmed;
}

Column columnOf(const CustomField &field, const Flow &flow)
{
    Column column;
    column.name = field.name.trimmed();
    column.customField = true;
    column.maxLength = field.size;
    if (flow.maxCustomFieldLength)
        column.maxLength = std::min(field.size.value_or(*flow.maxCustomFieldLength), *flow.maxCustomFieldLength);
    if (!field.label.trimmed().isEmpty() && !flow.column(field.label.trimmed()))
        column.synonyms = QStringList{field.label.trimmed()};
    switch (field.type) {
    case CustomField::Type::Text:
        break;
    case CustomField::Type::Decimal:
        column.type = ColumnType::Number;
        column.decimalComma = true;
        break;
    case CustomField::Type::Integer:
        column.type = ColumnType::Integer;
        break;
    case CustomField::Type::Date:
        column.type = ColumnType::DateTime;
        column.format = u"yyyy-MM-dd HH:mm:ss"_s; // accengage.md, Common
        break;
    }
    return column;
}

// The key columns of an import, the account's own first (accengage.md, Imports).
void applyKeyRule(Flow &flow, MatchingKey key)
{
    const ColumnRole wanted = key == MatchingKey::DeviceId ? ColumnRole::DeviceId : ColumnRole::MemberId;
    const ColumnRole other = key == MatchingKey::DeviceId ? ColumnRole::MemberId : ColumnRole::DeviceId;
    if (flow.keyRule == KeyRule::Account)
        std::erase_if(flow.columns, [&](const Column &column) { return column.role == other; });
    for (Column &column : flow.columns) {
        if (column.role != wanted)
            continue;
        flow.keyColumns.prepend(column.name);
        column.required = flow.keyRule == KeyRule::Account;
        column.labelRequired = flow.keyRule == KeyRule::Account;
    }
    if (const Column *second = flow.columnOf(other))
        flow.keyColumns.append(second->name);
    flow.oneOfColumns = flow.keyColumns;
}

} // namespace

Flow configured(const Flow &flow, const FlowSettings &settings)
{
    Flow result = flow;
    if (flow.accountDecides.delimiter)
        result.dialect.delimiter = settings.delimiter;
    if (flow.accountDecides.encoding && settings.encoding)
        result.dialect.encoding = *settings.encoding;
    for (std::size_t i = 0; i < flow.columns.size(); ++i) {
        Column &column = result.columns[i];
        if (flow.accountDecides.columnLabels && column.configurableLabel)
            rename(result, column, settings.fieldLabels.value(column.name));
        if (flow.accountDecides.memberColumn && column.role == ColumnRole::MemberId &&
            settings.memberIdColumn != column.name)
            rename(result, column, settings.memberIdColumn);
        // digitaleo.md, File format: the reference is needed where the account deduplicates on it.
        if (column.role == ColumnRole::Reference && flow.direction == FlowDirection::ToPlatform)
            column.labelRequired = settings.deduplication == Deduplication::Reference;
    }
    if (flow.keyRule != KeyRule::None)
        applyKeyRule(result, settings.matchingKey);
    if (flow.takesCustomData) {
        for (const CustomField &field : settings.customData) {
            Column column = columnOf(field, result);
            if (!column.name.isEmpty() && !result.column(column.name))
                result.columns.push_back(std::move(column));
        }
    }
    return result;
}

} // namespace navette
