// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flowparser.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

struct FlowText {
    Q_DECLARE_TR_FUNCTIONS(FlowText)
};

// One character of ASCII, as delimiters and quotes are.
std::optional<char> asciiCharacter(JsonObjectReader &reader, const QString &key)
{
    const auto text = reader.text(key);
    if (!text)
        return {};
    if (text->size() == 1 && text->front().unicode() < 0x80 && !text->front().isLetterOrNumber())
        return text->front().toLatin1();
    reader.complaint().add(reader.pathOf(key), jsonText(*text), FlowText::tr("one punctuation character"));
    return {};
}

void mustBeTrue(JsonObjectReader &reader, const QString &key)
{
    if (const auto value = reader.boolean(key); value && !*value)
        reader.complaint().add(reader.pathOf(key), u"false"_s, u"true"_s);
}

void readDialect(JsonObjectReader &root, FlowDraft &draft)
{
    const auto object = root.object(u"dialect"_s);
    if (!object)
        return;
    draft.given.insert(u"dialect"_s);
    JsonObjectReader dialect(*object, root.pathOf(u"dialect"_s), root.complaint());
    csv::Dialect &target = draft.flow.dialect;
    if (const auto delimiter = asciiCharacter(dialect, u"delimiter"_s))
        target.delimiter = *delimiter;
    if (const auto quote = asciiCharacter(dialect, u"quoteChar"_s))
        target.quote = *quote;
    if (const auto ending = dialect.oneOf(u"lineTerminator"_s, {u"\n"_s, u"\r\n"_s}))
        target.lineEnding = *ending == 0 ? csv::LineEnding::Lf : csv::LineEnding::CrLf;
    mustBeTrue(dialect, u"doubleQuote"_s);
    mustBeTrue(dialect, u"header"_s);
    dialect.finish();
}

void readEncoding(JsonObjectReader &root, FlowDraft &draft)
{
    const auto encoding = root.oneOf(u"encoding"_s, {u"utf-8"_s, u"iso-8859-1"_s, u"windows-1252"_s});
    if (!encoding)
        return;
    draft.given.insert(u"encoding"_s);
    constexpr std::array encodings{csv::Encoding::Utf8, csv::Encoding::Latin1, csv::Encoding::Windows1252};
    draft.flow.dialect.encoding = encodings[static_cast<std::size_t>(*encoding)];
}

// Labels and synonyms: no text may stand for two columns, whatever its case.
void refuseRepeats(const std::vector<Column> &columns, const QString &path, JsonComplaint &complaint)
{
    QSet<QString> labels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const QString &text : QStringList{columns[i].name} + columns[i].synonyms) {
            if (labels.contains(text.toCaseFolded())) {
                complaint.add(path + u"[%1]"_s.arg(i), FlowText::tr("the label “%1” again").arg(text),
                              FlowText::tr("a label that no other column has"));
                return;
            }
            labels.insert(text.toCaseFolded());
        }
    }
}

void readFields(JsonObjectReader &root, FlowDraft &draft)
{
    const auto fields = root.array(u"fields"_s);
    if (!fields)
        return;
    draft.given.insert(u"fields"_s);
    draft.flow.columns.clear();
    for (qsizetype i = 0; i < fields->size(); ++i) {
        const QString path = root.pathOf(u"fields"_s) + u"[%1]"_s.arg(i);
        if (fields->at(i).isObject())
            draft.flow.columns.push_back(readColumn(fields->at(i).toObject(), path, root.complaint()));
        else
            root.complaint().add(path, jsonText(fields->at(i)), FlowText::tr("a column's description in braces"));
    }
    if (draft.flow.columns.empty())
        root.complaint().add(root.pathOf(u"fields"_s), FlowText::tr("an empty list"),
                             FlowText::tr("at least one column"));
    refuseRepeats(draft.flow.columns, root.pathOf(u"fields"_s), root.complaint());
}

void readFileName(JsonObjectReader &extras, Flow &flow)
{
    const auto pattern = extras.text(u"fileName"_s);
    if (!pattern)
        return;
    static const QStringList places{u"{list}"_s,      u"{appId}"_s,  u"{day}"_s,
                                    u"{timestamp}"_s, u"{medium}"_s, u"{reaction}"_s};
    QString rest = *pattern;
    for (const QString &place : places)
        rest.remove(place);
    if (rest.contains(u'{') || rest.contains(u'}') || rest.contains(u'/') || !rest.endsWith(u".csv"_s))
        extras.complaint().add(extras.pathOf(u"fileName"_s), jsonText(*pattern),
                               FlowText::tr("a name ending in .csv with the places %1").arg(places.join(u", "_s)));
    flow.namePattern = *pattern;
}

void readDirectory(JsonObjectReader &extras, Flow &flow)
{
    const auto directory = extras.text(u"directory"_s);
    if (!directory)
        return;
    if (directory->startsWith(u'/') || directory->endsWith(u'/') || directory->split(u'/').contains(u".."_s))
        extras.complaint().add(extras.pathOf(u"directory"_s), jsonText(*directory),
                               FlowText::tr("a directory relative to the account's root"));
    flow.directory = *directory;
}

void readAccountDecides(JsonObjectReader &extras, Flow &flow)
{
    const auto words = extras.texts(u"accountDecides"_s);
    if (!words)
        return;
    flow.accountDecides = {};
    for (const QString &word : *words) {
        if (word == u"delimiter"_s)
            flow.accountDecides.delimiter = true;
        else if (word == u"encoding"_s)
            flow.accountDecides.encoding = true;
        else if (word == u"columnLabels"_s)
            flow.accountDecides.columnLabels = true;
        else if (word == u"memberColumn"_s)
            flow.accountDecides.memberColumn = true;
        else
            extras.complaint().add(extras.pathOf(u"accountDecides"_s), jsonText(word),
                                   FlowText::tr("one of %1").arg(u"delimiter, encoding, columnLabels, memberColumn"_s));
    }
}

void readWhereAndHow(JsonObjectReader &extras, FlowDraft &draft)
{
    Flow &flow = draft.flow;
    if (const auto platform = extras.oneOf(u"platform"_s, {u"digitaleo"_s, u"accengage"_s})) {
        flow.platform = *platform == 0 ? Platform::Digitaleo : Platform::Accengage;
        draft.given.insert(u"navette.platform"_s);
    }
    if (const auto direction = extras.oneOf(u"direction"_s, {u"toPlatform"_s, u"fromPlatform"_s})) {
        flow.direction = *direction == 0 ? FlowDirection::ToPlatform : FlowDirection::FromPlatform;
        draft.given.insert(u"navette.direction"_s);
    }
    if (const auto upload = extras.oneOf(u"upload"_s, {u"temporary"_s, u"direct"_s, u"confirmed"_s})) {
        constexpr std::array ways{UploadStrategy::Temporary, UploadStrategy::Direct, UploadStrategy::Confirmed};
        draft.upload = ways[static_cast<std::size_t>(*upload)];
        flow.upload = *draft.upload;
    }
    readDirectory(extras, flow);
    readFileName(extras, flow);
    readAccountDecides(extras, flow);
    flow.dialect.quoteAll = extras.boolean(u"quoteAll"_s).value_or(flow.dialect.quoteAll);
    flow.allowsZip = extras.boolean(u"allowsZip"_s).value_or(flow.allowsZip);
    if (const auto most = extras.integer(u"maxBytes"_s, 1))
        flow.maxBytes = most;
    if (const auto warn = extras.integer(u"warnBytes"_s, 1))
        flow.warnBytes = warn;
}

void readRules(JsonObjectReader &extras, Flow &flow)
{
    flow.meansOfContact = extras.texts(u"meansOfContact"_s).value_or(flow.meansOfContact);
    flow.oneOfColumns = extras.texts(u"oneOfColumns"_s).value_or(flow.oneOfColumns);
    flow.usesImportMode = extras.boolean(u"usesImportMode"_s).value_or(flow.usesImportMode);
    flow.needsDeduplication = extras.boolean(u"needsDeduplication"_s).value_or(flow.needsDeduplication);
    flow.emptyValueErases = extras.boolean(u"emptyValueErases"_s).value_or(flow.emptyValueErases);
    flow.takesCustomData = extras.boolean(u"customFields"_s).value_or(flow.takesCustomData);
    if (const auto most = extras.integer(u"maxCustomFields"_s, 1))
        flow.maxCustomFields = static_cast<int>(*most);
    if (const auto length = extras.integer(u"maxCustomFieldLength"_s, 1))
        flow.maxCustomFieldLength = static_cast<int>(*length);
    if (const auto rule = extras.oneOf(u"matchingKey"_s, {u"account"_s, u"either"_s})) {
        flow.keyRule = *rule == 0 ? KeyRule::Account : KeyRule::Either;
        flow.hasMatchingKey = true;
    }
}

void readExtras(JsonObjectReader &root, FlowDraft &draft)
{
    const auto object = root.object(u"navette"_s);
    if (!object)
        return;
    JsonObjectReader extras(*object, root.pathOf(u"navette"_s), root.complaint());
    draft.isBase = extras.boolean(u"base"_s).value_or(false);
    draft.extends = extras.text(u"extends"_s).value_or(QString());
    readWhereAndHow(extras, draft);
    readRules(extras, draft.flow);
    extras.finish();
}

void readIdentity(JsonObjectReader &root, FlowDraft &draft)
{
    static const QRegularExpression idForm(u"\\A(digitaleo|accengage)/[A-Za-z]+\\z"_s);
    const auto id = root.text(u"name"_s);
    if (id && !idForm.match(*id).hasMatch())
        root.complaint().add(root.pathOf(u"name"_s), jsonText(*id),
                             FlowText::tr("platform/flow, such as digitaleo/import"));
    draft.flow.id = id.value_or(QString());
    draft.flow.title = root.text(u"title"_s).value_or(QString());
    if (draft.isBase && id)
        root.complaint().add(root.pathOf(u"name"_s), jsonText(*id), FlowText::tr("nothing, as a base is no flow"));
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &file)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        const auto line = json.first(qBound(0, parseError.offset, int(json.size()))).count('\n') + 1;
        return fail(
            ErrorKind::BadFormat,
            FlowText::tr("The description %1 cannot be used: it is not JSON from line %2 on.").arg(file).arg(line),
            parseError.errorString());
    }
    JsonComplaint complaint(file);
    if (!document.isObject())
        complaint.add(u"$"_s, FlowText::tr("a list"), FlowText::tr("an object in braces"));
    else if (const auto twice = firstRepeatedKey(json)) // QJsonDocument keeps the last one without a word
        complaint.add(*twice, FlowText::tr("the same key a second time"), FlowText::tr("each key once"));
    if (!complaint.isEmpty())
        return tl::make_unexpected(complaint.error());
    return document.object();
}

FlowHead headOf(const QJsonObject &root)
{
    const QJsonObject extras = root.value(u"navette"_s).toObject();
    return {.isBase = extras.value(u"base"_s).toBool(), .extends = extras.value(u"extends"_s).toString()};
}

void readDescription(const QJsonObject &object, FlowDraft &draft, JsonComplaint &complaint)
{
    JsonObjectReader root(object, u"$"_s, complaint);
    readExtras(root, draft);
    readIdentity(root, draft);
    readEncoding(root, draft);
    readDialect(root, draft);
    readFields(root, draft);
    // Table Schema 2: "superset" – only known columns, fewer are fine; "partial" – others may be there too.
    if (const auto match = root.oneOf(u"fieldsMatch"_s, {u"superset"_s, u"partial"_s})) {
        draft.flow.allowsExtraColumns = *match == 1;
        draft.given.insert(u"fieldsMatch"_s);
    }
    if (const auto missing = root.array(u"missingValues"_s); missing && *missing != QJsonArray{QString()})
        complaint.add(root.pathOf(u"missingValues"_s), jsonText(*missing), u"[\"\"]"_s);
    (void)root.text(u"description"_s);
    root.finish();
}

void checkWhole(const FlowDraft &draft, JsonComplaint &complaint)
{
    const Flow &flow = draft.flow;
    const auto missing = [&](const QString &key, const QString &expected) {
        complaint.add(u"$."_s + key, FlowText::tr("nothing"), expected);
    };
    if (flow.id.isEmpty())
        missing(u"name"_s, FlowText::tr("the flow's name"));
    if (flow.title.isEmpty())
        missing(u"title"_s, FlowText::tr("the flow's title"));
    for (const QString &key :
         {u"fields"_s, u"fieldsMatch"_s, u"encoding"_s, u"dialect"_s, u"navette.platform"_s, u"navette.direction"_s}) {
        if (!draft.given.contains(key))
            missing(key, FlowText::tr("this key, here or in a base"));
    }
    if (flow.namePattern.isEmpty())
        missing(u"navette.fileName"_s, FlowText::tr("the pattern of the file's name"));
    if (!flow.id.startsWith(key(flow.platform) + u'/'))
        complaint.add(u"$.name"_s, jsonText(flow.id), FlowText::tr("a name beginning with the platform's"));
    if (flow.direction == FlowDirection::ToPlatform && !draft.upload)
        missing(u"navette.upload"_s, FlowText::tr("the way of uploading"));
    if (flow.direction == FlowDirection::FromPlatform && draft.upload)
        complaint.add(u"$.navette.upload"_s, FlowText::tr("a way of uploading"),
                      FlowText::tr("nothing, as the platform writes this file"));
    if (flow.maxBytes && flow.warnBytes && *flow.warnBytes > *flow.maxBytes)
        complaint.add(u"$.navette.warnBytes"_s, QString::number(*flow.warnBytes), FlowText::tr("at most maxBytes"));
    for (const QString &name : flow.meansOfContact + flow.oneOfColumns) {
        if (!flow.column(name))
            complaint.add(u"$.navette"_s, FlowText::tr("a rule about the column “%1”").arg(name),
                          FlowText::tr("the name of a column"));
    }
    for (const Column &column : flow.columns) {
        if (!column.onlyForColumn.isEmpty() && !flow.column(column.onlyForColumn))
            complaint.add(u"$.fields"_s, FlowText::tr("a rule about the column “%1”").arg(column.onlyForColumn),
                          FlowText::tr("the name of a column"));
    }
    if (flow.hasMatchingKey && flow.columnOf(ColumnRole::DeviceId) == nullptr)
        complaint.add(u"$.navette.matchingKey"_s, FlowText::tr("a rule about keys"),
                      FlowText::tr("a column with the role device"));
}

} // namespace navette
