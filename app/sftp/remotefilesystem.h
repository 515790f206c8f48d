// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"
#include "sftp/remotepath.h"

#include <QFuture>

#include <functional>
#include <memory>
#include <vector>

namespace navette
{

enum class RemoteKind { File, Directory, Link, Other };

struct RemoteEntry {
    QByteArray name; ///< bytes as the server sent them; show with visibleName()
    RemoteKind kind = RemoteKind::File;
    qint64 size = -1;         ///< bytes; -1 unknown
    qint64 modifiedSecs = -1; ///< seconds since 1970 UTC; -1 unknown
    quint32 permissions = 0;  ///< POSIX bits; 0 unknown
    bool operator==(const RemoteEntry &) const = default;
};

struct RemoteListing {
    std::vector<RemoteEntry> entries; ///< without "." and ".."
    bool complete = true;             ///< false: stopped at a limit; never conclude that something is absent from it
};

/// Some of a directory's entries, on their way to whoever wants them in parts.
using RemotePart = std::shared_ptr<const std::vector<RemoteEntry>>;

struct ListOptions {
    static constexpr size_t usualLimit = 200'000; ///< reliability.md, part A: a server may list without end
    /// Entries after which the listing stops; 0: none, for a receiver of parts, whose memory is its own matter.
    size_t limit = usualLimit;
    /// Where set, the entries are handed over while the listing runs, about every 100 ms, and the listing that it gives
    /// in the end holds none. Called from the session's thread. While several parts are still held by the receiver, the
    /// server is not asked for more.
    std::function<void(RemotePart)> onPart;
};

struct TransferSummary {
    qint64 bytes = 0;
    QByteArray sha256;        ///< of the whole file, where TransferOptions::hash asked for it
    qint64 continuedFrom = 0; ///< bytes that an earlier try had brought already
};

/// What becomes of a transfer that does not reach its end.
enum class Unfinished {
    Discard,      ///< nothing of it is left
    KeepIfBroken, ///< a broken connection leaves what arrived, from which the next such transfer goes on; a cancel does
                  ///< not
    Keep,         ///< a cancel leaves it too
};

/// Where an upload begins.
enum class UploadStart {
    New,  ///< a file that is made for it
    GoOn, ///< what an earlier, unfinished try of the same upload left under the same name
};

/// Whether a rename looks first if there is something under the new name: version 3 forbids overwriting, but some
/// servers do.
enum class TargetLook { First, WasFree };

/// Bytes done and in all; total -1 while unknown. Called from the session's thread about a hundred times.
using TransferProgress = std::function<void(qint64 done, qint64 total)>;

/// What is wanted of a transfer beside the bytes.
struct TransferOptions {
    TransferProgress progress;
    Unfinished unfinished = Unfinished::Discard;
    bool hash = false; ///< TransferSummary::sha256, which costs as much as all the rest on a fast line
    /// Of uploadWhole(): what arrived is compared with what was sent before it gets its name
    /// (RemoteFileSystem::sha256).
    bool verify = false;
    /// Of a download: SHA-256 of what is wanted, and nothing else is saved. Empty: whatever is there.
    QByteArray wantedSha256;
    /// Of an upload: its last bytes are on their way, and what is asked now costs no time. From the session's thread.
    std::function<void()> onAllSent;
    /// Of an upload under a temporary name: what errors call the file instead. Empty: its path.
    RemotePath knownAs;
};

/// A remote tree. Every call returns at once; many may be in flight. Calling cancel() on the future cancels the
/// operation. Paths are relative to the account's root. Futures finish without any event loop in the calling thread.
/// Errors common to all: Cancelled, Network, Timeout, Protocol, NotFound, NotWritable (permission).
class RemoteFileSystem
{
public:
    RemoteFileSystem() = default;
    RemoteFileSystem(const RemoteFileSystem &) = delete;
    RemoteFileSystem &operator=(const RemoteFileSystem &) = delete;
    virtual ~RemoteFileSystem() = default;

    /// Asks for a sign of life: a connection that gives none within a few seconds ends, and with it all that is in
    /// flight. For the moment after the computer slept or changed its network.
    virtual void probe() {}
    [[nodiscard]] virtual QFuture<Result<RemoteListing>> list(const RemotePath &directory,
                                                              ListOptions options = {}) = 0;
    /// Of the path itself: a link is not followed.
    [[nodiscard]] virtual QFuture<Result<RemoteEntry>> stat(const RemotePath &path) = 0;
    /// SHA-256 of a file's content: from the server where it knows how (check-file), else read through once more, of
    /// which nothing is kept. Errors: NotAFile.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> sha256(const RemotePath &path,
                                                             TransferProgress progress = {}) = 0;
    /// Writes a local file to exactly this path, which must not exist (exclusive create). Names, temporary or final,
    /// are the caller's matter. Checks the acknowledged bytes and the size afterwards. With GoOn nothing is made: what
    /// is there must be the start of the file, or it is removed and the error is NotFound. That way a name is never
    /// given to a second file, and a rename that arrives late finds the first one or none.
    /// Errors: AlreadyExists, NoSpace.
    [[nodiscard]] virtual QFuture<Result<TransferSummary>> upload(const LocalPath &source, const RemotePath &target,
                                                                  TransferOptions options = {},
                                                                  UploadStart start = UploadStart::New) = 0;
    /// Fetches to a temporary file beside `target`, verified, then renamed; `target` is never overwritten.
    /// Errors: AlreadyExists, NotAFile, NoSpace.
    [[nodiscard]] virtual QFuture<Result<TransferSummary>> download(const RemotePath &source, const LocalPath &target,
                                                                    TransferOptions options = {}) = 0;
    /// Makes an empty file, exclusively. Errors: AlreadyExists.
    [[nodiscard]] virtual QFuture<Result<void>> createEmpty(const RemotePath &path) = 0;
    /// Does not overwrite. Errors: AlreadyExists.
    [[nodiscard]] virtual QFuture<Result<void>> rename(const RemotePath &from, const RemotePath &to,
                                                       TargetLook look = TargetLook::First) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> removeFile(const RemotePath &path) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> makeDirectory(const RemotePath &path) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> removeDirectory(const RemotePath &path) = 0;
};

} // namespace navette
