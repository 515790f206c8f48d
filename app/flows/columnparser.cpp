// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a Frictionless Table Schema, with Navette's extras.
#include "flows/flowparser.h"

#include <QCoreApplication>

#include <array>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

struct ColumnText {
    Q_DECLARE_TR_FUNCTIONS(ColumnText)
};

// Table Schema writes dates in strptime's language, Qt reads them in its own: "%Y-%m-%d" → "yyyy-MM-dd".
std::optional<QString> qtDatePattern(const QString &strptime)
{
    QString pattern;
    for (qsizetype i = 0; i < strptime.size(); ++i) {
        const QChar c = strptime[i];
        if (c != u'%') {
            if (c.isLetter() || c == u'\'')
                return {};
            pattern += c;
            continue;
        }
        if (++i == strptime.size())
            return {};
        switch (strptime[i].unicode()) {
        case u'Y':
            pattern += u"yyyy"_s;
            break;
        case u'm':
            pattern += u"MM"_s;
            break;
        case u'd':
            pattern += u"dd"_s;
            break;
        case u'H':
            pattern += u"HH"_s;
            break;
        case u'M':
            pattern += u"mm"_s;
            break;
        case u'S':
            pattern += u"ss"_s;
            break;
        default:
            return {};
        }
    }
    return pattern;
}

void readDateFormat(JsonObjectReader &field, Column &column)
{
    const auto format = field.text(u"format"_s);
    if (!format || *format == u"any"_s)
        return;
    if (const auto pattern = qtDatePattern(*format))
        column.format = *pattern;
    else
        field.complaint().add(field.pathOf(u"format"_s), jsonText(*format),
                              ColumnText::tr("a pattern such as %Y-%m-%d, or any"));
}

// 0 and 1 are the only spelling that the specs know.
void readTruthValues(JsonObjectReader &field)
{
    const auto truth = field.texts(u"trueValues"_s);
    const auto falsehood = field.texts(u"falseValues"_s);
    if (truth != QStringList{u"1"_s})
        field.complaint().add(field.pathOf(u"trueValues"_s), ColumnText::tr("something else"), u"[\"1\"]"_s);
    if (falsehood != QStringList{u"0"_s})
        field.complaint().add(field.pathOf(u"falseValues"_s), ColumnText::tr("something else"), u"[\"0\"]"_s);
}

void readType(JsonObjectReader &field, Column &column)
{
    static const QStringList types{u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"date"_s, u"datetime"_s};
    static const QStringList textFormats{u"default"_s, u"email"_s, u"uuid"_s};
    const auto type = field.oneOf(u"type"_s, types);
    if (!type) {
        field.complaint().add(field.pathOf(u"type"_s), ColumnText::tr("nothing"),
                              ColumnText::tr("one of %1").arg(types.join(u", "_s)));
        return;
    }
    constexpr std::array kinds{ColumnType::Text,    ColumnType::Integer, ColumnType::Number,
                               ColumnType::Boolean, ColumnType::Date,    ColumnType::DateTime};
    constexpr std::array texts{ColumnType::Text, ColumnType::Email, ColumnType::Uuid};
    column.type = kinds[static_cast<std::size_t>(*type)];
    if (column.type == ColumnType::Text)
        column.type = texts[static_cast<std::size_t>(field.oneOf(u"format"_s, textFormats).value_or(0))];
    else if (column.type == ColumnType::Number)
        column.decimalComma = field.oneOf(u"decimalChar"_s, {u"."_s, u","_s}).value_or(0) == 1;
    else if (column.type == ColumnType::Boolean)
        readTruthValues(field);
    else if (column.type == ColumnType::Date || column.type == ColumnType::DateTime)
        readDateFormat(field, column);
}

void readConstraints(JsonObjectReader &field, Column &column)
{
    const auto object = field.object(u"constraints"_s);
    if (!object)
        return;
    JsonObjectReader constraints(*object, field.pathOf(u"constraints"_s), field.complaint());
    column.required = constraints.boolean(u"required"_s).value_or(false);
    if (const auto length = constraints.integer(u"maxLength"_s, 1))
        column.maxLength = static_cast<int>(*length);
    if (const auto length = constraints.integer(u"minLength"_s, 1))
        column.minLength = static_cast<int>(*length);
    if (const auto least = constraints.integer(u"minimum"_s, 0)) {
        if (column.type == ColumnType::Integer)
            column.minimum = least;
        else
            field.complaint().add(constraints.pathOf(u"minimum"_s), ColumnText::tr("a smallest number"),
                                  ColumnText::tr("a column of whole numbers"));
    }
    if (const auto values = constraints.texts(u"enum"_s)) {
        if (column.type == ColumnType::Text)
            column.type = ColumnType::Enumeration;
        else
            field.complaint().add(constraints.pathOf(u"enum"_s), ColumnText::tr("a list of values"),
                                  ColumnText::tr("a column of plain texts"));
        column.enumeration = *values;
    }
    constraints.finish();
}

void readExtras(JsonObjectReader &field, Column &column)
{
    const auto object = field.object(u"navette"_s);
    if (!object)
        return;
    JsonObjectReader extras(*object, field.pathOf(u"navette"_s), field.complaint());
    if (const auto kind = extras.oneOf(u"phone"_s, {u"any"_s, u"fixed"_s, u"mobile"_s})) {
        constexpr std::array kinds{PhoneKind::Any, PhoneKind::Fixed, PhoneKind::Mobile};
        column.phoneKind = kinds[static_cast<std::size_t>(*kind)];
        if (column.type == ColumnType::Text)
            column.type = ColumnType::Phone;
        else
            field.complaint().add(extras.pathOf(u"phone"_s), ColumnText::tr("a kind of phone"),
                                  ColumnText::tr("a column of plain texts"));
    }
    if (const auto role = extras.oneOf(u"role"_s, {u"device"_s, u"member"_s, u"reference"_s})) {
        constexpr std::array roles{ColumnRole::DeviceId, ColumnRole::MemberId, ColumnRole::Reference};
        column.role = roles[static_cast<std::size_t>(*role)];
    }
    if (const auto condition = extras.object(u"onlyFor"_s)) {
        JsonObjectReader onlyFor(*condition, extras.pathOf(u"onlyFor"_s), field.complaint());
        column.onlyForColumn = onlyFor.text(u"field"_s).value_or(QString());
        column.onlyForValue = onlyFor.text(u"value"_s).value_or(QString());
        if (column.onlyForColumn.isEmpty() || column.onlyForValue.isEmpty())
            field.complaint().add(extras.pathOf(u"onlyFor"_s), ColumnText::tr("half a condition"),
                                  ColumnText::tr("a field and a value"));
        onlyFor.finish();
    }
    column.synonyms = extras.texts(u"synonyms"_s).value_or(QStringList());
    column.labelRequired = extras.boolean(u"labelRequired"_s).value_or(false);
    column.configurableLabel = extras.boolean(u"configurableLabel"_s).value_or(false);
    extras.finish();
}

} // namespace

Column readColumn(const QJsonObject &object, const QString &path, JsonComplaint &complaint)
{
    Column column;
    JsonObjectReader field(object, path, complaint);
    const auto name = field.text(u"name"_s);
    if (!name)
        complaint.add(field.pathOf(u"name"_s), ColumnText::tr("nothing"), ColumnText::tr("the column's label"));
    column.name = name.value_or(QString());
    readType(field, column);
    readConstraints(field, column);
    readExtras(field, column);
    (void)field.text(u"title"_s);
    (void)field.text(u"description"_s);
    field.finish();
    return column;
}

} // namespace navette
