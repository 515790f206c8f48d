// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs on the server itself: accounts test, ls, get, put.
#include "accounts/userfolders.h"
#include "base/localnames.h"
#include "base/safename.h"
#include "cli/output.h"
#include "cli/retries.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

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

QString kindKey(RemoteKind kind)
{
    switch (kind) {
    case RemoteKind::File:
        return QStringLiteral("file");
    case RemoteKind::Directory:
        return QStringLiteral("directory");
    case RemoteKind::Link:
        return QStringLiteral("link");
    case RemoteKind::Other:
        return QStringLiteral("other");
    }
    return {};
}

QJsonObject entryToJson(const RemoteEntry &entry)
{
    QJsonObject json;
    addName(json, entry.name);
    json.insert(QStringLiteral("visibleName"), visibleName(entry.name));
    json.insert(QStringLiteral("kind"), kindKey(entry.kind));
    json.insert(QStringLiteral("bytes"), countToJson(entry.size));
    json.insert(QStringLiteral("modifiedAt"), entry.modifiedSecs < 0
                                                  ? QJsonValue(QJsonValue::Null)
                                                  : toJson(QDateTime::fromSecsSinceEpoch(entry.modifiedSecs, Qt::UTC)));
    return json;
}

QString entryLine(const RemoteEntry &entry)
{
    const QString time =
        entry.modifiedSecs < 0 ? QStringLiteral("-") : localTime(QDateTime::fromSecsSinceEpoch(entry.modifiedSecs));
    return QStringLiteral("%1 %2 %3  %4")
        .arg(kindKey(entry.kind), -9)
        .arg(entry.size < 0 ? QStringLiteral("-") : QString::number(entry.size), 12)
        .arg(time, -19)
        .arg(visibleName(entry.name));
}

// The entries of a directory as they come, so that no number of them is too many.
class EntryPrinter final
{
public:
    explicit EntryPrinter(const VerbParser &parser) : m_json(parser.json()), m_path(parser.argument()) {}

    void print(const std::vector<RemoteEntry> &entries)
    {
        m_hasPrinted = m_hasPrinted || !entries.empty();
        for (const RemoteEntry &entry : entries) {
            if (m_json)
                printText((begin() ? "\n    " : ",\n    ") + jsonText(entryToJson(entry), true));
            else
                printText(entryLine(entry).toUtf8() + '\n');
        }
        // A reader that has seen enough, such as "head", does not want the rest of an endless directory.
        std::fflush(stdout);
        if (std::ferror(stdout) != 0 && m_whenNobodyReads)
            m_whenNobodyReads();
    }
    void setWhenNobodyReads(std::function<void()> stop) { m_whenNobodyReads = std::move(stop); }
    [[nodiscard]] bool hasPrinted() const { return m_hasPrinted; }
    /// Of the JSON document; one that was not begun is only made where the listing ended well.
    void end(bool complete, bool always = false)
    {
        if (!m_json || (!always && !m_begun))
            return;
        begin();
        printText(complete ? "\n  ],\n  \"complete\": true\n}\n" : "\n  ],\n  \"complete\": false\n}\n");
        std::fflush(stdout);
    }

private:
    // True the first time.
    bool begin()
    {
        if (std::exchange(m_begun, true))
            return false;
        const QByteArray path = jsonText({{QStringLiteral("path"), m_path}}, true);
        printText("{\n  " + path.sliced(1, path.size() - 2) + ",\n  \"entries\": [");
        return true;
    }
    static void printText(const QByteArray &text) { printBytes(text.constData(), text.size()); }

    bool m_json;
    bool m_begun = false;
    bool m_hasPrinted = false;
    QString m_path;
    std::function<void()> m_whenNobodyReads;
};

Result<RemoteListing> listed(RemoteFileSystem &remote, const RemotePath &directory, bool wantsAll,
                             const std::shared_ptr<EntryPrinter> &printer)
{
    ListOptions options;
    if (wantsAll) {
        // Printed in this thread: the session's has to look after the connection while a reader takes its time.
        options = {.limit = 0, .onPart = [printer](const RemotePart &part) {
                       QMetaObject::invokeMethod(qApp, [printer, part] { printer->print(*part); });
                   }};
    }
    QFuture<Result<RemoteListing>> asked = remote.list(directory, std::move(options));
    printer->setWhenNobodyReads([asked]() mutable { asked.cancel(); });
    Result<RemoteListing> listing = await(asked, interruptibleJob());
    QCoreApplication::sendPostedEvents(qApp, QEvent::MetaCall);
    return listing;
}

QString whyIncomplete(bool wantsAll)
{
    if (wantsAll)
        return CliText::tr("The listing is incomplete: the server ceased to send names, and did not say that these are "
                           "all.");
    return CliText::tr("The listing is incomplete: the directory holds more. With --all it is listed to its end.");
}

// A leading "/" is the account's root, which is what our paths are relative to; "." is the root too.
RemotePath remoteArgument(QString text)
{
    while (text.startsWith(u'/'))
        text.remove(0, 1);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text == u"." ? RemotePath() : RemotePath::fromText(text);
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
    addName(json, source.name());
    const QString local = visibleName(displayText(target).toUtf8());
    const bool differs = namedHere && fileName(target) != name;
    printTransfer(parser, json, differs ? savedAs(name, local) : local, summary);
}

int reportTransfer(Error error)
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

int runLs(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("ls"), {QStringLiteral("PATH")},
                      QStringLiteral("Lists a directory of the server."));
    withRetries(parser.withAccount())
        .with({QStringLiteral("all"), QStringLiteral("List directories of any size, in the server's "
                                                     "order and while it sends them.")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const bool wantsAll = parser.has(QStringLiteral("all"));
    const auto printer = std::make_shared<EntryPrinter>(parser);
    Result<RemoteListing> listing = connection->run(
        [&](RemoteFileSystem &remote) { return listed(remote, remoteArgument(parser.argument()), wantsAll, printer); },
        [&] { return !printer->hasPrinted(); }); // it would be there twice
    if (!listing) {
        printer->end(false);
        return report(listing.error());
    }
    std::sort(listing->entries.begin(), listing->entries.end(),
              [](const RemoteEntry &a, const RemoteEntry &b) { return a.name < b.name; });
    printer->print(listing->entries);
    printer->end(listing->complete, true);
    if (!listing->complete)
        return report({ErrorKind::Limit, whyIncomplete(wantsAll), {}});
    return Done;
}

int runGet(const QStringList &arguments)
{
    VerbParser parser(
        QStringLiteral("get"), {QStringLiteral("REMOTE"), QStringLiteral("LOCAL")},
        QStringLiteral("Fetches a file, going on where an interrupted try stopped; nothing here is overwritten."));
    withVerify(withRetries(parser.withAccount()));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const RemotePath source = remoteArgument(parser.argument(0));
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
        return reportTransfer(summary.error());
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
        QStringLiteral(
            "Sends a file as it is, going on where an interrupted try stopped; nothing there is overwritten."));
    withVerify(withRetries(parser.withAccount()));
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const LocalPath source = toLocalPath(parser.argument(0));
    const QFileInfo info(parser.argument(0));
    if (!info.exists())
        return report({ErrorKind::NotFound, CliText::tr("There is no file %1.").arg(displayText(source)), {}});
    if (!info.isFile())
        return report({ErrorKind::NotAFile, CliText::tr("%1 is not a file.").arg(displayText(source)), {}});
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const Result<RemotePath> target = connection->run([&](RemoteFileSystem &server) {
        return freeTarget(server, remoteArgument(parser.argument(1)), fileName(source));
    });
    if (!target)
        return report(target.error());
    // Under a temporary name at every size: nobody finds half a file (reliability.md A).
    const Result<TransferSummary> summary = connection->run([&](RemoteFileSystem &server) {
        return uploadWhole(server, source, *target, transferOptions(parser, target->displayText()), interruptibleJob(),
                           uploadClaims(account->endpoint));
    });
    if (!summary)
        return reportTransfer(summary.error());
    printTransfer(parser, {{QStringLiteral("file"), QString::fromUtf8(target->bytes())}}, target->displayText(),
                  *summary);
    return Done;
}

} // namespace navette::cli
