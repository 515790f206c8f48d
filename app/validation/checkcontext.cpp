// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/checkcontext.h"

#include "validation/characters.h"

#include <QCoreApplication>
#include <QList>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

constexpr qsizetype longestCellShown = 200; // Place::cell

/// At most `length` UTF-16 units, never half a pair.
QString cut(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    return text.first(text[length - 1].isHighSurrogate() ? length - 1 : length);
}

} // namespace

CheckContext CheckContext::forRows() const
{
    CheckContext context(input, flow);
    context.columns = columns;
    context.contactSeed = contactSeed;
    for (FileColumn &column : context.columns)
        column.filledCells = 0;
    return context;
}

void CheckContext::addOtherPhone(std::string_view cell, std::string_view e164)
{
    PhonesInOtherForm &phones = report.phonesInOtherForm;
    if (phones.count++ > 0)
        return;
    phones.before = input.file->text(cell);
    phones.after = QString::fromLatin1(e164.data(), static_cast<qsizetype>(e164.size()));
}

QStringList CheckContext::presentColumns(const QStringList &names) const
{
    QStringList present;
    for (const QString &name : names) {
        for (const FileColumn &column : columns) {
            if (column.column && column.column->name == name && !present.contains(name))
                present += name;
        }
    }
    return present;
}

Place CheckContext::place(qint64 row, int field, std::string_view cell, const QString &message) const
{
    Place place;
    place.rowNumber = row;
    place.fieldNumber = field + 1;
    if (field >= 0 && static_cast<std::size_t>(field) < columns.size())
        place.fieldName = columns[static_cast<std::size_t>(field)].label;
    // Four bytes a character at most: no need to decode a cell of 100 MB for 200 characters.
    place.cell = cut(input.file->text(cell.substr(0, longestCellShown * 4)), longestCellShown);
    place.message = message;
    return place;
}

Place CheckContext::rowPlace(qint64 row, const QString &message) const
{
    Place place;
    place.rowNumber = row;
    place.message = message;
    return place;
}

QString joinedByOr(const QStringList &names)
{
    if (names.size() <= 1)
        return names.join(QString());
    //: The last two of a list of column names: "Email, Téléphone Fixe or Mobile"
    return Words::tr("%1 or %2").arg(names.first(names.size() - 1).join(u", "_s), names.last());
}

QString quotedList(const QStringList &names)
{
    constexpr qsizetype most = 20;
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), most)))
        shown += quoted(name);
    QString text = shown.join(u", "_s);
    if (names.size() > most)
        text += u", …"_s;
    return text;
}

QString visibleText(const QString &text)
{
    constexpr qsizetype most = 40;
    QString shown;
    for (const char32_t c : cut(text, most).toUcs4())
        shown += isControlCharacter(c) ? visibleCharacter(c) : QString::fromUcs4(&c, 1);
    if (text.size() > most)
        shown += u"…"_s;
    return shown;
}

QString quoted(const QString &text)
{
    return Words::tr("“%1”").arg(visibleText(text));
}

Finding fileFinding(FindingCode code, Severity severity, const QString &headline, const QString &consequence,
                    const QString &message, std::optional<RepairKind> repair)
{
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.headline = headline;
    finding.consequence = consequence;
    finding.count = 1;
    finding.repair = repair;
    finding.refusesFile = severity == Severity::Error;
    Place place;
    place.message = message;
    finding.places.push_back(place);
    return finding;
}

} // namespace navette
