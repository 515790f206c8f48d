// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/remotenode.h"

#include "base/safename.h"
#include "files/directoriesfirstproxy.h"

#include <QCollator>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace navette::ui
{

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

QFuture<Result<std::vector<int>>> rankNames(std::vector<QByteArray> names)
{
    return QtConcurrent::run([names = std::move(names)]() -> Result<std::vector<int>> {
        const QCollator collator = nameCollator();
        std::vector<QCollatorSortKey> keys;
        keys.reserve(names.size());
        for (const QByteArray &name : names)
            keys.push_back(collator.sortKey(visibleName(name)));
        std::vector<std::size_t> order(names.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
        std::vector<int> ranks(names.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            ranks[order[i]] = static_cast<int>(i);
        return ranks;
    });
}

} // namespace navette::ui
