// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/remotenode.h"

#include "base/safename.h"
#include "style/namecollator.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace navette::ui
{
namespace
{

void rankEndings(const std::vector<QByteArray> &names, std::vector<std::size_t> order, std::vector<NameRank> &ranks)
{
    std::vector<QByteArray> endings;
    endings.reserve(names.size());
    for (const QByteArray &name : names) {
        const qsizetype dot = name.lastIndexOf('.');
        endings.push_back(dot < 0 ? QByteArray() : name.sliced(dot).toLower());
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return endings[a] < endings[b]; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const int before = ranks[order[i - 1]].endingPlace;
        ranks[order[i]].endingPlace = endings[order[i]] == endings[order[i - 1]] ? before : before + 1;
    }
}

} // namespace

void RemoteInbox::put(RemotePart part)
{
    const std::lock_guard lock(m_mutex);
    m_parts.push_back(std::move(part));
}

std::vector<RemotePart> RemoteInbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_parts, {});
}

RemotePath RemoteNode::path() const
{
    return parent ? parent->path().child(entry.name) : RemotePath();
}

RemoteNode *RemoteNode::find(const RemotePath &path)
{
    RemoteNode *current = this;
    QByteArrayView rest = path.bytes();
    while (!rest.isEmpty()) {
        const auto next = std::find_if(current->children.begin(), current->children.end(), [rest](const auto &child) {
            const QByteArray &name = child->entry.name;
            return rest.startsWith(name) && (rest.size() == name.size() || rest.at(name.size()) == '/');
        });
        if (next == current->children.end())
            return nullptr;
        current = next->get();
        rest = rest.sliced(std::min(current->entry.name.size() + 1, rest.size()));
    }
    return current->path() == path ? current : nullptr;
}

void RemoteNode::renumber(std::size_t from)
{
    for (std::size_t i = from; i < children.size(); ++i)
        children[i]->row = static_cast<int>(i);
}

QFuture<Result<std::vector<NameRank>>> rankOf(const std::vector<std::unique_ptr<RemoteNode>> &children)
{
    std::vector<QByteArray> names;
    std::vector<NameRank> ranks;
    names.reserve(children.size());
    ranks.reserve(children.size());
    for (const auto &child : children) {
        names.push_back(child->entry.name);
        ranks.push_back({0, 0, child->isDirectory()});
    }
    return QtConcurrent::run([names = std::move(names), ranks = std::move(ranks)]() -> Result<std::vector<NameRank>> {
        const QCollator collator = nameCollator();
        std::vector<QCollatorSortKey> keys;
        keys.reserve(names.size());
        for (const QByteArray &name : names)
            keys.push_back(collator.sortKey(visibleName(name)));
        std::vector<std::size_t> order(names.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
        std::vector<NameRank> placed = ranks;
        for (std::size_t i = 0; i < order.size(); ++i)
            placed[order[i]].place = static_cast<int>(i);
        rankEndings(names, std::move(order), placed);
        return placed;
    });
}

} // namespace navette::ui
