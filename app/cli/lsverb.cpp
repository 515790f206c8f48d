// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "cli/output.h"
#include "cli/remotepaths.h"
#include "cli/retries.h"

#include <cstdio>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

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

QJsonObject entryToJson(const RemotePath &directory, const RemoteEntry &entry)
{
    QJsonObject json;
    addBytes(json, QStringLiteral("name"), entry.name);
    addBytes(json, QStringLiteral("path"), directory.child(entry.name).bytes());
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
    /// `path` as it was given, which is `directory`.
    EntryPrinter(bool json, QByteArray path, RemotePath directory)
        : m_json(json), m_path(std::move(path)), m_directory(std::move(directory))
    {
    }

    void print(const std::vector<RemoteEntry> &entries)
    {
        m_hasPrinted = m_hasPrinted || !entries.empty();
        for (const RemoteEntry &entry : entries) {
            if (m_json)
                printText((begin() ? "\n    " : ",\n    ") + jsonText(entryToJson(m_directory, entry), true));
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
        QJsonObject json;
        addBytes(json, QStringLiteral("path"), m_path);
        const QByteArray path = jsonText(json, true);
        printText("{\n  " + path.sliced(1, path.size() - 2) + ",\n  \"entries\": [");
        return true;
    }
    static void printText(const QByteArray &text) { printBytes(text.constData(), text.size()); }

    bool m_json;
    bool m_begun = false;
    bool m_hasPrinted = false;
    QByteArray m_path;
    RemotePath m_directory;
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

} // namespace

int runLs(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("ls"), {QStringLiteral("PATH")},
                      describedWithPaths(QStringLiteral("Lists a directory of the server.")));
    withRetries(parser.withAccount())
        .with({QStringLiteral("all"), QStringLiteral("List directories of any size, in the server's "
                                                     "order and while it sends them.")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const Result<QByteArray> path = givenPath(parser, 0);
    if (!path)
        return report(path.error());
    Result<RetriedConnection> connection = RetriedConnection::of(parser, *account);
    if (!connection)
        return report(connection.error());
    const bool wantsAll = parser.has(QStringLiteral("all"));
    const RemotePath directory = fromRoot(*path);
    const auto printer = std::make_shared<EntryPrinter>(parser.json(), *path, directory);
    Result<RemoteListing> listing =
        connection->run([&](RemoteFileSystem &remote) { return listed(remote, directory, wantsAll, printer); },
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

} // namespace navette::cli
