// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/remotefilesystem.h"

#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace navette
{

/// A remote tree in memory in which a test can make any single request fail, be slow, lie or be answered half.
///
/// Requests are carried out in the order of their calls by one thread of its own; with a delay they all are in flight
/// together, as on a real connection: forty listings over 50 ms take 50 ms, not two seconds.
///
/// `op` is "list", "stat", "upload", "download", "createEmpty", "rename", "removeFile", "makeDirectory" or
/// "removeDirectory"; the path is the operation's first remote path (for a rename: the old one). Hooks run in the
/// remote's thread without its lock, so they may change the tree (a platform that takes a file just now).
class MemoryRemote final : public RemoteFileSystem
{
public:
    using Hook = std::function<std::optional<Error>(const QString &op, const RemotePath &path)>;

    MemoryRemote();
    /// With a tree from text: one path a line; "in/" is a directory, "in/a.csv = text" a file, "a -> b" a link; missing
    /// parents are made; "\n", "\r", "\t" and "\\" in the text are escapes.
    explicit MemoryRemote(const QString &tree);
    ~MemoryRemote() override;

    /// Asked before the act; an error means that nothing was done.
    void setBefore(Hook hook);
    /// Asked in the middle of "upload" (half of the bytes lie there, and stay), "download" (nothing remains) and "list"
    /// (the error is dropped and the listing given as incomplete).
    void setHalfway(Hook hook);
    /// Asked after the act; an error means that the act was done and its reply lost.
    void setAfter(Hook hook);
    /// Fails the n-th request from now (1: the next) before or after its act.
    void failNth(int n, Error error, bool afterTheAct = false);
    void setDelay(std::chrono::milliseconds delay);

    void addTree(const QString &tree);
    void addFile(const QByteArray &path, const QByteArray &content, qint64 modifiedSecs = -1);
    void addDirectory(const QByteArray &path);
    void addLink(const QByteArray &path, const QByteArray &target);
    /// A row that only listings show, with whatever name: "../x", "a/b", "".
    void addListedEntry(const QByteArray &directory, const RemoteEntry &entry);
    bool take(const QByteArray &path); ///< removes a file or an empty directory, as a platform would; false: not there
    bool move(const QByteArray &from, const QByteArray &to);

    [[nodiscard]] bool exists(const QByteArray &path) const;
    [[nodiscard]] QByteArray content(const QByteArray &path) const; ///< null if there is no such file
    /// The tree in the form of addTree(), sorted; files longer than 200 bytes as "= <n bytes>".
    [[nodiscard]] QString text() const;
    /// "upload in/.x.part", one line a request, in order.
    [[nodiscard]] QStringList requests() const;

    [[nodiscard]] QFuture<Result<RemoteListing>> list(const RemotePath &directory, ListOptions options = {}) override;
    [[nodiscard]] QFuture<Result<RemoteEntry>> stat(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<QByteArray>> sha256(const RemotePath &path, TransferProgress progress = {}) override;
    [[nodiscard]] QFuture<Result<TransferSummary>> upload(const LocalPath &source, const RemotePath &target,
                                                          TransferOptions options = {},
                                                          UploadStart start = UploadStart::New) override;
    [[nodiscard]] QFuture<Result<TransferSummary>> download(const RemotePath &source, const LocalPath &target,
                                                            TransferOptions options = {}) override;
    [[nodiscard]] QFuture<Result<void>> createEmpty(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> rename(const RemotePath &from, const RemotePath &to,
                                               TargetLook look = TargetLook::First) override;
    [[nodiscard]] QFuture<Result<void>> removeFile(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> makeDirectory(const RemotePath &path) override;
    [[nodiscard]] QFuture<Result<void>> removeDirectory(const RemotePath &path) override;

private:
    struct Node {
        RemoteKind kind = RemoteKind::File;
        QByteArray content; ///< of a link: its target
        qint64 modifiedSecs = 0;
    };
    struct Job {
        std::chrono::steady_clock::time_point due;
        std::function<void()> run;
        std::function<bool()> isCancelled;
        std::function<void()> drop;
    };
    enum class Moment { Before, Halfway, After };

    template<typename T>
    QFuture<Result<T>> submit(const QString &op, const RemotePath &path, std::function<Result<T>()> act);
    std::optional<Error> ask(Moment moment, const QString &op, const RemotePath &path);
    void work();
    void dropCancelled(std::unique_lock<std::mutex> &lock);
    [[nodiscard]] bool isDirectory(const QByteArray &path) const;
    [[nodiscard]] bool hasChildren(const QByteArray &path) const;
    [[nodiscard]] Result<void> checkNew(const QByteArray &path) const;
    void put(const QByteArray &path, Node node);
    [[nodiscard]] RemoteEntry entry(const QByteArray &path, const Node &node) const;
    Result<RemoteListing> doList(const RemotePath &directory, const ListOptions &options);
    Result<TransferSummary> doUpload(const LocalPath &source, const RemotePath &target, const TransferOptions &options,
                                     UploadStart start);
    Result<TransferSummary> doDownload(const RemotePath &source, const LocalPath &target,
                                       const TransferOptions &options);
    Result<void> doRename(const RemotePath &from, const RemotePath &to);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<QByteArray, Node> m_nodes;
    std::multimap<QByteArray, RemoteEntry> m_listedOnly;
    qint64 m_clockSecs = 1'700'000'000; ///< every change is a second later than the one before
    Hook m_before, m_halfway, m_after;
    std::chrono::milliseconds m_delay{0};
    QStringList m_requests;
    std::vector<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace navette
