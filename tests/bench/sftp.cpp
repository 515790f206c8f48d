// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_sftp PORT KEY KNOWN_HOSTS WORK [ARGUMENT…]: one connection to 127.0.0.1, used as the window uses it, for
// sftp.py to hold against other clients. The works:
//   connect               and nothing else
//   put DIRECTORY FILE…   all files handed to the transfer queue at once, as when they are dropped on the Files page
//   get DIRECTORY NAME…   the same the other way
//   list DIRECTORY…       all asked for at once, as the board does; prints the names
//   again DIRECTORY…      list, then list again, and print how many seconds the second time took
#include "pipeline/transferqueue.h"
#include "sftp/connection.h"
#include "sftp/wholeupload.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

using Remote = std::shared_ptr<RemoteFileSystem>;

/// Says what went wrong, and whether anything did.
template<typename T>
bool failed(const Result<T> &result)
{
    if (result)
        return false;
    std::fprintf(stderr, "%s (%s)\n", qPrintable(result.error().message), qPrintable(result.error().detail));
    return true;
}

Result<Remote> connected(const QStringList &arguments)
{
    ConnectRequest request;
    request.endpoint = {.host = u"127.0.0.1"_s,
                        .port = arguments[0].toUShort(),
                        .user = qEnvironmentVariable("USER", u"root"_s),
                        .auth = AuthMethod::Key,
                        .keyFile = toLocalPath(arguments[1]),
                        .hostKeyFingerprint = {},
                        .proxy = {},
                        .root = {}};
    request.knownHostsFile = toLocalPath(arguments[2]);
    return await(connectSftp(std::move(request)));
}

/// Runs one transfer for each of the names through a queue; whether all went well.
template<typename Size, typename Work>
bool transferred(const QStringList &names, Size sizeOf, Work work)
{
    TransferQueue queue;
    qsizetype left = names.size();
    bool good = true;
    for (const QString &name : names) {
        Transfer transfer;
        transfer.bytesTotal = sizeOf(name);
        queue.add(
            transfer,
            [name, work](const TransferProgress &progress, const JobControl &job) -> Result<void> {
                const Result<TransferSummary> moved = work(name, progress, job);
                return moved ? Result<void>() : tl::make_unexpected(moved.error());
            },
            [&](const Result<void> &result) {
                good = !failed(result) && good;
                --left;
            });
    }
    while (left > 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return good;
}

// As the Files page does it.
TransferOptions optionsWith(const TransferProgress &progress)
{
    return {.progress = progress, .unfinished = Unfinished::KeepIfBroken};
}

bool put(const Remote &remote, const QString &directory, const QStringList &files)
{
    const auto sizeOf = [](const QString &file) { return QFileInfo(file).size(); };
    const QTemporaryDir claims;
    return transferred(files, sizeOf,
                       [&](const QString &file, const TransferProgress &progress, const JobControl &job) {
                           const RemotePath target = RemotePath::fromText(directory).child(QFileInfo(file).fileName());
                           return uploadWhole(*remote, toLocalPath(file), target, optionsWith(progress), job,
                                              {.folder = toLocalPath(claims.path()), .server = "bench"});
                       });
}

bool get(const Remote &remote, const QString &directory, const QStringList &names)
{
    const auto unknown = [](const QString &) { return qint64(-1); };
    return transferred(names, unknown,
                       [&](const QString &name, const TransferProgress &progress, const JobControl &job) {
                           const RemotePath source = RemotePath::fromText(name);
                           const LocalPath target = toLocalPath(directory + u'/' + QString::fromUtf8(source.name()));
                           return await(remote->download(source, target, optionsWith(progress)), job);
                       });
}

bool list(const Remote &remote, const QStringList &directories, std::FILE *output)
{
    std::vector<QFuture<Result<RemoteListing>>> listings;
    for (const QString &directory : directories)
        listings.push_back(remote->list(RemotePath::fromText(directory)));
    bool good = true;
    for (auto &future : listings) {
        const Result<RemoteListing> listing = await(future);
        if (failed(listing)) {
            good = false;
            continue;
        }
        good = good && listing->complete;
        for (const RemoteEntry &entry : listing->entries) {
            if (output != nullptr)
                std::fprintf(output, "%s\n", entry.name.constData());
        }
    }
    return good;
}

bool listAgain(const Remote &remote, const QStringList &directories)
{
    if (!list(remote, directories, nullptr))
        return false;
    QElapsedTimer timer;
    timer.start();
    const bool good = list(remote, directories, nullptr);
    std::printf("%.6f\n", static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return good;
}

bool done(const QString &work, const Remote &remote, QStringList arguments)
{
    if (work == "connect"_L1)
        return true;
    if (work == "list"_L1)
        return list(remote, arguments, stdout);
    if (work == "again"_L1)
        return listAgain(remote, arguments);
    if (arguments.isEmpty())
        return false;
    const QString directory = arguments.takeFirst();
    if (work == "put"_L1)
        return put(remote, directory, arguments);
    if (work == "get"_L1)
        return get(remote, directory, arguments);
    std::fprintf(stderr, "unknown work: %s\n", qPrintable(work));
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.size() < 4) {
        std::fputs("usage: bench_sftp PORT KEY KNOWN_HOSTS connect|put|get|list|again [ARGUMENT…]\n", stderr);
        return 2;
    }
    const Result<Remote> remote = connected(arguments);
    return !failed(remote) && done(arguments[3], *remote, arguments.sliced(4)) ? 0 : 1;
}
