// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/remotetreemodel.h"

#include "base/safename.h"
#include "pipeline/remotelink.h"
#include "style/delegates.h"
#include "style/icons.h"
#include "style/text.h"

#include <QMimeData>
#include <QUrl>

namespace navette::ui
{
namespace
{

QStringList localFilesOf(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

QString iconName(const RemoteEntry &entry)
{
    switch (entry.kind) {
    case RemoteKind::Directory:
        return QStringLiteral("folder");
    case RemoteKind::Link:
        return QStringLiteral("link");
    case RemoteKind::File:
    case RemoteKind::Other:
        break;
    }
    return entry.name.endsWith(".zip") || entry.name.endsWith(".gz") ? QStringLiteral("zip") : QStringLiteral("file");
}

// What kind of thing it is, where the platform gives it no meaning of its own.
QString kindText(const RemoteEntry &entry)
{
    switch (entry.kind) {
    case RemoteKind::Directory:
        return RemoteTreeModel::tr("Folder");
    case RemoteKind::Link:
        return RemoteTreeModel::tr("Link");
    case RemoteKind::Other:
        return RemoteTreeModel::tr("Special file");
    case RemoteKind::File:
        break;
    }
    const qsizetype dot = entry.name.lastIndexOf('.');
    if (dot <= 0)
        return RemoteTreeModel::tr("File");
    return RemoteTreeModel::tr("%1 file").arg(visibleName(entry.name.mid(dot + 1)).toUpper());
}

} // namespace

RemoteTreeModel::RemoteTreeModel(const Account &account, std::vector<Flow> flows, QObject *parent)
    : QAbstractItemModel(parent), m_account(account), m_flows(std::move(flows)), m_root(std::make_unique<Node>())
{
    m_root->entry.kind = RemoteKind::Directory;
    m_arrivals.setInterval(100);
    connect(&m_arrivals, &QTimer::timeout, this, &RemoteTreeModel::takeArrived);
}

RemoteTreeModel::~RemoteTreeModel() = default;

void RemoteTreeModel::setRemote(std::shared_ptr<RemoteFileSystem> remote)
{
    if (remote == m_remote)
        return;
    letGo(std::exchange(m_remote, std::move(remote)));
    for (Node *directory : listed()) {
        if (std::exchange(directory->run, nullptr))
            directory->load = Load::Failed;
    }
    if (m_remote)
        reloadEverything();
}

void RemoteTreeModel::reload(const QModelIndex &directory)
{
    if (isDirectory(directory))
        list(node(directory));
}

void RemoteTreeModel::reloadDirectory(const RemotePath &path)
{
    if (Node *directory = m_root->find(path); directory && directory->load != Load::NotLoaded)
        list(directory);
}

void RemoteTreeModel::reloadEverything()
{
    for (Node *directory : listed())
        list(directory);
}

std::vector<RemoteTreeModel::Node *> RemoteTreeModel::listed() const
{
    std::vector<Node *> directories{m_root.get()};
    for (std::size_t at = 0; at < directories.size(); ++at) {
        for (const auto &child : directories[at]->children) {
            if (child->isDirectory() && child->load != Load::NotLoaded)
                directories.push_back(child.get());
        }
    }
    return directories;
}

RemoteTreeModel::Node *RemoteTreeModel::node(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_root.get();
    return static_cast<Node *>(index.internalPointer())->children[static_cast<std::size_t>(index.row())].get();
}

QModelIndex RemoteTreeModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node->parent);
}

const RemoteMeaning &RemoteTreeModel::meaningOf(const Node &node) const
{
    if (!node.meaning)
        node.meaning = std::make_unique<RemoteMeaning>(navette::meaningOf(node.path(), m_account, m_flows));
    return *node.meaning;
}

RemotePath RemoteTreeModel::path(const QModelIndex &index) const
{
    return node(index)->path();
}

const RemoteEntry *RemoteTreeModel::entry(const QModelIndex &index) const
{
    return index.isValid() ? &node(index)->entry : nullptr;
}

bool RemoteTreeModel::isDirectory(const QModelIndex &index) const
{
    return node(index)->isDirectory();
}

RemoteMeaning RemoteTreeModel::meaning(const QModelIndex &index) const
{
    return meaningOf(*node(index));
}

bool RemoteTreeModel::isReadOnly(const QModelIndex &index) const
{
    const Node &directory = *node(index);
    constexpr quint32 anybodyWrites = 0222;
    const bool deniedByServer = directory.entry.permissions != 0 && (directory.entry.permissions & anybodyWrites) == 0;
    return meaningOf(directory).readOnly || deniedByServer;
}

const NameRank *RemoteTreeModel::rank(const QModelIndex &index) const
{
    const Node &directory = *static_cast<const Node *>(index.internalPointer());
    const auto row = static_cast<std::size_t>(index.row());
    return directory.ranks && row < directory.ranks->size() ? &(*directory.ranks)[row] : nullptr;
}

RemoteTreeModel::Load RemoteTreeModel::loadState(const QModelIndex &directory) const
{
    return node(directory)->load;
}

QModelIndex RemoteTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    // An index holds the directory and the row in it, so that sorting a million rows looks at none of their nodes.
    Node *directory = node(parent);
    if (row < 0 || static_cast<std::size_t>(row) >= directory->children.size() || column < 0 || column >= ColumnCount ||
        parent.column() > 0)
        return {};
    return createIndex(row, column, directory);
}

QModelIndex RemoteTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(static_cast<Node *>(index.internalPointer())) : QModelIndex();
}

int RemoteTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int RemoteTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool RemoteTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node &directory = *node(parent);
    return directory.load == Load::Loaded ? !directory.children.empty() : directory.isDirectory();
}

bool RemoteTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node &directory = *node(parent);
    return parent.column() <= 0 && directory.isDirectory() && directory.load == Load::NotLoaded;
}

void RemoteTreeModel::fetchMore(const QModelIndex &parent)
{
    list(node(parent));
}

QVariant RemoteTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &item = *node(index);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case Qt::EditRole:
        return column == Name ? text(item, column) : QVariant();
    case SortRole:
        return sortValue(item, column);
    case Qt::DecorationRole:
        return column == Name ? icon(iconName(item.entry), ColorRole::Muted) : QVariant();
    case Qt::ForegroundRole:
        return column == Name ? QVariant() : color(ColorRole::Muted);
    case Qt::TextAlignmentRole:
        return column == Size ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Changed && item.entry.modifiedSecs >= 0)
            return exactWhenText(QDateTime::fromSecsSinceEpoch(item.entry.modifiedSecs));
        return item.path().displayText();
    default:
        return {};
    }
}

QVariant RemoteTreeModel::text(const Node &item, Column column) const
{
    switch (column) {
    case Name:
        return visibleName(item.entry.name);
    case Meaning: {
        const RemoteMeaning &meaning = meaningOf(item);
        const QString what = meaning.label.isEmpty() ? kindText(item.entry) : meaning.label;
        return item.isDirectory() && meaning.readOnly ? tr("%1 · read only").arg(what) : what;
    }
    case Size:
        return item.isDirectory() || item.entry.size < 0 ? QString() : sizeText(item.entry.size);
    case Changed:
        return item.entry.modifiedSecs < 0 ? QString()
                                           : whenText(QDateTime::fromSecsSinceEpoch(item.entry.modifiedSecs));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RemoteTreeModel::sortValue(const Node &item, Column column) const
{
    switch (column) {
    case Size:
        return item.entry.size;
    case Changed:
        return item.entry.modifiedSecs;
    case Name:
    case Meaning:
    case ColumnCount:
        break;
    }
    return text(item, column);
}

QVariant RemoteTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Name");
    case Meaning:
        return tr("What it is");
    case Size:
        return tr("Size");
    case Changed:
        return tr("Changed");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags RemoteTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (isDirectory(index) && !isReadOnly(index))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList RemoteTreeModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

Qt::DropActions RemoteTreeModel::supportedDropActions() const
{
    return Qt::CopyAction;
}

bool RemoteTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                      const QModelIndex &parent) const
{
    return action == Qt::CopyAction && isDirectory(parent) && !isReadOnly(parent) && !localFilesOf(*data).isEmpty();
}

bool RemoteTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                   const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT filesDropped(localFilesOf(*data), parent);
    return true;
}

} // namespace navette::ui
