// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryremote.h"

#include "base/job.h"

#include <QCryptographicHash>
#include <QFile>
#include <QPromise>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

QByteArray normalized(QByteArray path)
{
    while (path.startsWith('/'))
        path.remove(0, 1);
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

QByteArray parentOf(const QByteArray &path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 0));
}

QByteArray nameOf(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
}

QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            bytes += text[i];
            continue;
        }
        const char c = text[++i];
        bytes += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
    }
    return bytes;
}

tl::unexpected<Error> notFound(const RemotePath &path)
{
    return fail(ErrorKind::NotFound, u"%1 is not on the server."_s.arg(path.displayText()));
}

tl::unexpected<Error> alreadyExists(const RemotePath &path)
{
    return fail(ErrorKind::AlreadyExists, u"%1 is already on the server."_s.arg(path.displayText()));
}

} // namespace

MemoryRemote::MemoryRemote() : m_thread([this] { work(); }) {}

MemoryRemote::MemoryRemote(const QString &tree) : MemoryRemote()
{
    addTree(tree);
}

MemoryRemote::~MemoryRemote()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void MemoryRemote::setBefore(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_before = std::move(hook);
}

void MemoryRemote::setHalfway(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_halfway = std::move(hook);
}

void MemoryRemote::setAfter(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_after = std::move(hook);
}

void MemoryRemote::failNth(int n, Error error, bool afterTheAct)
{
    const auto left = std::make_shared<std::atomic<int>>(n);
    const Hook hook = [left, error = std::move(error)](const QString &, const RemotePath &) -> std::optional<Error> {
        return --*left == 0 ? std::optional(error) : std::nullopt;
    };
    afterTheAct ? setAfter(hook) : setBefore(hook);
}

void MemoryRemote::setDelay(std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    m_delay = delay;
}

void MemoryRemote::addTree(const QString &tree)
{
    const QList<QByteArray> lines = tree.toUtf8().split('\n');
    for (const QByteArray &rawLine : lines) {
        const QByteArray line = rawLine.trimmed();
        if (line.isEmpty())
            continue;
        if (const qsizetype arrow = line.indexOf(" -> "); arrow > 0)
            addLink(line.first(arrow), line.sliced(arrow + 4));
        else if (line.endsWith('/'))
            addDirectory(line);
        else if (const qsizetype equals = line.indexOf(" ="); equals > 0)
            addFile(line.first(equals), unescaped(line.sliced(equals + 2).trimmed()));
        else
            addFile(line, {});
    }
}

void MemoryRemote::put(const QByteArray &path, Node node)
{
    for (QByteArray parent = parentOf(path); !parent.isEmpty(); parent = parentOf(parent)) {
        if (!m_nodes.contains(parent))
            m_nodes[parent] = {RemoteKind::Directory, {}, ++m_clockSecs};
    }
    if (node.modifiedSecs <= 0)
        node.modifiedSecs = ++m_clockSecs;
    m_nodes[path] = std::move(node);
}

void MemoryRemote::addFile(const QByteArray &path, const QByteArray &content, qint64 modifiedSecs)
{
    const std::lock_guard lock(m_mutex);
    put(normalized(path), {RemoteKind::File, content, modifiedSecs});
}

void MemoryRemote::addDirectory(const QByteArray &path)
{
    const std::lock_guard lock(m_mutex);
    put(normalized(path), {RemoteKind::Directory, {}, 0});
}

void MemoryRemote::addLink(const QByteArray &path, const QByteArray &target)
{
    const std::lock_guard lock(m_mutex);
    put(normalized(path), {RemoteKind::Link, target, 0});
}

void MemoryRemote::addListedEntry(const QByteArray &directory, const RemoteEntry &entry)
{
    const std::lock_guard lock(m_mutex);
    m_listedOnly.emplace(normalized(directory), entry);
}

bool MemoryRemote::take(const QByteArray &path)
{
    const std::lock_guard lock(m_mutex);
    return !hasChildren(normalized(path)) && m_nodes.erase(normalized(path)) > 0;
}

bool MemoryRemote::move(const QByteArray &from, const QByteArray &to)
{
    return doRename(RemotePath(from), RemotePath(to)).has_value();
}

bool MemoryRemote::exists(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    return m_nodes.contains(normalized(path));
}

QByteArray MemoryRemote::content(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_nodes.find(normalized(path));
    if (found == m_nodes.end() || found->second.kind != RemoteKind::File)
        return {};
    return found->second.content.isNull() ? QByteArray("") : found->second.content;
}

QString MemoryRemote::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray lines;
    for (const auto &[path, node] : m_nodes) {
        lines += path;
        if (node.kind == RemoteKind::Directory)
            lines += '/';
        else if (node.kind == RemoteKind::Link)
            lines += " -> " + node.content;
        else if (node.content.size() > 200)
            lines += " = <" + QByteArray::number(node.content.size()) + " bytes>";
        else
            lines += " = " + escaped(node.content);
        lines = lines.trimmed() + '\n';
    }
    return QString::fromUtf8(lines);
}

QStringList MemoryRemote::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::optional<Error> MemoryRemote::ask(Moment moment, const QString &op, const RemotePath &path)
{
    Hook hook;
    {
        const std::lock_guard lock(m_mutex);
        hook = moment == Moment::Before ? m_before : moment == Moment::Halfway ? m_halfway : m_after;
    }
    return hook ? hook(op, path) : std::nullopt;
}

template<typename T>
QFuture<Result<T>> MemoryRemote::submit(const QString &op, const RemotePath &path, std::function<Result<T>()> act)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    const auto perform = [this, op, path, act = std::move(act)]() -> Result<T> {
        if (!path.isSafe())
            return fail(ErrorKind::Unsafe, u"The name is not safe: %1"_s.arg(path.displayText()));
        if (auto error = ask(Moment::Before, op, path))
            return tl::make_unexpected(*error);
        Result<T> result = act();
        if (result) {
            if (auto error = ask(Moment::After, op, path))
                return tl::make_unexpected(*error);
        }
        return result;
    };
    const auto finish = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    {
        const std::lock_guard lock(m_mutex);
        m_requests += op + u' ' + path.displayText();
        m_jobs.push_back({std::chrono::steady_clock::now() + m_delay, [perform, finish] { finish(perform()); },
                          [promise] { return promise->isCanceled(); },
                          [finish] { finish(tl::make_unexpected(cancelledError())); }});
    }
    m_wake.notify_all();
    return future;
}

void MemoryRemote::dropCancelled(std::unique_lock<std::mutex> &lock)
{
    std::vector<Job> dropped;
    const auto firstDropped = std::stable_partition(
        m_jobs.begin(), m_jobs.end(), [this](const Job &job) { return !m_stopping && !job.isCancelled(); });
    dropped.assign(std::make_move_iterator(firstDropped), std::make_move_iterator(m_jobs.end()));
    m_jobs.erase(firstDropped, m_jobs.end());
    lock.unlock();
    for (const Job &job : dropped)
        job.drop();
    lock.lock();
}

void MemoryRemote::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        dropCancelled(lock);
        if (m_stopping && m_jobs.empty())
            return;
        const auto next =
            std::min_element(m_jobs.begin(), m_jobs.end(), [](const Job &a, const Job &b) { return a.due < b.due; });
        if (next == m_jobs.end()) {
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            continue;
        }
        const auto now = std::chrono::steady_clock::now();
        if (next->due > now) {
            // A future has no callback for its cancel, so look every few milliseconds.
            m_wake.wait_until(lock, std::min(next->due, now + std::chrono::milliseconds(5)));
            continue;
        }
        const Job job = std::move(*next);
        m_jobs.erase(next);
        lock.unlock();
        job.run();
        lock.lock();
    }
}

bool MemoryRemote::isDirectory(const QByteArray &path) const
{
    const auto found = m_nodes.find(path);
    return path.isEmpty() || (found != m_nodes.end() && found->second.kind == RemoteKind::Directory);
}

bool MemoryRemote::hasChildren(const QByteArray &path) const
{
    const auto next = m_nodes.lower_bound(path + '/');
    return next != m_nodes.end() && next->first.startsWith(path + '/');
}

Result<void> MemoryRemote::checkNew(const QByteArray &path) const
{
    if (m_nodes.contains(path) || path.isEmpty())
        return alreadyExists(RemotePath(path));
    if (!isDirectory(parentOf(path)))
        return notFound(RemotePath(parentOf(path)));
    return {};
}

RemoteEntry MemoryRemote::entry(const QByteArray &path, const Node &node) const
{
    const bool isDirectory = node.kind == RemoteKind::Directory;
    return {.name = nameOf(path),
            .kind = node.kind,
            .size = isDirectory ? 4096 : node.content.size(),
            .modifiedSecs = node.modifiedSecs,
            .permissions = isDirectory ? 0755u : 0644u};
}

Result<RemoteListing> MemoryRemote::doList(const RemotePath &directory, const ListOptions &options)
{
    RemoteListing listing;
    {
        const std::lock_guard lock(m_mutex);
        const QByteArray path = normalized(directory.bytes());
        if (!isDirectory(path))
            return notFound(directory);
        for (const auto &[childPath, node] : m_nodes) {
            if (parentOf(childPath) == path)
                listing.entries.push_back(entry(childPath, node));
        }
        const auto [first, last] = m_listedOnly.equal_range(path);
        std::transform(first, last, std::back_inserter(listing.entries), [](const auto &pair) { return pair.second; });
    }
    if (ask(Moment::Halfway, u"list"_s, directory)) {
        listing.entries.resize(listing.entries.size() / 2);
        listing.complete = false;
    }
    if (options.limit > 0 && listing.entries.size() > options.limit) {
        listing.entries.resize(options.limit);
        listing.complete = false;
    }
    if (options.onPart) {
        constexpr size_t partEntries = 1000;
        const std::vector<RemoteEntry> all = std::exchange(listing.entries, {});
        for (auto from = all.begin(); from != all.end();) {
            const auto to = from + std::min<std::ptrdiff_t>(partEntries, all.end() - from);
            options.onPart(std::make_shared<const std::vector<RemoteEntry>>(from, to));
            from = to;
        }
    }
    return listing;
}

QFuture<Result<RemoteListing>> MemoryRemote::list(const RemotePath &directory, ListOptions options)
{
    return submit<RemoteListing>(
        u"list"_s, directory, [this, directory, options = std::move(options)] { return doList(directory, options); });
}

QFuture<Result<RemoteEntry>> MemoryRemote::stat(const RemotePath &path)
{
    return submit<RemoteEntry>(u"stat"_s, path, [this, path]() -> Result<RemoteEntry> {
        const std::lock_guard lock(m_mutex);
        const QByteArray key = normalized(path.bytes());
        if (key.isEmpty())
            return entry(key, {RemoteKind::Directory, {}, m_clockSecs});
        const auto found = m_nodes.find(key);
        if (found == m_nodes.end())
            return notFound(path);
        return entry(key, found->second);
    });
}

QFuture<Result<QByteArray>> MemoryRemote::sha256(const RemotePath &path, TransferProgress)
{
    return submit<QByteArray>(u"sha256"_s, path, [this, path]() -> Result<QByteArray> {
        const std::lock_guard lock(m_mutex);
        const auto found = m_nodes.find(normalized(path.bytes()));
        if (found == m_nodes.end())
            return notFound(path);
        if (found->second.kind != RemoteKind::File)
            return fail(ErrorKind::NotAFile, u"%1 is not a file."_s.arg(path.displayText()));
        return QCryptographicHash::hash(found->second.content, QCryptographicHash::Sha256);
    });
}

Result<TransferSummary> MemoryRemote::doUpload(const LocalPath &source, const RemotePath &target,
                                               const TransferOptions &options, UploadStart start)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable, u"The local file cannot be read."_s, file.errorString());
    const QByteArray bytes = file.readAll();
    const QByteArray path = normalized(target.bytes());
    qsizetype continuedFrom = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (start == UploadStart::GoOn) {
            const auto found = m_nodes.find(path);
            if (found == m_nodes.end() || found->second.kind != RemoteKind::File ||
                !bytes.startsWith(found->second.content)) {
                m_nodes.erase(path);
                return notFound(target);
            }
            continuedFrom = found->second.content.size();
        } else if (const auto free = checkNew(path); !free) {
            return tl::make_unexpected(free.error());
        }
        put(path, {RemoteKind::File, bytes.first(std::max(bytes.size() / 2, continuedFrom)), 0});
    }
    if (options.progress)
        options.progress(bytes.size() / 2, bytes.size());
    if (auto error = ask(Moment::Halfway, u"upload"_s, target))
        return tl::make_unexpected(*error);
    if (options.onAllSent)
        options.onAllSent();
    {
        const std::lock_guard lock(m_mutex);
        put(path, {RemoteKind::File, bytes, 0});
    }
    if (options.progress)
        options.progress(bytes.size(), bytes.size());
    return TransferSummary{bytes.size(),
                           options.hash ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) : QByteArray(),
                           continuedFrom};
}

QFuture<Result<TransferSummary>> MemoryRemote::upload(const LocalPath &source, const RemotePath &target,
                                                      TransferOptions options, UploadStart start)
{
    return submit<TransferSummary>(u"upload"_s, target, [this, source, target, options = std::move(options), start] {
        return doUpload(source, target, options, start);
    });
}

Result<TransferSummary> MemoryRemote::doDownload(const RemotePath &source, const LocalPath &target,
                                                 const TransferOptions &options)
{
    QByteArray bytes;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_nodes.find(normalized(source.bytes()));
        if (found == m_nodes.end())
            return notFound(source);
        if (found->second.kind != RemoteKind::File)
            return fail(ErrorKind::NotAFile, u"%1 is not a file."_s.arg(source.displayText()));
        bytes = found->second.content;
    }
    if (auto error = ask(Moment::Halfway, u"download"_s, source))
        return tl::make_unexpected(*error);
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(file.exists() ? ErrorKind::AlreadyExists : ErrorKind::NotWritable,
                    u"The local file cannot be made."_s, file.errorString());
    if (file.write(bytes) != bytes.size())
        return fail(ErrorKind::NoSpace, u"The local file cannot be written."_s, file.errorString());
    if (options.progress)
        options.progress(bytes.size(), bytes.size());
    return TransferSummary{bytes.size(),
                           options.hash ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) : QByteArray()};
}

QFuture<Result<TransferSummary>> MemoryRemote::download(const RemotePath &source, const LocalPath &target,
                                                        TransferOptions options)
{
    return submit<TransferSummary>(u"download"_s, source, [this, source, target, options = std::move(options)] {
        return doDownload(source, target, options);
    });
}

QFuture<Result<void>> MemoryRemote::createEmpty(const RemotePath &path)
{
    return submit<void>(u"createEmpty"_s, path, [this, path]() -> Result<void> {
        const std::lock_guard lock(m_mutex);
        const QByteArray key = normalized(path.bytes());
        if (auto free = checkNew(key); !free)
            return free;
        put(key, {});
        return {};
    });
}

Result<void> MemoryRemote::doRename(const RemotePath &from, const RemotePath &to)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray oldPath = normalized(from.bytes());
    const QByteArray newPath = normalized(to.bytes());
    if (!m_nodes.contains(oldPath))
        return notFound(from);
    if (auto free = checkNew(newPath); !free)
        return free;
    if (newPath.startsWith(oldPath + '/'))
        return fail(ErrorKind::NotWritable, u"A directory cannot be moved into itself."_s);
    // Everything below a directory goes with it.
    std::map<QByteArray, Node> moved;
    for (auto it = m_nodes.lower_bound(oldPath); it != m_nodes.end() && it->first.startsWith(oldPath);) {
        if (it->first != oldPath && !it->first.startsWith(oldPath + '/')) {
            ++it;
            continue;
        }
        moved[newPath + it->first.sliced(oldPath.size())] = it->second;
        it = m_nodes.erase(it);
    }
    m_nodes.merge(moved);
    return {};
}

QFuture<Result<void>> MemoryRemote::rename(const RemotePath &from, const RemotePath &to, TargetLook)
{
    return submit<void>(u"rename"_s, from, [this, from, to]() -> Result<void> {
        if (!to.isSafe())
            return fail(ErrorKind::Unsafe, u"The name is not safe: %1"_s.arg(to.displayText()));
        return doRename(from, to);
    });
}

QFuture<Result<void>> MemoryRemote::removeFile(const RemotePath &path)
{
    return submit<void>(u"removeFile"_s, path, [this, path]() -> Result<void> {
        const std::lock_guard lock(m_mutex);
        const QByteArray key = normalized(path.bytes());
        if (isDirectory(key))
            return fail(ErrorKind::NotAFile, u"%1 is a directory."_s.arg(path.displayText()));
        if (m_nodes.erase(key) == 0)
            return notFound(path);
        return {};
    });
}

QFuture<Result<void>> MemoryRemote::makeDirectory(const RemotePath &path)
{
    return submit<void>(u"makeDirectory"_s, path, [this, path]() -> Result<void> {
        const std::lock_guard lock(m_mutex);
        const QByteArray key = normalized(path.bytes());
        if (auto free = checkNew(key); !free)
            return free;
        put(key, {RemoteKind::Directory, {}, 0});
        return {};
    });
}

QFuture<Result<void>> MemoryRemote::removeDirectory(const RemotePath &path)
{
    return submit<void>(u"removeDirectory"_s, path, [this, path]() -> Result<void> {
        const std::lock_guard lock(m_mutex);
        const QByteArray key = normalized(path.bytes());
        if (!m_nodes.contains(key))
            return notFound(path);
        if (!isDirectory(key) || hasChildren(key))
            return fail(ErrorKind::NotWritable, u"%1 is not an empty directory."_s.arg(path.displayText()));
        m_nodes.erase(key);
        return {};
    });
}

} // namespace navette
