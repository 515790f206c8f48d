// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs on files of this computer that need no flow: flows, inspect, read.
#include "archive/archive.h"
#include "base/safename.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "csv/csvfile.h"
#include "csv/writer.h"
#include "reporting/packedcsv.h"
#include "validation/checkcontext.h"

#include <QFileInfo>
#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

// Written out in pieces of about this size.
constexpr size_t flushBytes = 1 << 16;

QJsonObject flowToJson(const Flow &flow)
{
    QJsonArray columns;
    for (const Column &column : flow.columns)
        columns.append(
            QJsonObject{{QStringLiteral("name"), column.name}, {QStringLiteral("required"), column.required}});
    QJsonObject json{
        {QStringLiteral("id"), flow.id},
        {QStringLiteral("title"), flowTitle(flow)},
        {QStringLiteral("platform"), key(flow.platform)},
        {QStringLiteral("deposits"), flow.direction == FlowDirection::ToPlatform},
        {QStringLiteral("directory"), flow.directory},
        {QStringLiteral("namePattern"), flow.namePattern},
        {QStringLiteral("encoding"), csv::key(flow.dialect.encoding)},
        {QStringLiteral("lineEnding"), csv::key(flow.dialect.lineEnding)},
        {QStringLiteral("delimiter"), QString(QLatin1Char(flow.dialect.delimiter))},
        {QStringLiteral("allowsZip"), flow.allowsZip},
        {QStringLiteral("maxBytes"), flow.maxBytes ? QJsonValue(*flow.maxBytes) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("columns"), columns}};
    return json;
}

QString kindKey(archive::Kind kind)
{
    switch (kind) {
    case archive::Kind::Plain:
        return QStringLiteral("plain");
    case archive::Kind::Zip:
        return QStringLiteral("zip");
    case archive::Kind::Gzip:
        return QStringLiteral("gzip");
    }
    return {};
}

struct OpenedFile {
    archive::Kind kind = archive::Kind::Plain;
    QString innerName;
    std::shared_ptr<const csv::CsvFile> file;
};

Result<OpenedFile> openAny(const QString &name, const csv::DialectHints &hints)
{
    const LocalPath path = toLocalPath(name);
    Result<archive::PlainContent> content = archive::openPlain(path, {}, interruptibleJob());
    if (!content)
        return tl::make_unexpected(content.error());
    OpenedFile opened{content->kind, content->name, nullptr};
    auto file = openUnpacked(std::move(*content), path, hints);
    if (!file)
        return tl::make_unexpected(file.error());
    opened.file = std::move(*file);
    return opened;
}

std::optional<char> oneCharacter(const QString &text)
{
    if (text == u"\\t")
        return '\t';
    if (text.size() != 1 || text[0].unicode() >= 0x80)
        return {};
    return text[0].toLatin1();
}

} // namespace

Result<csv::DialectHints> hintsOf(const VerbParser &parser)
{
    csv::DialectHints hints;
    for (const QString &option : {QStringLiteral("delimiter"), QStringLiteral("quote")}) {
        if (!parser.has(option))
            continue;
        const std::optional<char> character = oneCharacter(parser.value(option));
        if (!character)
            return fail(ErrorKind::Usage,
                        CliText::tr("--%1 takes one character, not \"%2\".").arg(option, parser.value(option)));
        (option == u"quote" ? hints.quote : hints.delimiter) = character;
    }
    if (parser.has(QStringLiteral("encoding"))) {
        hints.encoding = csv::encodingFromKey(parser.value(QStringLiteral("encoding")));
        if (!hints.encoding)
            return fail(ErrorKind::Usage, CliText::tr("Navette does not know the encoding \"%1\".")
                                              .arg(parser.value(QStringLiteral("encoding"))));
    }
    return hints;
}

VerbParser &withHints(VerbParser &parser)
{
    return parser
        .with({QStringLiteral("delimiter"), QStringLiteral("Separator of the file, where it is mistaken."),
               QStringLiteral("C")})
        .with({QStringLiteral("quote"), QStringLiteral("Quote of the file."), QStringLiteral("C")})
        .with({QStringLiteral("encoding"), QStringLiteral("Encoding of the file, where it is mistaken."),
               QStringLiteral("E")});
}

namespace
{

void appendJsonString(std::string &out, const csv::CsvFile &file, std::string_view cell)
{
    static constexpr char hex[] = "0123456789abcdef";
    const bool plain =
        std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    out += '"';
    if (plain) {
        out += cell;
    } else {
        const QByteArray text = file.text(cell).toUtf8();
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                out += '\\';
                out += c;
            } else if (static_cast<uchar>(c) < 0x20) {
                out += "\\u00";
                out += hex[c >> 4];
                out += hex[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void writeOut(std::string &buffer, bool all)
{
    if (!all && buffer.size() < flushBytes)
        return;
    printBytes(buffer.data(), static_cast<qint64>(buffer.size()));
    buffer.clear();
}

void writeJsonLines(const csv::CsvFile &file, qint64 limit)
{
    csv::Reader reader = file.reader();
    csv::Record record;
    std::string out;
    for (qint64 count = 0; count < limit && !interrupted().isCancelled() && reader.next(record); ++count) {
        char separator = '[';
        for (const csv::Cell &cell : record.cells) {
            out += separator;
            appendJsonString(out, file, cell.text);
            separator = ',';
        }
        out += record.cells.empty() ? "[]\n" : "]\n";
        writeOut(out, false);
    }
    writeOut(out, true);
}

void writeCsv(const csv::CsvFile &file, qint64 limit)
{
    csv::Dialect rfc4180;
    rfc4180.delimiter = ',';
    rfc4180.lineEnding = csv::LineEnding::CrLf;
    csv::Writer writer(rfc4180);
    csv::Reader reader = file.reader();
    csv::Record record;
    std::vector<std::string> decoded;
    std::vector<std::string_view> cells;
    for (qint64 count = 0; count < limit && !interrupted().isCancelled() && reader.next(record); ++count) {
        decoded.clear();
        for (const csv::Cell &cell : record.cells)
            decoded.push_back(file.text(cell.text).toStdString());
        cells.assign(decoded.begin(), decoded.end());
        writer.write(cells);
        if (writer.buffer().size() >= flushBytes) {
            printBytes(writer.buffer().data(), static_cast<qint64>(writer.buffer().size()));
            writer.clear();
        }
    }
    printBytes(writer.buffer().data(), static_cast<qint64>(writer.buffer().size()));
}

} // namespace

int runFlows(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("flows"), {}, QStringLiteral("Lists the flows that Navette knows."));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<FlowCatalog> catalog = FlowCatalog::load();
    if (!catalog)
        return report(catalog.error());
    QJsonArray flows;
    for (const Flow &flow : catalog->flows()) {
        flows.append(flowToJson(flow));
        if (!parser.json())
            printLine(QStringLiteral("%1  %2").arg(flow.id, -38).arg(flowTitle(flow)));
    }
    if (parser.json())
        printJson({{QStringLiteral("flows"), flows}});
    return Done;
}

int runInspect(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("inspect"), {QStringLiteral("FILE")},
                      QStringLiteral("Tells how a file is written: plain, zipped or gzipped."));
    withHints(parser);
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<csv::DialectHints> hints = hintsOf(parser);
    if (!hints)
        return report(hints.error());
    const Result<OpenedFile> opened = openAny(parser.argument(), *hints);
    if (!opened)
        return report(opened.error());
    const csv::CsvFile &file = *opened->file;
    csv::Reader reader = file.reader();
    csv::Record record;
    QStringList labels;
    qint64 rows = 0;
    qint64 blankRows = 0;
    bool first = true;
    LineEndingCount lineEndings; // of the whole file, where sniffing looks at its beginning alone
    while (reader.next(record)) {
        if (interrupted().isCancelled())
            return report(cancelledError());
        lineEndings.add(record.ending);
        if (first) {
            for (const csv::Cell &cell : record.cells)
                labels << file.text(cell.text);
            first = false;
        } else if (record.isBlank()) {
            ++blankRows;
        } else {
            ++rows;
        }
    }
    csv::Dialect dialect = file.dialect();
    dialect.lineEnding = lineEndings.found();
    const QString name = fileName(toLocalPath(parser.argument()));
    const qint64 bytes = QFileInfo(parser.argument()).size();
    if (parser.json()) {
        QJsonObject json{{QStringLiteral("file"), name},
                         {QStringLiteral("kind"), kindKey(opened->kind)},
                         {QStringLiteral("bytes"), bytes},
                         {QStringLiteral("contentBytes"), file.bytes().size()},
                         {QStringLiteral("encoding"), csv::key(dialect.encoding)},
                         {QStringLiteral("byteOrderMark"), dialect.byteOrderMark},
                         {QStringLiteral("lineEnding"), csv::key(dialect.lineEnding)},
                         {QStringLiteral("delimiter"), QString(QLatin1Char(dialect.delimiter))},
                         {QStringLiteral("quote"), QString(QLatin1Char(dialect.quote))},
                         {QStringLiteral("quoteAll"), dialect.quoteAll},
                         {QStringLiteral("fields"), labels.size()},
                         {QStringLiteral("columns"), QJsonArray::fromStringList(labels)},
                         {QStringLiteral("rows"), rows},
                         {QStringLiteral("blankRows"), blankRows}};
        if (opened->kind != archive::Kind::Plain)
            json.insert(QStringLiteral("innerFile"), opened->innerName);
        printJson(json);
        return Done;
    }
    printLine(QStringLiteral("%1 (%2, %3 bytes)").arg(visibleName(name.toUtf8()), kindKey(opened->kind)).arg(bytes));
    printLine(
        QStringLiteral("encoding   %1%2")
            .arg(csv::key(dialect.encoding), dialect.byteOrderMark ? QStringLiteral(", byte-order mark") : QString()));
    printLine(QStringLiteral("line ends  %1").arg(csv::key(dialect.lineEnding)));
    printLine(QStringLiteral("delimiter  %1").arg(visibleName(QByteArray(1, dialect.delimiter))));
    printLine(QStringLiteral("rows       %1").arg(rows));
    printLine(QStringLiteral("columns    %1").arg(labels.size()));
    for (const QString &label : labels)
        printLine(QStringLiteral("  %1").arg(visibleName(label.toUtf8())));
    return Done;
}

int runRead(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("read"), {QStringLiteral("FILE")},
                      QStringLiteral("Gives the records as the engine reads them."));
    withHints(parser)
        .with({QStringLiteral("format"), QStringLiteral("jsonl (default) or csv."), QStringLiteral("F"),
               QStringLiteral("jsonl")})
        .with({QStringLiteral("limit"), QStringLiteral("Stop after N records."), QStringLiteral("N")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const QString format = parser.value(QStringLiteral("format"));
    if (format != u"jsonl" && format != u"csv")
        return report({ErrorKind::Usage, CliText::tr("--format takes jsonl or csv, not \"%1\".").arg(format), {}});
    const Result<csv::DialectHints> hints = hintsOf(parser);
    if (!hints)
        return report(hints.error());
    const Result<std::optional<qint64>> limit = parser.number(QStringLiteral("limit"));
    if (!limit)
        return report(limit.error());
    const Result<OpenedFile> opened = openAny(parser.argument(), *hints);
    if (!opened)
        return report(opened.error());
    const qint64 most = limit->value_or(std::numeric_limits<qint64>::max());
    format == u"csv" ? writeCsv(*opened->file, most) : writeJsonLines(*opened->file, most);
    std::fflush(stdout);
    return interrupted().isCancelled() ? report(cancelledError()) : Done;
}

} // namespace navette::cli
