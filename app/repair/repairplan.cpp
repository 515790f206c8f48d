// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/repairplan.h"

#include "flows/flowcatalog.h"
#include "validation/labels.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace navette
{

namespace
{

csv::Dialect dialectOfCopy(const csv::Dialect &found, const csv::Dialect &wanted, const std::set<RepairKind> &repairs)
{
    csv::Dialect dialect = found;
    if (repairs.contains(RepairKind::Encoding)) {
        dialect.encoding = wanted.encoding;
        dialect.byteOrderMark = wanted.byteOrderMark;
    }
    if (repairs.contains(RepairKind::ByteOrderMark))
        dialect.byteOrderMark = wanted.byteOrderMark;
    if (repairs.contains(RepairKind::LineEndings))
        dialect.lineEnding = wanted.lineEnding;
    // A copy is written with one kind of line end.
    if (dialect.lineEnding == csv::LineEnding::Mixed || dialect.lineEnding == csv::LineEnding::None)
        dialect.lineEnding = csv::LineEnding::Lf;
    if (repairs.contains(RepairKind::Delimiter))
        dialect.delimiter = wanted.delimiter;
    if (repairs.contains(RepairKind::Quoting)) {
        dialect.quote = wanted.quote;
        dialect.quoteAll = dialect.quoteAll || wanted.quoteAll;
    }
    return dialect;
}

} // namespace

RepairPlan::RepairPlan(const CheckInput &input, const std::set<RepairKind> &ticked)
    : flow(configured(input.flow, input.settings))
    , repairs(ticked)
    , dialect(dialectOfCopy(input.file->dialect(), flow.dialect, ticked))
    , source(input.file->readEncoding())
{
    // Plain ASCII is the same in every encoding, and becomes the platform's once a renamed column brings an accent in.
    // Not where a mark says that it is UTF-8.
    if (has(RepairKind::RenameColumns) && dialect.encoding != flow.dialect.encoding && !dialect.byteOrderMark &&
        !isUtf16(dialect.encoding) && input.file->isAscii())
        dialect.encoding = flow.dialect.encoding;

    csv::Reader reader = input.file->reader();
    csv::Record header;
    if (!reader.next(header))
        return;
    QStringList labels;
    for (const csv::Cell &cell : header.cells)
        labels += input.file->text(cell.text);
    const std::vector<LabelReading> readings = readLabels(labels, flow);
    // Without one known column the first line is no header: leaving all of it out would leave nothing.
    const bool anyKnown =
        std::any_of(readings.begin(), readings.end(), [](const LabelReading &reading) { return reading.column >= 0; });
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const QString label = labels[static_cast<qsizetype>(i)];
        PlannedColumn planned;
        planned.label = label;
        const bool blank = label.trimmed().isEmpty();
        const bool unknown = readings[i].column < 0 && readings[i].takenColumn < 0;
        if (readings[i].column >= 0) {
            planned.column = &flow.columns[static_cast<std::size_t>(readings[i].column)];
            if (!readings[i].exact && has(RepairKind::RenameColumns))
                planned.label = planned.column->name;
        }
        if (has(RepairKind::RemoveColumns) && anyKnown)
            planned.kept = !blank && !(unknown && !flow.allowsExtraColumns);
        columns.push_back(planned);
    }
    for (std::size_t i = columns.size(); i > 0 && columns[i - 1].label.trimmed().isEmpty(); --i)
        columns[i - 1].trailing = true;
    if (has(RepairKind::ColumnOrder))
        orderColumns();
}

/// Known columns as the flow has them, an import's keys first and its own columns last (accengage.md, Imports); what
/// the flow does not know stays behind them as it stood.
void RepairPlan::orderColumns()
{
    const auto rank = [this](std::size_t field) {
        const Column *column = columns[field].column;
        if (!column)
            return std::pair(3, std::ptrdiff_t(0));
        const bool key = column->role == ColumnRole::DeviceId || column->role == ColumnRole::MemberId;
        const int group = flow.keyRule == KeyRule::None ? 0 : key ? 0 : column->customField ? 1 : 2;
        return std::pair(group, column - flow.columns.data());
    };
    order.resize(columns.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return rank(left) < rank(right); });
    if (std::is_sorted(order.begin(), order.end()))
        order.clear();
}

bool RepairPlan::isPlainCopy() const
{
    return std::all_of(repairs.begin(), repairs.end(), [](RepairKind kind) {
        return kind == RepairKind::Zip || kind == RepairKind::FileName || kind == RepairKind::Split;
    });
}

std::size_t RepairPlan::wantedCells() const
{
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const PlannedColumn &column) { return !column.trailing; }));
}

} // namespace navette
