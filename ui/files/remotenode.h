// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/remotemeaning.h"
#include "sftp/remotefilesystem.h"

#include <QHash>

#include <mutex>

namespace navette::ui
{

struct RemoteNode;

/// Parts of a listing, between the session's thread and this one.
class RemoteInbox final
{
public:
    void put(RemotePart part);
    [[nodiscard]] std::vector<RemotePart> take();

private:
    std::mutex m_mutex;
    std::vector<RemotePart> m_parts;
};

/// One listing of a directory while it runs. Ends the asking with it.
struct RemoteListingRun {
    RemoteListingRun() = default;
    RemoteListingRun(const RemoteListingRun &) = delete;
    RemoteListingRun &operator=(const RemoteListingRun &) = delete;
    ~RemoteListingRun() { answer.cancel(); }

    QFuture<Result<RemoteListing>> answer;
    std::shared_ptr<RemoteInbox> inbox;
    QHash<QByteArray, RemoteNode *> known;          ///< what is shown or waits for it, by name
    std::vector<std::unique_ptr<RemoteNode>> fresh; ///< waits to be shown
    quint32 number = 0;
    bool stopped = false; ///< by the person
};

/// What sorting by name looks at, side by side: a million rows are sorted without a look at their nodes.
struct NameRank {
    int place = 0;       ///< of the name among its siblings', as people sort them
    int endingPlace = 0; ///< of its ending, which says most of what so many files are; equal endings share one
    bool isDirectory = false;
};

/// A file or directory of the remote tree. There may be a million of them, so that what follows from the rest is not
/// kept: paths are put together when they are asked for.
struct RemoteNode {
    enum class Load : quint8 { NotLoaded, Loading, Loaded, Failed };

    RemoteEntry entry;
    RemoteNode *parent = nullptr;
    int row = -1;
    quint32 namedBy = 0; ///< the listing that named it last
    Load load = Load::NotLoaded;
    bool replaced = false; ///< by something of another kind
    bool listsAll = false; ///< without limit
    quint32 changes = 0;   ///< how often children came or went
    std::vector<std::unique_ptr<RemoteNode>> children;
    std::unique_ptr<std::vector<NameRank>> ranks; ///< of the children, by row, where there are very many
    std::unique_ptr<RemoteListingRun> run;
    mutable std::unique_ptr<RemoteMeaning> meaning; ///< once asked for

    [[nodiscard]] bool isDirectory() const { return entry.kind == RemoteKind::Directory; }
    [[nodiscard]] RemotePath path() const;
    /// In the tree below this node, which is its root; null where there is none.
    [[nodiscard]] RemoteNode *find(const RemotePath &path);
    void renumber(std::size_t from); ///< the children's rows
};

/// The ranks of these, computed in a worker thread.
[[nodiscard]] QFuture<Result<std::vector<NameRank>>> rankOf(const std::vector<std::unique_ptr<RemoteNode>> &children);

} // namespace navette::ui
