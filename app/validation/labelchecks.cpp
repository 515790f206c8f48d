// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The header line: which columns there are, and under which names.
#include "validation/characters.h"
#include "validation/checkcontext.h"
#include "validation/plural.h"
#include "validation/values.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

QString cause(const CheckContext &context)
{
    return context.toPlatform() ? Words::tr("The platform would refuse the whole file.")
                                : Words::tr("The file differs from what the platform writes.");
}

void readColumns(CheckContext &context, const csv::Record &header)
{
    QStringList labels;
    for (const csv::Cell &cell : header.cells)
        labels += context.input.file->text(cell.text);
    const std::vector<LabelReading> readings = readLabels(labels, context.flow);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        FileColumn column;
        const std::string_view trimmed = trimmedCell(header.cells[i].text, context.encoding);
        column.label = context.input.file->text(trimmed);
        column.reading = readings[i];
        if (readings[i].column >= 0) {
            column.column = &context.flow.columns[static_cast<std::size_t>(readings[i].column)];
            column.means = context.flow.meansOfContact.contains(column.column->name);
            column.key = context.flow.keyColumns.contains(column.column->name);
        }
        context.columns.push_back(column);
        context.report.mappedLabels += column.column ? column.column->name : QString();
    }
    for (std::size_t i = context.columns.size(); i > 0 && context.columns[i - 1].label.isEmpty(); --i)
        context.columns[i - 1].trailing = true;
    context.report.labels = labels;
    context.report.stats.fields = static_cast<int>(labels.size());
}

QStringList labelsFound(const CheckContext &context)
{
    QStringList found;
    for (const FileColumn &column : context.columns) {
        if (!column.label.isEmpty())
            found += column.label;
    }
    return found;
}

/// Whether the first line looks like a contact rather than column names.
bool looksLikeData(const CheckContext &context)
{
    for (const FileColumn &column : context.columns) {
        if (emailFault(column.label.toStdString()) == EmailFault::None ||
            (column.label.size() >= 9 && phoneE164(column.label.toStdString(), context.input.settings.phoneRegion)))
            return true;
    }
    return false;
}

/// Why the first line may hold no column names.
QString whyNoLabels(const CheckContext &context)
{
    const QStringList found = labelsFound(context);
    if (found.isEmpty())
        return Words::tr("The first line is empty: remove it, so that the column names come first.");
    if (found.size() == 1 && found.front().startsWith(u"sep="_s, Qt::CaseInsensitive))
        return Words::tr("The first line names the separator for Excel: remove it, so that the column names come "
                         "first.");
    if (looksLikeData(context))
        return Words::tr("The first line seems to hold a contact: put a line with the column names above it.");
    return {};
}

void checkMissing(CheckContext &context)
{
    QStringList missing;
    for (const Column &column : context.flow.columns) {
        const bool oneOf = context.flow.oneOfColumns.contains(column.name);
        if (column.labelRequired && !(oneOf && context.flow.oneOfColumns.size() == 1) &&
            context.presentColumns({column.name}).isEmpty())
            missing += column.name;
    }
    const bool noneOf =
        !context.flow.oneOfColumns.isEmpty() && context.presentColumns(context.flow.oneOfColumns).isEmpty();
    if (missing.isEmpty() && !noneOf)
        return;

    Finding finding = fileFinding(FindingCode::MissingLabel, Severity::Error, {}, cause(context), {});
    finding.refusesFile = context.toPlatform();
    finding.places.clear();
    finding.count = 0;
    const QString found = quotedList(labelsFound(context));
    const auto add = [&](const QString &needed, const QString &message) {
        Place place;
        place.rowNumber = 1;
        place.fieldName = needed;
        const QString why = whyNoLabels(context);
        place.message = why.isEmpty() ? message : message + u' ' + why;
        finding.places.push_back(place);
        ++finding.count;
    };
    if (noneOf) {
        const QString needed = joinedByOr(context.flow.oneOfColumns);
        add(needed, found.isEmpty() ? Words::tr("The file needs a column %1.").arg(needed)
                                    : Words::tr("The file needs a column %1. Found: %2.").arg(needed, found));
        finding.headline = Words::tr("Add a column %1").arg(needed);
    }
    for (const QString &name : std::as_const(missing)) {
        add(name, found.isEmpty() ? Words::tr("The file needs a column “%1”.").arg(name)
                                  : Words::tr("The file needs a column “%1”. Found: %2.").arg(name, found));
        if (finding.headline.isEmpty())
            finding.headline =
                plural(missing.size(), Words::tr("Add the column “%1”").arg(name), Words::tr("Add %1 missing columns"));
    }
    context.findings.add(finding);
}

struct LabelGroup {
    FindingCode code;
    Severity severity = Severity::Error;
    std::optional<RepairKind> repair;
    QStringList names;
    std::vector<Place> places;

    void add(const CheckContext &context, std::size_t field, const QString &message)
    {
        Place place;
        place.rowNumber = 1;
        place.fieldNumber = static_cast<int>(field) + 1;
        place.fieldName = context.columns[field].label;
        place.cell = context.columns[field].label.left(200);
        place.message = message;
        names += context.columns[field].label;
        places.push_back(place);
    }
    void report(CheckContext &context, const QString &headline, const QString &consequence)
    {
        if (places.empty())
            return;
        Finding finding = fileFinding(code, severity, headline, consequence, {}, repair);
        finding.refusesFile = severity == Severity::Error && context.toPlatform();
        finding.count = static_cast<qint64>(places.size());
        finding.places = std::move(places);
        context.findings.add(finding);
    }
};

/// Labels that differ by case or accents alone are the same to a person.
QString comparable(const QString &label)
{
    const QString folded = foldedLabel(label);
    return folded.isEmpty() ? label : folded;
}

bool anyKnown(const CheckContext &context)
{
    return std::any_of(context.columns.begin(), context.columns.end(),
                       [](const FileColumn &column) { return column.column != nullptr; });
}

/// What to do with a label by how sure its meaning is; %1 is the label, %2 the platform's.
QString explain(LabelCertainty certainty)
{
    switch (certainty) {
    case LabelCertainty::Spelling:
        return Words::tr("“%1” is the platform's column “%2” in another spelling. Write it as the platform does.");
    case LabelCertainty::Slip:
        return Words::tr("“%1” is probably a slip of the pen for “%2”. Check the column, then rename it.");
    case LabelCertainty::None:
    case LabelCertainty::Synonym:
    case LabelCertainty::Exact:
        break;
    }
    return Words::tr("The platform does not know a column “%1”; its own name for it is “%2”.");
}

void checkKnown(CheckContext &context)
{
    LabelGroup incorrect{FindingCode::IncorrectLabel, Severity::Error, RepairKind::RenameColumns, {}, {}};
    LabelGroup duplicate{FindingCode::DuplicateLabel, Severity::Error, {}, {}, {}};
    LabelGroup extra{FindingCode::ExtraLabel, Severity::Error, {}, {}, {}};
    // Without one known column the first line is no header: leaving all of it out would leave nothing.
    if (anyKnown(context))
        extra.repair = RepairKind::RemoveColumns;
    QSet<int> seen;
    QSet<QString> unknownSeen;
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const FileColumn &column = context.columns[i];
        if (column.label.isEmpty())
            continue;
        if (column.column && seen.contains(column.reading.column)) {
            duplicate.add(context, i,
                          Words::tr("The column “%1” stands twice. Keep one of them.").arg(visibleText(column.label)));
        } else if (column.column) {
            seen.insert(column.reading.column);
            if (!column.reading.exact)
                incorrect.add(context, i,
                              explain(column.reading.certainty).arg(visibleText(column.label), column.column->name));
        } else if (column.reading.takenColumn >= 0) {
            duplicate.add(context, i,
                          Words::tr("“%1” seems to mean “%2”, which another column is already. Keep one of them.")
                              .arg(visibleText(column.label),
                                   context.flow.columns[static_cast<std::size_t>(column.reading.takenColumn)].name));
        } else if (!context.flow.allowsExtraColumns) {
            extra.add(context, i,
                      Words::tr("The platform does not know a column “%1”. Rename it to one that it knows, or "
                                "leave it out.")
                          .arg(visibleText(column.label)));
        } else if (unknownSeen.contains(comparable(column.label))) {
            duplicate.add(context, i,
                          Words::tr("The column “%1” stands twice. Keep one of them.").arg(visibleText(column.label)));
        } else {
            unknownSeen.insert(comparable(column.label));
        }
    }
    const qint64 renames = static_cast<qint64>(incorrect.places.size());
    incorrect.report(context, plural(renames, Words::tr("Rename 1 column"), Words::tr("Rename %1 columns")),
                     cause(context));
    const qint64 doubles = static_cast<qint64>(duplicate.places.size());
    duplicate.report(context,
                     plural(doubles, Words::tr("Remove 1 column that stands twice"),
                            Words::tr("Remove %1 columns that stand twice")),
                     cause(context));
    const QString names = quotedList(extra.names);
    const qint64 extras = static_cast<qint64>(extra.places.size());
    extra.report(context,
                 extras == 1 ? Words::tr("Leave out 1 unknown column: %1").arg(names)
                             : Words::tr("Leave out %1 unknown columns: %2").arg(QLocale().toString(extras), names),
                 cause(context));
}

/// accengage.md, Imports: up to 10 customisation fields beside the key and the expiry date.
void checkCustomFields(CheckContext &context)
{
    if (context.flow.maxCustomFields <= 0)
        return;
    LabelGroup tooMany{FindingCode::ExtraLabel, Severity::Error, {}, {}, {}};
    int count = 0;
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const FileColumn &column = context.columns[i];
        const bool custom =
            column.column ? column.column->customField : context.flow.allowsExtraColumns && !column.label.isEmpty();
        if (custom && ++count > context.flow.maxCustomFields)
            tooMany.add(context, i,
                        Words::tr("The platform takes %1 custom fields in one file. Leave this one "
                                  "out.")
                            .arg(context.flow.maxCustomFields));
    }
    tooMany.report(
        context,
        Words::tr("Keep at most %1 custom fields; the file has %2").arg(context.flow.maxCustomFields).arg(count),
        cause(context));
}

} // namespace

void checkLabels(CheckContext &context, const csv::Record &header)
{
    readColumns(context, header);
    checkMissing(context);
    checkKnown(context);
    checkCustomFields(context);
}

void checkBlankLabels(CheckContext &context)
{
    const auto repair = anyKnown(context) ? std::optional(RepairKind::RemoveColumns) : std::nullopt;
    LabelGroup empty{FindingCode::BlankLabel, Severity::Warning, repair, {}, {}};
    LabelGroup filled{FindingCode::BlankLabel, Severity::Error, repair, {}, {}};
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const FileColumn &column = context.columns[i];
        if (!column.label.isEmpty())
            continue;
        if (column.filledCells == 0)
            empty.add(context, i, Words::tr("The column has neither a name nor content. Leave it out."));
        else
            filled.add(context, i,
                       plural(column.filledCells,
                              Words::tr("The column has no name, but 1 filled cell. Name it, or leave it out."),
                              Words::tr("The column has no name, but %1 filled cells. Name it, or leave it out.")));
    }
    const qint64 emptyCount = static_cast<qint64>(empty.places.size());
    empty.report(context,
                 plural(emptyCount, Words::tr("1 column is empty and has no name"),
                        Words::tr("%1 columns are empty and have no name")),
                 Words::tr("The platform takes the file all the same."));
    const qint64 filledCount = static_cast<qint64>(filled.places.size());
    filled.report(context,
                  plural(filledCount, Words::tr("Name 1 column that has no name"),
                         Words::tr("Name %1 columns that have no name")),
                  cause(context));
}

} // namespace navette
