// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs on what the platform does with deposits: mode, board.
#include "base/safename.h"
#include "cli/output.h"
#include "cli/platformjson.h"
#include "cli/retries.h"
#include "pipeline/board.h"
#include "pipeline/deposit.h"

#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

QJsonObject cardToJson(const Card &card)
{
    QJsonObject json;
    addBytes(json, QStringLiteral("name"), card.path.name());
    json.insert(QStringLiteral("fileName"), card.fileName);
    json.insert(QStringLiteral("list"), card.listName);
    addBytes(json, QStringLiteral("path"), card.path.bytes());
    json.insert(QStringLiteral("bytes"), countToJson(card.size));
    json.insert(QStringLiteral("depositedAt"), toJson(card.depositedAt));
    json.insert(QStringLiteral("changedAt"), toJson(card.changedAt));
    json.insert(QStringLiteral("nextPickup"), toJson(card.nextPickup.value_or(QDateTime())));
    json.insert(QStringLiteral("deposit"),
                card.deposit ? QJsonValue(depositToJson(*card.deposit)) : QJsonValue(QJsonValue::Null));
    return json;
}

QJsonObject columnToJson(const BoardSnapshot &board, const Flow &flow, BoardColumn column)
{
    QJsonArray cards;
    for (const Card *card : board.of(flow.id, column))
        cards.append(cardToJson(*card));
    QJsonObject json{{QStringLiteral("column"), key(column)},
                     {QStringLiteral("count"), cards.size()},
                     {QStringLiteral("cards"), cards}};
    if (const QString directory = directoryOf(column); !directory.isEmpty())
        json.insert(QStringLiteral("directory"), directory);
    return json;
}

void printBoard(const BoardSnapshot &board, const Account &account, const std::vector<Flow> &flows)
{
    if (board.mode)
        printLine(modeLine(*board.mode));
    for (const Flow &flow : flows) {
        QStringList counts;
        for (const BoardColumn column : columnsOf(account.platform))
            counts << QStringLiteral("%1 %2").arg(label(column)).arg(board.count(flow.id, column));
        printLine(QStringLiteral("%1  (%2)").arg(flowTitle(flow), counts.join(QStringLiteral(", "))));
        for (const BoardColumn column : columnsOf(account.platform)) {
            for (const Card *card : board.of(flow.id, column)) {
                QString line = QStringLiteral("  %1  %2  %3")
                                   .arg(label(column), -20)
                                   .arg(localTime(card->depositedAt), card->fileName);
                if (card->nextPickup)
                    line += CliText::tr("  (next pick-up %1)").arg(localTime(*card->nextPickup));
                printLine(line);
            }
        }
    }
}

} // namespace

QString modeLine(const ImportModeState &state)
{
    if (const std::optional<ImportMode> mode = state.effective())
        return QStringLiteral("%1: %2").arg(label(*mode), consequence(*mode));
    return CliText::tr("Two import modes are set at once. Choose one with --set.");
}

QJsonObject modeToJson(const ImportModeState &state)
{
    QJsonArray markers;
    for (const ImportMode mode : state.markers)
        markers.append(QString::fromLatin1(markerName(mode)));
    const std::optional<ImportMode> mode = state.effective();
    return {{QStringLiteral("mode"), mode ? QJsonValue(key(*mode)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("conflict"), state.conflict()},
            {QStringLiteral("markers"), markers},
            {QStringLiteral("changedAt"), state.changedSecs
                                              ? toJson(QDateTime::fromSecsSinceEpoch(*state.changedSecs, Qt::UTC))
                                              : QJsonValue(QJsonValue::Null)}};
}

QJsonObject depositToJson(const DepositRecord &record)
{
    return {{QStringLiteral("state"), key(record.state)},
            {QStringLiteral("flow"), record.flow},
            {QStringLiteral("sourceFile"), record.sourceFile},
            {QStringLiteral("remoteDirectory"), record.remoteDirectory},
            {QStringLiteral("remoteName"), record.remoteName},
            {QStringLiteral("platformName"), record.platformName},
            {QStringLiteral("mode"), record.mode.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(record.mode)},
            {QStringLiteral("sentBy"), record.sentBy},
            {QStringLiteral("contacts"), countToJson(record.contacts)},
            {QStringLiteral("bytes"), countToJson(record.bytes)},
            {QStringLiteral("sha256"), record.sha256},
            {QStringLiteral("depositedAt"), toJson(record.depositedAt)},
            {QStringLiteral("endedAt"), toJson(record.endedAt)}};
}

int runMode(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("mode"), {}, QStringLiteral("Shows or sets the import mode (Digitaleo)."));
    withRetries(parser.withAccount())
        .with({QStringLiteral("set"), QStringLiteral("The mode to set: new, add or sync."), QStringLiteral("MODE")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const std::optional<ImportMode> wanted = importModeFromKey(parser.value(QStringLiteral("set")));
    if (parser.has(QStringLiteral("set")) && !wanted)
        return report(
            {ErrorKind::Usage,
             CliText::tr("--set takes new, add or sync, not \"%1\".").arg(parser.value(QStringLiteral("set"))),
             {}});
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    if (account->platform != Platform::Digitaleo)
        return report({ErrorKind::Usage, CliText::tr("Only Digitaleo accounts have an import mode."), {}});
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const Result<ImportModeState> state = connection->run([&](RemoteFileSystem &remote) {
        return wanted ? setImportMode(remote, *wanted, {}, interruptibleJob())
                      : readImportMode(remote, interruptibleJob());
    });
    if (!state)
        return report(state.error());
    if (parser.json())
        printJson(modeToJson(*state));
    else
        printLine(modeLine(*state));
    return state->conflict() ? Findings : Done;
}

int runBoard(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("board"), {}, QStringLiteral("Shows where the files of an account are."));
    withRetries(parser.withAccount().withFlow(false));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const Result<std::vector<Flow>> flows = depositFlows(*account, parser.value(QStringLiteral("flow")));
    if (!flows)
        return report(flows.error());
    // The board is of use without the journal; it only knows less.
    const Result<std::shared_ptr<Journal>> journal = openJournal();
    if (!journal)
        note(journal.error().message);
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    Journal *const records = journal ? journal->get() : nullptr;
    // What a crash left open is ended first.
    if (records != nullptr) {
        const auto settled = connection->run([&](RemoteFileSystem &remote) {
            return settleInterrupted(remote, *account, *flows, *records, interruptibleJob());
        });
        if (!settled)
            return report(settled.error());
    }
    Result<BoardSnapshot> board = connection->run(
        [&](RemoteFileSystem &remote) { return takeSnapshot(remote, *account, *flows, records, interruptibleJob()); });
    if (!board)
        return report(board.error());
    if (records != nullptr) {
        const Result<std::vector<DepositRecord>> moved = followDeposits(*account, *board, *records);
        if (!moved)
            note(moved.error().message);
        else
            showIn(*board, *moved);
    }
    for (const QString &problem : board->problems)
        note(visibleName(problem.toUtf8()));
    if (!parser.json()) {
        printBoard(*board, *account, *flows);
        return Done;
    }
    QJsonArray flowArray;
    for (const Flow &flow : *flows) {
        QJsonArray columns;
        for (const BoardColumn column : columnsOf(account->platform))
            columns.append(columnToJson(*board, flow, column));
        flowArray.append(QJsonObject{{QStringLiteral("flow"), flow.id},
                                     {QStringLiteral("title"), flowTitle(flow)},
                                     {QStringLiteral("columns"), columns}});
    }
    printJson(
        {{QStringLiteral("account"), account->name},
         {QStringLiteral("platform"), key(account->platform)},
         {QStringLiteral("takenAt"), toJson(board->takenAt)},
         {QStringLiteral("complete"), board->complete},
         {QStringLiteral("problems"), QJsonArray::fromStringList(board->problems)},
         {QStringLiteral("mode"), board->mode ? QJsonValue(modeToJson(*board->mode)) : QJsonValue(QJsonValue::Null)},
         {QStringLiteral("flows"), flowArray}});
    return Done;
}

} // namespace navette::cli
