// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the tree's directories are listed: RemoteTreeModel's part that deals with what arrives.
#include "base/job.h"
#include "files/remotetreemodel.h"

#include <algorithm>

namespace navette::ui
{

namespace
{

constexpr std::size_t manyEntries = 5'000; ///< in one directory; so many are sorted once, when they are there

} // namespace

void RemoteTreeModel::listAll(const RemotePath &directory)
{
    Node *found = m_root->find(directory);
    if (!found)
        return;
    found->listsAll = true;
    if (found->load == Load::Loading)
        found->load = Load::Loaded; // what runs has a limit, and ends with its successor
    list(found);
}

void RemoteTreeModel::stopListing(const RemotePath &directory)
{
    Node *found = m_root->find(directory);
    if (!found || !found->run)
        return;
    found->listsAll = false;
    found->run->stopped = true;
    found->run->answer.cancel();
}

void RemoteTreeModel::list(Node *directory)
{
    if (directory->load == Load::Loading)
        return;
    if (!m_remote) {
        if (directory->load == Load::NotLoaded)
            directory->load = Load::Failed; // which the next connection mends
        return;
    }
    directory->load = Load::Loading;
    directory->run = std::make_unique<RemoteListingRun>();
    RemoteListingRun &run = *directory->run;
    run.number = ++m_listings;
    run.inbox = std::make_shared<RemoteInbox>();
    for (const auto &child : directory->children)
        run.known.insert(child->entry.name, child.get());
    const RemotePath path = directory->path();
    m_running.push_back({run.inbox, path});
    m_arrivals.start();
    run.answer =
        m_remote->list(path, {.limit = directory->listsAll ? 0 : ListOptions::usualLimit,
                              .onPart = [inbox = run.inbox](RemotePart part) { inbox->put(std::move(part)); }});
    whenFinished(run.answer, this, [this, path, inbox = run.inbox](const Result<RemoteListing> &listing) {
        finish(path, inbox, listing);
    });
}

void RemoteTreeModel::takeArrived()
{
    for (const Running &running : std::vector(m_running)) {
        const std::vector<RemotePart> parts = running.inbox->take();
        Node *directory = parts.empty() ? nullptr : m_root->find(running.path);
        if (!directory || !directory->run || directory->run->inbox != running.inbox)
            continue;
        for (const RemotePart &part : parts)
            take(*directory, part);
        // The view lays out all rows again for each batch, so the batches grow with what is there.
        if (directory->run->fresh.size() > directory->children.size() / 2)
            showFresh(*directory);
    }
}

void RemoteTreeModel::take(Node &directory, const RemotePart &part)
{
    RemoteListingRun &run = *directory.run;
    for (const RemoteEntry &entry : *part) {
        Node *&known = run.known[entry.name];
        if (known && known->namedBy == run.number)
            continue; // named twice
        if (known && known->entry.kind == entry.kind) {
            known->namedBy = run.number;
            if (known->entry == entry)
                continue;
            known->entry = entry;
            const QModelIndex changed = indexOf(known);
            Q_EMIT dataChanged(changed, changed.siblingAtColumn(ColumnCount - 1));
            continue;
        }
        if (known)
            known->replaced = true;
        auto fresh = std::make_unique<Node>();
        fresh->entry = entry;
        fresh->parent = &directory;
        fresh->namedBy = run.number;
        known = fresh.get();
        run.fresh.push_back(std::move(fresh));
    }
}

void RemoteTreeModel::showFresh(Node &directory)
{
    std::vector<std::unique_ptr<Node>> fresh = std::exchange(directory.run->fresh, {});
    if (fresh.empty())
        return;
    const auto first = directory.children.size();
    if (first + fresh.size() > manyEntries) {
        for (Running &running : m_running)
            running.many = running.many || running.inbox == directory.run->inbox;
        if (!std::exchange(m_manyArriving, true))
            Q_EMIT manyArriving(true);
    }
    ++directory.changes;
    beginInsertRows(indexOf(&directory), static_cast<int>(first), static_cast<int>(first + fresh.size()) - 1);
    std::move(fresh.begin(), fresh.end(), std::back_inserter(directory.children));
    directory.renumber(first);
    endInsertRows();
}

// An incomplete listing says nothing of what it does not name; but what it never names must not pile up either.
void RemoteTreeModel::removeGone(Node &directory, bool complete)
{
    std::vector<std::unique_ptr<Node>> &children = directory.children;
    const bool unnamedGo = complete || children.size() > ListOptions::usualLimit;
    const auto isGone = [&](const std::unique_ptr<Node> &child) {
        return child->replaced || (unnamedGo && child->namedBy != directory.run->number);
    };
    std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> ranges; // first, end
    for (auto at = std::find_if(children.begin(), children.end(), isGone); at != children.end();) {
        const auto end = std::find_if_not(at, children.end(), isGone);
        ranges.emplace_back(at - children.begin(), end - children.begin());
        at = std::find_if(end, children.end(), isGone);
    }
    if (ranges.empty())
        return;
    ++directory.changes;
    directory.ranks.reset(); // by rows, which move
    const QModelIndex index = indexOf(&directory);
    constexpr std::size_t maxRanges = 100;
    if (ranges.size() > maxRanges) {
        // Each range would move all that follow: everything goes, and what stays comes back at once.
        beginRemoveRows(index, 0, static_cast<int>(children.size()) - 1);
        std::vector<std::unique_ptr<Node>> all = std::exchange(children, {});
        endRemoveRows();
        std::erase_if(all, isGone);
        std::move(directory.run->fresh.begin(), directory.run->fresh.end(), std::back_inserter(all));
        directory.run->fresh = std::move(all);
        return;
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        beginRemoveRows(index, static_cast<int>(range->first), static_cast<int>(range->second) - 1);
        children.erase(children.begin() + range->first, children.begin() + range->second);
        directory.renumber(std::size_t(range->first));
        endRemoveRows();
    }
}

void RemoteTreeModel::finish(const RemotePath &path, const std::shared_ptr<RemoteInbox> &inbox,
                             const Result<RemoteListing> &listing)
{
    takeArrived();
    Node *directory = m_root->find(path);
    const bool isAwaited = directory && directory->run && directory->run->inbox == inbox;
    if (isAwaited) {
        const bool stopped = !listing && directory->run->stopped;
        const bool complete = listing && listing->complete;
        directory->load = listing || stopped ? Load::Loaded : Load::Failed;
        if (listing || stopped)
            removeGone(*directory, complete);
        showFresh(*directory);
    }
    const auto running =
        std::find_if(m_running.begin(), m_running.end(), [&](const Running &one) { return one.inbox == inbox; });
    const bool many = running->many;
    m_running.erase(running);
    if (m_running.empty())
        m_arrivals.stop();
    if (isAwaited && (many || (directory->children.size() > manyEntries && !directory->ranks)))
        rankChildren(*directory);
    sortWhenQuiet();
    if (!isAwaited)
        return;
    const std::unique_ptr<RemoteListingRun> run = std::exchange(directory->run, nullptr);
    const auto shown = qint64(directory->children.size());
    const bool listsAll = directory->listsAll;
    if (!listing && !run->stopped)
        Q_EMIT listingFailed(path, listing.error());
    else if (!listing || !listing->complete)
        Q_EMIT listingCutShort(path, shown);
    else if (listsAll)
        Q_EMIT listedAll(path, shown);
    if (path.isEmpty() && (listing || run->stopped))
        Q_EMIT rootLoaded();
}

void RemoteTreeModel::rankChildren(Node &directory)
{
    ++m_rankings;
    whenFinished(
        rankOf(directory.children), this,
        [this, path = directory.path(), changes = directory.changes](const Result<std::vector<NameRank>> &ranks) {
            --m_rankings;
            Node *ranked = m_root->find(path);
            if (ranks && ranked && ranked->changes == changes)
                ranked->ranks = std::make_unique<std::vector<NameRank>>(*ranks);
            sortWhenQuiet();
        });
}

void RemoteTreeModel::sortWhenQuiet()
{
    const bool busy = m_rankings > 0 || std::any_of(m_running.begin(), m_running.end(),
                                                    [](const Running &running) { return running.many; });
    if (!busy && std::exchange(m_manyArriving, false))
        Q_EMIT manyArriving(false);
}

} // namespace navette::ui
