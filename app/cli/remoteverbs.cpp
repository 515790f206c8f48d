// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs on the server itself: accounts test, get, put.
#include "accounts/userfolders.h"
#include "base/localnames.h"
#include "base/safename.h"
#include "cli/output.h"
#include "cli/remotepaths.h"
#include "cli/retries.h"

#include <QFileInfo>
#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

QString stepKey(ConnectStep step)
{
    switch (step) {
    case ConnectStep::NameLookup:
        return QStringLiteral("name");
    case ConnectStep::Port:
        return QStringLiteral("port");
    case ConnectStep::HostKey:
        return QStringLiteral("host-key");
    case ConnectStep::SignIn:
        return QStringLiteral("sign-in");
    case ConnectStep::Tree:
        return QStringLiteral("tree");
    }
    return {};
}

TransferOptions transferOptions(const VerbParser &parser, const QString &name)
{
    return {.progress = progressLine(name),
            .unfinished = Unfinished::Keep,
            .hash = parser.json(),
            .verify = parser.has(QStringLiteral("verify"))};
}

VerbParser &withVerify(VerbParser &parser)
{
    return parser.with({QStringLiteral("verify"),
                        QStringLiteral("Compare the content too, not only the size; that may take as long again.")});
}

// What arrives and differs from what the server says of the file is not saved.
Result<TransferSummary> fetch(RemoteFileSystem &remote, const RemotePath &source, const LocalPath &target,
                              TransferOptions options)
{
    if (options.verify) {
        Result<QByteArray> sha256 = await(remote.sha256(source), interruptibleJob());
        if (!sha256)
            return tl::make_unexpected(sha256.error());
        options.wantedSha256 = std::move(*sha256);
    }
    return await(remote.download(source, target, std::move(options)), interruptibleJob());
}

/// `json` names the file, as does `shown`, which is safe to show.
void printTransfer(const VerbParser &parser, QJsonObject json, const QString &shown, const TransferSummary &summary)
{
    if (parser.json()) {
        json.insert(QStringLiteral("bytes"), summary.bytes);
        json.insert(QStringLiteral("continuedFrom"), summary.continuedFrom);
        json.insert(QStringLiteral("sha256"), QString::fromLatin1(summary.sha256.toHex()));
        return printJson(json);
    }
    const QString bytes = QString::number(summary.bytes);
    printLine(summary.continuedFrom > 0 ? CliText::tr("%1: %2 bytes; an earlier try had brought %3 of them.")
                                              .arg(shown, bytes, QString::number(summary.continuedFrom))
                                        : CliText::tr("%1: %2 bytes.").arg(shown, bytes));
}

void printFetched(const VerbParser &parser, const RemotePath &source, const LocalPath &target, bool namedHere,
                  const TransferSummary &summary)
{
    const QString name = visibleName(source.name());
    QJsonObject json{{QStringLiteral("file"), displayText(target)},
                     {QStringLiteral("visibleName"), name},
                     {QStringLiteral("localName"), fileName(target)}};
    addBytes(json, QStringLiteral("name"), source.name());
    const QString local = visibleName(displayText(target).toUtf8());
    const bool differs = namedHere && fileName(target) != name;
    printTransfer(parser, json, differs ? savedAs(name, local) : local, summary);
}

// Of one that is kept here; an upload tells itself what it left.
int reportFetch(Error error)
{
    if (error.kind == ErrorKind::Cancelled)
        error.message += u' ' + CliText::tr("The same command goes on from there.");
    return report(error);
}

/// Where `put` writes: into a directory under the file's own name. Errors: AlreadyExists, and those of stat().
Result<RemotePath> freeTarget(RemoteFileSystem &remote, const RemotePath &given, const QString &name)
{
    if (given.isEmpty())
        return given.child(name);
    const Result<RemoteEntry> there = await(remote.stat(given), interruptibleJob());
    if (there && there->kind == RemoteKind::Directory)
        return given.child(name);
    if (there)
        return fail(ErrorKind::AlreadyExists,
                    CliText::tr("%1 is there already and is not overwritten.").arg(given.displayText()));
    if (there.error().kind != ErrorKind::NotFound)
        return tl::make_unexpected(there.error());
    return given;
}

} // namespace

int runAccounts(const QStringList &arguments)
{
    if (arguments.value(0) == u"host-key")
        return runHostKey(arguments);
    VerbParser parser(QStringLiteral("accounts"), {QStringLiteral("test")},
                      QStringLiteral("Tests the connection of an account step by step."));
    parser.withAccount();
    if (const auto ended = parser.parse(arguments))
        return *ended;
    if (parser.argument() != u"test")
        return report({ErrorKind::Usage, CliText::tr("\"accounts\" knows only \"test\" and \"host-key\"."), {}});
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    QJsonArray steps;
    const auto onStep = [&steps, &parser](const StepReport &step) {
        steps.append(QJsonObject{{QStringLiteral("step"), stepKey(step.step)},
                                 {QStringLiteral("ok"), step.succeeded},
                                 {QStringLiteral("message"), step.message},
                                 {QStringLiteral("milliseconds"), step.milliseconds}});
        if (!parser.json())
            printLine(QStringLiteral("%1 %2 (%3 ms)")
                          .arg(step.succeeded ? CliText::tr("done  ") : CliText::tr("failed"),
                               visibleName(step.message.toUtf8()))
                          .arg(step.milliseconds));
    };
    const auto remote = connectTo(parser, *account, onStep);
    const int code = remote ? int(Done) : report(remote.error());
    if (parser.json()) {
        QJsonObject json{{QStringLiteral("ok"), remote.has_value()}, {QStringLiteral("steps"), steps}};
        if (!remote)
            json.insert(QStringLiteral("message"), remote.error().message);
        printJson(json);
    }
    return code;
}

int runGet(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("get"), {QStringLiteral("REMOTE"), QStringLiteral("LOCAL")},
                      describedWithPaths(QStringLiteral(
                          "Fetches a file, going on where an interrupted try stopped; nothing here is overwritten.")));
    withVerify(withRetries(parser.withAccount()));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const Result<RemotePath> given = givenPath(parser, 0).map(fromRoot);
    if (!given)
        return report(given.error());
    const RemotePath &source = *given;
    LocalPath target = toLocalPath(parser.argument(1));
    const bool intoFolder = QFileInfo(parser.argument(1)).isDir();
    if (intoFolder)
        target /= toLocalPath(LocalNames(target).numberedNameFor(source.name()));
    if (QFileInfo::exists(displayText(target)))
        return report({ErrorKind::AlreadyExists,
                       CliText::tr("%1 is there already and is not overwritten.").arg(displayText(target)),
                       {}});
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const Result<TransferSummary> summary = connection->run([&](RemoteFileSystem &remote) {
        return fetch(remote, source, target, transferOptions(parser, source.displayText()));
    });
    if (!summary)
        return reportFetch(summary.error());
    printFetched(parser, source, target, intoFolder, *summary);
    if (intoFolder && fileName(target) != safeLocalName(source.name()))
        note(CliText::tr("%1 was saved as %2: on some computers its name would be that of another file in the folder.")
                 .arg(source.displayText(), fileName(target)));
    return Done;
}

int runPut(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("put"), {QStringLiteral("LOCAL"), QStringLiteral("REMOTE")},
        describedWithPaths(QStringLiteral(
            "Sends a file as it is, going on where an interrupted try stopped; nothing there is overwritten.")));
    withVerify(withRetries(parser.withAccount()));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const Result<RemotePath> given = givenPath(parser, 1).map(fromRoot);
    if (!given)
        return report(given.error());
    const LocalPath source = toLocalPath(parser.argument(0));
    const QFileInfo info(parser.argument(0));
    if (!info.exists())
        return report({ErrorKind::NotFound, CliText::tr("There is no file %1.").arg(displayText(source)), {}});
    if (!info.isFile())
        return report({ErrorKind::NotAFile, CliText::tr("%1 is not a file.").arg(displayText(source)), {}});
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const Result<RemotePath> target =
        connection->run([&](RemoteFileSystem &server) { return freeTarget(server, *given, fileName(source)); });
    if (!target)
        return report(target.error());
    // Under a temporary name at every size: nobody finds half a file (reliability.md A).
    const Result<TransferSummary> summary = connection->run([&](RemoteFileSystem &server) {
        return uploadWhole(server, source, *target, transferOptions(parser, target->displayText()), interruptibleJob(),
                           uploadClaims(account->endpoint));
    });
    if (!summary)
        return report(summary.error());
    QJsonObject json;
    addBytes(json, QStringLiteral("file"), target->bytes());
    printTransfer(parser, json, target->displayText(), *summary);
    return Done;
}

} // namespace navette::cli
