// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/remotemeaning.h"
#include "sftp/remotefilesystem.h"

#include <QAbstractItemModel>

#include <memory>

namespace navette::ui
{

/// The remote tree as it is: a directory is listed when it is first opened, and again on reload().
class RemoteTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Meaning, Size, Changed, ColumnCount };
    enum class Load { NotLoaded, Loading, Loaded, Failed };

    RemoteTreeModel(const Account &account, std::vector<Flow> flows, QObject *parent = nullptr);
    ~RemoteTreeModel() override;

    /// Starts afresh with this tree; null: nothing to show.
    void setRemote(std::shared_ptr<RemoteFileSystem> remote);
    /// Lists the directory again and keeps what is still there. The root is QModelIndex().
    void reload(const QModelIndex &directory);
    void reloadDirectory(const RemotePath &path); ///< where it is shown
    void reloadEverything();                      ///< every directory listed so far

    [[nodiscard]] RemotePath path(const QModelIndex &index) const;
    [[nodiscard]] const RemoteEntry *entry(const QModelIndex &index) const; ///< null for the root
    [[nodiscard]] bool isDirectory(const QModelIndex &index) const;
    [[nodiscard]] RemoteMeaning meaning(const QModelIndex &index) const;
    [[nodiscard]] bool isReadOnly(const QModelIndex &index) const; ///< nothing may be made in this directory
    [[nodiscard]] Load loadState(const QModelIndex &directory) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void rootLoaded();
    void listingFailed(const navette::RemotePath &directory, const navette::Error &error);
    void filesDropped(const QStringList &localFiles, const QModelIndex &directory);

private:
    struct Node;
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(Node *node) const;
    [[nodiscard]] Node *find(const RemotePath &path) const;
    void list(Node *directory);
    void apply(const RemotePath &directory, const RemoteListing &listing);
    [[nodiscard]] QVariant text(const Node &node, Column column) const;
    [[nodiscard]] QVariant sortValue(const Node &node, Column column) const;

    Account m_account;
    std::vector<Flow> m_flows;
    std::shared_ptr<RemoteFileSystem> m_remote;
    std::unique_ptr<Node> m_root;
    int m_generation = 0; ///< answers to listings of an older tree are dropped
};

} // namespace navette::ui
