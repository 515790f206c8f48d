// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs on what comes back: reports, stats.
#include "accounts/userfolders.h"
#include "base/safename.h"
#include "cli/output.h"
#include "cli/retries.h"
#include "csv/csvfile.h"
#include "reporting/exports.h"
#include "reporting/packedcsv.h"
#include "reporting/reportingdays.h"

#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

QString isoDay(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

QJsonValue keptToJson(const std::optional<LocalPath> &kept)
{
    return kept ? QJsonValue(displayText(*kept)) : QJsonValue(QJsonValue::Null);
}

QJsonObject dayToJson(const ReportingDay &day)
{
    QJsonArray zips;
    for (const CampaignZip &zip : day.zips) {
        QJsonObject json{
            {QStringLiteral("fileName"), zip.fileName},        {QStringLiteral("general"), zip.general},
            {QStringLiteral("campaignId"), zip.campaignId},    {QStringLiteral("campaignName"), zip.campaignName},
            {QStringLiteral("bytes"), countToJson(zip.bytes)}, {QStringLiteral("kept"), keptToJson(zip.kept)}};
        addBytes(json, QStringLiteral("path"), zip.path.bytes());
        zips.append(json);
    }
    return {{QStringLiteral("day"), isoDay(day.day)},
            {QStringLiteral("onPlatform"), day.onPlatform},
            {QStringLiteral("allKept"), day.allKept},
            {QStringLiteral("daysLeft"), day.daysLeft},
            {QStringLiteral("zips"), zips}};
}

QString shownName(const QString &serverName, const std::optional<LocalPath> &kept)
{
    const QString shown = visibleName(serverName.toUtf8());
    const QString local = kept ? visibleName(fileName(*kept).toUtf8()) : shown;
    return local == shown ? shown : savedAs(shown, local);
}

struct ReportsRequest {
    Account account;
    std::optional<QDate> day;
    bool fetch = false;
    LocalPath folder;
    bool json = false;
};

Result<void> showReportingDays(RetriedConnection &connection, const ReportsRequest &request)
{
    const ReportArchive kept(request.folder);
    const JobControl job = interruptibleJob();
    Result<std::vector<ReportingDay>> days = connection.run(
        [&](RemoteFileSystem &remote) { return listReportingDays(remote, kept, QDate::currentDate(), job); });
    if (!days)
        return tl::make_unexpected(days.error());
    QJsonArray array;
    for (ReportingDay &day : *days) {
        if (request.day && day.day != *request.day)
            continue;
        if (request.fetch && day.onPlatform && !day.allKept) {
            Result<ReportingDay> fetched = connection.run([&](RemoteFileSystem &remote) {
                return fetchDay(remote, kept, day, progressLine(isoDay(day.day)), job);
            });
            if (!fetched)
                return tl::make_unexpected(fetched.error());
            day = std::move(*fetched);
        }
        array.append(dayToJson(day));
        if (request.json)
            continue;
        printLine(CliText::tr("%1  %2 zips, %3 days left%4")
                      .arg(isoDay(day.day))
                      .arg(day.zips.size())
                      .arg(day.daysLeft)
                      .arg(day.allKept ? CliText::tr(", kept here") : QString()));
        for (const CampaignZip &zip : day.zips)
            printLine(QStringLiteral("  %1").arg(shownName(zip.fileName, zip.kept)));
    }
    if (request.json)
        printJson({{QStringLiteral("days"), array}});
    return {};
}

Result<void> showExports(RetriedConnection &connection, const ReportsRequest &request)
{
    const JobControl job = interruptibleJob();
    Result<std::vector<ExportFile>> files = connection.run([&](RemoteFileSystem &remote) {
        return listExports(remote, request.account, request.folder, QDate::currentDate(), job);
    });
    if (!files)
        return tl::make_unexpected(files.error());
    QJsonArray array;
    for (ExportFile &file : *files) {
        if (request.day && file.day != *request.day)
            continue;
        if (request.fetch && file.onPlatform && !file.kept) {
            Result<LocalPath> fetched = connection.run([&](RemoteFileSystem &remote) {
                return fetchExport(remote, file, request.folder, progressLine(file.fileName), job);
            });
            if (!fetched)
                return tl::make_unexpected(fetched.error());
            file.kept = *fetched;
        }
        array.append(QJsonObject{{QStringLiteral("day"), isoDay(file.day)},
                                 {QStringLiteral("flow"), file.flowId},
                                 {QStringLiteral("fileName"), file.fileName},
                                 {QStringLiteral("compressed"), file.compressed},
                                 {QStringLiteral("bytes"), countToJson(file.bytes)},
                                 {QStringLiteral("onPlatform"), file.onPlatform},
                                 {QStringLiteral("daysLeft"), file.daysLeft},
                                 {QStringLiteral("kept"), keptToJson(file.kept)}});
        if (!request.json)
            printLine(QStringLiteral("%1  %2%3")
                          .arg(isoDay(file.day), shownName(file.fileName, file.kept),
                               file.kept ? CliText::tr("  kept here") : QString()));
    }
    if (request.json)
        printJson({{QStringLiteral("exports"), array}});
    return {};
}

Result<QJsonObject> statsOfZip(const LocalPath &file)
{
    const Result<std::vector<ReactionList>> lists = readReactionLists(file, interruptibleJob());
    if (!lists)
        return tl::make_unexpected(lists.error());
    QJsonArray array;
    for (const ReactionList &list : *lists)
        array.append(QJsonObject{{QStringLiteral("medium"), list.medium},
                                 {QStringLiteral("reaction"), list.reaction},
                                 {QStringLiteral("contacts"), list.contacts}});
    QJsonObject json{{QStringLiteral("kind"), QStringLiteral("reporting")}, {QStringLiteral("lists"), array}};
    if (const auto name = parseReportingName(fileName(file))) {
        json.insert(QStringLiteral("day"), name->day ? QJsonValue(isoDay(*name->day)) : QJsonValue(QJsonValue::Null));
        json.insert(QStringLiteral("general"), name->general);
        json.insert(QStringLiteral("campaignId"), name->campaignId);
        json.insert(QStringLiteral("campaignName"), name->campaignName);
    }
    return json;
}

Result<QJsonObject> statsOfMessages(const LocalPath &file)
{
    const Result<std::vector<MessageFigures>> figures = readMessageFigures(file, interruptibleJob());
    if (!figures)
        return tl::make_unexpected(figures.error());
    QJsonArray array;
    for (const MessageFigures &message : *figures)
        array.append(QJsonObject{{QStringLiteral("messageId"), message.messageId},
                                 {QStringLiteral("messageName"), message.messageName},
                                 {QStringLiteral("messageType"), message.messageType},
                                 {QStringLiteral("targets"), message.targets},
                                 {QStringLiteral("bounces"), message.bounces},
                                 {QStringLiteral("sent"), message.sent},
                                 {QStringLiteral("reactions"), message.reactions}});
    return QJsonObject{{QStringLiteral("kind"), QStringLiteral("messages")}, {QStringLiteral("messages"), array}};
}

// Of the two exports of devices: how many lines they hold.
Result<QJsonObject> statsOfRows(const LocalPath &path)
{
    const auto file = openPackedCsv(path, interruptibleJob());
    if (!file)
        return tl::make_unexpected(file.error());
    csv::Reader reader = (*file)->reader();
    csv::Record record;
    qint64 rows = -1; // the header is none
    while (reader.next(record))
        rows += record.isBlank() ? 0 : 1;
    return QJsonObject{{QStringLiteral("kind"), QStringLiteral("rows")}, {QStringLiteral("rows"), rows}};
}

Result<QJsonObject> statsOf(const LocalPath &file)
{
    if (const auto name = parseExportName(fileName(file))) {
        Result<QJsonObject> json =
            name->flowId == u"accengage/exportMessagesStatistics" ? statsOfMessages(file) : statsOfRows(file);
        if (json) {
            json->insert(QStringLiteral("flow"), name->flowId);
            json->insert(QStringLiteral("day"), isoDay(name->day));
        }
        return json;
    }
    const Result<archive::Kind> kind = archive::kindOf(file);
    if (!kind)
        return tl::make_unexpected(kind.error());
    if (*kind == archive::Kind::Zip)
        return statsOfZip(file);
    return fail(ErrorKind::BadFormat,
                CliText::tr("%1 is neither a reporting zip nor an export.").arg(visibleName(fileName(file).toUtf8())));
}

void printStats(const QJsonObject &json)
{
    printLine(json.value(QStringLiteral("file")).toString());
    for (const QJsonValue &list : json.value(QStringLiteral("lists")).toArray())
        printLine(QStringLiteral("  %1 %2  %3")
                      .arg(visibleName(list[QStringLiteral("medium")].toString().toUtf8()),
                           visibleName(list[QStringLiteral("reaction")].toString().toUtf8()))
                      .arg(list[QStringLiteral("contacts")].toInteger()));
    for (const QJsonValue &message : json.value(QStringLiteral("messages")).toArray())
        printLine(CliText::tr("  %1  %2 targets, %3 bounces, %4 sent, %5 reactions")
                      .arg(visibleName(message[QStringLiteral("messageName")].toString().toUtf8()))
                      .arg(message[QStringLiteral("targets")].toInteger())
                      .arg(message[QStringLiteral("bounces")].toInteger())
                      .arg(message[QStringLiteral("sent")].toInteger())
                      .arg(message[QStringLiteral("reactions")].toInteger()));
    if (json.contains(QStringLiteral("rows")))
        printLine(CliText::tr("  %1 rows").arg(json.value(QStringLiteral("rows")).toInteger()));
}

} // namespace

int runReports(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("reports"), {}, QStringLiteral("Lists and fetches what the platform reports."));
    withRetries(parser.withAccount())
        .with({QStringLiteral("day"), QStringLiteral("Only this day."), QStringLiteral("YYYY-MM-DD")})
        .with({QStringLiteral("fetch"), QStringLiteral("Fetch into this folder what is not there yet."),
               QStringLiteral("DIR")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    ReportsRequest request;
    if (parser.has(QStringLiteral("day"))) {
        request.day = QDate::fromString(parser.value(QStringLiteral("day")), Qt::ISODate);
        if (!request.day->isValid())
            return report({ErrorKind::Usage,
                           CliText::tr("--day takes a day such as 2026-03-29, not \"%1\".")
                               .arg(parser.value(QStringLiteral("day"))),
                           {}});
    }
    Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    request.account = std::move(*account);
    request.fetch = parser.has(QStringLiteral("fetch"));
    request.folder =
        request.fetch ? toLocalPath(parser.value(QStringLiteral("fetch"))) : reportsFolder(request.account.id);
    request.json = parser.json();
    Result<RetriedConnection> connection = RetriedConnection::of(parser, request.account);
    if (!connection)
        return report(connection.error());
    const Result<void> shown = request.account.platform == Platform::Digitaleo ? showReportingDays(*connection, request)
                                                                               : showExports(*connection, request);
    return shown ? int(Done) : report(shown.error());
}

int runStats(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("stats"), {QStringLiteral("FILE…")},
                      QStringLiteral("Gives the figures of reporting zips and exports."));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    QJsonArray files;
    int code = Done;
    for (const QString &name : parser.arguments()) {
        Result<QJsonObject> json = statsOf(toLocalPath(name));
        if (!json) {
            code = std::max<int>(code, report(json.error()));
            continue;
        }
        json->insert(QStringLiteral("file"), fileName(toLocalPath(name)));
        if (!parser.json())
            printStats(*json);
        files.append(*json);
    }
    if (parser.json())
        printJson({{QStringLiteral("files"), files}});
    return code;
}

} // namespace navette::cli
